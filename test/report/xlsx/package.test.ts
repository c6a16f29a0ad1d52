import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readZip } from '../../../src/artifacts/zip/read-zip.js';
import { report as fr } from '../../../src/messages/fr/report.js';
import type { Report } from '../../../src/report/report.js';
import { toRemXlsx, toXlsx } from '../../../src/report/xlsx.js';
import { judged, officialReport, writtenRequirement } from '../official-report.js';
import { NASTY, sampleCheckReport, sampleReport } from '../sample-report.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of a part; throws for what is not well-formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)]);
}

async function partsOf(report: Report, make: typeof toXlsx): Promise<Map<string, Element>> {
  const archive = readZip(await make(report, fr));
  expect(archive.reserves()).toEqual([]);
  return new Map(archive.entries.map(({ name, data }) => [name, parse(Buffer.from(data).toString('utf8'))]));
}

const part = (parts: Map<string, Element>, path: string): Element => parts.get(path) ?? parse('<none/>');

/** Relations of a part: those of `xl/a.xml` are in `xl/_rels/a.xml.rels`, and their targets are from `xl/`. */
function relationsOf(parts: Map<string, Element>, path: string): { id: string; target: string; external: boolean }[] {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  const rels = parts.get(`${folder}_rels/${name}.rels`);
  return all(rels ?? part(parts, ''), 'Relationship').map(({ attributes: { Id = '', Target = '', TargetMode } }) => ({
    id: Id,
    target: TargetMode === 'External' ? Target : `${folder}${Target}`,
    external: TargetMode === 'External',
  }));
}

