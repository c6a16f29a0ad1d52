import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fhirPackage, profiledRecipe } from '../../fixtures/make/fhir-package.js';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';

const CENTRE = profiledRecipe().resource ?? '';

/** A folder with a package, and a resource that claims its profile. */
function given(resource = CENTRE): { pack: string; file: string } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'centres.tgz'), fhirPackage());
  writeFileSync(join(folder, 'centre.json'), resource);
  return { pack: join(folder, 'centres.tgz'), file: join(folder, 'centre.json') };
}

async function reportOf(
  args: readonly string[],
): Promise<{ report: Report; text: string; exitCode: number | undefined }> {
  const { stdout, stderr, exitCode } = await segurCheck([...args, '--report', 'json']);
  expect(stderr).toBe('');
  return { report: JSON.parse(stdout) as Report, text: stdout, exitCode };
}

describe('--pack', () => {
  it('judges by the profiles of the package, which the report names without a path of the machine', async () => {
    const { pack, file } = given(CENTRE.replace('"code": "soins"', '"code": "cure"'));
    const { report, text, exitCode } = await reportOf(['check', file, '--pack', pack]);
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ code, location }) => [code, location?.line])).toEqual([['fhir/profile/binding', 21]]);
    expect(report.packs.map(({ id, version }) => `${id} ${version}`).slice(1)).toEqual(['org.example.centres 1.0.0']);
    expect(report.packs[1]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(text).not.toContain(pack.replace(/\/[^/]*$/, ''));
    expect((await reportOf(['check', file, '--pack', pack])).text).toBe(text);
  });

  it('says nothing of profiles without it', async () => {
    const { file } = given(CENTRE.replace('"code": "soins"', '"code": "cure"'));
    const { report, exitCode } = await reportOf(['check', file]);
    expect([exitCode, report.findings]).toEqual([0, []]);
    expect(report.packs).toHaveLength(1);
  });

  it('names the package at the head of the terminal report, and a profile that no package defines', async () => {
    const { pack, file } = given(CENTRE.replace('StructureDefinition/centre"', 'StructureDefinition/autre"'));
    const { stdout } = await segurCheck(['check', file, '--pack', pack, '--lang', 'fr']);
    expect(stdout).toMatch(/Règles +org\.example\.centres 1\.0\.0 \(sha256 [0-9a-f]{12}\)/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'ne définit le profil https://example.org/fhir/StructureDefinition/autre',
    );
  });

  it('is heeded by run, for which a package in the dossier is no artifact', async () => {
    const folder = copyOfDossier('lgc-conforming');
    mkdirSync(join(folder, 'paquets'));
    writeFileSync(join(folder, 'paquets/centres.tgz'), fhirPackage());
    const { report } = await reportOf(['run', folder, '--pack', join(folder, 'paquets')]);
    expect(report.packs.map(({ id }) => id)).toEqual(['builtin', 'org.example.centres']);
    expect(report.artifacts.filter(({ path }) => path.startsWith('paquets/'))).toEqual([]);
  });

  it.each([
    ['fr', "n'est pas un paquet FHIR"],
    ['en', 'is no FHIR package'],
  ])('refuses what is no package in one message (%s)', async (lang, said) => {
    const { file } = given();
    const { exitCode, stdout, stderr } = await segurCheck(['check', file, '--pack', file, '--lang', lang]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
