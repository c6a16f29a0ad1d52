import { withoutComments } from '../../mails/field-comments.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `date-time` of RFC 5322 §3.3, with what §4.3 still reads: years of two digits, names of zones, blanks between any two words. */
const DATE =
  /^(?:(\w{3}) ?, ?)?(\d{1,2}) (\w{3}) (\d{2,9}) (\d{2}) ?: ?(\d{2})(?: ?: ?(\d{2}))? ([+-]\d{4}|[A-Z]{1,3})$/i;
const NAMED_ZONE = /^(?:UT|GMT|[ECMP][SD]T|[A-IK-Z])$/i;

/** How the date of a mail is written: as it must be, as it was before 2001, against both, or with another day of the week than its own. */
export function mailDateForm(field: string): 'right' | 'obsolete' | 'wrong' | 'weekday' {
  const text = withoutComments(field).replace(/\s+/g, ' ').trim();
  const match = DATE.exec(text);
  if (!match) return 'wrong';
  const [, weekday, day, monthName = '', year = '', hour, minute, second = '0', zone = ''] = match;
  const month = indexIn(MONTHS, monthName);
  const named = /^[a-z]/i.test(zone);
  if (month === -1 || (named ? !NAMED_ZONE.test(zone) : Number(zone.slice(3)) > 59)) return 'wrong';
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return 'wrong';
  const full = fullYear(year);
  const date = new Date(0);
  date.setUTCFullYear(full, month, Number(day));
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== month) return 'wrong';
  if (weekday !== undefined) {
    const told = indexIn(DAYS, weekday);
    if (told === -1) return 'wrong';
    if (told !== date.getUTCDay()) return 'weekday';
  }
  return year.length < 4 || named || / :|: | ,/.test(text) ? 'obsolete' : 'right';
}

function indexIn(names: readonly string[], name: string): number {
  return names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
}

/** RFC 5322 §4.3. */
function fullYear(year: string): number {
  if (year.length > 3) return Number(year);
  return Number(year) + (year.length === 2 && Number(year) < 50 ? 2000 : 1900);
}
