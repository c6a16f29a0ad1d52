/** A time of a document or of its metadata: the instants that it may stand for, given its precision and its offset. */
export interface ClinicalTime {
  /** How many digits of date and time were written: 4 for a year, 8 for a day, 14 for a second. */
  readonly digits: number;
  /** Minutes from UTC; undefined when the value tells none. */
  readonly offset: number | undefined;
  /** First instant, in milliseconds of UTC. */
  readonly from: number;
  /** End of the last instant, excluded. */
  readonly to: number;
  /** The written date and time read as if they were UTC: tells the calendar day of who wrote it. */
  readonly written: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** French territories keep their clocks between these offsets (French Polynesia, Wallis-et-Futuna). */
const WESTMOST = -10 * 60;
const EASTMOST = 12 * 60;

const FORM = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d{1,4})?)?)?)?)?)?([+-]\d{4})?$/;

/** A time stamp of a CDA (HL7 data type TS): `AAAA` to `AAAAMMJJhhmmss`, then perhaps `±ZZzz`; undefined when it is not one. */
export function readTs(value: string | undefined): ClinicalTime | undefined {
  const parts = FORM.exec(value ?? '');
  if (!parts) return undefined;
  const offset = parts[7] === undefined ? undefined : minutesOf(parts[7]);
  return Number.isNaN(offset) ? undefined : timeOf(parts, offset);
}

/** A date and time of XDS metadata (DTM of IHE ITI TF-3 §4.2.3.1.7): 4 to 14 digits of UTC, no offset. */
export function readDtm(value: string | undefined): ClinicalTime | undefined {
  const parts = FORM.exec(value ?? '');
  return parts && parts[7] === undefined ? timeOf(parts, 0) : undefined;
}

/** True when the two times can be the same one: compared at the precision that both have. */
export function mayBeSame(one: ClinicalTime, other: ClinicalTime): boolean {
  return one.from < other.to && other.from < one.to;
}

/** True when `one` is later than `other`, whatever the precision and the offset that they lack. */
export function isAfter(one: ClinicalTime, other: ClinicalTime): boolean {
  return one.from >= other.to;
}

/** True when `one` can be later than `other` by a second at least. */
export function mayBeLater(one: ClinicalTime, other: ClinicalTime): boolean {
  return one.to - 1000 > other.from;
}

/** True for the same calendar day, seen from the offset of `reference` when both have one. */
export function isSameDay(one: ClinicalTime, reference: ClinicalTime): boolean {
  const shift = one.offset === undefined || reference.offset === undefined ? 0 : reference.offset - one.offset;
  return Math.floor((one.written + shift * MINUTE) / DAY) === Math.floor(reference.written / DAY);
}

function timeOf(parts: RegExpExecArray, offset: number | undefined): ClinicalTime | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const inMonth = Date.UTC(year, month - 1, day) < Date.UTC(year, month, 1);
  if (month < 1 || month > 12 || day < 1 || !inMonth || hour > 23 || minute > 59 || second > 59) return undefined;
  const written = Date.UTC(year, month - 1, day, hour, minute, second);
  const digits = parts.slice(1, 7).join('').length;
  const end = written + lengthOf(digits, year, month);
  return {
    digits,
    offset,
    written,
    from: written - (offset ?? EASTMOST) * MINUTE,
    to: end - (offset ?? WESTMOST) * MINUTE,
  };
}

/** How long the unit of the last digits lasts. */
function lengthOf(digits: number, year: number, month: number): number {
  switch (digits) {
    case 4:
      return Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1);
    case 6:
      return Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1);
    case 8:
      return DAY;
    case 10:
      return 60 * MINUTE;
    case 12:
      return MINUTE;
    default:
      return 1000;
  }
}

/** Minutes of `±ZZzz`; NaN beyond the offsets that exist. */
function minutesOf(offset: string): number {
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3));
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
