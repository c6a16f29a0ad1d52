import { LIMITS } from '../artifacts/limits.js';
import { read } from '../artifacts/read.js';
import { ReadError } from '../artifacts/read-error.js';
import { MANIFEST_NAME, type Manifest } from '../dossier/manifest.js';
import { loadSchema } from '../packs/schemas.js';
import { Identities, type Mask } from '../report/mask.js';
import { isFailure, parseYaml } from '../scenarios/parse-yaml.js';
import { DOSSIER_PREFIX } from './dossier-files.js';
import { entriesOf } from './integrity.js';

/** Hides whom the dossier of an archive tells of, altered or not: what can't be read tells of nobody. */
export async function maskOfArchive(archive: Uint8Array): Promise<Mask> {
  const identities = new Identities();
  let patients: NonNullable<Manifest['patients']> = [];
  try {
    for (const { path, content } of entriesOf(archive)) {
      if (!path.startsWith(DOSSIER_PREFIX)) continue;
      const own = path.slice(DOSSIER_PREFIX.length);
      const bytes = bytesOf(content);
      if (bytes && own === MANIFEST_NAME) patients = await patientsIn(bytes);
      else if (bytes) {
        const { artifact, unreadable } = await read({ path: own, bytes, declared: {} }, LIMITS);
        if (artifact) identities.add(artifact);
        for (const each of unreadable) identities.addUnreadable(each);
      }
    }
  } catch (error) {
    // Cut, or no archive at all.
    if (!(error instanceof ReadError)) throw error;
  }
  return identities.mask({ patients });
}

function bytesOf(content: () => Uint8Array): Uint8Array | undefined {
  try {
    return content();
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

async function patientsIn(manifest: Uint8Array): Promise<NonNullable<Manifest['patients']>> {
  const text = Buffer.from(manifest).toString('utf8');
  const parsed = parseYaml(MANIFEST_NAME, text.replace(/^\uFEFF/, ''), await loadSchema<Manifest>('segur'));
  return isFailure(parsed) ? [] : (parsed.value.patients ?? []);
}
