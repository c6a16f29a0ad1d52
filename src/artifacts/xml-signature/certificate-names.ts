/**
 * True when two distinguished names hold the same values, in whatever order, blanks and case, and however the types are called: RFC 2253 starts
 * with the common name, OpenSSL with the country, and some write `OID.2.5.4.4` or `SN2` for a surname or a given name.
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [valuesIn(one), valuesIn(other)];
  return a.length > 0 && a.length === b.length && a.every((value, index) => value === b[index]);
}

const MAX_LENGTH = 2000;

/** Sorted. */
function valuesIn(name: string): string[] {
  return name
    .slice(0, MAX_LENGTH)
    .split(/(?<!\\)[,;+\n]/)
    .map((part) => part.slice(part.indexOf('=') + 1))
    .map((value) =>
      value
        .replace(/\\(.)/g, '$1')
        .replace(/["\s]+/g, ' ')
        .trim()
        .toLowerCase(),
    )
    .filter(Boolean)
    .sort();
}
