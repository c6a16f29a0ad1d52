/** COG code of a place of birth that is not known (INS/va1.21). */
export const UNKNOWN_BIRTH_PLACE = '99999';

/** True for the form of a code of the Code Officiel Géographique: a commune (`2A` and `2B` in Corsica), or `99` and a country. */
export function isCogForm(code: string): boolean {
  return /^(?:\d{5}|2[AB]\d{3})$/.test(code);
}
