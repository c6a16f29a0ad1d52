import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fhirPackage } from '../../fixtures/make/fhir-package.js';
import { namePacks } from '../../src/dossier/given-packs.js';
import { folderOf } from '../support/folder.js';
import { COMPLETE, under } from '../support/official-pack.js';

describe('a folder of official rules', () => {
  it('is taken as it is, or from the one sub-folder that is one', async () => {
    const tree = await folderOf(COMPLETE);
    expect((await namePacks([tree])).official).toMatchObject([{ folder: tree }]);
    const parent = await folderOf({ ...under('TestContenuCDA', COMPLETE), 'README.md': 'x' });
    const named = await namePacks([parent]);
    expect(named).toMatchObject({ fhir: [], official: [{ folder: join(parent, 'TestContenuCDA') }] });
    expect(named.official[0]?.paths).toContain('infrastructure/cda/CDA.xsd');
  });

  it('may stand beside FHIR packages', async () => {
    const parent = await folderOf(under('TestContenuCDA', COMPLETE));
    writeFileSync(join(parent, 'centres.tgz'), fhirPackage());
    expect(await namePacks([parent])).toMatchObject({
      fhir: [parent],
      official: [{ folder: join(parent, 'TestContenuCDA') }],
    });
  });
});

it.each([
  ['two trees', 'several-trees', '', { names: 'a, b' }, { ...under('a', COMPLETE), ...under('b', COMPLETE) }],
  ['an archive', 'pack-archive', 'TestContenuCDA.zip', { path: 'TestContenuCDA.zip' }, { 'TestContenuCDA.zip': 'PK' }],
  ['a part of a tree', 'pack-part', 't/schematrons', { path: 'schematrons', whole: 't' }, under('t', COMPLETE)],
  ['a file of a tree', 'pack-part', 't/schematrons/include/code.sch', { whole: 't' }, under('t', COMPLETE)],
  ['a file alone', 'pack-part-alone', 'a.sch', { path: 'a.sch' }, { 'a.sch': '<schema/>' }],
])('says of %s what to give in its place', async (_, code, path, args, files) => {
  const folder = await folderOf(files as Record<string, string>);
  await expect(namePacks([join(folder, path)])).rejects.toMatchObject({ code, args });
});
