/** JSON type and form of each primitive type (FHIR R4 §2.24.0.1). */
const FORMS: Readonly<Record<string, { readonly json: 'string' | 'number' | 'boolean'; readonly form?: RegExp }>> = {
  base64Binary: { json: 'string', form: /^[0-9A-Za-z+/=\s]*$/ },
  boolean: { json: 'boolean' },
  canonical: { json: 'string', form: /^\S+$/ },
  code: { json: 'string', form: /^\S+(?: \S+)*$/ },
  date: { json: 'string', form: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/ },
  dateTime: {
    json: 'string',
    form: /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/,
  },
  decimal: { json: 'number' },
  id: { json: 'string', form: /^[A-Za-z0-9\-.]{1,64}$/ },
  instant: { json: 'string', form: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/ },
  integer: { json: 'number' },
  markdown: { json: 'string' },
  oid: { json: 'string', form: /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/ },
  positiveInt: { json: 'number' },
  string: { json: 'string' },
  time: { json: 'string', form: /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/ },
  unsignedInt: { json: 'number' },
  uri: { json: 'string', form: /^\S+$/ },
  url: { json: 'string', form: /^\S+$/ },
  uuid: { json: 'string', form: /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  xhtml: { json: 'string' },
};

const SYSTEM = 'http://hl7.org/fhirpath/System.';

/** The primitive type that an element's type code is: those of `id` and of `value` are types of FHIRPath. */
export function primitiveType(code: string, fhirType: string | undefined): string | undefined {
  if (code.startsWith(SYSTEM)) return fhirType ?? 'string';
  return Object.hasOwn(FORMS, code) ? code : undefined;
}

/** What is wrong with the value of a primitive: its JSON type (`json-type`), or its form (`form`). */
export function primitiveFault(type: string, value: unknown): 'json-type' | 'form' | undefined {
  const expected = FORMS[type];
  if (!expected) return undefined;
  if (typeof value !== expected.json) return 'json-type';
  if (typeof value === 'number') return isNumberOf(type, value) ? undefined : 'form';
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') return 'form';
  if (expected.form && !expected.form.test(value)) return 'form';
  return /^(?:date|dateTime|instant)$/.test(type) && !isDate(value) ? 'form' : undefined;
}

function isNumberOf(type: string, value: number): boolean {
  if (type === 'decimal') return Number.isFinite(value);
  const least = type === 'positiveInt' ? 1 : type === 'unsignedInt' ? 0 : -2147483648;
  return Number.isInteger(value) && value >= least && value <= 2147483647;
}

/** True for a day of the calendar, at a time of the day. */
function isDate(value: string): boolean {
  const [day = '', time] = value.split('T');
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (year === 0 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return false;
  if (time === undefined) return true;
  const [, hour = '', minute = '', second = '', zone = ''] = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(.*)$/.exec(time) ?? [];
  const [, offset = '0', rest = '0'] = /^[+-](\d\d):(\d\d)$/.exec(zone) ?? [];
  const sameDay = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  return sameDay && Number(offset) <= 14 && Number(rest) < 60;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
