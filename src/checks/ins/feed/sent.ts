import type { CheckContext } from '../../context.js';
import type { Need, NeedCode, Outcome } from '../../define.js';
import type { FeedEntry, FeedFile } from './messages.js';
import { compareOrder, patientsOfFeed } from './patients.js';
import { removedInsOf } from './received.js';

/** Two messages of the identity feed, sent one after the other about one patient, that tell the identity differently. */
export interface Change {
  readonly before: FeedEntry;
  readonly after: FeedEntry;
  /** The first A47 sent about this patient, and each INS that they withdraw. */
  readonly removals: { readonly first: FeedEntry | undefined; readonly withdrawn: ReadonlySet<string> };
}

/** The changes that `isChange` sees in what a software sends of the identities (ADT messages), merges left out. */
export function changesIn(
  files: readonly FeedFile[],
  isChange: (before: FeedEntry, after: FeedEntry) => boolean,
): Change[] {
  const sent = files
    .flatMap(({ entries }) => entries)
    .filter(({ role, type, event }) => role === 'outgoing' && type === 'ADT' && event !== 'A40');
  return patientsOfFeed(sent).flatMap((own) => {
    const all = own.filter(({ event }) => event === 'A47');
    const withdrawn = new Set(all.flatMap((each) => removedInsOf(each)?.value ?? []));
    const removals = { first: all[0], withdrawn };
    return own.flatMap((after, index) => {
      const before = own[index - 1];
      return before && isChange(before, after) ? [{ before, after, removals }] : [];
    });
  });
}

/** The need to tell which of two messages came first, when nothing does. */
export function orderNeed({ before, after }: Change): Need[] {
  if (compareOrder(before, after) !== 0) return [];
  return [{ code: 'need/message-order', args: { file: before.path, other: after.path } }];
}

/** Without any change there is nothing to judge: in a dossier it must be shown. */
export function noChange(files: readonly FeedFile[], { patients }: CheckContext, need: NeedCode): Outcome<never> {
  const sent = files.flatMap(({ entries }) => entries).filter(({ role }) => role === 'outgoing');
  if (patients.length === 0 || sent.length === 0) return { evaluated: 0, findings: [], applies: false };
  return { evaluated: 0, findings: [], needs: [{ code: need }] };
}
