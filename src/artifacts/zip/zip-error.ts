import { ReadError } from '../read-error.js';

/** An archive that can't be read as a whole. */
export function badZip(reason: string, args: Readonly<Record<string, string | number>> = {}): ReadError {
  return new ReadError('read/zip', { reason, ...args });
}

/** An archive that can't be read because of one of its entries. */
export function badEntry(
  entry: string,
  reason: string,
  args: Readonly<Record<string, string | number>> = {},
): ReadError {
  return new ReadError('read/zip-entry', { entry: shown(entry), reason, ...args });
}

/** An entry whose name or type would harm who opens the archive. */
export function unsafeName(entry: string, reason: string): ReadError {
  return new ReadError('read/zip-unsafe-name', { entry: shown(entry), reason });
}

/** A name may have 65,535 bytes: a message need not. */
export function shown(name: string): string {
  return name.length > 200 ? `${name.slice(0, 200)}…` : name;
}
