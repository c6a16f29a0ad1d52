/** Months as French and English write them, in capitals without diacritics. */
const MONTHS: readonly (readonly string[])[] = [
  ['JANVIER', 'JANV', 'JANUARY', 'JAN'],
  ['FEVRIER', 'FEVR', 'FEV', 'FEBRUARY', 'FEB'],
  ['MARS', 'MARCH', 'MAR'],
  ['AVRIL', 'AVR', 'APRIL', 'APR'],
  ['MAI', 'MAY'],
  ['JUIN', 'JUNE', 'JUN'],
  ['JUILLET', 'JUIL', 'JULY', 'JUL'],
  ['AOUT', 'AUGUST', 'AUG'],
  ['SEPTEMBRE', 'SEPT', 'SEPTEMBER', 'SEP'],
  ['OCTOBRE', 'OCTOBER', 'OCT'],
  ['NOVEMBRE', 'NOVEMBER', 'NOV'],
  ['DECEMBRE', 'DECEMBER', 'DEC'],
];

/** The eight digits of a birth date, year first; undefined for what is no date. */
export function birthDigits(date: string): string | undefined {
  const french = /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(date.trim());
  if (french) return `${french[3]}${french[2]?.padStart(2, '0')}${french[1]?.padStart(2, '0')}`;
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/.exec(date.trim());
  if (yearFirst) return `${yearFirst[1]}${yearFirst[2]?.padStart(2, '0')}${yearFirst[3]?.padStart(2, '0')}`;
  const digits = /^\d{4}-?\d{2}-?\d{2}/.exec(date.trim())?.[0].replaceAll('-', '');
  if (digits === undefined || isYear(digits.slice(0, 4))) return digits;
  // Some write the day first without anything between.
  return isYear(digits.slice(4)) ? `${digits.slice(4)}${digits.slice(2, 4)}${digits.slice(0, 2)}` : digits;
}

function isYear(digits: string): boolean {
  return /^(?:18|19|20)/.test(digits);
}

/** The ways a birth date is written, their words parted by blanks. */
export function birthDateWritings(date: string): string[] {
  const digits = birthDigits(date);
  if (digits === undefined) return [date];
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  const [m, d] = [String(Number(month)), String(Number(day))];
  const named = (MONTHS[Number(month) - 1] ?? []).flatMap((name) =>
    [...new Set([day, d, `${d} ER`])].flatMap((each) => [`${each} ${name} ${year}`, `${name} ${each} ${year}`]),
  );
  return [
    date,
    digits,
    `${day}${month}${year}`,
    ...[`${day} ${month}`, `${d} ${m}`].flatMap((each) => [`${each} ${year}`, `${each} ${year.slice(2)}`]),
    `${year} ${month} ${day}`,
    `${year} ${m} ${d}`,
    ...named,
  ];
}
