import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../dossier/user-error.js';
import { FORMATS } from '../report/formats.js';
import { isInside, realTarget } from './real-target.js';
import type { ReportRequest } from './report-requests.js';

/**
 * Refuses, before anything is judged, reports that would overwrite one another or what is judged.
 *
 * @param inputs files that no report may replace: those that the command names
 * @throws UserError for two reports in one place, one inside the folder of another, a folder in place of a file, an input
 */
export function refuseSharedPaths(requests: readonly ReportRequest[], inputs: readonly string[]): void {
  const taken: { readonly path: string; readonly place: string }[] = [];
  for (const { format, path } of requests) {
    if (path === undefined) continue;
    const place = placeOf(path);
    for (const other of taken) {
      const args = { path, other: other.path };
      if (other.place === place) throw new UserError('same-report-path', args);
      if (isInside(place, other.place) || isInside(other.place, place)) throw new UserError('report-in-report', args);
    }
    if (!FORMATS[format].parts && isFolder(path)) throw new UserError('report-is-folder', { name: format, path });
    if (inputs.some((input) => samePlace(input, place))) throw new UserError('report-over-input', { path });
    taken.push({ path, place });
  }
}

/** Path of a folder from where the command runs, with `/`; `''` when they are one, or when it is elsewhere. */
export function pathFromHere(folder: string): string {
  const path = relative(process.cwd(), resolve(folder));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? '' : path.replaceAll(sep, '/');
}

/** What is judged by `check`, when that is one folder: its path from here. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (isFolder(path) ? resolve(path) : dirname(resolve(path))));
  const [first] = folders;
  return first !== undefined && folders.every((each) => each === first) ? pathFromHere(first) : '';
}

/** A path that can't be followed is told when it is written to. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function samePlace(input: string, place: string): boolean {
  return basename(place) === folded(basename(resolve(input))) && placeOf(input) === place;
}

/** One text for all the ways to write a path: links are followed, and case does not count, since some file systems heed none. */
function placeOf(path: string): string {
  return folded(realTarget(resolve(path)));
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
