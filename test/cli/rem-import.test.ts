import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { remImport as en } from '../../src/messages/en/rem-import.js';
import shape from '../../src/rem/rem-import.schema.json' with { type: 'json' };
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

const SOME = [
  remRequirement('MSS/CONF.25', { chapter: 'Envoyer' }, [
    ['MSS/CONF.25.01', 'Un scénario fictif', [['MSS/CONF.25.01.01', 'Une preuve fictive']]],
  ]),
  remRequirement('SENTINELLE.20', { chapter: 'Veiller' }),
];
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(shape);

/** A workbook in a folder of its own. */
async function written(bytes: Promise<Uint8Array>, name = 'REM-MDV-LGC-Va2.xlsx', folder = temporaryFolder()) {
  const file = join(folder, name);
  writeFileSync(file, await bytes);
  return file;
}

async function jsonOf(args: readonly string[]) {
  const { stdout, stderr, exitCode } = await segurCheck(['rem', 'import', ...args, '--report', 'json']);
  expect(stderr).toBe('');
  const value = JSON.parse(stdout);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  return { exitCode, value };
}

describe('rem import', () => {
  it('says what a workbook holds, and what differs from the base for the corridor of its name', async () => {
    const file = await written(remXlsx(SOME, { layout: 'published' }));
    const { stdout, stderr, exitCode } = await segurCheck(['rem', 'import', file]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('REM-MDV-LGC-Va2.xlsx: sheet "Exigences REM vague 2" (columns of its own)');
    expect(stdout).toContain('2 requirement(s), 1 scenario(s), 1 proof(s)\n  Envoyer: 1 requirement(s)');
    expect(stdout).toContain(`${en.unknownColumns}\n  Porteur\n  Lien utile\n`);
    expect(stdout).toContain(
      'corridor LGC:\n  requirements of the workbook that the base lacks: 1\n    SENTINELLE.20\n',
    );
    expect(stdout).not.toContain('Pinned');
    expect(stdout).not.toContain(temporaryFolder().slice(0, 5));
  });

  it('gives it as JSON, which its schema describes, in both languages', async () => {
    const irregular = [...SOME, remRequirement('DMP/UX.39', {}, [['39.01', 'x', []]])];
    const file = await written(
      remXlsx(irregular, { rows: (rows) => [...rows, [null, null, null, null, 'Sans numéro']] }),
      'a.xlsx',
    );
    const { exitCode, value } = await jsonOf([file]);
    expect(exitCode).toBe(3);
    expect(value).toMatchObject({
      ...{ file: 'a.xlsx', layout: 'rem', complete: false, pinned: false },
      counts: { requirements: 3, scenarios: 2, proofs: 1 },
      repairs: [{ row: 4, written: '39.01', repaired: 'DMP/UX.39.01', code: 'rem/scenario-prefix' }],
      warnings: [
        { row: 5, code: 'rem/row-without-id', loses: true, text: expect.stringContaining('Sans numéro') as unknown },
      ],
    });
    expect(value).not.toHaveProperty('corridor');
    const french = await jsonOf([file, '--lang', 'fr', '--corridor', 'LGC']);
    expect(french.value.warnings[0].text).toContain("sans numéro d'exigence");
    expect(french.value.corridor).toBe('LGC');
    expect(french.value.differences.requirements.onlyInBase.length).toBeGreaterThan(10);
  });

  it('pins the workbook in the dossier, by its path there or by its name', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const inside = await written(remXlsx(SOME), 'REM_LGC_RC.xlsx', folder);
    const first = await jsonOf([inside, '--dossier', folder]);
    expect([first.exitCode, first.value.pinned, first.value.corridor]).toEqual([0, true, 'LGC']);
    const lock = () => JSON.parse(readFileSync(join(folder, 'segur.lock.json'), 'utf8'));
    expect(lock()).toEqual({
      schema: 'segur-check/lock/1',
      rem: { file: 'REM_LGC_RC.xlsx', sha256: first.value.sha256 },
    });
    const { stderr: ofRun } = await segurCheck(['run', folder, '--quiet']);
    expect(ofRun).toBe('');
    const outside = await written(remXlsx(SOME.slice(0, 1)));
    const { stdout } = await segurCheck(['rem', 'import', outside], { cwd: folder });
    expect(stdout).toContain(
      `Pinned in segur.lock.json by its hash, in place of REM_LGC_RC.xlsx (sha256 ${first.value.sha256}).`,
    );
    expect(lock().rem.file).toBe('REM-MDV-LGC-Va2.xlsx');
    expect(stdout).toContain('The workbook is not in the dossier: give it to each run (--rem FILE.xlsx)');
    const again = await segurCheck(['rem', 'import', inside, '--dossier', folder]);
    expect(again.stdout).not.toContain('is not in the dossier');
  });

  it('takes the columns that the dossier maps', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const file = await written(
      remXlsx(SOME, { headers: ['ID', 'Exigence'], rows: ([, ...rows]) => [['ID', 'Ce qui est demandé'], ...rows] }),
    );
    const refused = await segurCheck(['rem', 'import', file, '--dossier', folder, '--lang', 'fr']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(
      'aucune colonne reconnue pour : statement. En-têtes lus : « ID », « Ce qui est demandé ».',
    );
    expect(refused.stderr).toContain('rem: { columns: { "Mon en-tête": statement } }');
    expect(existsSync(join(folder, 'segur.lock.json'))).toBe(false);
    const manifest = join(folder, 'segur.yaml');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, `${text}\nrem: { columns: { "Ce qui est demandé": statement } }\n`);
    expect((await jsonOf([file, '--dossier', folder])).value.counts.requirements).toBe(2);
    writeFileSync(manifest, `${text}\nrem: { columns: { "Ce qui est demandé": statment } }\n`);
    const wrong = await segurCheck(['rem', 'import', file, '--dossier', folder]);
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringMatching(/segur\.yaml:\d+:\d+: /) as unknown]);
  });

  it.each([
    ['no file', 'absent.xlsx', '"absent.xlsx" does not exist'],
    ['a folder', '.', '"." is not an Excel workbook'],
  ])('refuses %s', async (_, path, text) => {
    const { exitCode, stderr } = await segurCheck(['rem', 'import', path], { cwd: temporaryFolder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('shows what a hostile cell holds as text', async () => {
    const file = await written(
      remXlsx([remRequirement('MSS/CONF.25', { chapter: '\u001b[31m\u202erouge' })], { sheet: { name: 'Exigences' } }),
    );
    const { stdout } = await segurCheck(['rem', 'import', file]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });
});
