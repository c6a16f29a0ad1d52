import type { Artifact } from '../../artifacts/artifact.js';
import { cx, type hd, xad, xcn, xpn, xtn } from '../../artifacts/hl7v2/data-types.js';
import { MRG, PID, PRT } from '../../artifacts/hl7v2/fields.js';
import { type PatientGroup, patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { hasMatriculeForm } from '../../identity/matricule.js';
import { authorityOf, isInsOid } from '../../identity/oids.js';
import { presentTraits, type Told, type ToldIdentity, type ToldMatricule, toldByMatricule } from './told-identity.js';

/** The patient of each PID segment, with the matricules that an MRG takes away; then the patients that PID-13 and PRT segments name. */
export function identitiesOfHl7v2({ content }: Artifact<'hl7v2'>): ToldIdentity[] {
  return content.messages.flatMap((message) => [
    ...patientGroups(message).map(identityOfPatient),
    ...message.segments.flatMap(mailboxesOf).filter(hasForm),
  ]);
}

/** What has not the form of a matricule tells nobody. */
function hasForm({ matricules: [matricule] }: ToldIdentity): boolean {
  return matricule !== undefined && hasMatriculeForm(matricule.value);
}

/** The identity of a PID segment (IHE PAM France 2.11); the identifiers of an MRG are those that the person has no more (A40, A47). */
export function identityOfPatient({ pid, following }: PatientGroup): ToldIdentity {
  const identifiers = pid.field(PID.identifiers).repetitions.filter((each) => cx(each).id.text.trim() !== '');
  const former = following
    .filter(({ name }) => name === 'MRG')
    .flatMap((mrg) => mrg.field(MRG.identifiers).repetitions)
    .filter((each) => cx(each).id.text.trim() !== '' && isNational(each));
  return {
    source: 'hl7v2',
    at: pid.location,
    matricules: [
      ...identifiers.filter(isNational).map(matriculeOf),
      ...former.map((each) => ({ ...matriculeOf(each), former: true })),
    ],
    localIds: identifiers
      .filter((each) => !isNational(each))
      .map((each) => ({
        value: cx(each).id.text.trim(),
        at: cx(each).id.location,
        authority: toldOid(cx(each).authority)?.value ?? cx(each).authority.namespace.text,
      })),
    traits: traitsOfPid(pid),
  };
}

/**
 * True for an identifier that tells to be an INS, by its type, its OID or the name of its authority, or that is an INS-C; the number of the
 * health insurance is none.
 */
export function isNational(identifier: Hl7Value): boolean {
  const { authority, type } = cx(identifier);
  if (type.text.trim() === 'INS') return true;
  const nature = authorityOf(toldOid(authority)?.value)?.nature;
  if (nature !== undefined) return nature !== 'NSS';
  return authority.universalId.text === '' && authority.namespace.text.startsWith('ASIP-SANTE-INS-N');
}

function matriculeOf(identifier: Hl7Value): ToldMatricule {
  const { id, authority } = cx(identifier);
  return { value: id.text.trim(), at: id.location, oid: toldOid(authority) };
}

/** The OID of an authority; some write it alone, in the place of its name. */
function toldOid({ namespace, universalId }: ReturnType<typeof hd>): Told | undefined {
  return toldOf(universalId) ?? (/^\d+(?:\.\d+)+$/.test(namespace.text) ? toldOf(namespace) : undefined);
}

function traitsOfPid(pid: Hl7Segment): ToldIdentity['traits'] {
  const names = pid.field(PID.names).repetitions.map(xpn);
  // HL7 takes a name without a type for the legal one.
  const birth = names.find(({ type }) => type.text === 'L') ?? names.find(({ type }) => type.text === '');
  const used = names.find(({ type }) => type.text === 'D');
  const birthPlace = pid
    .field(PID.addresses)
    .repetitions.map(xad)
    .find(({ type }) => type.text === 'BDL')?.county;
  return presentTraits({
    birthName: birth && surnameOf(birth.family),
    firstGiven: birth && toldOf(birth.given),
    givenList: birth && toldOf(birth.givenList),
    sex: toldOf(pid.field(PID.sex).component(1)),
    birthDate: toldOf(pid.field(PID.birthDate).component(1)),
    birthPlace: birthPlace && toldOf(birthPlace),
    usedName: used && surnameOf(used.family),
    usedGiven: used && toldOf(used.given),
  });
}

/** The patients that a segment names as one to write to: a person of PRT-5 told by an INS, and the citizens' addresses of PRT-15 and PID-13. */
export function mailboxesOf(segment: Hl7Segment): ToldIdentity[] {
  if (segment.name === 'PID') return addressesIn(segment.field(PID.telecoms));
  if (segment.name !== 'PRT') return [];
  return [
    ...segment.field(PRT.persons).repetitions.flatMap((person) => identityOfPerson(person) ?? []),
    ...addressesIn(segment.field(PRT.telecoms)),
  ];
}

function identityOfPerson(person: Hl7Value): ToldIdentity | undefined {
  const { id, family, given, authority, idType, nameType } = xcn(person);
  const matricule = toldOf(id);
  const oid = toldOid(authority);
  if (!matricule || (idType.text !== 'INS' && !isInsOid(oid?.value))) return undefined;
  const used = nameType.text === 'D';
  return {
    source: 'mailbox',
    at: person.location,
    matricules: [{ ...matricule, oid }],
    localIds: [],
    traits: presentTraits({
      [used ? 'usedName' : 'birthName']: surnameOf(family),
      [used ? 'usedGiven' : 'firstGiven']: toldOf(given),
    }),
  };
}

function addressesIn(telecoms: Hl7Value): ToldIdentity[] {
  return telecoms.repetitions.flatMap((each): ToldIdentity[] => {
    const { address } = xtn(each);
    const text = address.text.trim();
    if (!tellsMatricule(text)) return [];
    const at = address.location;
    const value = text.slice(0, text.lastIndexOf('@')).toUpperCase();
    return [toldByMatricule('mailbox', { value, at, oid: undefined })];
  });
}

/** The surname of a family name (FN.1), at the place of the name. */
function surnameOf(family: Hl7Value): Told | undefined {
  const value = family.subcomponent(1).text.trim();
  return value === '' ? undefined : { value, at: family.location };
}

function toldOf(value: Hl7Value): Told | undefined {
  const text = value.text.trim();
  return text === '' ? undefined : { value: text, at: value.location };
}
