import { readFile } from 'node:fs/promises';
import type { Pack } from '../packs/builtin.js';
import type { YamlFile } from '../scenarios/parse-yaml.js';
import type { RemWorkbook } from '../scenarios/rem-workbook.js';
import type { Manifest } from './manifest.js';
import { UserError } from './user-error.js';

/** The workbook that a dossier is judged with. */
export interface GivenRem {
  readonly workbook: RemWorkbook;
  /** Day of the workbook, `YYYY-MM-DD`, from the manifest or its name; undefined when neither tells it. */
  readonly date: string | undefined;
  /** Path that was read. */
  readonly file: string;
  readonly pack: Pack;
}

/**
 * Reads the workbook that `--rem` names.
 * @throws UserError for a file that is missing or is no such workbook.
 */
export async function readGivenRem(
  manifest: YamlFile<Manifest>,
  file: string | undefined,
): Promise<GivenRem | undefined> {
  if (file === undefined) return undefined;
  const bytes = await readFile(file).catch(() => {
    throw new UserError('no-file', { path: file });
  });
  const { readRemWorkbook } = await import('../rem/read-rem-workbook.js');
  const { rem } = manifest.value;
  const workbook = await readRemWorkbook(bytes, file, { columns: rem?.columns ?? {} });
  const date = rem?.date ?? dayIn(workbook.file);
  return { workbook, date, file, pack: packOf(workbook, date) };
}

function packOf({ sha256 }: RemWorkbook, date: string | undefined): Pack {
  return { id: 'rem', version: date ?? sha256.slice(0, 12), sha256 };
}

/** The day that a file is named by: `20260608`, `2026-06-08`, or `08062026` as the exports of the ANS write it. */
export function dayIn(name: string): string | undefined {
  const days = [...name.matchAll(/(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g)].map(
    ([, y, m, d]) => `${y}-${m}-${d}`,
  );
  const reversed = [...name.matchAll(/(?<!\d)(\d{2})[-_.]?(\d{2})[-_.]?(\d{4})(?!\d)/g)].map(
    ([, d, m, y]) => `${y}-${m}-${d}`,
  );
  return [...days, ...reversed].find((day) => /^20\d\d-/.test(day) && !Number.isNaN(Date.parse(day)));
}
