import { groupBy } from '../../artifacts/group-by.js';
import { currentIns } from './current-ins.js';
import { compareTimes } from './message-times.js';
import type { IdentityPlace } from './patients-of.js';

/** Events that change the identity of a patient who is already known (HL7 v2.5 chapter 3; PAM FR: A24, A31, A37, A40, A47). */
const UPDATES: ReadonlySet<string> = new Set(['A08', 'A18', 'A24', 'A31', 'A36', 'A37', 'A40', 'A46', 'A47']);

/** Those that change its traits: its identifiers stay. */
const OF_TRAITS: ReadonlySet<string | undefined> = new Set(['A08', 'A31']);

/** What a feed does to an identity. */
export interface FeedChanges {
  /** Before the update that gives the last INS, or from the one that takes it away on: that identity is another, which is no divergence. */
  readonly changed: ReadonlySet<IdentityPlace>;
  /**
   * All that the feed tells of a patient whom it updates: the names used and the status were not the same from one end to the other. While the INS is
   * kept the rest is (INS/va1.60).
   */
  readonly updated: ReadonlySet<IdentityPlace>;
}

/** What updates do to the patient of a local identifier: messages in the order that is declared, else of MSH-7, else of one file. */
export function changedInFeed(places: readonly IdentityPlace[]): FeedChanges {
  const messages = places.filter(({ identity }) => identity.source === 'hl7v2').toSorted(inOrder);
  const feeds = groupBy(messages, ({ identity: { localIds } }) =>
    JSON.stringify([localIds[0]?.authority, localIds[0]?.value]),
  );
  const changes = { changed: new Set<IdentityPlace>(), updated: new Set<IdentityPlace>() };
  for (const feed of feeds.values()) addChanges(feed, changes);
  return changes;
}

/** The INS and its OID: a NIA is not the NIR of the same number. */
function insOf({ identity }: IdentityPlace): string | undefined {
  const ins = currentIns(identity);
  return ins && JSON.stringify([ins.value, ins.oid?.value]);
}

/** 0 leaves the order of the files, and of the messages in them. */
function inOrder(one: IdentityPlace, other: IdentityPlace): number {
  const [a, b] = [one.artifact.order, other.artifact.order];
  if (a !== undefined && b !== undefined && a !== b) return a - b;
  return compareTimes(one.part.time ?? '', other.part.time ?? '');
}

function addChanges(
  feed: readonly IdentityPlace[],
  { changed, updated }: Record<keyof FeedChanges, Set<IdentityPlace>>,
): void {
  const identities: { ins: string | undefined; readonly places: IdentityPlace[] }[] = [];
  let isUpdated = false;
  for (const place of feed) {
    const { event } = place.part;
    const last = identities.at(-1);
    const isUpdate = last !== undefined && UPDATES.has(event ?? '');
    const ins = insOf(place);
    const keepsIns = ins !== undefined && (OF_TRAITS.has(event) ? last?.ins !== undefined : last?.ins === ins);
    isUpdated ||= isUpdate;
    if (last && (!isUpdate || keepsIns)) {
      last.ins ??= ins;
      last.places.push(place);
    } else identities.push({ ins, places: [place] });
  }
  const qualified = identities.findLast(({ ins }) => ins !== undefined) ?? identities[0];
  for (const identity of identities)
    if (identity !== qualified) for (const place of identity.places) changed.add(place);
  if (isUpdated) for (const place of feed) updated.add(place);
}
