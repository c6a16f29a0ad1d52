import { byCodeUnit } from '../../../artifacts/by-code-unit.js';
import { groupBy } from '../../../artifacts/group-by.js';
import { UnionFind } from '../../../artifacts/union-find.js';
import { compareTimes } from '../../identities/message-times.js';
import { keyOfLocalId } from '../../identities/told-identity.js';
import type { FeedEntry } from './messages.js';

/**
 * The messages about each patient, in their order. A patient is told by a local identifier and its authority, else by what the vendor
 * declares. A message sent again, under its own identifier, counts once.
 */
export function patientsOfFeed(entries: readonly FeedEntry[]): FeedEntry[][] {
  const groups = new UnionFind<string>();
  const once = withoutRepeats(entries);
  for (const entry of once) for (const id of entry.identity.localIds) groups.join(nameOf(entry), keyOfLocalId(id));
  joinDeclared(once, groups);
  return [...groupBy(once, (entry) => groups.find(nameOf(entry))).values()].map((group) => group.sort(inOrder));
}

/**
 * Which of two messages came first: by the order that the vendor declares, else by MSH-7, else by their places in one file. 0 when nothing
 * tells.
 */
export function compareOrder(one: FeedEntry, other: FeedEntry): number {
  if (one.order !== undefined && other.order !== undefined && one.order !== other.order) return one.order - other.order;
  const byTime = compareTimes(one.time, other.time);
  if (byTime !== 0) return byTime;
  return one.path === other.path ? one.rank - other.rank : 0;
}

/** Where nothing tells, what was received stands before what was sent: an answer may leave within the second. */
function inOrder(one: FeedEntry, other: FeedEntry): number {
  return (
    compareOrder(one, other) ||
    Number(one.role === 'outgoing') - Number(other.role === 'outgoing') ||
    byCodeUnit(one.path, other.path) ||
    one.rank - other.rank
  );
}

function withoutRepeats(entries: readonly FeedEntry[]): FeedEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (entry.id === '') return true;
    const { role, sender, id, time, event, identity } = entry;
    const key = JSON.stringify([role, sender, id, time, event, identity.localIds.map(keyOfLocalId)]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Names the PID segment of an entry. */
function nameOf({ path, rank, identity }: FeedEntry): string {
  return `entry ${path} ${rank} ${identity.at.path}`;
}

/** Joins what is declared to be of one patient, unless one authority tells two of them apart. */
function joinDeclared(entries: readonly FeedEntry[], groups: UnionFind<string>): void {
  for (const [patient, own] of groupBy(entries, (entry) => entry.patient)) {
    const ids = new Map<string, string>();
    const contradicted = own.some(({ identity }) =>
      identity.localIds.some(({ authority, value }) => {
        const known = ids.get(authority) ?? value;
        ids.set(authority, known);
        return known !== value;
      }),
    );
    for (const entry of own) {
      if (!contradicted || entry.identity.localIds.length === 0) groups.join(nameOf(entry), `declared ${patient}`);
    }
  }
}
