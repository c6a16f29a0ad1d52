import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pemOf, testCertificates } from '../../fixtures/make/test-certificates.js';
import { readManifest } from '../../src/dossier/dossier.js';
import { readDossierTrust, readTrust } from '../../src/dossier/trust-anchors.js';

const folder = mkdtempSync(join(tmpdir(), 'segur-trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { root, issuing } = testCertificates;
mkdirSync(join(folder, 'certs'));
writeFileSync(join(folder, 'certs/two.pem'), `un texte\r\n${pemOf(root).replaceAll('\n', '\r\n')}\n${pemOf(issuing)}`);
writeFileSync(join(folder, 'certs/one.cer'), root);
writeFileSync(join(folder, 'certs/none.txt'), 'rien');
writeFileSync(join(folder, 'certs/broken.pem'), pemOf(root).replace(/\n.{20}/, '\n'));

const manifest = (trust: string) =>
  writeFileSync(
    join(folder, 'segur.yaml'),
    `candidate: { vendor: Exemple, product: Essai, version: "1" }\napplies: { wave: 2, corridor: LGC }\n${trust}\n`,
  );

it('reads certificates in PEM, several in one file, and in DER', async () => {
  const read = await readTrust([join(folder, 'certs/two.pem'), join(folder, 'certs/one.cer')]);
  expect(read.map(({ subject }) => subject.split('CN=')[1])).toEqual([
    'AC racine d essai',
    'AC d essai',
    'AC racine d essai',
  ]);
  expect(await readTrust()).toEqual([]);
});

it('says which file is no certificate, or does not exist', async () => {
  for (const name of ['certs/none.txt', 'certs/broken.pem', 'certs']) {
    const path = join(folder, name);
    await expect(readTrust([path]), name).rejects.toMatchObject({ code: 'invalid-trust', args: { path } });
  }
  await expect(readTrust([join(folder, 'absent.pem')])).rejects.toMatchObject({ code: 'no-file' });
});

it('reads those that the manifest names, which are not artifacts', async () => {
  manifest('trust: ["certs/*.pem", certs/one.cer]');
  rmSync(join(folder, 'certs/broken.pem'));
  const { anchors, files } = await readDossierTrust(folder, await readManifest(folder));
  expect(anchors).toHaveLength(3);
  expect(files).toEqual(['certs/one.cer', 'certs/two.pem']);
});

it('names the place of a pattern that matches nothing, even outside the dossier', async () => {
  manifest('trust: [certs/two.pem, ../root.pem]');
  await expect(readDossierTrust(folder, await readManifest(folder))).rejects.toMatchObject({
    code: 'mistakes',
    mistakes: [{ code: 'mistake/no-file', line: 3, args: { name: '../root.pem' } }],
  });
});

it('refuses a file of the manifest that holds no certificate by its path in the dossier', async () => {
  manifest('trust: [certs/none.txt]');
  await expect(readDossierTrust(folder, await readManifest(folder))).rejects.toMatchObject({
    code: 'invalid-trust',
    args: { path: 'certs/none.txt' },
  });
});

it('trusts nobody without trust', async () => {
  manifest('');
  expect(await readDossierTrust(folder, await readManifest(folder))).toEqual({ anchors: [], files: [] });
});
