import { createHash } from 'node:crypto';
import type { CompiledSchema } from './compile/schema.js';
import type { AssertionInfo, SchemaInfo } from './outcome.js';
import type { Learned } from './recorded-files.js';

/** A schema that was compiled: what was learned of its pack, what came of it, and what V8 made of the code. */
export interface CacheEntry {
  readonly learned: Learned;
  readonly compiled: CompiledSchema;
  readonly cachedData: Buffer;
}

const HASH_BYTES = 32;
const LENGTHS = 3;
const HEAD_BYTES = HASH_BYTES + LENGTHS * 4;

/** The entry as bytes: the SHA-256 of what follows, three lengths, then the values, the code and V8's data. */
export function encodeEntry({ learned, compiled: { info, code }, cachedData }: CacheEntry): Buffer {
  const values: Values = { learned, info: { ...info, assertions: [] }, ...shared(info.assertions) };
  const parts = [Buffer.from(JSON.stringify(values)), Buffer.from(code, 'latin1'), cachedData];
  const lengths = Buffer.alloc(LENGTHS * 4);
  for (const [rank, part] of parts.entries()) lengths.writeUInt32LE(part.length, rank * 4);
  const body = Buffer.concat([lengths, ...parts]);
  return Buffer.concat([sha256(body), body]);
}

/** @returns undefined for what is not an entry, or was damaged. */
export function decodeEntry(bytes: Buffer): CacheEntry | undefined {
  if (bytes.length < HEAD_BYTES || !sha256(bytes.subarray(HASH_BYTES)).equals(bytes.subarray(0, HASH_BYTES)))
    return undefined;
  let offset = HEAD_BYTES;
  const part = (rank: number): Buffer => {
    const start = offset;
    offset += bytes.readUInt32LE(HASH_BYTES + rank * 4);
    return bytes.subarray(start, offset);
  };
  // The hash tells that these are the bytes that `encodeEntry` made.
  const { learned, info, assertions, uses }: Values = JSON.parse(part(0).toString());
  const code = part(1).toString('latin1');
  return {
    learned,
    compiled: { info: { ...info, assertions: expanded(assertions, uses) }, code },
    cachedData: part(2),
  };
}

interface Values {
  readonly learned: Learned;
  /** Without assertions. */
  readonly info: SchemaInfo;
  readonly assertions: readonly Omit<AssertionInfo, 'rule'>[];
  /** Of each assertion of the schema: its rule, and its rank among those that differ. Rules that extend the same one share most. */
  readonly uses: readonly number[];
}

function shared(all: readonly AssertionInfo[]): Pick<Values, 'assertions' | 'uses'> {
  const ranks = new Map<string, number>();
  const assertions: Omit<AssertionInfo, 'rule'>[] = [];
  const uses: number[] = [];
  for (const { rule, ...own } of all) {
    const key = JSON.stringify(own);
    let rank = ranks.get(key);
    if (rank === undefined) {
      rank = assertions.push(own) - 1;
      ranks.set(key, rank);
    }
    uses.push(rule, rank);
  }
  return { assertions, uses };
}

function expanded(assertions: Values['assertions'], uses: readonly number[]): AssertionInfo[] {
  const all: AssertionInfo[] = [];
  for (let at = 0; at < uses.length; at += 2) {
    const own = assertions[uses[at + 1] ?? -1];
    const rule = uses[at];
    if (own === undefined || rule === undefined) throw new Error('an entry without the assertion that it uses');
    const { kind, id, test, role, flag, place, documents } = own;
    all.push({ rule, kind, id, test, role, flag, place, documents });
  }
  return all;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
