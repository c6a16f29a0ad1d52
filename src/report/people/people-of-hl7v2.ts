import { cx, xpn } from '../../artifacts/hl7v2/data-types.js';
import { PID } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import type { Person } from '../../artifacts/people/person.js';
import { isInsOid } from '../../identity/oids.js';

/** Fields that name a person: the patient (PID), a former identity (MRG), a relative (NK1), an insured (IN1), a guarantor (GT1). */
const NAMING: Readonly<
  Record<string, { readonly ids: readonly number[]; readonly names: readonly number[]; readonly birthDate?: number }>
> = {
  PID: { ids: [2, PID.identifiers, 4, 18, 19], names: [PID.names, PID.motherNames, 9], birthDate: PID.birthDate },
  MRG: { ids: [1, 2, 4], names: [7] },
  NK1: { ids: [33], names: [2, 30], birthDate: 16 },
  GT1: { ids: [2], names: [3], birthDate: 8 },
  IN1: { ids: [49], names: [16], birthDate: 18 },
};

/** The people that HL7 v2 messages name, professionals apart. */
export function peopleOfHl7v2(messages: readonly Hl7Message[]): Person[] {
  return messages.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const naming = NAMING[segment.name];
      if (!naming) return [];
      const ids = naming.ids.flatMap((field) => segment.field(field).repetitions.map(cx));
      const isIns = ({ authority, type }: (typeof ids)[number]): boolean =>
        isInsOid(authority.universalId.text) || type.text.startsWith('INS');
      const names = naming.names.flatMap((field) => segment.field(field).repetitions.map(xpn));
      return {
        ins: ids.filter(isIns).map(({ id }) => id.text),
        ids: ids.filter((each) => !isIns(each)).map(({ id }) => id.text),
        names: names.map(({ family }) => family.text),
        givens: names.flatMap(({ given, givenList }) => [given.text, givenList.text]),
        birthDates: naming.birthDate === undefined ? [] : [segment.field(naming.birthDate).text],
      };
    }),
  );
}
