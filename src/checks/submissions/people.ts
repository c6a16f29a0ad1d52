import type { XdsObject, XdsValue } from '../../artifacts/xds/metadata.js';
import { readHl7Code, readHl7Organization, readHl7Person } from '../../identity/hl7-name.js';
import { isProfessionalId, isStructureId, PROFESSIONAL_OID, STRUCTURE_OID } from '../../identity/national-ids.js';
import { isInsOid, isWellFormedOid } from '../../identity/oids.js';
import type { RawFinding, Rule } from '../define.js';
import { foundInMetadata } from '../found.js';
import type { Submission } from './submissions-of.js';

/** The rules of the people and structures that an object of XDS metadata names. */
export type PeopleRule =
  | 'person-form'
  | 'person-kind'
  | 'person-id'
  | 'institution-form'
  | 'institution-id'
  | 'specialty-form';

/** @param record how many of the 110 official archives break each rule, for a kind of object: none when it is not told */
export function peopleRules(record: Partial<Readonly<Record<PeopleRule, number>>>): Record<PeopleRule, Rule> {
  const rule = (name: PeopleRule, severity: Rule['severity'], clause: string): Rule => ({
    severity,
    mark: 'primary',
    clause: `CI-SIS, métadonnées XDS, ${clause} ; ITI TF-3 §4.2.3.1.7`,
    samples: { broken: record[name] ?? 0, of: 110, corpus: 'interop-exemples-xdm' },
  });
  return {
    'person-form': rule('person-form', 'error', 'authorPerson et legalAuthenticator (type XCN)'),
    'person-kind': rule('person-kind', 'warning', 'authorPerson et legalAuthenticator, XCN.10 et XCN.13'),
    'person-id': rule('person-id', 'warning', 'authorPerson et legalAuthenticator, PS_IdNat'),
    'institution-form': rule('institution-form', 'error', 'authorInstitution (type XON)'),
    'institution-id': rule('institution-id', 'warning', 'authorInstitution, Struct_IdNat'),
    'specialty-form': rule('specialty-form', 'error', 'authorSpecialty'),
  };
}

type Found = RawFinding<PeopleRule>;
type Tell = (rule: PeopleRule, value: XdsValue, args?: Readonly<Record<string, string>>) => Found;

/** What is wrong with the authors of an object and with who answers for it. */
export function judgePeople(submission: Submission, { authors, slot }: XdsObject): Found[] {
  const tell: Tell = (rule, { value, node }, args = {}) =>
    foundInMetadata(submission, rule, node, { args, actual: value });
  return [
    ...authors.flatMap(({ persons, institutions, specialties }) => [
      ...persons.flatMap((each) => judgePerson(tell, 'authorPerson', each)),
      ...institutions.flatMap((each) => judgeInstitution(tell, each)),
      ...specialties.flatMap((each) => judgeSpecialty(tell, each)),
    ]),
    ...slot('legalAuthenticator').flatMap((each) => judgePerson(tell, 'legalAuthenticator', each)),
  ];
}

/** What XCN.13 may be, by the authority of the id and by XCN.10: of a system, the DRIMbox sample of the ANS tells an internal identifier. */
function kindsOf(oid: string, nameType: string): readonly string[] | undefined {
  if (isInsOid(oid)) return nameType === 'D' ? ['NH'] : [];
  if (oid !== PROFESSIONAL_OID) return undefined;
  return nameType === 'U' ? ['RI', 'EI'] : ['IDNPS', 'EI'];
}

function judgePerson(tell: Tell, attribute: string, value: XdsValue): Found[] {
  if (!value.value) return [];
  const { id, family, namespace, oid, oidType, nameType, idType } = readHl7Person(value.value);
  const wrong = [
    ['XCN.1', id !== ''],
    ['XCN.2', family !== ''],
    ['XCN.9.1', namespace === ''],
    ['XCN.9.2', isWellFormedOid(oid)],
    ['XCN.9.3', oidType === 'ISO'],
    ['XCN.10', nameType === 'D' || nameType === 'U'],
    ['XCN.13', idType !== ''],
  ].find(([, isRight]) => !isRight);
  if (wrong) return [tell('person-form', value, { attribute, component: String(wrong[0]) })];
  const kinds = kindsOf(oid, nameType);
  if (kinds && !kinds.includes(idType)) return [tell('person-kind', value, { attribute })];
  return idType === 'IDNPS' && !isProfessionalId(id) ? [tell('person-id', value, { attribute, id })] : [];
}

/** A structure without identifier has no authority either; one without name is told by its identifier. */
function judgeInstitution(tell: Tell, value: XdsValue): Found[] {
  if (!value.value) return [];
  const { name, namespace, oid, oidType, idType, id } = readHl7Organization(value.value);
  const isIdentified = id !== '' || oid !== '' || idType !== '';
  const wrong = isIdentified
    ? [
        ['XON.10', id !== ''],
        ['XON.6.1', namespace === ''],
        ['XON.6.2', isWellFormedOid(oid)],
        ['XON.6.3', oidType === 'ISO'],
        ['XON.7', oid === STRUCTURE_OID ? idType === 'IDNST' : idType !== ''],
      ].find(([, isRight]) => !isRight)
    : [['XON.1', name !== '']].find(([, isRight]) => !isRight);
  if (wrong) return [tell('institution-form', value, { component: String(wrong[0]) })];
  return idType === 'IDNST' && !isStructureId(id) ? [tell('institution-id', value, { id })] : [];
}

function judgeSpecialty(tell: Tell, value: XdsValue): Found[] {
  if (!value.value) return [];
  const { code, label, system } = readHl7Code(value.value);
  return code && label && isWellFormedOid(system) ? [] : [tell('specialty-form', value)];
}
