import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { groupBy } from '../artifacts/group-by.js';
import { isBoundedJson } from '../artifacts/json/is-bounded-json.js';
import { ReadError, type ReadProblem } from '../artifacts/read-error.js';
import { looksLikeZip, readZip } from '../artifacts/zip/read-zip.js';
import { shown } from '../artifacts/zip/zip-error.js';
import { SEAL_LIMITS } from './seal-limits.js';
import {
  entryOf,
  parseSealList,
  REPORT_NAME,
  SEAL_NAME,
  SEAL_SCHEMA,
  type SealEntry,
  type SealList,
  sealList,
  sealText,
} from './seal-list.js';
import { SEAL_LOCK_NAME } from './seal-lock.js';

/** What was done to one entry of a seal. */
export interface Alteration {
  readonly change: 'changed' | 'added' | 'removed' | 'renamed';
  readonly path: string;
  /** Its new name; null where it was not renamed. */
  readonly to: string | null;
}

/** An archive in which something is not as listed. */
export interface AlteredSeal {
  readonly outcome: 'altered';
  readonly alterations: readonly Alteration[];
  readonly problem: ReadProblem | undefined;
}

/** What an archive is, compared uncompressed with its own list. */
export type Integrity =
  /** Every entry is as listed. */
  | { readonly outcome: 'intact'; readonly list: SealList }
  | AlteredSeal
  | { readonly outcome: 'not-a-seal' }
  /** The list is in another version of the format. */
  | { readonly outcome: 'other-version'; readonly schema: string };

/** Largest list: that of as many entries as there may be, with long names. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** What every seal has beside its list. */
const ALWAYS = [SEAL_LOCK_NAME, REPORT_NAME];

/** Compares every entry of an archive with what its `seal.json` lists. Order, compression, dates and folders do not count. */
export function verifyArchive(archive: Uint8Array): Integrity {
  if (!looksLikeZip(archive)) return { outcome: 'not-a-seal' };
  const actual = new Map<string, SealEntry>();
  let listed: Uint8Array | undefined;
  /** Entries to blame, and those of which nothing is known because of them. */
  const unreadable = new Set<string>();
  const unknown = new Set<string>();
  let problem: ReadProblem | undefined;
  try {
    for (const { path, content } of entriesOf(archive)) {
      try {
        const data = content();
        if (path === SEAL_NAME) listed = data;
        else actual.set(path, entryOf(path, data));
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        problem ??= error;
        const blamed = entryBlamedBy(error, path);
        if (blamed !== undefined) unreadable.add(blamed);
        if (blamed !== path) unknown.add(path);
      }
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { outcome: 'altered', alterations: all('changed', [entryBlamedBy(error, '') ?? []].flat()), problem: error };
  }
  if (!problem && !listed && !ALWAYS.every((path) => actual.has(path))) return { outcome: 'not-a-seal' };
  const text =
    listed && listed.length <= MAX_LIST_BYTES && isBoundedJson(listed) ? Buffer.from(listed).toString('utf8') : '';
  const claimed = parseSealList(text);
  if (claimed && claimed.schema !== SEAL_SCHEMA && /^segur-check\/seal\/\d+$/.test(claimed.schema))
    return { outcome: 'other-version', schema: claimed.schema };
  const alterations = [
    ...(claimed ? differences(claimed.entries, actual, { unreadable, unknown }) : all('changed', unreadable)),
    ...(unknown.has(SEAL_NAME)
      ? []
      : listAlterations(claimed, text, listed !== undefined || unreadable.has(SEAL_NAME))),
  ];
  if (claimed && alterations.length === 0 && !problem) return { outcome: 'intact', list: claimed };
  return { outcome: 'altered', alterations: alterations.sort((a, b) => byCodeUnit(a.path, b.path)), problem };
}

/** The entries of an archive in order, each inflated when asked for, and held by nobody else. @throws ReadError as `readZip`. */
export function* entriesOf(archive: Uint8Array): Generator<{ path: string; content: () => Uint8Array }> {
  const queue = [...readZip(archive, SEAL_LIMITS).entries].reverse();
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { name } = entry;
    const own = entry;
    yield { path: name, content: () => own.data };
  }
}

function differences(
  listed: readonly SealEntry[],
  actual: ReadonlyMap<string, SealEntry>,
  { unreadable, unknown }: { readonly unreadable: ReadonlySet<string>; readonly unknown: ReadonlySet<string> },
): Alteration[] {
  const wanted = new Map(listed.map((each) => [each.path, each]));
  const contentOf = ({ sha256, bytes }: SealEntry): string => `${sha256} ${bytes}`;
  const strange = [...actual.values()].filter(({ path }) => !wanted.has(path));
  const added = new Set(strange.map(({ path }) => path));
  // The first is taken first.
  const addedByContent = groupBy(strange.reverse(), contentOf);
  const alterations: Alteration[] = [];
  for (const entry of wanted.values()) {
    const { path } = entry;
    const found = actual.get(path);
    if (unknown.has(path) || (found && contentOf(found) === contentOf(entry))) continue;
    const isThere = found !== undefined || unreadable.has(path);
    const to = isThere ? undefined : addedByContent.get(contentOf(entry))?.pop()?.path;
    if (to !== undefined) added.delete(to);
    if (to !== undefined) alterations.push({ change: 'renamed', path, to });
    else alterations.push({ change: isThere ? 'changed' : 'removed', path, to: null });
  }
  const strangers = [...added, ...[...unreadable].filter((path) => !wanted.has(path) && path !== SEAL_NAME)];
  return [...alterations, ...all('added', strangers)];
}

/** The list itself: absent, no list, or not the one text that its entries have. */
function listAlterations(claimed: SealList | undefined, text: string, present: boolean): Alteration[] {
  if (!present) return all('removed', [SEAL_NAME]);
  const paths = new Set(claimed?.entries.map(({ path }) => path));
  if (claimed && paths.size === claimed.entries.length && sealText(sealList(claimed.entries)) === text) return [];
  return all('changed', [SEAL_NAME]);
}

function all(change: Alteration['change'], paths: Iterable<string>): Alteration[] {
  return [...paths].map((path) => ({ change, path, to: null }));
}

/** The entry that a problem is about, met while one was read. */
function entryBlamedBy({ code, args }: ReadProblem, path: string): string | undefined {
  if (code === 'read/zip-limit' || typeof args.entry !== 'string') return undefined;
  return args.entry === shown(path) ? path : args.entry;
}
