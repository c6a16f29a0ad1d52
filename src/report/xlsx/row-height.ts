import { type CellStyle, calculateRowHeight } from 'hucre/xlsx';
import { type CellContent, textOf } from './cell.js';

/** What a spreadsheet allows, in points. */
const MAX_HEIGHT = 409;

/** Points above and below the text. */
const PADDING = 4;

/** Column widths count characters of the default font at this size. */
const WIDTH_FONT_SIZE = 11;

/** Lines break at words, so that they are never quite full. */
const FILLED = 0.92;

/**
 * Height in points at which a row shows its wrapped texts. It is estimated: LibreOffice and previewers do not fit rows
 * that have no height, and the fonts of the reader's machine are not known.
 */
export function rowHeight(
  row: readonly CellContent[],
  columns: readonly { readonly width: number; readonly style: CellStyle }[],
): number {
  const heights = columns.map(({ width, style }, index) => {
    const text = textOf(row[index] ?? '');
    const fontSize = style.font?.size ?? WIDTH_FONT_SIZE;
    const usable = (width - 2 * (style.alignment?.indent ?? 0)) * (WIDTH_FONT_SIZE / fontSize) * FILLED;
    return calculateRowHeight([text.replace(/\r\n?/g, '\n')], { fontSize, wrapText: true, columnWidths: [usable] });
  });
  return Math.min(Math.max(...heights) + PADDING, MAX_HEIGHT);
}
