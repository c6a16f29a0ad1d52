import { badZip } from './zip-error.js';

/** What the end of an archive says of its directory (APPNOTE.TXT 4.3.14 to 4.3.16). */
export interface ZipEnd {
  /** Offset of the directory; it ends where the records of the end begin. */
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** Offset of what follows the archive and its comment. */
  readonly after: number;
}

const END = 'PK\x05\x06';
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;

/**
 * The end record of an archive. An archive that could be read in two ways is refused: a recipient may read the other.
 * @throws ReadError `read/zip`.
 */
export function readEnd(zip: Buffer): ZipEnd {
  const ends = endsOf(zip);
  const afterOf = (at: number): number => at + END_BYTES + zip.readUInt16LE(at + 20);
  const at =
    ends.findLast((each) => afterOf(each) === zip.length) ?? ends.findLast((each) => afterOf(each) < zip.length);
  if (at === undefined) throw badZip('zip-no-end');
  // Another one inside its comment: half of the readers of this world would take that one.
  if (ends.some((each) => each > at)) throw badZip('zip-two-ends');
  const disks = [zip.readUInt16LE(at + 4), zip.readUInt16LE(at + 6)];
  if (disks.some((disk) => disk !== 0 && disk !== 0xffff)) throw badZip('zip-disks');
  const end = {
    count: zip.readUInt16LE(at + 10),
    size: zip.readUInt32LE(at + 12),
    start: zip.readUInt32LE(at + 16),
  };
  if (zip.readUInt16LE(at + 8) !== end.count) throw badZip('zip-count');
  const { limit, ...directory } = inZip64(zip, at, end) ?? { ...end, limit: at };
  if (directory.start + directory.size !== limit) throw badZip('zip-directory-place');
  return { ...directory, after: afterOf(at) };
}

/** Offsets of what may be an end record, in order: a comment may follow it, and a little of what does not belong there. */
function endsOf(zip: Buffer): number[] {
  const found: number[] = [];
  const from = Math.max(0, zip.length - END_BYTES - 2 * COMMENT_BYTES);
  for (let at = zip.indexOf(END, from, 'latin1'); at !== -1; at = zip.indexOf(END, at + 1, 'latin1')) {
    if (at + END_BYTES <= zip.length) found.push(at);
  }
  return found;
}

type Directory = Pick<ZipEnd, 'start' | 'size' | 'count'>;

/** What the records of ZIP64 say, when there are some: they stand between the directory and the end record. */
function inZip64(zip: Buffer, at: number, end: Directory): (Directory & { limit: number }) | undefined {
  const locator = at - 20;
  if (locator < 0 || zip.toString('latin1', locator, locator + 4) !== 'PK\x06\x07') return undefined;
  const limit = uint64(zip, locator + 8);
  const isRecord = limit + 56 <= locator && zip.toString('latin1', limit, limit + 4) === 'PK\x06\x06';
  if (!isRecord || limit + 12 + uint64(zip, limit + 4) !== locator) throw badZip('zip-directory-place');
  const found = { count: uint64(zip, limit + 32), size: uint64(zip, limit + 40), start: uint64(zip, limit + 48) };
  const agree =
    [found.count, 0xffff].includes(end.count) &&
    [found.size, 0xffffffff].includes(end.size) &&
    [found.start, 0xffffffff].includes(end.start);
  if (!agree) throw badZip('zip-two-ends');
  return { ...found, limit };
}

/** A number of 64 bits; one beyond what JavaScript counts exactly is beyond every archive too. */
export function uint64(bytes: Buffer, at: number): number {
  return Math.min(Number(bytes.readBigUInt64LE(at)), Number.MAX_SAFE_INTEGER);
}
