import { createHash } from 'node:crypto';
import { openFolder } from '../disk-files.js';
import { userRuleCache } from '../schematron/cache.js';
import { type OfficialRules, officialRules } from './official-rules.js';

/**
 * Makes ready the rules that a folder holds, laid out as the ANS publishes them; each schema is compiled when a document first asks for it.
 * @throws UserError when the folder cannot be listed.
 */
export async function loadOfficialRules(folder: string): Promise<OfficialRules> {
  const files = openFolder(folder);
  const cache = userRuleCache();
  const hash = createHash('sha256');
  for (const path of files.paths.filter((each) => DECIDING.test(each)))
    hash.update(`${path}\n`).update(files.read(path));
  const sha256 = hash.digest('hex');
  return officialRules({ id: 'TestContenuCDA-3-0', version: sha256.slice(0, 12), sha256 }, files, cache && { cache });
}

const DECIDING = /^(?:schematrons|jeuxDeValeurs|infrastructure)\//;
