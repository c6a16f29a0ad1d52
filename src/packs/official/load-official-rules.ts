import { openFolder } from '../disk-files.js';
import { userRuleCache } from '../schematron/cache.js';
import { withSubstitutes } from '../value-sets/substitutes.js';
import type { OfficialPack } from './official-pack.js';
import { type OfficialRules, officialRules } from './official-rules.js';

/**
 * Makes ready the rules that a folder holds, laid out as the ANS publishes them; each schema is compiled when a document first asks for it.
 * @param isWanted tells the checks to run; absent: all.
 */
export async function loadOfficialRules(
  { id, folder, paths }: OfficialPack,
  isWanted?: (check: string) => boolean,
): Promise<OfficialRules> {
  const cache = userRuleCache();
  return officialRules(id, withSubstitutes(openFolder(folder, paths)), {
    ...(cache && { cache }),
    ...(isWanted && { isWanted }),
  });
}
