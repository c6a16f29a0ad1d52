import { expect, it } from 'vitest';
import { ansTree } from '../../src/packs/ans-tree.js';
import { openFolder } from '../../src/packs/disk-files.js';
import { costsRules, packIntegrity } from '../../src/packs/integrity.js';

// The official tree is never in this repository: TestContenuCDA-3-0, commit 7cd489b3.
const FOLDER = process.env.SEGUR_TCC;
if (!FOLDER) console.info('skipped: SEGUR_TCC does not name a folder with the TestContenuCDA tree of the ANS');

it.skipIf(!FOLDER)('reads every official schema, and names what the tree lacks', { timeout: 120_000 }, () => {
  const tree = ansTree(openFolder(FOLDER ?? ''));
  if (!tree) throw new Error('SEGUR_TCC names another folder');
  const { schemas, defects, substitutes } = packIntegrity(tree);
  const sum = (each: 'rules' | 'assertions') => schemas.reduce((total, schema) => total + schema[each], 0);
  // As many as the reference engine makes of them, where only the case of includes is mended.
  expect([schemas.length, sum('rules'), sum('assertions')]).toEqual([64, 2128, 18_589]);
  const lost = defects.filter(costsRules);
  expect(lost.map(({ code }) => code).filter((code) => code !== 'absent-include')).toEqual([
    'missing-value-set',
    'missing-value-set',
  ]);
  expect(new Set(lost.filter(({ code }) => code === 'absent-include').map(({ schema }) => schema))).toEqual(
    new Set(['CI-SIS_BIO-CR-BIO_2023.01']),
  );
  expect(substitutes.map(({ oid }) => oid)).toEqual(['1.2.250.1.213.1.1.5.471']);
});
