import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** The real path of what may not be there yet: links of the folders above are followed. */
export function realTarget(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // What is not there yet lies in a folder that may be.
    return dirname(path) === path ? path : join(realTarget(dirname(path)), basename(path));
  }
}

/** Whether a real path is another, or below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
