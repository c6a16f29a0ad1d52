import type { Person, PostalAddress } from '../../artifacts/people/person.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { birthDateWritings, birthDigits } from '../../identity/birth-date-writings.js';
import { UNKNOWN_BIRTH_PLACE } from '../../identity/birth-place.js';
import { phoneWritings } from '../../identity/phone-writings.js';
import { keyOf } from './words-of.js';

/** Kinds of values that tell who a patient is; of two kinds that a value has, the first is said. */
export const TRAITS = ['INS', 'id', 'nom', 'prenom', 'naissance', 'tel', 'courriel', 'adresse', 'lieu'] as const;

export type Trait = (typeof TRAITS)[number];

/** What is shown of a value: `[P1-nom]`, `[nom]` when it is not known whose it is. */
export const LABEL = `\\[(?:P\\d+-)?(?:${TRAITS.join('|')})\\]`;

/** A value to hide: the words of it, and what it tells. */
export interface HiddenValue {
  readonly trait: Trait;
  readonly key: string;
  /** A word of any text, which tells nothing by itself: hidden alone in a text, or beside what tells who it is about. */
  readonly beside: boolean;
}

/** Shorter values are words of any text: hiding a local identifier `1` would hide every 1. */
const SHORTEST: Readonly<Record<Trait, number>> = {
  INS: 6,
  id: 5,
  nom: 2,
  prenom: 2,
  naissance: 6,
  tel: 8,
  courriel: 6,
  adresse: 6,
  lieu: 5,
};

/** Of those that are too short, the ones that are hidden alone in a text, or beside others. */
const SHORTEST_BESIDE: Partial<typeof SHORTEST> = { INS: 2, nom: 1, prenom: 1, naissance: 2, lieu: 2 };

/** Something that a person is known by. Two people may share it: `id` is the same then, and its writings are worked out once. */
export interface Source {
  readonly id: string;
  values(): HiddenValue[];
}

/** All that hides a person in a text. */
export function sourcesOf(person: Person): Source[] {
  const { ins = [], ids = [], names = [], givens = [], birthDates = [], birthPlaces = [] } = person;
  const sources: Source[] = [];
  const add = (trait: Trait, all: readonly string[], writings: (each: string) => readonly string[]): void => {
    for (const each of all)
      if (each !== '') sources.push({ id: `${trait} ${each}`, values: () => toHide(trait, writings(each)) });
  };
  // Some leave the key out, or write it apart.
  add('INS', ins, (each) => [each, each.slice(0, 13), `${each.slice(0, 13)} ${each.slice(13)}`, spaced(each)]);
  add('id', ids, (each) => [each]);
  // Half of a compound name still tells whose it is.
  add('nom', names, (each) => [each, ...each.split(/[-'’ ]+/).filter((half) => half.length >= 4)]);
  add('prenom', givens, (each) => [each, ...each.split(' ')]);
  if (names.length > 0)
    sources.push({ id: JSON.stringify([names, givens]), values: () => toHide('nom', joined(names, givens)) });
  add('naissance', birthDates, (each) => [each, ...datesIn(each)].flatMap(birthDateWritings));
  add('tel', person.phones ?? [], phoneWritings);
  const mails = (person.mails ?? []).filter((each) => !isPatientAddress(each));
  // In a parameter of a URL, the sign is in percent.
  add('courriel', mails, (each) => [each, each.replace('@', ' 40 ')]);
  for (const address of person.addresses ?? [])
    sources.push({ id: JSON.stringify(address), values: () => addressWritings(address) });
  for (const each of birthPlaces)
    if (each.trim() !== UNKNOWN_BIRTH_PLACE)
      sources.push({ id: `lieu ${each}`, values: () => toHide('lieu', [each], !/\d/.test(each)) });
  return sources;
}

function toHide(trait: Trait, all: readonly string[], beside = false): HiddenValue[] {
  return all.flatMap((each) => {
    const key = keyOf(each);
    const length = key.replaceAll(' ', '').length;
    if (length >= (beside ? 2 : SHORTEST[trait])) return [{ trait, key, beside }];
    // A name of one letter; a piece of a matricule, of a date or of a code.
    return length >= (SHORTEST_BESIDE[trait] ?? Number.POSITIVE_INFINITY) ? [{ trait, key, beside: true }] : [];
  });
}

/** The dates of a text that is none: what stands in the place of a birth date may hold it. */
function datesIn(text: string): string[] {
  return birthDigits(text) === undefined ? (text.match(/\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{8}/g) ?? []) : [];
}

/** A matricule as people read it: `2 85 07 63 113 990 48`. */
function spaced(matricule: string): string {
  return [0, 1, 3, 5, 7, 10, 13].map((start, index, starts) => matricule.slice(start, starts[index + 1])).join(' ');
}

/** Names as file names and addresses run them together: `dupontmarie`, `MarieDupont`, `dAlmeida`. */
function joined(names: readonly string[], givens: readonly string[]): string[] {
  const some = (values: readonly string[]): string[] => {
    const runs = values.map((each) => keyOf(each).replaceAll(' ', '')).filter((each) => each.length >= 2);
    return [...new Set(runs)].slice(0, 6);
  };
  const firsts = some([...givens, ...givens.flatMap((each) => each.split(' '))]);
  return some(names).flatMap((name) => [
    ...(name.length >= 5 ? [name] : []),
    ...firsts.flatMap((first) => [`${name}${first}`, `${first}${name}`]),
  ]);
}

/** What tells where somebody lives by itself, and what does so only beside who it is: a city, a hamlet of one word. */
function addressWritings({ lines, postalCode = '', city = '' }: PostalAddress): HiddenValue[] {
  const all = lines.flatMap((line) => [line, ...line.split(/[,;\n]/)]);
  const [whole, parts]: [string[], string[]] = [[], [postalCode, city]];
  for (const line of all) (keyOf(line).includes(' ') ? whole : parts).push(line);
  if (postalCode && city) whole.push(`${postalCode} ${city}`, `${city} ${postalCode}`);
  return [...toHide('adresse', whole), ...toHide('adresse', parts, true)];
}
