/**
 * True when two distinguished names are the same: the names that they are made of, in one order or in the other, whatever the blanks, the case
 * and how the types are called. Sides write them as RFC 2253 does (`CN=…,O=…,C=FR`), or as OpenSSL does, a line each, the country first.
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [namesIn(one), namesIn(other)];
  return a.length > 0 && a.length === b.length && (isEqual(a, b) || isEqual(a, b.reverse()));
}

/** Types that are written in several ways. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['OID.2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['OID.2.5.4.4', 'SN'],
  ['2.5.4.4', 'SN'],
  ['SURNAME', 'SN'],
  ['OID.2.5.4.42', 'GN'],
  ['2.5.4.42', 'GN'],
  ['GIVENNAME', 'GN'],
  ['G', 'GN'],
  ['OID.2.5.4.12', 'T'],
  ['2.5.4.12', 'T'],
  ['TITLE', 'T'],
  ['S', 'ST'],
]);

const MAX_LENGTH = 2000;

function namesIn(name: string): string[] {
  return name
    .slice(0, MAX_LENGTH)
    .split(/(?<!\\)[,;+\n]/)
    .map((part) => {
      const [type = '', ...value] = part.split('=');
      const known = type.trim().toUpperCase();
      const text = value
        .join('=')
        .replace(/\\(.)/g, '$1')
        .replace(/^\s*"|"\s*$/g, '');
      return `${TYPES.get(known) ?? known}=${text.replace(/\s+/g, ' ').trim().toLowerCase()}`;
    })
    .filter((part) => part !== '=');
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.every((part, index) => part === b[index]);
}
