import { readInstant } from '../../../artifacts/logs/instant.js';

/** A moment that a log writes, in milliseconds of 1970: one instant when it tells its offset, else what it may be anywhere. */
export interface Moment {
  readonly earliest: number;
  readonly latest: number;
}

const HOUR = 3_600_000;

/** Zones that tools on a French workstation name. */
const ZONES: Readonly<Record<string, number>> = { UTC: 0, GMT: 0, CET: 1, CEST: 2 };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The moment that a log writes: ISO 8601, with a zone or not, or as Wireshark does, `Nov 20, 2026 10:00:04.000000000 CET`. Undefined without
 * a date.
 */
export function momentOf(written: string | undefined): Moment | undefined {
  const [, body = '', zone] = /^(.{10,40}?)(?: ([A-Z][A-Za-z].{0,40}))?$/.exec((written ?? '').trim()) ?? [];
  // Java counts hours from 1 to 24.
  const { local, utc } = readInstant(isoOf(body).replace(' 24:', ' 00:'));
  if (utc !== undefined) return only(Date.parse(utc));
  if (local === undefined) return undefined;
  const asUtc = Date.parse(`${local.slice(0, 19)}Z`);
  const offset = zone === undefined ? undefined : ZONES[zone];
  // Offsets go from -12 to +14 hours.
  return offset === undefined
    ? { earliest: asUtc - 14 * HOUR, latest: asUtc + 12 * HOUR }
    : only(asUtc - offset * HOUR);
}

/** True when its offset is known: it can be compared to the second. */
export function isExact({ earliest, latest }: Moment): boolean {
  return earliest === latest;
}

function only(instant: number): Moment {
  return { earliest: instant, latest: instant };
}

function isoOf(text: string): string {
  const [, name = '', day = '', year = '', time = ''] =
    /^([A-Z][a-z]{2}) {1,2}(\d{1,2}), (\d{4}) (\d{2}:\d{2}:\d{2})/.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')} ${time}`;
}
