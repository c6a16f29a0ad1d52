import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyOfDossier, DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';
import { identitiesIn } from '../support/searched-identities.js';

/** Runs of the command on whole dossiers, on a machine that may be busy. */
const LONG = 300_000;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';

function dossierOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'dossier');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

const contents = (folder: string) => filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]);

const deposit = (dossier: string, target: string, ...args: readonly string[]) =>
  segurCheck(['run', dossier, `--report=deposit=${target}`, '--lang', 'fr', ...args]);

/** Paths of the hashes of a deposit, each checked. */
function checkedHashes(folder: string): string[] {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [hash = '', path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ).toBe(hash);
    return path;
  });
}

describe('a bundled dossier', () => {
  it.each(['lgc-conforming', 'lgc-failing', 'bio-failing'])(
    '%s has every proof under its number, byte for byte, and tells no patient',
    async (name) => {
      const target = join(temporaryFolder(), 'deposit');
      const report = join(temporaryFolder(), 'report.json');
      const { exitCode, stdout, stderr } = await deposit(join(DOSSIERS, name), target, `--report=json=${report}`);
      expect([exitCode, stdout]).toEqual([name === 'lgc-conforming' ? 0 : 1, '']);
      expect(stderr).not.toContain('undefined');
      expect(checkedHashes(target)).toEqual(filesIn(target).filter((path) => path !== 'SHA256SUMS'));

      const { requirements } = JSON.parse(readFileSync(report, 'utf8'));
      const names = filesIn(target).map((path) => path.slice(path.indexOf('/') + 1));
      for (const { scenarios } of requirements)
        for (const { evidence } of scenarios)
          for (const { id, status, files } of evidence) {
            const mine = names.filter((each) => each.replace(/(?:-\d+)?\.[a-z0-9]+$/, '') === id.replaceAll('/', '-'));
            expect([id, mine.length]).toEqual([id, status === 'present' ? Math.max(1, files.length) : 0]);
          }

      const told = ['INDEX.csv', 'CHECKLIST.md'].map((each) => readFileSync(join(target, each), 'utf8')).join('\n');
      expect(identitiesIn([told, ...filesIn(target)].join('\n'))).toEqual([]);
      const states = [...told.matchAll(/^\| (\d\d .+?) \| (.+?) \|/gm)].map(([, , state]) => state);
      expect(states.length).toBe(
        readdirSync(target, { withFileTypes: true }).filter((each) => each.isDirectory()).length,
      );
      expect(states.includes('incomplet')).toBe(name !== 'lgc-conforming');
      expect(states).not.toContain('non conclu');
    },
    LONG,
  );

  it(
    'says what is missing, with the line to add, once a proof is taken away',
    async () => {
      const dossier = copyOfDossier('lgc-conforming');
      const manifest = join(dossier, 'segur.yaml');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^ {2}MSS\/UX\.28\.01\.01:.*$/m, ''));
      const target = join(temporaryFolder(), 'deposit');
      expect((await deposit(dossier, target)).exitCode).toBe(3);
      const text = readFileSync(join(target, 'CHECKLIST.md'), 'utf8');
      expect(text).toContain('| 31 Consultation message | incomplet | 1 | 1 | 0 |');
      expect(text).toContain('Dans segur.yaml, sous `evidence` : `MSS/UX.28.01.01: preuves/MSS-UX.28.01.01.mp4`');
    },
    LONG,
  );
});

const DOSSIER = {
  'segur.yaml': `${MANIFEST}conditions: { cda-stylesheet: false }
deposit: { max-file-bytes: 60 }
evidence:
  INS/va1.02.01.01: [preuves/un.png, preuves/deux.png]
  INS/va1.02.02.01: preuves/un.png
  INS/va1.02.03.01: Preuves/UN.png
  MSS/CONF.14.01.01: { execution: 12345 }
statements:
  PSC.01.08.01: { by: gérante, on: 2026-11-20, text: "=1+1" }
`,
  'preuves/un.png': PIXEL,
  'preuves/deux.png': Buffer.concat([PIXEL, Buffer.from('x')]),
};

