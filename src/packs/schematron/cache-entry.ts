import type { CompiledSchema } from './compile/schema.js';
import type { AssertionInfo, SchemaInfo } from './outcome.js';
import type { Learned } from './recorded-files.js';

/** A schema that was compiled: what was learned of its pack, what came of it, and what V8 made of the code. */
export interface CacheEntry {
  readonly learned: Learned;
  readonly compiled: CompiledSchema;
  readonly cachedData: Buffer;
}

const HEAD_BYTES = 3 * 4;

/** The entry as bytes: three lengths, then the values, the code and V8's data. */
export function encodeEntry({ learned, compiled: { info, code }, cachedData }: CacheEntry): Buffer {
  const values: Values = { learned, info: { ...info, assertions: [] }, ...shared(info.assertions) };
  const parts = [Buffer.from(JSON.stringify(values)), Buffer.from(code, 'latin1'), cachedData];
  const lengths = Buffer.alloc(HEAD_BYTES);
  for (const [rank, part] of parts.entries()) lengths.writeUInt32LE(part.length, rank * 4);
  return Buffer.concat([lengths, ...parts]);
}

/** @param bytes those that `encodeEntry` made. */
export function decodeEntry(bytes: Buffer): CacheEntry {
  let offset = HEAD_BYTES;
  const part = (rank: number): Buffer => {
    const start = offset;
    offset += bytes.readUInt32LE(rank * 4);
    return bytes.subarray(start, offset);
  };
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
