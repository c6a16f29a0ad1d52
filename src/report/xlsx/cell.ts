import type { Cell, CellStyle } from 'hucre/xlsx';
import type { Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { cleanForXml, cutAt } from '../escape-text.js';
import { type Look, OFFICIAL_SHEET } from './official-sheet.js';
import type { Link } from './proof-link.js';

/** A value to write, with its verdict when the cell is to be coloured, and where it leads when it is a link. */
export type CellContent =
  | string
  | number
  | { readonly text: string; readonly verdict?: Verdict; readonly link?: Link | undefined };

/** What a spreadsheet keeps of a cell, in UTF-16 units. */
export const MAX_CELL_LENGTH = 32_767;

/** A spreadsheet that edits such a cell would take it for a formula unless its format is text. */
const FORMULA_START = /^[=+\-@\t]/;

/** The library writes a string that is one of these as an error value. */
const ERROR_VALUE = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** Light fills: the word carries the verdict, the colour only helps. */
const VERDICT_FILLS: Readonly<Record<Verdict, string>> = {
  undetermined: 'E4DFEC',
  nonconforming: 'F8CBAD',
  missing: 'FCE4D6',
  'to-review': 'FFF2CC',
  'not-tested': 'EDEDED',
  conforming: 'E2EFDA',
  'not-applicable': 'F2F2F2',
};

const LINK_COLOR = '0000FF';

const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const THIN_BORDER: NonNullable<CellStyle['border']> = { top: THIN, right: THIN, bottom: THIN, left: THIN };

/** White on blue, as the headers of the ANS workbooks. */
export function headerStyle(look: Look): CellStyle {
  const { headerColor, headerFill } = OFFICIAL_SHEET;
  return {
    ...dataStyle(look),
    font: { ...fontOf(look), color: { rgb: headerColor } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: headerFill } },
  };
}

/** Black on white, as the data of the ANS workbooks. */
export function dataStyle(look: Look): CellStyle {
  const { horizontal, indent, locked = false } = look;
  return {
    font: { ...fontOf(look), color: { rgb: '000000' } },
    border: THIN_BORDER,
    alignment: { horizontal, vertical: 'center', wrapText: true, ...(indent === undefined ? {} : { indent }) },
    protection: { locked },
  };
}

function fontOf({ size, bold = false }: Look): NonNullable<CellStyle['font']> {
  return { name: OFFICIAL_SHEET.font, size, bold };
}

/**
 * Cell with `content` in `style`. Text is always written as text: never a formula nor an error value, cut with an
 * announced ellipsis where a spreadsheet would refuse it, without what XML forbids.
 */
export function toCell(content: CellContent, style: CellStyle, texts: ReportTexts): Partial<Cell> {
  if (typeof content === 'number') return { value: content, style };
  if (typeof content !== 'string') return richCell(content, style, texts);
  const text = cellText(content, texts);
  if (text === '') return { value: null, style };
  const shown = FORMULA_START.test(text) ? { ...style, numFmt: '@' } : style;
  if (ERROR_VALUE.test(text)) return { value: text, style: shown, richText: [{ text }] };
  return { value: text, style: shown };
}

function richCell(
  { text, verdict, link }: Exclude<CellContent, string | number>,
  style: CellStyle,
  texts: ReportTexts,
): Partial<Cell> {
  const fill = verdict && ({ type: 'pattern', pattern: 'solid', fgColor: { rgb: VERDICT_FILLS[verdict] } } as const);
  const font = link && { ...style.font, underline: true, color: { rgb: LINK_COLOR } };
  const cell = toCell(text, { ...style, ...(fill && { fill }), ...(font && { font }) }, texts);
  // A link to the workbook itself needs its place only.
  return link ? { ...cell, hyperlink: { target: '', ...link } } : cell;
}

/** A verdict in a word, on its colour. */
export function verdictCell(verdict: Verdict, texts: ReportTexts): CellContent {
  return { text: texts.verdicts[verdict], verdict };
}

/** How many of these cells can not hold all of their text. */
export function countCut(rows: Iterable<readonly CellContent[]>): number {
  let count = 0;
  for (const row of rows) for (const content of row) if (isCut(textOf(content))) count++;
  return count;
}

function isCut(text: string): boolean {
  // A character that is made visible takes eight at most.
  return text.length * 8 > MAX_CELL_LENGTH && plainText(text).length > MAX_CELL_LENGTH;
}

/** What a cell shows. */
export function textOf(content: CellContent): string {
  return typeof content === 'object' ? content.text : String(content);
}

function plainText(text: string): string {
  return cleanForXml(text.replace(/\r\n?/g, '\n'));
}

function cellText(text: string, texts: ReportTexts): string {
  const clean = plainText(text);
  return escapeEscapes(clean.length <= MAX_CELL_LENGTH ? clean : cutText(clean, texts));
}

function cutText(text: string, texts: ReportTexts): string {
  const room = MAX_CELL_LENGTH - fill(texts.cut, { count: text.length }).length;
  const kept = cutAt(text, room);
  return kept + fill(texts.cut, { count: text.length - kept.length });
}

/** A text that looks like an escape of the format (`_x0041_`) would be read as the character it names. */
function escapeEscapes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
