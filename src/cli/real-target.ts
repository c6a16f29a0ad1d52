import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** The real path of what may not be there yet: links of the folders above are followed. */
export async function realTarget(path: string): Promise<string> {
  for (let [at, rest] = [path, '']; ; [at, rest] = [dirname(at), join(basename(at), rest)]) {
    const real = await realpath(at).catch(() => undefined);
    if (real !== undefined || at === dirname(at)) return join(real ?? at, rest);
  }
}

/** Whether a real path is another, or below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
