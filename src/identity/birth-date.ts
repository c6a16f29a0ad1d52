/** How a birth date is wrong for a national identity, or undefined: eight digits of a day that the calendar has. */
export type BirthDateFault = 'form' | 'unknown-day-or-month' | 'calendar';

/** @param digits `AAAAMMJJ`; a day or a month that the civil status does not tell is `00`. */
export function birthDateFault(digits: string): BirthDateFault | undefined {
  if (!/^\d{8}$/.test(digits)) return 'form';
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month === 0 || day === 0) return 'unknown-day-or-month';
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? undefined : 'calendar';
}

/**
 * The date that the RNIV writes for one whose day or month is unknown (`00`): day unknown 01/MM, month unknown JJ/01, both unknown 31/12.
 * Second-hand (Guide d'implémentation INS 3.0, EXI ID 11 and 12). Any other date is given back.
 */
export function birthDateMeant(digits: string): string {
  if (!/^\d{8}$/.test(digits)) return digits;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (month === '00' && day === '00') return `${year}1231`;
  return `${year}${month === '00' ? '01' : month}${day === '00' ? '01' : day}`;
}
