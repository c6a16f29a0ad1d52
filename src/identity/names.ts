/** Longer is no name of anybody: hostile fields have millions of words. */
const LONGEST = 1000;

/** A name as the national identity base writes it: capitals without diacritics or ligatures (RNIV; INSi refuses the rest). */
export function capitals(name: string): string {
  // Some letters only come apart once in capitals.
  return withoutDiacritics(withoutDiacritics(name.slice(0, LONGEST)).toUpperCase())
    .replace(/\s+/g, ' ')
    .trim();
}

/** Same text without accents, cedillas and ligatures; case is kept. */
export function withoutDiacritics(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE');
}

/** Words as they are compared, whoever typed, drew or encoded them: lower case without accents, ligatures nor forms of compatibility. */
export function folded(text: string): string {
  return withoutDiacritics(text.normalize('NFKC')).toLowerCase();
}

/** Key under which two writings of a name are the same: case, accents, and hyphen, apostrophe or blank do not count. */
export function nameKey(name: string): string {
  return capitals(name)
    .replace(/[-' ]+/g, ' ')
    .trim();
}
