import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LIMITS } from '../artifacts/limits.js';
import type { Pack } from '../packs/builtin.js';
import type { RemWorkbook } from '../scenarios/rem-workbook.js';
import { discover } from './discover.js';
import { type Lock, readLock } from './dossier-lock.js';
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
 * Reads the workbook that `--rem` names, or the one that the lock of the dossier pins when the dossier holds it.
 * @throws UserError for a file that is missing or is no such workbook, for another one than is pinned, and for a pinned one that is nowhere.
 */
export async function readGivenRem(
  folder: string,
  manifest: Manifest,
  given: string | undefined,
): Promise<GivenRem | undefined> {
  const pinned = (await readLock(folder))?.rem;
  const file = given ?? (pinned && (await pinnedFile(folder, pinned)));
  if (file === undefined) return undefined;
  const { rem } = manifest;
  const { readRemWorkbook } = await import('../rem/read-rem-workbook.js');
  const workbook = await readRemWorkbook(await workbookBytes(file), file, { columns: rem?.columns ?? {} });
  const { sha256 } = workbook;
  if (pinned && pinned.sha256 !== sha256)
    throw new UserError('rem-not-pinned', { path: basename(file), sha256, name: pinned.file, pinned: pinned.sha256 });
  const date = rem?.date ?? dayIn(workbook.file);
  return { workbook, date, file, pack: { id: 'rem', version: date ?? sha256.slice(0, 12), sha256 } };
}

/** Where a pinned workbook is: among the files of the dossier, whatever else its path could reach. */
async function pinnedFile(folder: string, { file, sha256 }: NonNullable<Lock['rem']>): Promise<string> {
  if ((await discover(folder)).includes(file)) return join(folder, file);
  throw new UserError('rem-pinned-absent', { name: file, sha256 });
}

/** The bytes of a workbook. @throws UserError for what is no file, can't be read or is too large. */
export async function workbookBytes(path: string): Promise<Uint8Array> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new UserError('no-file', { path });
  if (!stats.isFile()) throw new UserError('rem-not-workbook', { path });
  if (stats.size > LIMITS.zipTotalBytes)
    throw new UserError('rem-too-large', { path, limit: 'zipTotalBytes', maximum: LIMITS.zipTotalBytes });
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError('rem-unreadable', { path, reason: error.code ?? error.message });
  });
}

/** The day that a file is named by: `20260608`, `2026-06-08`, or `08062026` as the exports of the ANS write it. */
function dayIn(name: string): string | undefined {
  const days = [...name.matchAll(/(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g)].map(
    ([, y, m, d]) => `${y}-${m}-${d}`,
  );
  const reversed = [...name.matchAll(/(?<!\d)(\d{2})[-_.]?(\d{2})[-_.]?(\d{4})(?!\d)/g)].map(
    ([, d, m, y]) => `${y}-${m}-${d}`,
  );
  return [...days, ...reversed].find((day) => /^20\d\d-/.test(day) && !Number.isNaN(Date.parse(day)));
}
