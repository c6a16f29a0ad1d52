import { isUtf8 } from 'node:buffer';
import { hl7Places } from './hl7-places.js';
import type { Person } from './person.js';
import { type NamedTrait, traitNamed } from './trait-names.js';

/** Whom a file is about stands near its start. */
const SEARCHED = 1024 * 1024;
/** A file that names more is a table of people: the first ones will do. */
const MOST = 1000;

const NAMED: readonly RegExp[] = [
  // <family qualifier="BR">X</family>, <birthTime value="X"/>, <dossier nom="X">
  /<(?:[\w.-]{1,60}:)?([A-Za-z][\w.-]{0,40})(?:\s[^<>]{0,300})?>\s*([^<>]{1,80})</g,
  /<(?:[\w.-]{1,60}:)?([A-Za-z][\w.-]{0,40})\s(?:[^<>]{0,200}\s)?value\s*=\s*["']([^"'<>]{1,80})["']/g,
  /\b([A-Za-z][\w.-]{0,40})\s*=\s*["']([^"'<>]{1,80})["']/g,
  // "family": "X", "given": ["X"]
  /"([A-Za-z][\w. -]{0,40})"\s*:\s*(?:\[\s*)?"((?:[^"\\]|\\.){1,80})"/g,
  // Nom : X
  /^[ \t]*([A-Za-z\u00c0-\u017f][\w\u00c0-\u017f .-]{1,30}?)[ \t]*[:=][ \t]*([^\r\n;|]{1,80})$/gm,
];

const HL7_PATIENT = /^(?:PID|MRG|NK1)(\W)[^\r\n]*/gm;
const SOURCE_PATIENT = /PID-5\|([^<^|&]{1,80})\^([^<^|&]{0,80})/g;
const SOURCE_BIRTH = /PID-7\|(\d{8})/g;
const SOURCE_PLACE = /PID-11\|([^<|]{1,200})/g;
const CODE_FIELDS: readonly (readonly [RegExp, NamedTrait])[] = [
  [/S4([A-Z][A-Z' -]{0,99})/, 'names'],
  [/S3([A-Z][A-Z' -]{0,99})/, 'givens'],
  [/S6(\d\d-\d\d-\d{4})/, 'birthDates'],
  [/S7(\d[\dAB]\d{3})/, 'birthPlaces'],
];

/**
 * The people that a text names by the marks of the usual formats. For a file that no reader knows or could read: its name may tell whom it is
 * about, and a report must not.
 */
export function peopleInText(bytes: Uint8Array): Person[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SEARCHED));
  const text = head.toString(isUtf8(trimmed(head)) ? 'utf8' : 'latin1').replaceAll('\0', '');
  const found = new Found();
  for (const form of NAMED)
    for (const [, name = '', value = ''] of text.matchAll(form)) {
      const trait = traitNamed(name);
      if (trait) found.add(trait, value);
    }
  for (const [line, separator = '|'] of text.matchAll(HL7_PATIENT)) {
    const fields = line.split(separator);
    for (const name of [fields[5], fields[line.startsWith('NK1') ? 2 : 7]]) {
      if (/^\d{8}/.test(name ?? '')) found.add('birthDates', name ?? '');
      else addNames(found, (name ?? '').split(/[\^~&]/));
    }
    const [first, ...numbers] = line.startsWith('NK1') ? [4, 5, 6] : [11, 13, 14];
    found.addPlaces(fields[first ?? 0] ?? '', numbers.map((each) => fields[each] ?? '').join('~'));
  }
  for (const [, name = '', given = ''] of text.matchAll(SOURCE_PATIENT)) addNames(found, [name, given]);
  for (const [, date = ''] of text.matchAll(SOURCE_BIRTH)) found.add('birthDates', date);
  for (const [, address = ''] of text.matchAll(SOURCE_PLACE)) found.addPlaces(address);
  if (/^\W{0,8}(?:\]d\d)?IS\d{12}/.test(text))
    for (const [form, trait] of CODE_FIELDS) found.add(trait, form.exec(text)?.[1] ?? '');
  return found.people();
}

function addNames(found: Found, [name = '', given = '', more = '']: readonly string[]): void {
  found.add('names', name);
  found.add('givens', given);
  found.add('givens', more);
}

/** A character may be cut where the search stops. */
function trimmed(head: Buffer): Buffer {
  return head.length < SEARCHED ? head : head.subarray(0, head.lastIndexOf(10) + 1);
}

/** What a value of each trait looks like: what is no name is no trait, but a number, a path, a sentence. */
const FITTING: Readonly<Record<NamedTrait, RegExp>> = {
  names: /^\p{L}[\p{L}\p{M}'’ .-]{1,60}$/u,
  givens: /^\p{L}[\p{L}\p{M}'’ .-]{1,60}$/u,
  birthDates: /^[\d/. T:+-]{6,30}$/,
  birthPlaces: /^(?:\d[\dAB]?\d{3,4}|\p{L}[\p{L}\p{M}'’ .-]{1,60})$/iu,
  addresses: /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ .,;-]{3,80}$/u,
  phones: /^[+(]?\d[\d ().-]{7,30}$/,
  // Those of MSSanté are of professionals, or are known by their form.
  mails: /^[^\s@<>"]{1,64}@(?!(?:[\w-]{1,63}\.){0,4}mssante\.fr$)[\w.-]{3,80}$/i,
};

class Found {
  readonly #values = {
    names: new Set<string>(),
    givens: new Set<string>(),
    birthDates: new Set<string>(),
    birthPlaces: new Set<string>(),
    addresses: new Set<string>(),
    phones: new Set<string>(),
    mails: new Set<string>(),
  };

  add(trait: NamedTrait, value: string): void {
    const kept = this.#values[trait];
    const written = value.trim();
    if (kept.size < MOST && FITTING[trait].test(written)) kept.add(structuredClone(written));
  }

  /** The places of an HL7 v2 field, and the telecoms of others. */
  addPlaces(addresses: string, numbers = ''): void {
    const componentsOf = (field: string): string[][] => field.split('~').map((each) => each.split('^'));
    const places = hl7Places(componentsOf(addresses), componentsOf(numbers));
    for (const trait of ['birthPlaces', 'phones', 'mails'] as const)
      for (const value of places[trait] ?? []) this.add(trait, value);
    for (const { lines, postalCode = '', city = '' } of places.addresses ?? [])
      for (const line of [...lines, `${postalCode} ${city}`]) this.add('addresses', line);
  }

  people(): Person[] {
    const { addresses, ...found } = this.#values;
    const [names, givens, birthDates] = [[...found.names], [...found.givens], [...found.birthDates]];
    const places = {
      birthPlaces: [...found.birthPlaces],
      addresses: [...addresses].map((line) => ({ lines: [line] })),
      phones: [...found.phones],
      mails: [...found.mails],
    };
    if (Object.values(this.#values).every(({ size }) => size === 0)) return [];
    // Several names: nothing tells whose date is whose.
    return names.length <= 2
      ? [{ names, givens, birthDates, ...places }]
      : [
          { names, givens },
          { birthDates, ...places },
        ];
  }
}
