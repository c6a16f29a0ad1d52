/** Bits under which a value is said to be guessable. The 122 random bits of a version 4 UUID pass for 128. */
export const ENOUGH_BITS = 120;

/** A longer value has more than enough: its end is not looked at. */
const LONGEST = 512;

/** Fewer characters may be common to the ends of two random values by chance. */
const CHANCE = 4;

/** Bits of a letter in a text of words. */
const BITS_OF_LETTER = 2;

/** Random bits of a UUID by its version (RFC 9562 §5): those of a name (3, 5) or of one's own making (8) are not known. */
const UUID_BITS: Readonly<Record<string, number>> = { '1': 14, '2': 14, '4': 122, '6': 14, '7': 74 };

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?([1-8])[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i;
const DATE = /^\d{4}-\d\d-\d\d[T _]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?Z?/;
const WORDS = /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*[-_. ]?\d*$/;

const ALPHABETS: readonly (readonly [characters: RegExp, size: number])[] = [
  [/^\d*$/, 10],
  [/^(?:[\da-f]*|[\dA-F]*)$/, 16],
  [/^(?:[\da-z]*|[\dA-Z]*)$/, 36],
  [/^[\dA-Za-z]*$/, 62],
  [/^[\w+/=~.-]*$/, 64],
];

/**
 * The most bits that someone who knows how a value is made would have to guess: its length times the bits of its alphabet, less what is no chance
 * (dates, addresses, words, repetitions, UUID that are not drawn).
 */
export function guessingBits(value: string): number {
  const text = value.slice(0, LONGEST);
  // An address is known; what it carries may not be. Base64 may begin with a slash, and have others: all parts count.
  if (/^(?:https?:\/\/|\/)/.test(text)) return text.split(/[/?&=#]/).reduce((sum, part) => sum + bitsOfPart(part), 0);
  return bitsOfPart(text.replace(DATE, ''));
}

/** What the values of several requests have in common at both ends is no chance: the bits of what is left of one of them. */
export function bitsBeside(value: string, ends: Ends): number {
  const constant = ends.prefix + ends.suffix;
  return guessingBits(constant < CHANCE ? value : value.slice(ends.prefix, value.length - ends.suffix));
}

/** Lengths of what different values share at their ends. */
export interface Ends {
  readonly prefix: number;
  readonly suffix: number;
}

/** The ends that all of these values share; none for less than two different ones. */
export function sharedEnds(values: readonly string[]): Ends {
  const [first = '', ...others] = new Set(values);
  if (others.length === 0) return { prefix: 0, suffix: 0 };
  const shortest = Math.min(first.length, ...others.map(({ length }) => length), LONGEST);
  const isShared = (at: (text: string) => string | undefined): boolean =>
    others.every((other) => at(other) === at(first));
  let prefix = 0;
  while (prefix < shortest && isShared((text) => text[prefix])) prefix++;
  let suffix = 0;
  while (prefix + suffix < shortest && isShared((text) => text[text.length - 1 - suffix])) suffix++;
  return { prefix, suffix };
}

function bitsOfPart(text: string): number {
  const version = UUID.exec(text)?.[1];
  // Thirty-two digits of a hash have a version by chance.
  if (version !== undefined && (text.includes('-') || version === '4')) return UUID_BITS[version] ?? 128;
  const unit = repeatedUnit(text);
  if (isWords(unit))
    return [...unit].reduce((sum, each) => sum + (/\d/.test(each) ? Math.log2(10) : BITS_OF_LETTER), 0);
  const distinct = new Set(unit).size;
  const alphabet = ALPHABETS.find(([characters]) => characters.test(unit))?.[1] ?? 95;
  return unit.length * Math.log2(distinct <= 4 ? Math.max(1, distinct) : alphabet);
}

/** What a text repeats, or the whole. */
function repeatedUnit(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return period > 0 ? text.slice(0, period) : text;
}

/** Random letters have rare ones (one in four is j, k, q, w, x or z), few vowels, and change case at every other letter; words do not. */
function isWords(text: string): boolean {
  if (!WORDS.test(text) || /^[\da-f]*$/i.test(text)) return false;
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const rare = text.match(/[jkqwxz]/gi)?.length ?? 0;
  const vowels = text.match(/[aeiouy]/gi)?.length ?? 0;
  const changes = text.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  return rare <= Math.max(1, letters / 20) && vowels >= letters * 0.3 && changes <= letters * 0.35;
}