it('a small dossier: several files for a proof, one for several, sizes, a statement, another case, an answer', async () => {
  const target = join(temporaryFolder(), 'deep', 'deposit');
  const { exitCode, stderr } = await deposit(dossierOf(DOSSIER), target);
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining('4 ')]);
  const [proofs] = readdirSync(target).filter((each) => each.endsWith('Identite Nationale de Sante'));
  const laid = readdirSync(join(target, proofs ?? ''));
  expect(laid).toEqual(['CHECKLIST.md', 'INS-va1.02.01.01-1.png', 'INS-va1.02.01.01-2.png', 'INS-va1.02.02.01.png']);
  const text = readFileSync(join(target, 'CHECKLIST.md'), 'utf8');
  for (const part of [
    '2 fichiers pour une preuve',
    'Le même fichier est donné pour INS/va1.02.02.01',
    'plus que 0.1 Mo (limite choisie par segur-check)',
    "Le fichier Preuves/UN.png n'existe pas dans le dossier",
    '`PSC.01.08.01.txt`',
    'qui cite `CDA/INT.16`',
  ])
    expect(text).toContain(part);
  const index = readFileSync(join(target, 'INDEX.csv'), 'utf8');
  expect(index).toContain(`"'=1+1 (gérante, 2026-11-20)"`);
  expect(index).toContain('"MSS-CONF.14.01.01.txt"');
});

describe('a second run', () => {
  it(
    'replaces the deposit, with the same bytes, even inside the dossier',
    async () => {
      const dossier = dossierOf(DOSSIER);
      const target = join(dossier, 'depot');
      await deposit(dossier, target);
      const first = contents(target);
      expect(first.length).toBeGreaterThan(10);
      writeFileSync(join(target, '.DS_Store'), '');
      expect((await deposit(dossier, target)).exitCode).toBe(3);
      expect(contents(target)).toEqual(first);
      expect(readdirSync(dossier).sort()).toEqual(['depot', 'preuves', 'segur.yaml']);
      const elsewhere = join(temporaryFolder(), 'other');
      await segurCheck(['run', join(dossier, '.'), `--report=deposit=${elsewhere}`, '--scenario', 'INS/va1.02'], {
        env: { TZ: 'Asia/Tokyo', LANG: 'fr_FR.UTF-8' },
      });
      const text = readFileSync(join(elsewhere, 'CHECKLIST.md'), 'utf8');
      expect(text).toContain('Rapport partiel');
      expect(text).not.toContain('| complet |');
    },
    LONG,
  );

  it(
    'deletes nothing that it did not write',
    async () => {
      const dossier = dossierOf(DOSSIER);
      const target = join(temporaryFolder(), 'deposit');
      const refused = async (part: string): Promise<void> => {
        const before = existsSync(target) && statSync(target).isDirectory() ? contents(target) : [];
        const { exitCode, stderr } = await deposit(dossier, target);
        expect([exitCode, stderr]).toEqual([2, expect.stringContaining(part)]);
        if (before.length > 0) expect(contents(target)).toEqual(before);
      };
      await deposit(dossier, target);
      const added = join(target, 'signée.pdf');
      writeFileSync(added, 'mine');
      await refused('signée.pdf');
      mkdirSync(join(target, 'other'));
      await refused('signée.pdf');
    },
    LONG,
  );

  it(
    'nor anything that was changed',
    async () => {
      const dossier = dossierOf(DOSSIER);
      const target = join(temporaryFolder(), 'deposit');
      await deposit(dossier, target);
      appendFileSync(join(target, 'CHECKLIST.md'), 'lu\n');
      const { exitCode, stderr } = await deposit(dossier, target);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('CHECKLIST.md')]);
      expect(readFileSync(join(target, 'CHECKLIST.md'), 'utf8')).toMatch(/lu\n$/);
    },
    LONG,
  );
});

