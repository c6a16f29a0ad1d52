import { bufferOf } from '../buffer-of.js';
import { LIMITS, type Limits } from '../limits.js';
import { overLimit, type ReadProblem } from '../read-error.js';
import { type Member, readDirectory } from './directory.js';
import { readEnd } from './end-record.js';
import { isRefusedByWindows } from './entry-name.js';
import { inflate } from './inflate.js';
import { readLayout, type ZipLayout } from './layout.js';
import { shown } from './zip-error.js';

export interface ZipEntry {
  /** Name in the archive, `/` between folders. */
  readonly name: string;
  /**
   * Inflated and verified when it is first asked for, then kept.
   * @throws ReadError `read/zip-entry`, `read/zip-limit`, `read/zip`.
   */
  readonly data: Uint8Array;
}

/** An archive whose directory was read, and nothing else yet. */
export interface ZipArchive {
  /** Its files, in the order of its directory. */
  readonly entries: readonly ZipEntry[];
  /** What other software may read otherwise, or refuse. @throws ReadError `read/zip`, `read/zip-entry`. */
  reserves(): ReadProblem[];
}

/** True for bytes that start as an archive does, empty or not (APPNOTE.TXT 4.3.7, 4.3.16). */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return signature === 'PK\x03\x04' || signature === 'PK\x05\x06';
}

/**
 * Reads the directory of a ZIP archive: its entries are inflated when they are asked for.
 * @throws ReadError `read/zip`, `read/zip-unsafe-name` (a name that leaves the archive, a link), `read/zip-limit` (too many entries),
 * `read/zip-entry` (two entries that would be one file).
 */
export function readZip(bytes: Uint8Array, limits: Limits = LIMITS): ZipArchive {
  const zip = bufferOf(bytes);
  const end = readEnd(zip);
  const members = readDirectory(zip, end, limits);
  let layout: ZipLayout | undefined;
  let total = 0;
  const dataOf = (member: Member): Uint8Array => {
    layout ??= readLayout(zip, members, end);
    total += member.size;
    refuseBombs(member, total, limits);
    const start = layout.dataOf.get(member) ?? 0;
    return inflate(zip.subarray(start, start + member.compressedSize), member);
  };
  return {
    entries: members.filter(({ name }) => !name.endsWith('/')).map((member) => lazyEntry(member, dataOf)),
    reserves() {
      layout ??= readLayout(zip, members, end);
      return reservesOf(members, layout);
    },
  };
}

function lazyEntry(member: Member, dataOf: (member: Member) => Uint8Array): ZipEntry {
  let data: Uint8Array | undefined;
  return {
    name: member.name,
    get data() {
      data ??= dataOf(member);
      return data;
    },
  };
}

function refuseBombs({ name, size, compressedSize }: Member, total: number, limits: Limits): void {
  const at = { path: shown(name) };
  if (size > limits.zipEntryBytes) throw overLimit(limits, 'zipEntryBytes', size, at);
  if (total > limits.zipTotalBytes) throw overLimit(limits, 'zipTotalBytes', total, at);
  const ratio = size / Math.max(1, compressedSize);
  if (size > 1024 * 1024 && ratio > limits.zipRatio) throw overLimit(limits, 'zipRatio', Math.round(ratio), at);
}

/** One reserve for each reason, at its first entry. */
function reservesOf(members: readonly Member[], { strayBytes }: ZipLayout): ReadProblem[] {
  const reserve = (reason: string, args: Record<string, string | number>): ReadProblem => ({
    code: 'read/forgiven',
    args: { reason, ...args },
    location: {},
  });
  const guessed = members.find((member) => member.guessed);
  const unwritable = members.find(({ name }) => isRefusedByWindows(name));
  return [
    ...(guessed ? [reserve('zip-utf8-unsaid', { entry: shown(guessed.name) })] : []),
    ...(unwritable ? [reserve('zip-windows-name', { entry: shown(unwritable.name) })] : []),
    ...(strayBytes > 0 ? [reserve('zip-stray-bytes', { bytes: strayBytes })] : []),
  ];
}
