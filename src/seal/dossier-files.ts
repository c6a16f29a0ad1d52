import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ReadError } from '../artifacts/read-error.js';
import { isRefusedByWindows, nameKey, refuseUnsafe } from '../artifacts/zip/entry-name.js';
import { discover } from '../dossier/discover.js';
import { filesInside } from '../dossier/fhir-packages.js';
import { UserError } from '../dossier/user-error.js';
import type { Mask } from '../report/mask.js';
import type { SealedRem } from './made-entries.js';

/** Where the files of the dossier stand in a seal. */
export const DOSSIER_PREFIX = 'dossier/';
/** Where a workbook stands that is not of the dossier. */
const REM_PREFIX = 'rem/';

/** The files of a dossier that a seal holds, by their paths from its folder: those that may be judged, and those that judge. */
export async function dossierFiles(folder: string, except: ReadonlySet<string>): Promise<string[]> {
  return (await discover(folder)).filter((path) => !except.has(path));
}

/** @throws UserError for a name that another system could not write, or would write over another. */
export function refuseUnportable(paths: readonly string[], mask: Mask): void {
  const names = new Map<string, string>();
  for (const path of paths) {
    if (!isPortable(path)) throw new UserError('seal-name', { path: mask(path) });
    const other = names.get(nameKey(path));
    if (other !== undefined) throw new UserError('seal-twin', { path: mask(path), other: mask(other) });
    names.set(nameKey(path), path);
  }
}

/**
 * The workbook of the corridor as a seal holds it: among the files of the dossier, or beside them under its own name, which reports show.
 * @param files of the dossier.
 * @throws UserError as `refuseUnportable`.
 */
export async function sealedRem(
  folder: string,
  file: string | undefined,
  files: readonly string[],
  mask: Mask,
): Promise<SealedRem | undefined> {
  if (file === undefined) return undefined;
  const inside = (await pathsInside(folder, [file])).find((path) => files.includes(path));
  if (inside !== undefined) return { path: `${DOSSIER_PREFIX}${inside}`, bytes: undefined };
  const name = mask(basename(file));
  if (!isPortable(name)) throw new UserError('seal-name', { path: name });
  const bytes = await readFile(file).catch(() => {
    throw new UserError('no-file', { path: file });
  });
  return { path: `${REM_PREFIX}${name}`, bytes };
}

function isPortable(path: string): boolean {
  try {
    refuseUnsafe(path, 0);
  } catch (error) {
    if (error instanceof ReadError) return false;
    throw error;
  }
  return !isRefusedByWindows(path) && Buffer.from(path).toString() === path && !path.includes('\uFFFD');
}

/** Those of some files, which may not exist yet, that are in a folder: by their paths in it, links followed. */
export async function pathsInside(folder: string, files: readonly string[]): Promise<string[]> {
  const real = await realpath(folder).catch(() => resolve(folder));
  const places = await Promise.all(
    files.map(async (file) => {
      const above = dirname(resolve(file));
      return [join(await realpath(above).catch(() => above), basename(file)), await realpath(file).catch(() => file)];
    }),
  );
  return filesInside(real, places.flat());
}
