import { createHash } from 'node:crypto';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { isObject } from '../artifacts/json/document.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';

/** One entry of a sealed archive, as `seal.json` lists it. */
export interface SealEntry {
  readonly path: string;
  /** Of its bytes, uncompressed; lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What `seal.json` says: every entry of the archive but itself. */
export interface SealList {
  /** Of `merkleRoot`. */
  readonly root: string;
  /** Sorted by path, by UTF-16 code unit; none twice. */
  readonly entries: readonly SealEntry[];
}

export const SEAL_NAME = 'seal.json';
/** The report in a seal. */
export const REPORT_NAME = 'report/report.json';
export const SEAL_SCHEMA = 'segur-check/seal/1';

export function entryOf(path: string, content: Uint8Array): SealEntry {
  return { path, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

/** The list of these entries, in its order. */
export function sealList(entries: Iterable<SealEntry>): SealList {
  const sorted = [...entries].sort((a, b) => byCodeUnit(a.path, b.path));
  return { root: merkleRoot(sorted), entries: sorted };
}

/** The one text of a list, one line for each entry: a shell reads it too. */
export function sealText({ root, entries }: SealList): string {
  const lines = entries.map(({ path, sha256, bytes }) => `    ${JSON.stringify({ path, sha256, bytes })}`);
  const head = `{\n  "schema": ${JSON.stringify(SEAL_SCHEMA)},\n  "root": ${JSON.stringify(root)},\n`;
  return `${head}  "entries": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The list that a text gives, whatever it claims: undefined for what is none. */
export function parseSealList(text: string): (SealList & { readonly schema: string }) | undefined {
  const value = parsedJson(text);
  if (!isObject(value) || typeof value.schema !== 'string' || typeof value.root !== 'string') return undefined;
  const { schema, root, entries } = value;
  if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined;
  return { schema, root, entries };
}

function isEntry(value: unknown): value is SealEntry {
  return (
    isObject(value) &&
    typeof value.path === 'string' &&
    typeof value.sha256 === 'string' &&
    typeof value.bytes === 'number'
  );
}

/**
 * Root of the Merkle tree of the entries, in their order, as RFC 6962 §2.1 builds it over SHA-256: a leaf is 0x00, then the path in UTF-8,
 * a zero byte and the hexadecimal hash; a node is 0x01, then the two hashes (32 bytes each) below it. The left part of `n` entries is the
 * largest power of two below `n`.
 * @returns lower-case hexadecimal.
 */
export function merkleRoot(entries: readonly SealEntry[]): string {
  const hash = (...parts: readonly (string | Uint8Array)[]): Buffer => {
    const sha256 = createHash('sha256');
    for (const part of parts) sha256.update(part);
    return sha256.digest();
  };
  let level = entries.map(({ path, sha256 }) => hash(`\0${path}\0${sha256}`));
  if (level.length === 0) return hash().toString('hex');
  // Pairs from the left, a last one alone going up as it is: the same tree.
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = level.slice(at, at + 2);
      if (left) next.push(right ? hash('\u0001', left, right) : left);
    }
    level = next;
  }
  return level[0]?.toString('hex') ?? '';
}
