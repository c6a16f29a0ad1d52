/** A shorter number is a count, a code, an extension. */
const SHORTEST = 8;

/** The ways a telephone number is written, its groups of digits parted by blanks; none for what is too short to be one. */
export function phoneWritings(phone: string): string[] {
  const written = phone.replace(/;.*$/s, '').replace(/\(0\)/, '');
  const digits = written.replace(/\D/g, '');
  if (digits.length < SHORTEST) return [];
  const national = /^(?:00)?33(?:0)?(\d{9})$/.exec(digits)?.[1] ?? /^0(\d{9})$/.exec(digits)?.[1];
  const asWritten = [written.replace(/\D+/g, ' ').trim(), digits];
  if (national === undefined) return asWritten;
  const [first = '', ...rest] = national;
  const pairs = (rest.join('').match(/\d\d/g) ?? []).join(' ');
  return [
    ...asWritten,
    `0${national}`,
    `0${first} ${pairs}`,
    `0 ${first} ${pairs}`,
    ...['33', '0033'].flatMap((code) => [
      `${code}${national}`,
      `${code}0${national}`,
      `${code} ${national}`,
      `${code} ${first} ${rest.join('')}`,
      `${code} 0${national}`,
      `${code} ${first} ${pairs}`,
      `${code} 0${first} ${pairs}`,
      `${code} 0 ${first} ${pairs}`,
    ]),
  ];
}
