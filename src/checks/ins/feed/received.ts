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
  const entries = files.flatMap((file) => file.entries);
  const senders = new Set(entries.map(({ id, sender }) => nameOf(id, sender)));
  const answers = files.flatMap(({ acknowledgements }) => acknowledgements).filter((each) => each.answers !== '');
  // Two applications may number their messages alike: an answer goes to the one that it names, or to any where it names none of them.
  const named = decidingBy(answers, (each) => nameOf(each.answers, each.receiver));
  const others = decidingBy(
    answers.filter((each) => !senders.has(nameOf(each.answers, each.receiver))),
    (each) => each.answers,
  );
  return ({ id, sender }) => {
    const own = [...(named.get(nameOf(id, sender)) ?? []), ...(others.get(id) ?? [])];
    // The application's answer comes after that of the transport (HL7 v2.5 §2.9.3), and a message refused may be sent again.
    const final = own.filter(isFinal);
    const counted = final.length > 0 ? final : own;
    const [first] = counted;
    return first && { refused: counted.some(isAccepted) ? undefined : first };
  };
}

function nameOf(id: string, application: string): string {
  return JSON.stringify([id, application]);
}

/** Of the answers under each name, those that decide: the first one and the first that accepts, of all and of the application's. */
function decidingBy(
  answers: readonly Acknowledgement[],
  keyOf: (answer: Acknowledgement) => string,
): Map<string, Acknowledgement[]> {
  return new Map(
    [...groupBy(answers, keyOf)].map(([key, all]) => {
      const final = all.filter(isFinal);
      const deciding = [final, all].flatMap((some) => [some[0] ?? [], some.find(isAccepted) ?? []].flat());
      return [key, [...new Set(deciding)]];
    }),
  );
}

function isFinal({ code }: Acknowledgement): boolean {
  return code.startsWith('A');
}

function isAccepted({ code }: Acknowledgement): boolean {
  return code === 'AA' || code === 'CA';
}
