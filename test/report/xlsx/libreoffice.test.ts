import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { report as fr } from '../../../src/messages/fr/report.js';
import { readRemWorkbook } from '../../../src/rem/read-rem-workbook.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import { temporaryFolder } from '../../support/cli.js';
import { officialReport, writtenRequirement } from '../official-report.js';
import { NASTY, sampleFinding } from '../sample-report.js';

const OFFICE = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
if (OFFICE === undefined) console.warn('Skipped: no soffice on the PATH, so LibreOffice does not open the workbooks.');

/** What LibreOffice writes after it opened `bytes`, in a profile of its own. */
async function opened(bytes: Uint8Array, format: 'xlsx' | 'csv'): Promise<Buffer> {
  const folder = temporaryFolder();
  const [source, out] = [join(folder, 'rapport.xlsx'), join(folder, 'out')];
  mkdirSync(out);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await execa(OFFICE ?? '', [profile, '--headless', '--norestore', '--convert-to', format, '--outdir', out, source]);
  return readFileSync(join(out, `rapport.${format}`));
}

const TEXTS = [
  NASTY.formula,
  NASTY.plus,
  NASTY.minus,
  NASTY.at,
  NASTY.errorValue,
  NASTY.escapeLike,
  NASTY.emoji,
  '01',
  '1E5',
  'VRAI',
];
/** Too long for a cell; LibreOffice itself parts lines of more than 16,000 characters. */
const LONG = `${'é'.repeat(1_000)}\n`.repeat(40);
const REPORT = officialReport(
  [
    writtenRequirement('INS/va1.01', [2], { statement: `Première ligne\n\n<NOM> & "x"\n${LONG}` }),
    writtenRequirement('MSS/CONF.25', [12, 0], { statement: NASTY.formula, comment: NASTY.escapeLike, order: '01' }),
  ],
  { findings: [...TEXTS.map((actual, index) => sampleFinding(`f${index + 1}`, { actual, expected: ` ${actual} ` }))] },
);

type Rows = readonly (readonly unknown[])[];

async function cellsOf(bytes: Uint8Array): Promise<Map<string, Rows>> {
  const workbook = await readXlsx(bytes);
  return new Map(
    workbook.sheets.map(({ name, rows }) => [name, rows.map((row) => [...row].map((value) => value ?? ''))]),
  );
}

/** Rows without the cells and rows that are empty at their end, which a spreadsheet need not keep. */
function trimmed(rows: Rows): string[] {
  return rows.map((row) =>
    JSON.stringify(row)
      .replace(/(?:,"")+\]$/, ']')
      .replace(/^\[""\]$/, '[]'),
  );
}

describe.skipIf(OFFICE === undefined)('LibreOffice', () => {
  test.each([
    ['Convergence', toXlsx],
    ['REM', toRemXlsx],
  ] as const)('opens the layout %s and keeps each cell', async (_, make) => {
    const written = await make(REPORT, fr);
    const saved = await opened(written, 'xlsx');
    const [before, after] = [await cellsOf(written), await cellsOf(saved)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, rows] of before) expect(trimmed(after.get(name) ?? []), name).toEqual(trimmed(rows));
    const again = await readRemWorkbook(saved, 'rapport.xlsx');
    expect(again.requirements).toEqual((await readRemWorkbook(written, 'rapport.xlsx')).requirements);
    const [first, second] = [await readXlsx(written), await readXlsx(saved)];
    const links = (workbook: typeof first): unknown =>
      workbook.sheets.map(({ cells }) => [...(cells ?? [])].flatMap(([at, { hyperlink }]) => (hyperlink ? [at] : [])));
    expect(links(second)).toEqual(links(first));
    const filters = (workbook: typeof first): unknown => workbook.sheets.map(({ autoFilter }) => autoFilter?.range);
    expect(filters(second)).toEqual(filters(first));
  });

  test('computes nothing of what it shows', async () => {
    const csv = (await opened(await toXlsx(REPORT, fr), 'csv')).toString('utf8');
    expect(csv).toContain('=HYPERLINK(""http://example.invalid"",""x"")');
    expect(csv).toContain('a_x0041_b');
    expect(csv).not.toMatch(/#(?:NAME|VALUE|REF)|Err:/);
  });
});
