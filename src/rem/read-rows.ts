import type { RemWarning } from '../scenarios/rem-workbook.js';
import type { RemColumn, RemField } from './columns.js';
import { looksLikeHtml, plainText } from './html-text.js';
import type { CellValue, MergeRange } from './open-workbook.js';
import { idOfNumber } from './rem-ids.js';

/** A proof of a row. */
export interface RowProof {
  readonly rank: number;
  readonly id: string;
  readonly text: string;
}

/** A row of the sheet, cleaned. */
export interface RemRow {
  /** From 1. */
  readonly row: number;
  readonly texts: Readonly<Record<Exclude<RemField, 'proof-id' | 'proof' | 'ignored'>, string>>;
  readonly proofs: readonly RowProof[];
}

/** Cells of a row that are read, in the order of the columns. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** What Excel gives to a cell at most (its specifications and limits): a text of that length was probably cut. */
const MOST_CHARACTERS = 32_767;
const ERRORS = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;
const IDS: ReadonlySet<RemField> = new Set(['id', 'scenario-id', 'proof-id']);

/** Gives to the rows of a merged range the value of its first cell: the one that a reader of the sheet sees there. */
export function unmerge(columns: readonly RemColumn[], merges: readonly MergeRange[]): (row: RawRow) => RawRow {
  const byColumn = columns.map(({ at }) =>
    merges
      .filter((each) => each.startCol === at && each.endRow > each.startRow)
      .toSorted((a, b) => a.startRow - b.startRow),
  );
  const next = columns.map(() => 0);
  const values: CellValue[] = columns.map(() => null);
  return ({ row, cells }) => {
    const filled = cells.map((cell, index) => {
      const ranges = byColumn[index] ?? [];
      while ((ranges[next[index] ?? 0]?.endRow ?? Number.POSITIVE_INFINITY) < row - 1)
        next[index] = (next[index] ?? 0) + 1;
      const range = ranges[next[index] ?? 0];
      if (!range || row - 1 < range.startRow) return cell;
      if (row - 1 === range.startRow) {
        values[index] = cell;
        return cell;
      }
      return cell === null || cell === '' ? (values[index] ?? null) : cell;
    });
    return { row, cells: filled };
  };
}

/** Cleans rows; blank ones are left out. @param isConvergence true for a layout whose texts may be HTML. */
export function cleanRows(
  rows: readonly RawRow[],
  columns: readonly RemColumn[],
  isConvergence: boolean,
): { readonly rows: RemRow[]; readonly warnings: RemWarning[] } {
  const isHtml =
    isConvergence && rows.some(({ cells }) => cells.some((cell) => typeof cell === 'string' && looksLikeHtml(cell)));
  const warnings: RemWarning[] = [];
  const cleaned = rows.map(({ row, cells }): RemRow => {
    const texts: Record<string, string> = {};
    const proofs = new Map<number, { rank: number; id: string; text: string }>();
    for (const [index, { field, rank, header }] of columns.entries()) {
      const raw = textOf(cells[index] ?? null, IDS.has(field));
      if (field === 'ignored') continue;
      if (raw.length >= MOST_CHARACTERS)
        warnings.push({ row, code: 'rem/truncated', args: { header, characters: raw.length } });
      const isError = ERRORS.test(raw);
      if (isError) warnings.push({ row, code: 'rem/error-cell', args: { header, value: raw } });
      const text = isError ? '' : plainText(raw.slice(0, 4 * MOST_CHARACTERS), isHtml);
      if (field !== 'proof-id' && field !== 'proof') {
        texts[field] = text;
        continue;
      }
      const proof = proofs.get(rank) ?? { rank, id: '', text: '' };
      proof[field === 'proof' ? 'text' : 'id'] = text;
      proofs.set(rank, proof);
    }
    const given = [...proofs.values()].filter(({ id, text }) => id !== '' || text !== '');
    const inOrder = given.sort((a, b) => a.rank - b.rank).flatMap(numberedProofs);
    return { row, texts: { ...BLANK, ...texts }, proofs: inOrder };
  });
  const isBlank = ({ texts, proofs }: RemRow): boolean =>
    proofs.length === 0 && Object.values(texts).every((text) => text === '');
  return { rows: cleaned.filter((row) => !isBlank(row)), warnings };
}

/** How a proof begins in a cell that holds several: `DMP/AIRS.06.01.02 : …`, `07.01.02 : …`. */
const NUMBERED =
  /^(?:[A-Z][A-Za-z0-9]*(?:[/_-][A-Za-z0-9]+)*\.\d{2,3}(?:\.\d{2}){1,2}|\d{2,3}(?:\.\d{2}){2})p?(?=\s*:\s)/gm;

/** The proofs of a cell that holds them with their numbers, where no column has the number. */
function numberedProofs(proof: RowProof): RowProof[] {
  const numbers = proof.id === '' ? [...proof.text.matchAll(NUMBERED)] : [];
  if (numbers.length === 0) return [proof];
  const before = proof.text.slice(0, numbers[0]?.index).trim();
  const parts = numbers.map(({ 0: id, index }, at) => {
    const text = proof.text.slice(index + id.length, numbers[at + 1]?.index).replace(/^\s*:\s*/, '');
    return { rank: proof.rank + at, id, text: text.trim() };
  });
  return before === '' ? parts : [{ ...proof, text: before }, ...parts];
}

const BLANK: RemRow['texts'] = {
  id: '',
  statement: '',
  perimeter: '',
  chapter: '',
  function: '',
  comment: '',
  nature: '',
  'historical-profile': '',
  profile: '',
  criticality: '',
  order: '',
  publication: '',
  'previous-wave': '',
  'scenario-id': '',
  scenario: '',
  'verification-points': '',
};

function textOf(cell: CellValue, isId: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
  if (isId) return idOfNumber(cell);
  return typeof cell === 'number' ? String(cell) : cell.toISOString().replace(/T00:00:00\.000Z$/, '');
}
