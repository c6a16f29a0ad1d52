import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readManifest } from '../../src/dossier/dossier.js';
import { dossierBase } from '../../src/dossier/dossier-base.js';
import { readGivenRem } from '../../src/dossier/given-rem.js';
import { loadBase } from '../../src/packs/builtin.js';
import { folderOf } from '../support/folder.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

const loaded = vi.hoisted(() => ({ applyRem: false }));
vi.mock('../../src/rem/apply-rem.js', async (original) => {
  loaded.applyRem = true;
  return original();
});
const MANIFEST = 'candidate: { vendor: a, product: b, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';

test('without a workbook the base is ours, and what applies workbooks is not loaded', async () => {
  const folder = await folderOf({ 'segur.yaml': MANIFEST });
  const { base, known, use } = await dossierBase(folder, (await readManifest(folder)).value, undefined);
  expect(base.requirements).toEqual(loadBase().requirements);
  expect([known === base, use, loaded.applyRem]).toEqual([true, undefined, false]);
});

test('with one, the base is that of the workbook, and the manifest may still name what is ours', async () => {
  const workbook = await remXlsx([remRequirement('MSS/CONF.25', { chapter: 'Envoyer' })]);
  const folder = await folderOf({ 'segur.yaml': MANIFEST, 'rem.xlsx': workbook });
  const manifest = (await readManifest(folder)).value;
  const rem = await readGivenRem(folder, manifest, join(folder, 'rem.xlsx'));
  const { base, known, use } = await dossierBase(folder, manifest, rem);
  expect(base.requirements.map((each) => each.requirement)).toEqual(['MSS/CONF.25']);
  expect(known.requirements).toHaveLength(loadBase().requirements.length + 1);
  expect([use?.checked, loaded.applyRem]).toEqual([1, true]);
});
