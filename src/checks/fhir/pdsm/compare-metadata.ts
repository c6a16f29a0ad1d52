import { type ClinicalTime, mayBeSame, readDtm, readTs } from '../../../identity/hl7-time.js';
import { hashOf } from './attachments.js';
import { MAPPED, type Mapped, sameId, type ToldMetadata, type ToldValue } from './told-metadata.js';

/** A value of a DocumentReference and what the other side says. */
export interface Difference {
  readonly mapped: Mapped;
  readonly found: ToldValue;
  readonly other: ToldValue;
}

/**
 * What both tell: how many were compared, and what differs. What one of them leaves out is for the checks of that one.
 * @param alike the other side has the same levels and masks of confidentiality; else it tells some of them.
 */
export function compareMetadata(
  fhir: ToldMetadata,
  other: ToldMetadata,
  alike: boolean,
): { readonly evaluated: number; readonly differences: readonly Difference[] } {
  let evaluated = 0;
  const differences: Difference[] = [];
  for (const mapped of MAPPED) {
    const own = fhir[mapped.attribute] ?? [];
    const others = other[mapped.attribute] ?? [];
    if (own.length === 0 || others.length === 0) continue;
    evaluated++;
    const difference =
      mapped.attribute === 'confidentialityCode' ? differentLevels(own, others, alike) : different(mapped, own, others);
    if (difference) differences.push({ mapped, ...difference });
  }
  return { evaluated, differences };
}

type Pair = Pick<Difference, 'found' | 'other'>;

/** A concept may be coded twice: one code in common will do. */
function different({ form }: Mapped, own: readonly ToldValue[], others: readonly ToldValue[]): Pair | undefined {
  const [found] = own;
  const [other] = others;
  if (!found || !other) return undefined;
  const codes = new Set(others.map(({ value }) => value));
  const isSame =
    form === 'code' ? own.some(({ value }) => codes.has(value)) : areSame(form, found.value, other.value) !== false;
  return isSame ? undefined : { found, other };
}

/** The level that the other side tells, and what hides the document. */
function differentLevels(own: readonly ToldValue[], others: readonly ToldValue[], alike: boolean): Pair | undefined {
  const [unsaid] = without(others, own);
  const [untold] = alike ? without(own, others) : [];
  const found = untold ?? own[0];
  const other = unsaid ?? others[0];
  return (unsaid || untold) && found && other ? { found, other } : undefined;
}

function without(values: readonly ToldValue[], others: readonly ToldValue[]): ToldValue[] {
  const known = new Set(others.map(({ value }) => value));
  return values.filter(({ value }) => !known.has(value));
}

/** Undefined for what can't be read: another check says it. */
function areSame(form: Mapped['form'], fhir: string, other: string): boolean | undefined {
  switch (form) {
    case 'id':
      return sameId(fhir) === sameId(other);
    case 'hash': {
      const hash = hashOf(fhir);
      return hash === undefined ? undefined : hash === other.toLowerCase();
    }
    case 'media':
      return mediaOf(fhir) === mediaOf(other);
    case 'time': {
      const own = readFhirTime(fhir);
      // A header tells its offset; metadata are in UTC, and tell none.
      const said = /[+-]\d{4}$/.test(other) ? readTs(other) : readDtm(other);
      return own && said && mayBeSame(own, said);
    }
    default:
      return spaced(fhir) === spaced(other);
  }
}

/** XML has two names, that MHD and XDS do not choose between. */
function mediaOf(type: string): string {
  const media = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return media === 'application/xml' ? 'text/xml' : media;
}

function spaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A `dateTime` or an `instant` of FHIR. */
function readFhirTime(text: string): ClinicalTime | undefined {
  const [, date, time = '', fraction = '', zone = ''] =
    /^([\d-]{4,10})(?:T([\d:]{5,8})(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  if (date === undefined) return undefined;
  const offset = zone === 'Z' ? '+0000' : zone.replace(':', '');
  return readTs(`${date.replaceAll('-', '')}${time.replaceAll(':', '')}${fraction.slice(0, 4)}${offset}`);
}
