import { add, type Decimal, parseDecimal } from './decimal.js';

/** A value of xs:dateTime, xs:date or xs:time. */
export interface Moment {
  /** Its canonical text, in its own zone. */
  readonly text: string;
  /** Seconds since 1970-01-01T00:00:00Z. Without a zone it is taken as UTC: a verdict may not depend on the zone of a machine. A time is one of 1972-12-31. */
  readonly seconds: Decimal;
}

const ZONE = '(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
/** The reference engine is less strict with dates and times than with dateTimes. */
const LOOSE_ZONE = '(Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const DATE = '(-?(?:[1-9]\\d{4,8}|\\d{4}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-4]):([0-5]\\d):([0-5]\\d)(\\.\\d+)?';
const FORMS = {
  dateTime: new RegExp(`^${DATE}T${TIME}${ZONE}$`),
  date: new RegExp(`^${DATE}()()()()${LOOSE_ZONE}$`),
  time: new RegExp(`^()()()${TIME}${LOOSE_ZONE}$`),
};

/**
 * A dateTime, date or time from its text (XML Schema 1.1 part 2 §3.3.7), undefined when it is none. Hour 24 with no minutes is the next day's 0. Years have up
 * to nine digits; the year 0 exists, as in XSD 1.1.
 */
export function parseMoment(type: keyof typeof FORMS, text: string): Moment | undefined {
  const match = FORMS[type].exec(text);
  if (match === null) return undefined;
  const [, yearText = '', monthText = '', dayText = '', hourText, minuteText, secondText, fractionText, zone = ''] =
    match;
  // A date counts from its start, a time on the day that XPath functions §10.4 names.
  const [year, month, day] = type === 'time' ? [1972, 12, 31] : [Number(yearText), Number(monthText), Number(dayText)];
  if (day > daysInMonth(year, month)) return undefined;
  const [hour, minute, second] = [Number(hourText || 0), Number(minuteText || 0), Number(secondText || 0)];
  const fraction = (fractionText ?? '').replace(/\.?0+$/, '');
  if (hour === 24 && (minute > 0 || second > 0 || fraction !== '')) return undefined;

  // A time of 24:00:00 is 00:00:00 of the same day.
  const days = daysSince1970(year, month, day) - (type === 'time' && hour === 24 ? 1 : 0);
  const local = days * 86_400 + hour * 3600 + minute * 60 + second;
  const seconds = { units: BigInt(local - zoneMinutes(zone) * 60), scale: 0 };
  return {
    text: formatMoment(type, local, fraction, zone),
    seconds: fraction === '' ? seconds : add(seconds, parseDecimal(`0${fraction}`)),
  };
}

function zoneMinutes(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Of the proleptic Gregorian calendar: years of 400 count 146,097 days. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function dateOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const part = Math.floor((5 * ofYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return { year: era * 400 + year + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * part + 2) / 5) + 1 };
}

function formatMoment(type: keyof typeof FORMS, local: number, fraction: string, zone: string): string {
  const days = Math.floor(local / 86_400);
  const rest = local - days * 86_400;
  const { year, month, day } = dateOf(days);
  const date = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
  const time = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}${fraction}`;
  const written = /^[+-]00:00$/.test(zone) ? 'Z' : zone;
  return `${type === 'date' ? date : type === 'time' ? time : `${date}T${time}`}${written}`;
}

function pad(value: number, length = 2): string {
  return `${value}`.padStart(length, '0');
}
