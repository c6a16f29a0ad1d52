import { type Artifact, withContents } from '../artifacts/artifact.js';
import type { Person } from '../artifacts/people/person.js';
import { birthDigits } from '../identity/birth-date-writings.js';
import { KNOWN_WORDS } from '../report/people/known-words.js';
import { peopleOf } from '../report/people/people-of.js';
import { keyOf } from '../report/people/words-of.js';
import { secretsOf } from '../report/secrets/secrets-of.js';
import { professionalsIn } from './professionals-in.js';
import { FOLDED_TOKEN, looksLikeCompactToken, TOKEN } from './replace-token.js';
import { isBareSecret, secretsIn } from './secrets-in.js';

/** Words that join the words of names, and are no name. */
const PARTICLES = new Set('DE DU DES LA LE LES ET VAN VON DER EL AL DI DA MME MR DR PR M D L ER'.split(' '));
/** A shorter word is replaced in the middle of a name only. */
const SHORTEST_WORD = 3;
/** With its key or without. */
const MATRICULE = /^[1-478]\d{4}\d[\dAB]\d{6}(?:\d{2})?$/i;
/** A shorter identifier is a count, a rank, a code. */
const SHORTEST_ID = 5;

/** The secrets and the identities of a dossier: what its copy must not hold. */
export class Originals {
  /** Words of names, in capitals without diacritics. */
  readonly words = new Set<string>();
  /** Several words that are replaced together, and not each alone: streets, towns, names of three letters. */
  readonly phrases = new Set<string>();
  /** Names that are words of any text, or have two letters: replaced where they are a whole value. */
  readonly wholes = new Set<string>();
  /** Eight digits, year first. */
  readonly dates = new Set<string>();
  readonly identifiers = new Set<string>();
  readonly places = new Set<string>();
  /** Nine digits after the zero. */
  readonly phones = new Set<string>();
  /** The 11 digits of RPPS numbers. */
  readonly professionals = new Set<string>();
  readonly secrets = new Set<string>();
  /** Signed tokens: they keep their form. */
  readonly tokens = new Set<string>();
  /** The 13 characters of matricules, and what stands in the place of one. */
  readonly matricules = new Set<string>();

  /** Takes note of what a file and all that it contains tell. */
  add(artifact: Artifact): void {
    for (const each of withContents(artifact)) {
      for (const person of peopleOf(each)) this.addPerson(person);
      for (const secret of secretsOf(each)) if (isBareSecret(secret)) this.secrets.add(secret);
    }
  }

  /** Takes note of what a text tells by its forms, encoded or not. */
  addText(text: string): void {
    for (const secret of secretsIn(text)) this.secrets.add(secret);
    for (const [token] of text.matchAll(TOKEN)) if (looksLikeCompactToken(token)) this.tokens.add(token);
    for (const [folded] of text.matchAll(FOLDED_TOKEN)) {
      const token = folded.replace(/\s+/g, '');
      if (looksLikeCompactToken(token)) this.tokens.add(token);
    }
    const { people, numbers } = professionalsIn(text);
    for (const number of numbers) this.professionals.add(number);
    for (const person of people) this.addPerson(person);
    for (const [body] of text.matchAll(/(?<!\d)[1-478]\d{4}\d[\dAB]\d{6}(?=\d{2}(?!\d))/gi))
      this.matricules.add(body.toUpperCase());
  }

  addPerson(person: Person): void {
    const { ins = [], ids = [], names = [], givens = [], birthDates = [], birthPlaces = [], addresses = [] } = person;
    for (const each of ins) this.#addMatricule(each.replace(/\s/g, ''));
    for (const each of ids) if (each.length >= SHORTEST_ID && /\d/.test(each)) this.#addIdentifier(each);
    for (const each of [...names, ...givens]) this.#addName(each);
    for (const each of birthDates) {
      const digits = birthDigits(each);
      if (digits !== undefined && /^\d{8}$/.test(digits)) this.dates.add(digits);
    }
    for (const each of birthPlaces) {
      if (/^\d[\dAB]\d{3}$/i.test(each)) this.places.add(each.toUpperCase());
      else this.#addPhrase(each);
    }
    for (const { lines, city = '', postalCode = '' } of addresses)
      for (const each of [...lines, city, `${postalCode} ${city}`]) this.#addPhrase(each);
    for (const each of person.phones ?? []) {
      const national = nationalOf(each);
      if (national !== undefined) this.phones.add(national);
    }
    for (const each of person.mails ?? []) this.#addPhrase(each.split('@')[0] ?? '');
  }

  /** True for a value that must not be given as a replacement. */
  has(value: string): boolean {
    return (
      this.words.has(value) ||
      this.matricules.has(value) ||
      this.identifiers.has(value) ||
      this.places.has(value) ||
      this.professionals.has(value) ||
      this.phones.has(value)
    );
  }

  #addMatricule(text: string): void {
    if (MATRICULE.test(text)) this.matricules.add(text.slice(0, 13).toUpperCase());
    else if (text.length >= SHORTEST_ID && /\d{4}/.test(text)) this.#addIdentifier(text);
  }

  #addIdentifier(text: string): void {
    // A structure, then whom it employs.
    if (/^\d{9,15}\/.{5,64}$/.test(text)) this.#addIdentifier(text.slice(text.indexOf('/') + 1));
    // A matricule or the number of a professional has its own replacement.
    else if (MATRICULE.test(text)) this.#addMatricule(text);
    else if (!/^8?(?:1|99)\d{9,10}$/.test(text) && /^[\w./-]{5,64}$/.test(text)) this.identifiers.add(text);
  }

  #addName(name: string): void {
    const words = keyOf(name).split(' ').filter(Boolean);
    if (words.every((word) => KNOWN_WORDS.has(word))) this.wholes.add(words.join(' '));
    for (const word of words) {
      if (!/^\p{L}+$/u.test(word) || PARTICLES.has(word)) continue;
      if (word.length >= SHORTEST_WORD && !KNOWN_WORDS.has(word)) this.words.add(word);
      else if (word.length < SHORTEST_WORD && words.length === 1) this.wholes.add(word);
    }
  }

  #addPhrase(text: string): void {
    const key = keyOf(text);
    if (key.replaceAll(' ', '').length >= SHORTEST_ID && /\p{L}/u.test(key)) this.phrases.add(key);
  }
}

/** The nine digits of a French number after the zero, undefined for another. */
export function nationalOf(phone: string): string | undefined {
  const digits = phone.replace(/\(0\)/, '').replace(/\D/g, '');
  return /^(?:(?:00)?33)?0?([1-9]\d{8})$/.exec(digits)?.[1];
}
