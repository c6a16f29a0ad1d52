import { readFile, stat } from 'node:fs/promises';
import { UserError } from './user-error.js';

/** Bytes of a YAML file that people write: ten thousand opinions have less than half. */
const MAX_BYTES = 5_000_000;

/**
 * Reads a YAML file, or one of JSON that is read as such; undefined when there is none.
 * @param path how it is named to the user.
 * @throws UserError for what is no regular file, and for a file that is too large: neither is read.
 */
export async function readYamlText(file: string, path: string): Promise<string | undefined> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats) return undefined;
  // A pipe may never end.
  if (!stats.isFile()) throw new UserError('not-a-file', { path });
  if (stats.size > MAX_BYTES) throw new UserError('too-large', { path, maximum: MAX_BYTES });
  return readFile(file, 'utf8');
}
