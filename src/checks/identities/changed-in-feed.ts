import { groupBy } from '../../artifacts/group-by.js';
import type { IdentityPlace } from './patients-of.js';

/** Events that change the identity of a patient who is already known (HL7 v2.5 chapter 3; PAM FR: A24, A31, A37, A40, A47). */
const UPDATES: ReadonlySet<string> = new Set(['A08', 'A18', 'A24', 'A31', 'A36', 'A37', 'A40', 'A46', 'A47']);

/** What a feed does to an identity. */
export interface FeedChanges {
  /** From an update on: the identity has become another, which is no divergence. */
  readonly changed: ReadonlySet<IdentityPlace>;
  /** All that the feed tells of a patient whom it updates: the status was not the same from one end to the other. */
  readonly updated: ReadonlySet<IdentityPlace>;
}

/** The places that follow an update of the same local identifier, in one file or in files whose order is declared. */
export function changedInFeed(places: readonly IdentityPlace[]): FeedChanges {
  const inOrder = places
    .filter(({ identity }) => identity.source === 'hl7v2')
    .toSorted((a, b) => (a.artifact.order ?? 0) - (b.artifact.order ?? 0));
  const feeds = groupBy(inOrder, ({ artifact, identity: { localIds } }) => {
    const file = artifact.order === undefined ? artifact.path : '';
    return JSON.stringify([file, localIds[0]?.authority, localIds[0]?.value]);
  });
  const changed = new Set<IdentityPlace>();
  const updated = new Set<IdentityPlace>();
  for (const feed of feeds.values()) {
    const at = feed.findIndex(({ part }, index) => index > 0 && UPDATES.has(part.event ?? ''));
    if (at === -1) continue;
    for (const place of feed.slice(at)) changed.add(place);
    for (const place of feed) updated.add(place);
  }
  return { changed, updated };
}
