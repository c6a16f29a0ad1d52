import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import { MINI_PACK } from '../support/mini-pack.js';
import { DECLARING, NAMED_REM, namedDossier, namedRem, TOLD, TOLD_PLACES } from '../support/named-dossier.js';
import { said } from '../support/said.js';
import { identitiesIn, textOfWorkbook } from '../support/searched-identities.js';
import { zipOf } from '../support/zip.js';

/** Judgements of a whole dossier, on a machine that may be busy. */
const LONG = 300_000;

const MESSAGE = 'MSH|^~\\&|A|B|C|D|20260101||ADT^A28|1|D|2.5\rPID|||1||ESSAI^NOM\r';

/** Texts that were written, by where. */
type Written = Readonly<Record<string, string>>;

let folder = '';
let dossier = '';
let rem = '';
let seal = '';
let sealing = '';
let entries: Record<string, Uint8Array> = {};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
  dossier = namedDossier(folder);
  rem = join(folder, NAMED_REM);
  writeFileSync(rem, await namedRem());
  seal = join(folder, 'sealed.zip');
  sealing = await said(['seal', dossier, '-o', seal, '--rem', rem, '--allow-secrets']);
  entries = unzipSync(readFileSync(seal));
}, LONG);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  return buffer.subarray(0, 2).toString() === 'PK' ? textOfWorkbook(buffer) : buffer.toString('utf8');
}

/** Every name under a folder, and what is in the files that are no proofs. */
function writtenIn(root: string, isProof: (path: string) => boolean): Written {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  return Object.fromEntries(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .map((path) => [path, isProof(path) ? '' : textOf(readFileSync(join(root, path)))]),
  );
}

/** What tells who a patient is, in names and in texts. Local identifiers are parts of many sizes and hashes. */
function leaksIn(written: Written): string[] {
  return Object.entries(written).flatMap(([name, text]) =>
    identitiesIn(`${name}\n${text}`, { localIds: false })
      .slice(0, 40)
      .map((each) => `${name}: ${each}`),
  );
}

/** Every report and the deposit of a dossier. */
async function everyReport(path: string, args: readonly string[]): Promise<Written> {
  const out = mkdtempSync(join(folder, 'reports-'));
  const formats = Object.keys(FORMATS).map((each) => `--report=${each}=${join(out, each)}`);
  const text = await said([
    'run',
    path,
    '--pack',
    MINI_PACK,
    ...args,
    '--verbose',
    ...formats,
    `--report=deposit=${join(out, 'deposit')}`,
  ]);
  const isProof = (each: string): boolean => /^deposit\/[^/]+\/(?!CHECKLIST\.md$)/.test(each);
  const written = writtenIn(out, isProof);
  const svrl = Object.entries(written).flatMap(([name, each]) => (name.startsWith('svrl/') ? [name, each] : []));
  return { said: text, svrl: svrl.join('\n'), ...written };
}

