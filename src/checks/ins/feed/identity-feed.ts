import type { FeedEntry } from './messages.js';
import { insOf, isValid, type ReadEffect, removedInsOf } from './received.js';

/** Messages of PAM and ADT that create or update an identity. */
const CREATIONS: ReadonlySet<string> = new Set(['A28', 'A31', 'A01', 'A04', 'A05', 'A08']);

/**
 * What a message of the identity feed of a domain does to the INS: it gives one when PID-32 is VALI, it gives none otherwise, it takes it away (A47
 * that withdraws it, A31 that has it no more).
 */
export const readIdentityFeed: ReadEffect = (entry, held) => {
  const ins = insOf(entry);
  const removed = removedInsOf(entry);
  if (entry.type !== 'ADT') return undefined;
  if (entry.event === 'A47') return effectOfA47(entry, removed, ins);
  if (!CREATIONS.has(entry.event)) return undefined;
  if (ins) return { kind: isValid(entry) ? 'creation' : 'unqualified', ins };
  if (held && entry.event === 'A31') return { kind: 'deletion', ins: held };
  return 'forgotten';
};

function effectOfA47(
  entry: FeedEntry,
  removed: ReturnType<typeof removedInsOf>,
  ins: ReturnType<typeof insOf>,
): ReturnType<ReadEffect> {
  if (!removed) return undefined;
  if (ins === undefined) return { kind: 'deletion', ins: removed };
  return isValid(entry) ? { kind: 'creation', ins } : 'forgotten';
}
