import { groupBy } from '../../../artifacts/group-by.js';
import { compareTraits } from '../../../identity/compare-traits.js';
import { isInsOid } from '../../../identity/oids.js';
import type { TraitName } from '../../../identity/traits.js';
import { currentIns } from '../../identities/current-ins.js';
import { type ToldMatricule, traitsOf } from '../../identities/told-identity.js';
import type { Acknowledgement, FeedEntry, FeedFile } from './messages.js';
import { patientsOfFeed } from './patients.js';

/** What a message received makes of the INS that the software holds: it has one, or it has none of `ins`. */
interface Effect {
  readonly kind: 'creation' | 'unqualified' | 'deletion' | 'carried';
  readonly ins: ToldMatricule;
}

/** A message received, and the messages sent afterwards about its patient, up to the next one received that says otherwise. */
export interface Received extends Effect {
  readonly entry: FeedEntry;
  readonly later: readonly FeedEntry[];
}

/** Reads what a message received means; `held` is the INS that those before it gave. `forgotten`: nothing is known any more. */
export type ReadEffect = (entry: FeedEntry, held: ToldMatricule | undefined) => Effect | 'forgotten' | undefined;

/** The strict traits of an identity: to change one takes the INS away (INS/va1.60). */
const STRICT_TRAITS: ReadonlySet<TraitName> = new Set([
  'birthName',
  'firstGiven',
  'givenList',
  'sex',
  'birthDate',
  'birthPlace',
]);

/** The strict traits that two messages tell differently. */
export function strictChanges(one: FeedEntry, other: FeedEntry) {
  const [before, after] = [traitsOf(one.identity), traitsOf(other.identity)];
  return compareTraits(before, after).filter(({ trait }) => STRICT_TRAITS.has(trait));
}

/** The INS that PID-3 carries. */
export function insOf({ identity }: FeedEntry): ToldMatricule | undefined {
  return currentIns(identity);
}

/** The INS that MRG-1 takes away. */
export function removedInsOf({ identity }: FeedEntry): ToldMatricule | undefined {
  return identity.matricules.find(({ former, oid }) => former && isInsOid(oid?.value));
}

/** True for an identity that may carry its INS: VALI in PID-32, or QUAL where it is told. */
export function isValid({ status }: FeedEntry): boolean {
  return status === 'validée' || status === 'qualifiée';
}

/** What was received in a feed, patient by patient, as `read` sees it. */
export function receivedIn(files: readonly FeedFile[], read: ReadEffect): Received[] {
  return patientsOfFeed(files.flatMap(({ entries }) => entries)).flatMap((entries) => receivedOf(entries, read));
}

function receivedOf(entries: readonly FeedEntry[], read: ReadEffect): Received[] {
  const all: (Received & { readonly later: FeedEntry[] })[] = [];
  let open: (Received & { readonly later: FeedEntry[] }) | undefined;
  for (const entry of entries) {
    if (entry.role === 'incoming') {
      const held = open?.kind === 'creation' || open?.kind === 'carried' ? open.ins : undefined;
      const effect = read(entry, held);
      if (effect === undefined) continue;
      open = effect === 'forgotten' ? undefined : { ...effect, entry, later: [] };
      if (open) all.push(open);
    } else if (entry.role === 'outgoing' && open) {
      // The software itself changed the identity: what was received holds no more.
      if (removedInsOf(entry) || strictChanges(open.entry, entry).length > 0) open = undefined;
      else open.later.push(entry);
    }
  }
  return all;
}

/** How a message was answered: `refused` is the answer that is no acceptance, undefined for an accepted one. */
interface Answer {
  readonly refused: Acknowledgement | undefined;
}

/** Finds how each message of a feed was answered; undefined where no answer was given. */
export function answersIn(files: readonly FeedFile[]): (entry: FeedEntry) => Answer | undefined {
  const answers = groupBy(
    files.flatMap(({ acknowledgements }) => acknowledgements),
    ({ answers }) => answers || undefined,
  );
  const senders = new Map(
    [
      ...groupBy(
        files.flatMap(({ entries }) => entries),
        ({ id }) => id || undefined,
      ),
    ].map(([id, entries]) => [id, new Set(entries.map(({ sender }) => sender))]),
  );
  return ({ id, sender }) => {
    // Two applications may number their messages alike: an answer goes to the one that it names.
    const own = (answers.get(id) ?? []).filter(
      ({ receiver }) => receiver === sender || !senders.get(id)?.has(receiver),
    );
    // The application's answer comes after that of the transport (HL7 v2.5 §2.9.3), and a message refused may be sent again.
    const final = own.filter(({ code }) => code.startsWith('A'));
    const counted = final.length > 0 ? final : own;
    const [first] = counted;
    return first && { refused: counted.some(({ code }) => code === 'AA' || code === 'CA') ? undefined : first };
  };
}