const columnOf = (ref: string): number =>
  [...(/^[A-Z]+/.exec(ref)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The order of ECMA-376 part 1, 18.3.1.99: Excel repairs a sheet whose parts are in another. */
const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
];

const opinion = {
  kind: 'opinion',
  on: { finding: 'b'.repeat(16) },
  decision: 'refused',
  by: '=1+1',
  date: '2026-11-02',
  text: NASTY.long,
  until: null,
  current: true,
} as const;
const mixed = officialReport([], {
  requirements: [
    judged(writtenRequirement('MSS/CONF.25', [23, 0], { statement: NASTY.longEmoji, comment: ` ${NASTY.formula} ` })),
    ...sampleReport().requirements,
  ],
  opinions: [opinion],
});

describe.each([
  ['Convergence', toXlsx, sampleReport()],
  ['REM', toRemXlsx, sampleReport()],
  ['Convergence with a workbook', toXlsx, mixed],
  ['REM with a workbook', toRemXlsx, mixed],
  ['files', toRemXlsx, sampleCheckReport()],
] as const)('the package %s is one that Excel opens', (_, make, report) => {
  test('declares each of its parts, and no macro', async () => {
    const parts = await partsOf(report, make);
    const types = part(parts, '[Content_Types].xml');
    const defaults = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension));
    const overrides = all(types, 'Override').map(({ attributes }) => String(attributes.PartName).slice(1));
    expect(new Set(overrides).size).toBe(overrides.length);
    for (const path of overrides) expect(parts.has(path), path).toBe(true);
    for (const path of parts.keys())
      expect(overrides.includes(path) || path === '[Content_Types].xml' || defaults.has(path.split('.').at(-1))).toBe(
        true,
      );
    expect([...parts.keys()].filter((path) => /vba|macro|externalLink|embed|activeX|\.bin$/i.test(path))).toEqual([]);
    for (const path of parts.keys())
      for (const { target, external } of relationsOf(parts, path))
        if (!external) expect(parts.has(target), `${path} → ${target}`).toBe(true);
  });

  test('names its sheets, their titles to print and their filters', async () => {
    const parts = await partsOf(report, make);
    const book = part(parts, 'xl/workbook.xml');
    const names = all(book, 'sheet').map(({ attributes }) => String(attributes.name));
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const defined = all(book, 'definedName').map(({ attributes, text }) => {
      const sheet = Number(attributes.localSheetId);
      const [filter] = all(part(parts, `xl/worksheets/sheet${sheet + 1}.xml`), 'autoFilter');
      // A name of letters only needs no quotes.
      if (attributes.name === '_xlnm.Print_Titles') expect(text).toBe(`${names[sheet]}!$1:$1`);
      else {
        expect(attributes).toMatchObject({ name: '_xlnm._FilterDatabase', hidden: '1' });
        expect(text.replaceAll('$', '')).toBe(`${names[sheet]}!${filter?.attributes.ref}`);
      }
      return `${attributes.name} ${sheet}`;
    });
    expect(new Set(defined).size).toBe(defined.length);
    // All but the synthesis.
    expect(defined).toHaveLength(2 * (names.length - 1));
    const ids = new Set(relationsOf(parts, 'xl/workbook.xml').map(({ id }) => id));
    for (const { attributes } of all(book, 'sheet')) expect(ids.has(String(attributes['r:id']))).toBe(true);
  });

  test('has sheets whose parts are in order, within their limits', async () => {
    const parts = await partsOf(report, make);
    const strings = all(part(parts, 'xl/sharedStrings.xml'), 'si');
    const styles = all(part(parts, 'xl/styles.xml'), 'cellXfs')[0]?.children.length ?? 0;
    for (const [path, sheet] of parts) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      const order = sheet.children.map(({ name }) => SHEET_ORDER.indexOf(name));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).not.toContain(-1);
      expect(new Set(order).size).toBe(order.length);
      for (const { attributes } of all(sheet, 'col')) expect(Number(attributes.width)).toBeLessThanOrEqual(255);
      let last = 0;
      for (const row of all(sheet, 'row')) {
        expect(Number(row.attributes.r)).toBeGreaterThan(last);
        last = Number(row.attributes.r);
        expect(Number(row.attributes.ht ?? 0)).toBeLessThanOrEqual(409);
        const columns = all(row, 'c').map(({ attributes }) => columnOf(String(attributes.r)));
        expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
        for (const cell of all(row, 'c')) {
          expect(Number(cell.attributes.s ?? 0)).toBeLessThan(styles);
          expect([undefined, 's', 'n', 'inlineStr']).toContain(cell.attributes.t);
          expect(all(cell, 'f')).toEqual([]);
          if (cell.attributes.t === 's') expect(strings[Number(all(cell, 'v')[0]?.text)]).toBeDefined();
        }
      }
      const [filter] = all(sheet, 'autoFilter');
      if (filter) expect(filter.attributes.ref).toMatch(new RegExp(`^[A-Z]+1:[A-Z]+${last}$`));
      const [setup] = all(sheet, 'pageSetup');
      expect(setup?.attributes).toMatchObject({
        orientation: 'landscape',
        paperSize: expect.stringMatching(/^[89]$/),
        fitToHeight: '0',
      });
    }
  });

  test('links once from a cell, to what there is', async () => {
    const parts = await partsOf(report, make);
    for (const [path, sheet] of parts) {
      if (!path.startsWith('xl/worksheets/sheet')) continue;
      const relations = relationsOf(parts, path);
      const links = all(sheet, 'hyperlink').map(({ attributes }) => attributes);
      expect(new Set(links.map(({ ref }) => ref)).size).toBe(links.length);
      expect(links.map((link) => link['r:id']).filter((id) => id !== undefined)).toEqual(relations.map(({ id }) => id));
      for (const { target } of relations) expect(target).toMatch(/^(?:https:\/\/|preuves\/)[^\s\\]+$/);
      for (const { location } of links) if (location !== undefined) expect(location).toMatch(/^Preuves!F\d+$/);
    }
  });

  test('keeps spaces and line ends of its texts, of what a cell holds', async () => {
    for (const item of all(part(await partsOf(report, make), 'xl/sharedStrings.xml'), 't')) {
      if (/^\s|\s$|\n/.test(item.text)) expect(item.attributes['xml:space']).toBe('preserve');
      expect(item.text.replaceAll('_x005F_', '_').length).toBeLessThanOrEqual(32_767);
    }
  });
});
