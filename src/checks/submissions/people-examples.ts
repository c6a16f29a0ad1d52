import type { Example } from '../define.js';
import type { PeopleRule } from './people.js';

const INSTITUTION = 'Cabinet des Essais^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1990000010';
const PERSON = '899700100011^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS';
const SPECIALTY = 'G15_10/SM54^Médecin - Médecine Générale (SM)^1.2.250.1.213.1.1.4.5';

const FAULTS: readonly (readonly [PeopleRule, string, string])[] = [
  ['person-form', PERSON, PERSON.replace('^^^^^^&amp;', '^^^^^^ASIP&amp;')],
  ['person-kind', PERSON, PERSON.replace('IDNPS', 'RI')],
  ['person-id', PERSON, PERSON.replace('899700100011', '99700100011')],
  ['institution-form', INSTITUTION, INSTITUTION.replace('IDNST', 'FINEG')],
  ['institution-id', INSTITUTION, INSTITUTION.replace('1990000010', '990000010')],
  ['specialty-form', SPECIALTY, 'G15_10/SM54'],
];

/**
 * An example of each rule on the author of an object of the archive.
 * @param object its id in the fixtures.
 */
export function peopleExamples(object: string): Example<PeopleRule>[] {
  const author = [
    `classifiedObject="${object}" nodeRepresentation="">`,
    slotOf('authorInstitution', INSTITUTION),
    slotOf('authorPerson', PERSON),
    slotOf('authorSpecialty', SPECIALTY),
  ].join('\n        ');
  return FAULTS.map(([rule, good, bad]) => ({
    rule,
    base: 'xdm',
    part: 'metadata',
    good: author,
    bad: author.replace(good, bad),
  }));
}

function slotOf(name: string, value: string): string {
  return `<rim:Slot name="${name}"><rim:ValueList><rim:Value>${value}</rim:Value></rim:ValueList></rim:Slot>`;
}
