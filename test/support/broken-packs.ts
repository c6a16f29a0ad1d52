import { readdirSync, readFileSync, statSync } from 'node:fs';
import { folderOf } from './folder.js';
import { MINI_PACK } from './mini-pack.js';

/**
 * A copy of the pack with some files changed, removed after the test.
 *
 * @param changes by path: undefined removes the file, a text replaces or adds it, a pair replaces a string that must be there
 */
export function miniPackWith(
  changes: Readonly<Record<string, string | undefined | readonly [good: string, bad: string]>>,
): Promise<string> {
  const files: Record<string, string | Uint8Array> = {};
  for (const name of readdirSync(MINI_PACK, { recursive: true }).map((each) => String(each).replaceAll('\\', '/')))
    if (statSync(`${MINI_PACK}/${name}`).isFile()) files[name] = readFileSync(`${MINI_PACK}/${name}`);
  for (const [path, change] of Object.entries(changes)) {
    const before = files[path];
    delete files[path];
    if (typeof change === 'string') files[path] = change;
    else if (change) {
      const text = Buffer.from(before ?? '').toString('utf8');
      if (!text.includes(change[0])) throw new RangeError(`${path} has no ${JSON.stringify(change[0])}`);
      files[path] = text.replaceAll(change[0], () => change[1]);
    }
  }
  return folderOf(files);
}

const STRUCTURE = 'schematrons/profils/structurationMinimale';

/** What may be wrong with a pack, one fault each: what `miniPackWith` is given. */
export const BROKEN_PACKS = {
  'missing include': { 'schematrons/include/sections/S_resultats.sch': undefined },
  'include in another case': {
    'schematrons/profils/IHE.sch': ['include/sections/S_copie.sch', 'include/Sections/s_copie.sch'],
  },
  /** Nothing else of the pack is under its OID. */
  'missing value set': { 'jeuxDeValeurs/JDV_Unites_Essai.xml': undefined },
  /** `jeuxDeValeurs/JDV_Types_Essai.xml` is under the same OID. */
  'missing value set with a substitute': { [`${STRUCTURE}/include/voc-2.999.9.1-DYNAMIC.xml`]: undefined },
  'value set in another case': {
    'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch': ['JDV_Sexe_Essai.xml', 'jdv_sexe_essai.xml'],
  },
  'bad XPath': { 'schematrons/include/entrees/E_intervalle.sch': ["starts-with(cda:low/@value, '-')", 'cda:low[['] },
  'unsupported function': {
    'schematrons/include/entrees/E_intervalle.sch': ["starts-with(cda:low/@value, '-')", 'unparsed-text(cda:low)'],
  },
  'bad XPath in a context': {
    'schematrons/include/entrees/E_intervalle.sch': ['context="cda:observationRange/cda:value"', 'context="cda:a["'],
  },
  'not well formed': { 'schematrons/profils/IHE.sch': ['</schema>', ''] },
  'another query binding': { 'schematrons/profils/IHE.sch': ['queryBinding="xslt2"', 'queryBinding="stx"'] },
  'hostile strings': {
    'schematrons/include/entrees/E_intervalle.sch': [
      "starts-with(cda:low/@value, '-')",
      "(cda:low[1]/@value = '`$\u007b(globalThis.owned=1)}`&#34;);globalThis.owned=1;//&#x2028;\\')",
    ],
  },
} as const satisfies Record<string, Parameters<typeof miniPackWith>[0]>;