describe('is refused', () => {
  const run = async (args: readonly string[], part: string): Promise<void> => {
    const { exitCode, stderr } = await segurCheck([...args, '--lang', 'fr']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(part)]);
  };

  it('without a folder, twice, or without a dossier', async () => {
    const dossier = dossierOf(DOSSIER);
    await run(['run', dossier, '--report', 'deposit'], '--report deposit=DOSSIER');
    await run(['run', dossier, '--report=deposit='], '--report deposit=DOSSIER');
    await run(['run', dossier, '--report=deposit=a', '--report=deposit=b'], 'Un seul');
    await run(['check', join(dossier, 'preuves'), '--report=deposit=a'], 'segur-check run DOSSIER');
  });

  it('on a file, a link, a folder with something in it, and around the dossier or another report', async () => {
    const dossier = dossierOf(DOSSIER);
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    await run(['run', dossier, `--report=deposit=${file}`], "n'est pas un dossier");
    mkdirSync(join(folder, 'empty'));
    symlinkSync(join(folder, 'empty'), join(folder, 'link'));
    await run(['run', dossier, `--report=deposit=${join(folder, 'link')}`], "n'est pas un dossier");
    await run(['run', dossier, `--report=deposit=${folder}`], "rien n'est effacé");
    await run(['run', dossier, `--report=deposit=${dossier}`], 'ne peut contenir');
    await run(['run', dossier, `--report=deposit=${dirname(dossier)}`], 'ne peut contenir');
    const target = join(folder, 'deposit');
    const inside = `--report=json=${join(target, 'report.json')}`;
    await run(['run', dossier, `--report=deposit=${target}`, inside], 'ne peut contenir');
    expect([readFileSync(file, 'utf8'), readdirSync(folder).sort()]).toEqual(['mine', ['empty', 'file', 'link']]);
  });

  it('with limits that are no sizes', async () => {
    const dossier = dossierOf({ ...DOSSIER, 'segur.yaml': `${MANIFEST}deposit: { max-file-bytes: 0 }\n` });
    const target = join(temporaryFolder(), 'deposit');
    await run(['run', dossier, `--report=deposit=${target}`], 'segur.yaml:3:28');
    expect(existsSync(target)).toBe(false);
  });
});

it('hostile names of files reach no name of the deposit, and links are not followed', async () => {
  const outside = join(temporaryFolder(), 'outside.png');
  writeFileSync(outside, PIXEL);
  const dossier = dossierOf({
    'segur.yaml': `${MANIFEST}evidence:\n  INS/va1.02.01.01: "preuves/TEST-ALPHA <b>=1.PNG"\n  INS/va1.02.02.01: preuves/link.png\n  INS/va1.02.03.01: ../outside.png\n  INS/va1.02.04.01: "preuves/a!b.png"\n`,
    'preuves/TEST-ALPHA <b>=1.PNG': PIXEL,
    'preuves/a!b.png': PIXEL,
  });
  symlinkSync(outside, join(dossier, 'preuves', 'link.png'));
  const target = join(temporaryFolder(), 'deposit');
  await deposit(dossier, target);
  const images = filesIn(target).filter((path) => path.endsWith('.png'));
  expect(images.map((path) => path.slice(path.indexOf('/') + 1))).toEqual([
    'INS-va1.02.01.01.png',
    'INS-va1.02.04.01.png',
  ]);
});

it('an empty folder is taken, and a patient who may be real stands first', async () => {
  const dossier = dossierOf({
    'segur.yaml': MANIFEST,
    'a.hl7':
      'MSH|^~\\&|A|B|C|D|20260101||ADT^A28^ADT_A05|1|D|2.5\rPID|||285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS||DUPONT^MARIE\r',
  });
  const target = temporaryFolder();
  await deposit(dossier, target);
  const [first = ''] = readFileSync(join(target, 'CHECKLIST.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('> '));
  expect(first).toContain('**');
});

it('an interrupted run writes none', async () => {
  const preload = fileURLToPath(new URL('../support/interrupt-on-read.mjs', import.meta.url));
  const target = join(temporaryFolder(), 'deposit');
  const { exitCode, stderr } = await segurCheck(
    ['run', dossierOf(DOSSIER), `--report=deposit=${target}`, '--lang', 'en'],
    {
      env: { NODE_OPTIONS: `--import=${pathToFileURL(preload)}` },
    },
  );
  expect([exitCode, stderr]).toEqual([130, expect.stringContaining('nothing is written')]);
  expect(readdirSync(dirname(target))).toEqual([]);
});
