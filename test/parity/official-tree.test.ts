import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../dist/packs/disk-files.js';
import { prepareSchema } from '../../dist/packs/schematron/engine.js';
import { withSubstitutes } from '../../dist/packs/value-sets/substitutes.js';
import { cut } from './documents.js';
import { judgeOwn } from './own.js';

const tree = process.env.SEGUR_TCC ?? '';
const present = existsSync(join(tree, 'schematrons'));
if (!present)
  console.info(
    'skipped: name in SEGUR_TCC a checkout of https://github.com/ansforge/TestContenuCDA-3-0 (official rules)',
  );

/** What the official samples break, as the reference engine says too: `docs/official-rules.md` tells why. */
const KNOWN = [
  ['schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch', ['eDISP-MED_2024.01.xml']],
  ['schematrons/profils/IHE.sch', []],
  [
    'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
    [
      'CANCER-FRCP_2022.01_Appareil.xml',
      'CANCER-FRCP_2022.01_Transversale.xml',
      'TLM-DA_2022.01_TCG.xml',
      'TLM-DA_2022.01_TCG_anamnèse-non-structurée.xml',
      'TLM-DA_2022.01_TE1_anamnèse-non-structurée.xml',
    ],
  ],
  ['schematrons/profils/CI-SIS_Modeles_ANS.sch', []],
  ['schematrons/profils/terminologies/schematron/terminologie.sch', []],
] as const;

describe.skipIf(!present)('the official rules', () => {
  const files = present ? withSubstitutes(openFolder(tree)) : undefined;
  const ready = (path: string) => prepareSchema(files ?? openFolder(tree), path);

  it.each(KNOWN)('%s finds in the official samples what is known', (path, known) => {
    const rules = ready(path);
    const folder = join(tree, 'ExemplesCDA');
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    const broken = names.flatMap((name) => {
      const { results, failures } = judgeOwn(rules, cut(readFileSync(join(folder, name), 'utf8')));
      expect(failures, name).toEqual([]);
      return results.map(() => name.normalize('NFC'));
    });
    expect(names.length).toBeGreaterThan(90);
    expect(broken.toSorted()).toEqual(known.toSorted());
  });
});
