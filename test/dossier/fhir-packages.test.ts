import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fhirPackage } from '../../fixtures/make/fhir-package.js';
import { filesInside, readFhirPackages } from '../../src/dossier/fhir-packages.js';
import { R4 } from '../../src/packs/fhir/r4-definitions.js';

const folder = mkdtempSync(join(tmpdir(), 'segur-packages-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function file(bytes: Uint8Array | string, name = `${written++}.tgz`): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

const centre = 'https://example.org/fhir/StructureDefinition/centre';
const named = (name: string, version = '1.0.0') => fhirPackage({ manifest: { name, version } });

it('gives R4 alone without packages', async () => {
  expect(await readFhirPackages()).toEqual({ fhir: R4, packs: [], files: [] });
});

it('reads files, and every package of a folder, in an order that does not depend on how they are given', async () => {
  mkdirSync(join(folder, 'own/inside'), { recursive: true });
  file(named('b'), 'own/b.tgz');
  file(named('a'), 'own/inside/a.tgz');
  file('x', 'own/readme.txt');
  const alone = file(named('c'));
  const given = await readFhirPackages([alone, join(folder, 'own')]);
  expect(given.packs.map(({ id, version }) => `${id} ${version}`)).toEqual(['a 1.0.0', 'b 1.0.0', 'c 1.0.0']);
  expect(given.packs).toEqual((await readFhirPackages([join(folder, 'own'), alone])).packs);
  expect(given.fhir.profile(centre)).toBeDefined();
  expect(filesInside(folder, given.files).sort()).toEqual(['0.tgz', 'own/b.tgz', 'own/inside/a.tgz']);
  expect(filesInside(join(folder, 'own'), given.files).sort()).toEqual(['b.tgz', 'inside/a.tgz']);
});

it('takes the same package once', async () => {
  const path = file(named('a'));
  expect((await readFhirPackages([path, path, file(named('a'))])).packs).toHaveLength(1);
});

it('takes R4 whatever its patch, and a package that does not say', async () => {
  for (const fhirVersions of [['4.0.0'], ['4.0'], ['5.0.0', '4.0.1'], undefined])
    expect((await readFhirPackages([file(fhirPackage({ manifest: { fhirVersions } }))])).packs).toHaveLength(1);
});

it.each<[string, () => string[], object]>([
  ['no-file', () => [join(folder, 'absent.tgz')], {}],
  ['no-pack', () => [mkdtempSync(join(folder, 'empty-'))], {}],
  ['pack-unreadable', () => [file('x', 'text.tgz')], { path: 'text.tgz' }],
  [
    'pack-without-manifest',
    () => [file(fhirPackage({ manifest: { name: 1 } }), 'unnamed.tgz')],
    { path: 'unnamed.tgz' },
  ],
  [
    'pack-other-fhir',
    () => [file(fhirPackage({ manifest: { fhirVersions: ['4.3.0'] } }), 'r4b.tgz')],
    { version: '4.3.0' },
  ],
  ['pack-other-fhir', () => [file(fhirPackage({ manifest: { fhirVersions: ['5.0.0'] } }))], { version: '5.0.0' }],
  ['pack-twice', () => [file(named('a')), file(named('a', '2.0.0'))], { name: 'a', first: '1.0.0', second: '2.0.0' }],
  [
    'pack-twice',
    () => [file(named('a')), file(fhirPackage({ manifest: { name: 'a' }, files: { 'x.json': {} } }))],
    { name: 'a' },
  ],
])('refuses: %s', async (code, paths, args) => {
  await expect(readFhirPackages(paths())).rejects.toMatchObject({ code, args });
});
