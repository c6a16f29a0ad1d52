import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readRemWorkbook } from '../../src/rem/read-rem-workbook.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ROW = (id: string, text: string) =>
  `<row><c t="inlineStr"><is><t>${id}</t></is></c><c t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** A workbook of one sheet, made by hand. */
function workbookOf(sheet: string, others: Record<string, string> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Exigences" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN}>${sheet}</worksheet>`,
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const read = (bytes: Uint8Array) => readRemWorkbook(bytes, 'a.xlsx');

describe('what is no workbook', () => {
  it.each([
    ['nothing', new Uint8Array(), 'rem-not-workbook'],
    ['a text', strToU8('ID;Exigence\n'), 'rem-not-workbook'],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'rem-not-workbook'],
    ['an archive that is cut', workbookOf('').subarray(0, 300), 'rem-unreadable'],
    ['a workbook of Excel 97', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'rem-encrypted'],
    ['a workbook without sheet', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'rem-unreadable'],
    ['an empty sheet', workbookOf('<sheetData/>'), 'rem-no-sheet'],
    [
      'a cell that there is not',
      workbookOf('<sheetData><row r="1"><c r="A99999999"><v>1</v></c></row></sheetData>'),
      'rem-no-sheet',
    ],
  ])('is refused: %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'UserError', code });
  });

  it('is refused when it is encrypted', async () => {
    const encryption = { password: 'secret', spinCount: 10 };
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['ID', 'Exigence']] }], encryption });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'rem-encrypted' });
  });
});

describe('what would cost too much', () => {
  const sheet = `<sheetData>${ROW('ID', 'Exigence')}${ROW('MSS/CONF.25', 'x')}</sheetData>`;
  it.each([
    [
      'strings that unfold',
      { 'xl/sharedStrings.xml': `<sst>${'<si><t>aaaaaaaaaaaaaaaa</t></si>'.repeat(200_000)}</sst>` },
      sheet,
    ],
    [
      'many objects',
      {
        'xl/styles.xml': `<styleSheet>${Array.from({ length: 100_000 }, (_, index) => `<a b="${index * 7919}"/>`)
          .join('')
          .repeat(21)}</styleSheet>`,
      },
      sheet,
    ],
    [
      'descriptions of columns',
      {},
      `<cols>${Array.from({ length: 3000 }, (_, index) => `<col min="1" max="16384" width="${index}"/>`).join('')}</cols>${sheet}`,
    ],
  ])('is refused: %s', async (_, others, content) => {
    await expect(read(workbookOf(content, others))).rejects.toMatchObject({ code: 'rem-too-large' });
  });

  it('is read all the same when most of it is void', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const wide = Array.from(
      { length: 2000 },
      (_, index) => `<row r="${index + 10}"><c r="XFD${index + 10}"><v>${index}</v></c></row>`,
    );
    const merges = `<mergeCells>${Array.from({ length: 2000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('')}</mergeCells>`;
    const content = sheet.replace('</sheetData>', `${wide.join('')}${far}</sheetData>${merges}`);
    const { requirements } = await read(workbookOf(content));
    expect(requirements.map(({ id }) => id)).toEqual(['MSS/CONF.25']);
  });

  it('is read to the last of 200,000 rows', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) =>
      ROW(`MSS/CONF.${index % 1000}`, `énoncé ${index % 1000} ${((index % 1000) * 7919) % 65_537}`),
    );
    const { requirements, warnings } = await read(
      workbookOf(`<sheetData>${ROW('ID', 'Exigence')}${rows.join('')}</sheetData>`),
    );
    expect([requirements.length, requirements[0]?.rows.length, warnings.length]).toEqual([1000, 200, 0]);
  }, 60_000);
});

it('names of JavaScript are ids as any', async () => {
  const ids = ['__proto__', 'constructor', 'toString'];
  const { requirements, warnings } = await read(
    await remXlsx(ids.map((id) => remRequirement(id, { id }, [['__proto__', 'a', [['constructor', 'p']]]]))),
  );
  expect(requirements.map(({ id }) => id)).toEqual(ids);
  expect(requirements[0]?.scenarios[0]?.proofs[0]?.id).toBe('constructor');
  expect(warnings.map(({ code }) => code)).toEqual(ids.map(() => 'rem/id-unusual'));
  expect(({} as Record<string, unknown>).id).toBeUndefined();
});

it('headers of JavaScript are headers as any', async () => {
  const bytes = workbookOf(`<sheetData>${ROW('__proto__', 'constructor')}${ROW('MSS/CONF.25', 'x')}</sheetData>`);
  await expect(read(bytes)).rejects.toMatchObject({ code: 'rem-columns' });
  const columns = JSON.parse('{ "__proto__": "id", "constructor": "statement" }');
  const { requirements } = await readRemWorkbook(bytes, 'a.xlsx', { columns });
  expect(requirements[0]?.official.statement).toBe('x');
});
