import { type CellValue, type MergeRange, readXlsx, type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import { ReadError } from '../artifacts/read-error.js';
import { looksLikeZip, readZip } from '../artifacts/zip/read-zip.js';
import { UserError } from '../dossier/user-error.js';

export type { CellValue, MergeRange };

/** The top of a sheet, where its header is searched for. */
export interface SheetTop {
  readonly name: string;
  readonly hidden: boolean;
  /** From the first row. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly MergeRange[];
}

/** Where a header may stand: further down, or further right, is no REM workbook. */
const TOP = 'A1:IV60';
/** The library holds as objects what is not a sheet, and repeats a description of columns for each of them. */
const MOST_TAGS = 2_000_000;
const MOST_COLUMN_TAGS = 2000;

/**
 * The sheets of a workbook.
 * @param path what messages call it.
 * @throws UserError for bytes that are no workbook in Office Open XML, are encrypted, or would cost more memory than a workbook may.
 */
export async function openWorkbook(bytes: Uint8Array, path: string): Promise<SheetTop[]> {
  refuseHostile(bytes, path);
  const { sheets } = await reading(path, () => readXlsx(bytes, { range: TOP }));
  return sheets.map(({ name, hidden, veryHidden, rows, merges }) => ({
    name,
    hidden: hidden === true || veryHidden === true,
    rows,
    merges: merges ?? [],
  }));
}

/** Gives the rows of a sheet that have cells, one after the other. @throws UserError as `openWorkbook`. */
export async function eachRow(
  bytes: Uint8Array,
  path: string,
  sheet: string,
  take: (row: StreamRow) => void,
): Promise<void> {
  await reading(path, async () => {
    for await (const row of streamXlsxRows(bytes, { sheet })) take(row);
  });
}

/** The library has many errors, whose texts tell a user nothing: what can be done is the same. */
async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('rem-unreadable', { path, reason: error instanceof Error ? error.name : 'error' });
  }
}

function refuseHostile(bytes: Uint8Array, path: string): void {
  // A compound file: a workbook of Excel 97, or one with a password.
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0') throw new UserError('rem-encrypted', { path });
  if (!looksLikeZip(bytes)) throw new UserError('rem-not-workbook', { path });
  try {
    const { entries } = readZip(bytes);
    if (!entries.some(({ name }) => name === '[Content_Types].xml')) throw new UserError('rem-not-workbook', { path });
    for (const { name, data } of entries) {
      if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
      const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      const isSheet = name.startsWith('xl/worksheets/');
      const [tag, most] = isSheet ? (['<col ', MOST_COLUMN_TAGS] as const) : (['<', MOST_TAGS] as const);
      if (count(text, tag, most) > most) throw new UserError('rem-too-large', { path, limit: tag, maximum: most });
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { limit, maximum, reason } = error.args;
    if (limit !== undefined && maximum !== undefined) throw new UserError('rem-too-large', { path, limit, maximum });
    throw new UserError('rem-unreadable', { path, reason: reason ?? error.code });
  }
}

function count(text: Buffer, tag: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(tag); at !== -1 && found <= most; at = text.indexOf(tag, at + tag.length)) found += 1;
  return found;
}