describe('of a dossier that tells who its patients are wherever it may, nobody is told by', () => {
  it.each([
    ['fr', []],
    ['en', ['--rem']],
  ])(
    'any report nor the deposit, in %s %j',
    async (language, options) => {
      const written = await everyReport(dossier, [`--lang=${language}`, ...options.flatMap((each) => [each, rem])]);
      expect(leaksIn(written)).toEqual([]);
      // Of its patients, each report tells something all the same.
      for (const format of Object.keys(FORMATS)) expect(written[format]).toMatch(/\[(?:P\d+-)?nom\]|%5BP\d/);
      expect(written['deposit/CHECKLIST.md']).toContain('-nom\\]');
      if (options.length > 0) return;
      expect(written['deposit/INDEX.csv']).toContain('-nom]');
    },
    LONG,
  );

  it(
    'any report nor the deposit, unless asked to: then all is as it was written',
    async () => {
      const written = await everyReport(dossier, ['--unmask']);
      for (const format of Object.keys(FORMATS)) {
        expect(written[format]).toMatch(/TEST-ALPHA/);
        expect(written[format]).not.toMatch(/\[(?:P\d+-)?(?:nom|INS|naissance)\]/);
      }
      for (const told of TOLD_PLACES) expect(written.json).toContain(told);
      expect(written['deposit/INDEX.csv']).toContain(TOLD);
    },
    LONG,
  );

  it('the entries of a seal that are made', () => {
    expect(sealing).not.toBe('');
    const { 'seal.json': list, ...others } = entries;
    const made = Object.entries(others).filter(([path]) => !path.startsWith('dossier/'));
    expect(made.length).toBeGreaterThan(5);
    // The list has the names of the dossier's own files, as the archive does.
    const lines = strFromU8(list ?? new Uint8Array()).split('\n');
    const written = {
      said: sealing,
      'seal.json': lines.filter((line) => !line.includes('{"path":"dossier/')).join('\n'),
      ...Object.fromEntries(made.map(([path, bytes]) => [path, textOf(bytes)])),
    };
    expect(leaksIn(written)).toEqual([]);
  });

  it(
    'a replay, of a seal that is intact',
    async () => {
      for (const args of [['--lang=fr'], ['--report=json']]) {
        const text = await said(['replay', seal, ...args]);
        expect(text).toMatch(/identi/i);
        expect(leaksIn({ text })).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'a replay, of one that was altered',
    async () => {
      const own = Object.keys(entries).filter((path) => path.startsWith('dossier/') && identitiesIn(path).length > 0);
      const [first = '', second = '', third = ''] = own;
      const { [first]: _, [second]: moved = new Uint8Array(), ...rest } = entries;
      const altered = {
        ...rest,
        [third]: strToU8('x'),
        [`${second} de CAMILLE`]: moved,
        'dossier/TEST-ALPHA CAMILLE/ajout.txt': strToU8('y'),
      };
      const file = join(folder, 'altered.zip');
      writeFileSync(file, zipOf(Object.entries(altered).map(([name, data]) => ({ name, data }))));
      for (const args of [['--lang=fr'], ['--report=json']]) {
        const text = await said(['replay', file, ...args]);
        expect(text).toContain('ajout.txt');
        expect(leaksIn({ text })).toEqual([]);
      }
    },
    LONG,
  );

  it(
    'a comparison of dossiers, of seals or of reports',
    async () => {
      const reports = await everyReport(dossier, []);
      const report = join(folder, 'report.json');
      writeFileSync(report, reports.json ?? '');
      const other = join(folder, 'other.json');
      const { findings, ...without } = JSON.parse(reports.json ?? '');
      writeFileSync(other, JSON.stringify({ ...without, findings: [], opinions: [] }));
      expect(findings.length).toBeGreaterThan(10);
      for (const [a, b] of [
        [other, dossier],
        [report, seal],
        [other, report],
        [report, other],
      ] as const) {
        const written: Record<string, string> = {};
        for (const format of ['text', 'json', 'markdown'])
          written[format] = await said(['compare', a, b, '--verbose', `--report=${format}`]);
        expect(written.text).toMatch(/\[P\d+-/);
        expect(leaksIn(written)).toEqual([]);
      }
    },
    LONG,
  );

  it('a mistake of a house rule, in a file that is named after a patient', async () => {
    const wrong = join(folder, 'wrong');
    mkdirSync(join(wrong, 'TEST-ALPHA'), { recursive: true });
    writeFileSync(join(wrong, 'segur.yaml'), `${DECLARING}scenarios: ["TEST-ALPHA/*.yaml"]\n`);
    writeFileSync(join(wrong, 'TEST-ALPHA', 'CAMILLE.yaml'), 'requirement: MAISON.01\nof: TEST-ALPHA\n');
    const text = await said(['run', wrong]);
    expect(text).toContain('[P1-nom]/[P1-prenom].yaml:');
    expect(leaksIn({ text })).toEqual([]);
    expect(await said(['run', wrong, '--unmask'])).toContain('TEST-ALPHA/CAMILLE.yaml:');
  });

  it.skipIf(process.platform === 'win32')('a name that a seal refuses', async () => {
    const wrong = join(folder, 'refused');
    mkdirSync(wrong);
    writeFileSync(join(wrong, 'segur.yaml'), DECLARING);
    writeFileSync(join(wrong, 'TEST-ALPHA: courrier.hl7'), MESSAGE);
    const text = await said(['seal', wrong, '-o', join(folder, 'refused.zip')]);
    expect(text).toContain('[P2-nom]: courrier.hl7');
    expect(leaksIn({ text })).toEqual([]);
  });

  it('what is said of a workbook that is imported for the patients that a manifest declares', async () => {
    const declaring = join(folder, 'declaring');
    mkdirSync(declaring);
    writeFileSync(join(declaring, 'segur.yaml'), DECLARING);
    for (const args of [[], ['--report=json']]) {
      const text = await said(['rem', 'import', rem, '--dossier', declaring, ...args]);
      expect(text).toContain('[P1-nom]');
      expect(leaksIn({ text })).toEqual([]);
    }
  });
});
