const BLOCK = 512;

/** A regular file of a tar archive. */
export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The regular files of a tar archive, POSIX (ustar, pax names) or GNU (long names); links and special files are left out.
 * @throws RangeError for what is no tar archive, or is cut.
 */
export function readTar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (checksumOf(header) !== octal(header, 148, 8)) throw new RangeError(`no tar header at byte ${at}`);
    const size = octal(header, 124, 12);
    const start = at + BLOCK;
    // A size that is no number is not within the archive either.
    if (!(start + size <= archive.length)) throw new RangeError(`the file at byte ${at} is cut`);
    const bytes = archive.subarray(start, start + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = text(bytes, 0, size);
    else if (type === 'x') longName = /(?:^|\n)\d+ path=(.*)\n/.exec(Buffer.from(bytes).toString())?.[1];
    else if (type !== 'g') {
      if (type === '0' || type === '\0') files.push({ name: longName ?? nameOf(header), bytes });
      longName = undefined;
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  const name = text(header, 0, 100);
  return prefix ? `${prefix}/${name}` : name;
}

function text(bytes: Uint8Array, from: number, length: number): string {
  const given = Buffer.from(bytes.subarray(from, from + length));
  const end = given.indexOf(0);
  return given.subarray(0, end === -1 ? given.length : end).toString();
}

function octal(header: Uint8Array, from: number, length: number): number {
  const digits = text(header, from, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Sum of the bytes of a header, its own checksum seen as spaces. */
function checksumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}
