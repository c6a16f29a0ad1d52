import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../artifacts/by-code-unit.js';

/** A scenario file before it is parsed. */
export interface SourceFile {
  /** Path from the base's folder, `/` on every system. */
  readonly file: string;
  readonly text: string;
}

/** Folder of the requirement base in this package. */
export const BASE_FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Every YAML file of the base, sorted by path. */
export async function readBaseFiles(folder: string = BASE_FOLDER): Promise<SourceFile[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.yaml'));
  return Promise.all(
    files.sort(byCodeUnit).map(async (file) => ({ file, text: await readFile(`${folder}/${file}`, 'utf8') })),
  );
}
