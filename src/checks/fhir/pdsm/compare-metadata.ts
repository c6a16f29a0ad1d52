import { type ClinicalTime, mayBeSame, readDtm, readTs } from '../../../identity/hl7-time.js';
import { hashOf } from './attachments.js';
import { MAPPED, type Mapped, sameId, type ToldMetadata, type ToldValue } from './told-metadata.js';

/** A value of a DocumentReference and what the other side says. */
export interface Difference {
  readonly mapped: Mapped;
  readonly found: ToldValue;
  readonly other: ToldValue;
}

/** What both tell: how many were compared, and what differs. What one of them leaves out is for the checks of that one. */
export function compareMetadata(
  fhir: ToldMetadata,
  other: ToldMetadata,
): { readonly evaluated: number; readonly differences: readonly Difference[] } {
  let evaluated = 0;
  const differences: Difference[] = [];
  for (const mapped of MAPPED) {
    const own = fhir[mapped.attribute] ?? [];
    const others = other[mapped.attribute] ?? [];
    const [found] = own;
    const [said] = others;
    if (!found || !said) continue;
    evaluated++;
    // A concept may be coded twice, and a mask stands beside the level of confidentiality.
    if (own.some((one) => others.some((another) => areSame(mapped.form, one.value, another.value) !== false))) continue;
    differences.push({ mapped, found, other: said });
  }
  return { evaluated, differences };
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
