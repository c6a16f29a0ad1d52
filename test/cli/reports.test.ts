import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTIFACTS, copyOfDossier, DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';

const FAILING = join(DOSSIERS, 'lgc-failing');
/** Formats that have one file each. */
const NAMES = ['json', 'ndjson', 'junit', 'xlsx', 'sarif', 'github', 'gitlab', 'markdown', 'tar'];

function everyReport(folder: string): string[] {
  return NAMES.map((name) => `--report=${name}=${join(folder, `r.${name}`)}`);
}

describe('several reports in one run', () => {
  it('writes each whole, the same in any time zone, locale and on one thread or two', async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const first = await segurCheck(['run', FAILING, ...everyReport(one)], { env: { TZ: 'UTC' } });
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'fr_FR.UTF-8' };
    await segurCheck(['run', FAILING, ...everyReport(two)], { env });
    expect(first).toMatchObject({ exitCode: 1, stdout: '' });
    expect(readdirSync(one).sort()).toEqual(NAMES.map((name) => `r.${name}`).sort());
    for (const name of readdirSync(one))
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name).toBe(true);
  });

  it('of check too, in English', async () => {
    const folder = temporaryFolder();
    const mails = join(ARTIFACTS, 'mail');
    const { exitCode } = await segurCheck(['check', mails, '--lang', 'en', ...everyReport(folder)]);
    expect(exitCode).toBeLessThan(4);
    expect(readFileSync(join(folder, 'r.markdown'), 'utf8')).toContain('**Findings:** errors');
    expect(readdirSync(folder)).toHaveLength(NAMES.length);
  });

  it.each(NAMES.filter((name) => name !== 'xlsx'))('nothing but %s goes to standard output', async (name) => {
    const folder = temporaryFolder();
    const { stdout, stderr } = await segurCheck(['run', FAILING, '--report', name, ...everyReport(folder), '--quiet']);
    expect(stderr).toBe('');
    expect(`${stdout}\n`.trimEnd()).toBe(readFileSync(join(folder, `r.${name}`), 'utf8').trimEnd());
  });
});

describe('places in the repository', () => {
  it.each([
    ['a dossier below', '..', 'lgc-failing/', ['run', 'lgc-failing']],
    ['the current folder', '.', '', ['run', '.']],
    ['a folder of files', '..', 'lgc-failing/cda/', ['check', 'lgc-failing/cda']],
    ['files of one folder', '..', 'lgc-failing/cda/', ['check', 'lgc-failing/cda/prescription-biologie.xml']],
    ['a dossier elsewhere', '../../artifacts', '', ['run', '../dossiers/lgc-failing']],
  ])('%s', async (_, from, prefix, args) => {
    const cwd = join(FAILING, from);
    const { stdout } = await segurCheck([...args, '--report', 'gitlab'], { cwd });
    const entries = JSON.parse(stdout) as { readonly location: { readonly path: string } }[];
    const file = args[0] === 'run' ? 'cda/prescription-biologie.xml' : 'prescription-biologie.xml';
    expect(entries.map(({ location }) => location.path)).toContain(`${prefix}${file}`);
    expect(entries.every(({ location }) => location.path.startsWith(prefix))).toBe(true);
  });
});

describe('reports that would overwrite something are refused before anything is judged', () => {
  const here = relative(process.cwd(), FAILING);

  function folderWithLink(): string {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), 'kept');
    symlinkSync(join(folder, 'a.json'), join(folder, 'link.json'));
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'other'));
    return folder;
  }

  it.each([
    ['the same path', 'a.json', 'a.json', /a\.json/],
    ['another spelling', 'a.json', 'x/../a.json', /a\.json/],
    ['another case', 'a.json', 'A.JSON', /casse|case/],
    ['another normal form', 'é.json', 'e\u0301.json', /.json/],
    ['a link to the file', 'a.json', 'link.json', /link\.json/],
    ['a link to the folder', 'real/x', 'other/x', /other/],
    ['a file as a folder', 'a.json', 'a.json/b', /a\.json/],
    ['inside the folder of another', 'svrl', 'svrl/r.json', /svrl/],
    ['a folder', 'b.json', 'real', /real/],
  ])('%s', async (_, one, two, said) => {
    const folder = folderWithLink();
    const first = one === 'svrl' ? 'svrl' : 'json';
    const args = ['--report', `${first}=${folder}/${one}`, '--report', `ndjson=${folder}/${two}`];
    // Nothing is judged: the dossier that is not there is not told of.
    const { exitCode, stderr } = await segurCheck(['run', join(folder, 'absent'), ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('absent');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('kept');
  });

  it('the manifest of the dossier, and the files given to check', async () => {
    const dossier = copyOfDossier('lgc-failing');
    const manifest = readFileSync(join(dossier, 'segur.yaml'), 'utf8');
    const run = await segurCheck(['run', dossier, '--report', `json=${join(dossier, 'segur.yaml')}`]);
    const mail = join(dossier, 'cda', 'consultation.xml');
    const check = await segurCheck(['check', mail, '--report', `json=${mail}`]);
    expect([run.exitCode, check.exitCode]).toEqual([2, 2]);
    expect(check.stderr).toContain('consultation.xml');
    expect(readFileSync(join(dossier, 'segur.yaml'), 'utf8')).toBe(manifest);
  });

  it('a report of an earlier run is replaced; of a link, the link is, never what it leads to', async () => {
    const folder = folderWithLink();
    linkSync(join(folder, 'a.json'), join(folder, 'hard.json'));
    for (const name of ['link.json', 'hard.json']) {
      await segurCheck(['run', here, '--report', `json=${join(folder, name)}`]);
      expect(readFileSync(join(folder, name), 'utf8')).toContain('segur-check/report/1');
    }
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('kept');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a report that can not be written', () => {
  it('is one message; the others are whole, and the exit code says it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const bad = ['sarif', 'tar'].map((name) => `--report=${name}=${join(folder, 'file', name)}`);
    const good = [`--report=json=${join(folder, 'r.json')}`, `--report=markdown=${join(folder, 'r.md')}`];
    const [first = '', second = ''] = bad;
    const { exitCode, stderr } = await segurCheck(['run', FAILING, first, ...good, second, '--quiet']);
    expect(exitCode).toBe(2);
    expect(stderr.match(/ENOTDIR/g)).toHaveLength(2);
    expect(stderr).not.toMatch(/ at |Error:/);
    expect(readdirSync(folder).sort()).toEqual(['file', 'r.json', 'r.md']);
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'))).toMatchObject({ summary: { exit: 1 } });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('for want of a right', async () => {
    const folder = temporaryFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o500 });
    const { exitCode, stderr } = await segurCheck(['run', FAILING, '--report', `json=${join(closed, 'r.json')}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('EACCES');
  });

  it.skipIf(process.platform !== 'linux')('for want of room leaves what was there', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'r.json');
    copyFileSync(join(DOSSIERS, 'lgc-failing', 'segur.yaml'), path);
    // The longest name that a file may have: the one beside it is too long.
    const long = join(dirname(path), 'x'.repeat(255));
    const { exitCode, stderr } = await segurCheck(['run', FAILING, '--report', `json=${long}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('ENAMETOOLONG');
    expect(readdirSync(folder)).toEqual(['r.json']);
  });
});
