import { byCodeUnit } from '../../artifacts/by-code-unit.js';
import { ReadError } from '../../artifacts/read-error.js';
import { fileName, type PackFiles } from '../pack-files.js';
import { pathOfReference } from '../resolve-reference.js';
import { type ValueSet, valueSetsIn } from './value-sets-in.js';
import { writeValueSet } from './write-value-set.js';

/** A file of value sets that the pack lacks, and the one that stands in for it. */
export interface Substitute {
  /** Path that the rules ask for. */
  readonly wanted: string;
  /** Path of the file that provides the value set. */
  readonly from: string;
  /** Empty when the value set was found by its name, and has none. */
  readonly oid: string;
}

/** A pack whose missing value sets are those of its other files. */
export interface CompletedFiles extends PackFiles {
  /** Those that were asked for so far, by the path that was wanted. */
  readonly substitutes: readonly Substitute[];
}

/** Files above this size are no value sets: the largest official one has 300 kB. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The pack, in which a reference to a value set that is missing, or an empty file, leads to what another file provides under the same OID;
 * or under the same name, where the reference tells no OID. Such a path is not among `paths`, and is read in the form that its name tells.
 */
export function withSubstitutes(files: PackFiles): CompletedFiles {
  const made = new Map<string, { readonly bytes: Uint8Array; readonly substitute: Substitute } | undefined>();
  const empty = new Map<string, boolean>();
  const find = valueSetFinder(files);

  const isEmpty = (path: string): boolean => {
    const known = empty.get(path) ?? files.read(path).length === 0;
    empty.set(path, known);
    return known;
  };
  const substituteFor = (wanted: string) => {
    if (made.has(wanted)) return made.get(wanted);
    const file = fileName(wanted);
    const oid = /^voc-((?:\d+\.)+\d+)-/.exec(file)?.[1];
    const found = find(oid === undefined ? keyOfName(file) : oid);
    const substitute = found && {
      bytes: writeValueSet(found.set, oid === undefined ? 'svs' : 'art-decor'),
      substitute: { wanted, from: found.path, oid: found.set.oid },
    };
    made.set(wanted, substitute);
    return substitute;
  };
  return {
    paths: files.paths,
    resolve(from, reference) {
      const found = files.resolve(from, reference);
      const wanted = found?.path ?? pathOfReference(from, reference);
      if (wanted === undefined || !/\.xml$/i.test(wanted) || (found && !isEmpty(found.path))) return found;
      return substituteFor(wanted) && { path: wanted, exact: true };
    },
    read: (path) => made.get(path)?.bytes ?? files.read(path),
    get substitutes() {
      const all = [...made.values()].flatMap((each) => (each ? [each.substitute] : []));
      return all.sort((a, b) => byCodeUnit(a.wanted, b.wanted));
    },
  };
}

interface Found {
  readonly path: string;
  readonly set: ValueSet;
}

/**
 * Searches value sets by OID or by name. Files are looked at as far as is needed, once, those named as value sets first; only start tags are
 * looked for, since most files are not the one: that one is then parsed.
 */
function valueSetFinder({ paths, read }: PackFiles): (key: string) => Found | undefined {
  const files = paths.filter((path) => /\.xml$/i.test(path));
  const isNamedSo = (path: string): boolean => /(?:^|\/)(?:JDV|voc)[-_][^/]*$/i.test(path);
  const ordered = [...files.filter(isNamedSo), ...files.filter((path) => !isNamedSo(path))];
  const known = new Map<string, string[]>();
  let next = 0;
  const lookAtOneMore = (): void => {
    const path = ordered[next++] ?? '';
    const bytes = read(path);
    for (const key of keysIn(bytes, path)) {
      const same = known.get(key);
      if (same) same.push(path);
      else known.set(key, [path]);
    }
  };
  return (key) => {
    for (let rank = 0; ; rank++) {
      while (next < ordered.length && (known.get(key)?.length ?? 0) <= rank) lookAtOneMore();
      const path = known.get(key)?.[rank];
      if (path === undefined) return undefined;
      const set = setsOf(read(path)).find((each) => keysOfSet(each, path).includes(key));
      if (set) return { path, set };
    }
  };
}

/** OIDs and names of the value sets that a file seems to hold. */
function keysIn(bytes: Uint8Array, path: string): ReadonlySet<string> {
  const keys = new Set<string>();
  if (bytes.length > MAX_BYTES) return keys;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  for (const [tag] of text.matchAll(/<(?:\w+:)?valueSet\s[^<>]*>/gi)) {
    const value = (attribute: string): string =>
      new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? '';
    const name = value('name') || value('displayName');
    for (const key of keysOfSet({ oid: value('id'), name }, path)) keys.add(key);
  }
  return keys;
}

function keysOfSet({ oid, name }: Pick<ValueSet, 'oid' | 'name'>, path: string): string[] {
  return [oid, keyOfName(name), keyOfName(fileName(path))].filter((key) => key !== '');
}

function setsOf(bytes: Uint8Array): ValueSet[] {
  try {
    return valueSetsIn(bytes);
  } catch (error) {
    // What is not well formed provides nothing; who reads it by its own path is told.
    if (!(error instanceof ReadError)) throw error;
    return [];
  }
}

/** `JDV_J07-XdsTypeCode_CISIS.tabs` and `JDV_J07_XdsTypeCode_CISIS.xml` are one name. */
function keyOfName(name: string): string {
  return name
    .replace(/\.(?:xml|tabs)$/i, '')
    .replace(/[-_\s]+/g, '_')
    .toLowerCase();
}
