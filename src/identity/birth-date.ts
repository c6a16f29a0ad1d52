/** How a birth date is wrong for a national identity. */
export type BirthDateFault = 'form' | 'unknown-day-or-month' | 'calendar';

/** `AAAAMMJJ`, perhaps with an hour (HL7); `AAAA-MM-JJ`, perhaps with an hour (INSi, FHIR); `JJ-MM-AAAA` (datamatrix). */
const HL7 = /^(\d{4})(\d{2})(\d{2})(?:\d{2}){0,3}(?:\.\d{1,4})?(?:[+-]\d{4})?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;
const FRENCH = /^(\d{2})[-/](\d{2})[-/](\d{4})$/;

/** No matricule is older: the register was made in 1941. */
const EARLIEST_YEAR = 1800;

/**
 * How a birth date is no day of the calendar, or undefined. INSi writes `00` for a day or a month that the civil status does not tell: such
 * an identity is not imported (règle 11; INS/va1.28).
 * @param date as an encoding writes it: each check holds it to the form of its own encoding.
 */
export function birthDateFault(date: string): BirthDateFault | undefined {
  const digits = digitsOf(date);
  if (digits === undefined) return 'form';
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month === 0 || day === 0) return 'unknown-day-or-month';
  const that = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= EARLIEST_YEAR && that.getUTCMonth() === month - 1 && that.getUTCDate() === day;
  return exists ? undefined : 'calendar';
}

function digitsOf(date: string): string | undefined {
  const yearFirst = HL7.exec(date) ?? ISO.exec(date);
  if (yearFirst) return yearFirst.slice(1, 4).join('');
  return FRENCH.exec(date)?.slice(1, 4).reverse().join('');
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
