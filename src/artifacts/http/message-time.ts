import { headerNamed, type NameValue } from './har.js';

const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;

/** When a response says that it was made (RFC 9110 §6.6.1), in ISO 8601; undefined too for one that a cache kept (`Age`). */
export function dateOf(headers: readonly NameValue[]): string | undefined {
  const instant = Date.parse(headerNamed(headers, 'date') ?? '');
  if (Number.isNaN(instant) || headerNamed(headers, 'age') !== undefined) return undefined;
  return new Date(instant).toISOString();
}

/**
 * The instant of a time that tools write without its day nor its zone, in ISO 8601: the response's date tells both, since zones are at
 * whole quarters of an hour.
 * @param time `HH:MM:SS`, with decimals or not.
 */
export function instantOfDay(time: string, headers: readonly NameValue[]): string | undefined {
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  const written = (Number(hours) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
  const answered = Date.parse(dateOf(headers) ?? '');
  if (Number.isNaN(answered) || Number.isNaN(written)) return undefined;
  const zone = Math.round((written - (answered % DAY)) / QUARTER) * QUARTER;
  return new Date(Math.floor(answered / DAY) * DAY + written - zone).toISOString();
}
