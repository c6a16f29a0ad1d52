import type { DatePattern } from './trace-declaration.js';

/** A moment, as a trace writes it and as it can be compared. */
export interface Instant {
  /** As written. */
  readonly text: string;
  /** `2026-11-20T10:00:00.123`, without offset; undefined when the text is no valid date and time. */
  readonly local: string | undefined;
  /** `+01:00`, `Z`; undefined when the trace does not say it: the local time of a workstation. */
  readonly offset: string | undefined;
  /** In ISO 8601 with Z, when the offset is known. */
  readonly utc: string | undefined;
}

const TIME = String.raw`(?:(?:T|[ \t]+(?:à[ \t]+)?)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?[ \t]*(Z|UTC|[+-]\d{2}:?\d{2})?)$`;

/** Order of year, month and day in each pattern. */
const PATTERNS: Readonly<
  Record<DatePattern, { readonly form: RegExp; readonly order: readonly [number, number, number] }>
> = {
  'yyyy-MM-dd': { form: new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}`), order: [1, 2, 3] },
  'yyyy/MM/dd': { form: new RegExp(String.raw`^(\d{4})/(\d{2})/(\d{2})${TIME}`), order: [1, 2, 3] },
  'dd/MM/yyyy': { form: new RegExp(String.raw`^(\d{2})/(\d{2})/(\d{4})${TIME}`), order: [3, 2, 1] },
  'dd-MM-yyyy': { form: new RegExp(String.raw`^(\d{2})-(\d{2})-(\d{4})${TIME}`), order: [3, 2, 1] },
  'dd.MM.yyyy': { form: new RegExp(String.raw`^(\d{2})\.(\d{2})\.(\d{4})${TIME}`), order: [3, 2, 1] },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads a date and time strictly: ISO 8601, unless another pattern is declared. Never guesses: 03/04 could be two days. */
export function readInstant(text: string, pattern: DatePattern = 'yyyy-MM-dd'): Instant {
  const { form, order } = PATTERNS[pattern];
  const parts = form.exec(text.slice(0, 60).trim());
  if (!parts) return { text, local: undefined, offset: undefined, utc: undefined };
  const [, , , , hour = '', minute = '', second = '00', fraction, zone] = parts;
  const [year, month, day] = order.map((group) => parts[group] ?? '');
  return instant(text, `${year}-${month}-${day}`, [hour, minute, second], fraction, zone);
}

/** `20/Nov/2026:10:00:00 +0100`, the time of an access log. */
export function readAccessTime(text: string): Instant {
  const parts = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-]\d{4})$/.exec(text);
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '', zone] = parts ?? [];
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  return instant(text, `${year}-${month}-${day}`, [hour, minute, second], undefined, zone);
}

function instant(
  text: string,
  date: string,
  [hour, minute, second]: readonly [string, string, string],
  fraction: string | undefined,
  zone: string | undefined,
): Instant {
  const nothing = { text, local: undefined, offset: undefined, utc: undefined };
  if (!isDay(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return nothing;
  const local = `${date}T${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (offset === undefined) return { ...nothing, local };
  // A leap second is no time for Date: it is the first of the next minute.
  const leap = second === '60';
  const moment = Date.parse(`${date}T${hour}:${minute}:${leap ? '59' : second}.000${offset}`) + (leap ? 1000 : 0);
  if (Number.isNaN(moment)) return { ...nothing, local };
  const utc = new Date(moment).toISOString().slice(0, 19);
  return { text, local, offset, utc: `${utc}${fraction === undefined ? '' : `.${fraction}`}Z` };
}

function offsetOf(zone: string): string {
  if (zone === 'Z' || zone === 'UTC') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** True for a day of the calendar: no 30 February. */
function isDay(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}
