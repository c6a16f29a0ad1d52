import type { Person } from '../../artifacts/people/person.js';
import { KNOWN_WORDS } from './known-words.js';
import { wordsOf } from './words-of.js';

/** Words of three letters at least: shorter ones are part of a name, never all of it. */
const SHORTEST = 3;
const DATE =
  /(?<!\d)(?:\d{1,2}[/. -]\d{1,2}[/. -](?:\d{4}|\d{2})|\d{4}[/. -]\d{1,2}[/. -]\d{1,2}|\d{8}|\d{1,2}(?:er)? \p{L}{3,9}\.? \d{4})(?!\d)/gu;
/** What stands before a birth date. */
const BORN = /(?:\bn[ée]{1,2}(?:\(e\))?(?:\s+le)?|\bddn)\W{0,3}$/i;
/** Who is named after it is no patient. */
const PROFESSIONAL = /\b(?:dr|docteure?|pr|professeure?|ma[iî]tre)[\s._]{1,3}$/i;

/**
 * Whom a text names where software writes a patient: the subject of a mail, the name of an attached file. Nothing tells a name from another
 * word, so that what is no word of such texts is taken for one: too much is hidden rather than a patient told.
 */
export function personOfText(text: string): Person {
  const runs = runsIn(text);
  // In small letters, a name is no word that may be hidden wherever it stands.
  const whole = wordsOf(text).some((each) => isUnknown(each.word) && !isCapital(text, each.start)) ? [text] : [];
  return { names: [...runs.flatMap((run) => [run, ...wordsIn(run)]), ...whole], birthDates: birthDatesIn(text) };
}

/** Whom a title names: two words in a row that start by a capital and are no words of titles, a professional excepted. */
export function personOfTitle(text: string): Person {
  const runs = runsIn(text).filter((run) => wordsIn(run).length > 1);
  const names = runs.filter((run) => !PROFESSIONAL.test(text.slice(0, text.indexOf(run))));
  return names.length === 0 ? {} : { names, birthDates: birthDatesIn(text) };
}

/** Words that start by a capital and are unknown, one after the other: `LE GOFF Solenn`. */
export function runsIn(text: string): string[] {
  const runs: string[] = [];
  let run: { start: number; end: number; names: boolean } | undefined;
  for (const { word, start, end } of [...wordsOf(text), { word: '', start: text.length, end: text.length }]) {
    const isPart = word !== '' && isCapital(text, start) && !KNOWN_WORDS.has(word);
    const isJoined = run !== undefined && /^[\s'’._-]{1,3}$/.test(text.slice(run.end, start));
    if (run && isPart && isJoined) {
      run.end = end;
      run.names ||= isUnknown(word);
      continue;
    }
    if (run?.names) runs.push(text.slice(run.start, run.end));
    run = isPart ? { start, end, names: isUnknown(word) } : undefined;
  }
  return runs;
}

function wordsIn(run: string): string[] {
  return wordsOf(run)
    .map(({ word }) => word)
    .filter((word) => word.length >= SHORTEST);
}

function isUnknown(word: string): boolean {
  return word.length >= SHORTEST && !/\d/.test(word) && !KNOWN_WORDS.has(word);
}

function isCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Dates that are said to be of birth, and the one that ends a text: those of an act stand before, or after `du`. */
export function birthDatesIn(text: string): string[] {
  return [...text.matchAll(DATE)].flatMap(({ 0: date, index }) => {
    const after = text.slice(index + date.length);
    const before = text.slice(0, index);
    const isLast = index > 0 && !/\bdu $/i.test(before) && /^\W{0,3}(?:\.\w{1,4})?$/.test(after);
    return isLast || BORN.test(before) ? [date] : [];
  });
}
