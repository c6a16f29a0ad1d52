import { ReadError } from '../../artifacts/read-error.js';
import type { PackFiles } from '../pack-files.js';
import type { RuleCache } from './cache.js';
import { sha256Of } from './recorded-files.js';

/** Texts that the functions of a schema find in files of the pack: value sets and terminologies, kept so that their XML is read once for all. */
export interface KeptTexts {
  /** Those of a file, as long as it is what it was. @param name of the function. */
  get(path: string, name: string): ReadonlySet<string> | undefined;
  add(path: string, name: string, texts: ReadonlySet<string>): void;
  /** Keeps what was added for the next process. */
  save(): void;
}

interface Row {
  readonly path: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly name: string;
  /** An array of strings as JSON: parsed when it is asked for. */
  readonly texts: Buffer;
}

/** @param entry where they are kept; it names a schema with all that decides what its functions are. */
export function keptTexts(files: PackFiles, entry?: { readonly cache: RuleCache; readonly name: string }): KeptTexts {
  let kept: Map<string, Row> | undefined;
  const rows = (): Map<string, Row> => {
    kept ??= read(entry);
    return kept;
  };
  const added = new Map<string, { path: string; name: string; texts: ReadonlySet<string> }>();
  return {
    get: (path, name) => {
      const key = keyOf({ path, name });
      const found = added.get(key)?.texts;
      if (found) return found;
      const row = rows().get(key);
      if (row === undefined || row.sha256 !== hashOf(files, path)) return undefined;
      return new Set<string>(JSON.parse(row.texts.toString()));
    },
    add: (path, name, texts) => added.set(keyOf({ path, name }), { path, name, texts }),
    save: () => {
      if (added.size === 0) return;
      if (entry) {
        // What another thread kept meanwhile stays.
        kept = read(entry);
        for (const [key, { path, name, texts }] of added) {
          const sha256 = hashOf(files, path);
          if (sha256 !== undefined)
            kept.set(key, { path, sha256, name, texts: Buffer.from(JSON.stringify([...texts])) });
        }
        entry.cache.write(entry.name, encode([...kept.values()]));
      }
      added.clear();
    },
  };
}

function keyOf({ path, name }: Pick<Row, 'path' | 'name'>): string {
  return `${name}\0${path}`;
}

/** Undefined for a file that is too large to be read. */
function hashOf(files: PackFiles, path: string): string | undefined {
  try {
    return sha256Of(files, path);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

function read(entry: { readonly cache: RuleCache; readonly name: string } | undefined): Map<string, Row> {
  const bytes = entry?.cache.read(entry.name);
  return new Map((bytes ? decode(bytes) : []).map((row) => [keyOf(row), row]));
}

/** The length of the head, the head, then the texts of each row. */
function encode(rows: readonly Row[]): Buffer {
  const head = Buffer.from(
    JSON.stringify(rows.map(({ path, sha256, name, texts }) => [path, sha256, name, texts.length])),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...rows.map(({ texts }) => texts)]);
}

function decode(bytes: Buffer): Row[] {
  let offset = 4 + bytes.readUInt32LE();
  const head: [path: string, sha256: string, name: string, length: number][] = JSON.parse(
    bytes.subarray(4, offset).toString(),
  );
  return head.map(([path, sha256, name, length]) => {
    const texts = bytes.subarray(offset, offset + length);
    offset += length;
    return { path, sha256, name, texts };
  });
}
