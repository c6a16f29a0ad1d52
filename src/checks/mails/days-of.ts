import { readTs } from '../../identity/hl7-time.js';

const HOUR = 3_600_000;

/** The days, `AAAAMMJJ`, that a time of HL7 may be: that of who wrote it, and that of Paris when it is in UTC; none of what tells no day. */
export function daysOf(value: string | undefined): string[] {
  const time = readTs(value);
  if (!time || time.digits < 8) return [];
  const shifts = time.offset === 0 && time.digits > 8 ? [0, 1, 2] : [0];
  const days = shifts.map((hours) => new Date(time.written + hours * HOUR).toISOString().slice(0, 10));
  return [...new Set(days.map((day) => day.replaceAll('-', '')))];
}
