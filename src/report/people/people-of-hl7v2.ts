import { cwe, cx, xpn } from '../../artifacts/hl7v2/data-types.js';
import { OBX, PID, ZFD } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { hl7Places } from '../../artifacts/people/hl7-places.js';
import type { Person } from '../../artifacts/people/person.js';
import { mailboxesOf } from '../../checks/identities/identities-of-hl7v2.js';
import { isInsOid } from '../../identity/oids.js';
import { peopleOfIdentity } from './people-of-identities.js';
import { personOfSubject } from './people-of-mail.js';

/** Fields that name a person: the patient (PID), a former identity (MRG), a relative (NK1), an insured (IN1), a guarantor (GT1). */
const NAMING: Readonly<
  Record<
    string,
    {
      readonly ids: readonly number[];
      readonly names: readonly number[];
      readonly birthDate?: number;
      readonly addresses?: readonly number[];
      readonly telecoms?: readonly number[];
      readonly birthPlace?: number;
    }
  >
> = {
  PID: {
    ids: [2, PID.identifiers, 4, 18, 19],
    names: [PID.names, 9],
    birthDate: PID.birthDate,
    addresses: [PID.addresses],
    telecoms: [13, 14],
    birthPlace: 23,
  },
  MRG: { ids: [1, 2, 4], names: [7] },
  NK1: { ids: [33], names: [2, 30], birthDate: 16, addresses: [4, 32], telecoms: [5, 6, 31] },
  GT1: { ids: [2], names: [3], birthDate: 8, addresses: [5], telecoms: [6, 7] },
  IN1: { ids: [49], names: [16], birthDate: 18, addresses: [19] },
  IN2: { ids: [], names: [40], telecoms: [63] },
};
/** Those that name the patient, and not somebody close. */
const OF_PATIENT: ReadonlySet<string> = new Set(['PID', 'MRG']);

/** The people that HL7 v2 messages name, professionals apart. */
export function peopleOfHl7v2(messages: readonly Hl7Message[]): Person[] {
  return messages.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const addressees = mailboxesOf(segment).flatMap(peopleOfIdentity);
      if (segment.name === 'ZFD') return [{ birthDates: lunarDates(segment.field(ZFD.lunarDate)) }];
      if (segment.name === 'OBX') return subjectsOf(segment);
      const naming = NAMING[segment.name];
      if (!naming) return addressees;
      const ids = naming.ids.flatMap((field) => segment.field(field).repetitions.map(cx));
      const isIns = ({ authority, type }: (typeof ids)[number]): boolean =>
        isInsOid(authority.universalId.text) || type.text.startsWith('INS');
      const names = naming.names.flatMap((field) => segment.field(field).repetitions.map(xpn));
      const partsOf = (fields: readonly number[] = []): string[][] =>
        fields.flatMap((field) => segment.field(field).repetitions.map(textsOf));
      const { birthPlaces = [], ...places } = hl7Places(partsOf(naming.addresses), partsOf(naming.telecoms));
      const person: Person = {
        ins: ids.filter(isIns).map(({ id }) => id.text),
        ids: ids.filter((each) => !isIns(each)).map(({ id }) => id.text),
        ...namesOf(names),
        birthDates: naming.birthDate === undefined ? [] : [segment.field(naming.birthDate).text],
        birthPlaces: [
          ...birthPlaces,
          ...(naming.birthPlace === undefined ? [] : [segment.field(naming.birthPlace).text]),
        ],
        ...places,
        ...(!OF_PATIENT.has(segment.name) && { close: true }),
      };
      // The name of the mother is not the patient's.
      const mothers = segment.name === 'PID' ? segment.field(PID.motherNames).repetitions.map(xpn) : [];
      return [person, ...addressees, ...mothers.map((name): Person => ({ ...namesOf([name]), close: true }))];
    }),
  );
}

/** An OBX that tells of a mail has its Message-ID and its subject (OBX-3, volet de transmission d'un CDA au LPS). */
function subjectsOf(segment: Hl7Segment): Person[] {
  const { code, text } = cwe(segment.field(OBX.code));
  return code.text.includes('@') ? [personOfSubject(text.text)] : [];
}

function namesOf(names: readonly ReturnType<typeof xpn>[]): Person {
  return {
    names: names.map(({ family }) => family.text),
    givens: names.flatMap(({ given, givenList }) => [given.text, givenList.text]),
  };
}

function textsOf(value: Hl7Value): string[] {
  return value.components.map(({ text }) => text);
}

/** The birth date of the civil status, `JJ^MM^AAAA` (ZFD-1), and as some write it. */
function lunarDates(value: Hl7Value): string[] {
  const parts = textsOf(value).filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join('/'), value.text].filter((date) => date !== '');
}
