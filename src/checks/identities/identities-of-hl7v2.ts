import type { Artifact } from '../../artifacts/artifact.js';
import { cx, xad, xcn, xpn, xtn } from '../../artifacts/hl7v2/data-types.js';
import { MRG, PID, PRT } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { isPatientAddress, PATIENT_TEST_ADDRESS } from '../../identity/addresses.js';
import { authorityOf } from '../../identity/oids.js';
import type { Told, ToldIdentity, ToldMatricule } from './told-identity.js';

/** The patient of each PID segment, with the matricules that an MRG after it takes away, and the patients that PRT segments name. */
export function identitiesOfHl7v2({ content }: Artifact<'hl7v2'>): ToldIdentity[] {
  return content.messages.flatMap(({ segments }) => identitiesOfSegments(segments));
}

function identitiesOfSegments(segments: readonly Hl7Segment[]): ToldIdentity[] {
  const found: ToldIdentity[] = [];
  let pid: Hl7Segment | undefined;
  let merged: Hl7Segment[] = [];
  const close = (): void => {
    if (pid) found.push(identityOfPid(pid, merged));
    pid = undefined;
    merged = [];
  };
  for (const segment of segments) {
    if (segment.name === 'PID') {
      close();
      pid = segment;
    } else if (segment.name === 'MRG') merged.push(segment);
    else if (segment.name === 'PRT') found.push(...identitiesOfParticipation(segment));
  }
  close();
  return found;
}

/**
 * The identity of a PID segment (IHE PAM France 2.11).
 * @param merged the MRG segments of its patient: identifiers that the person has no more (A40, A47).
 */
export function identityOfPid(pid: Hl7Segment, merged: readonly Hl7Segment[] = []): ToldIdentity {
  const identifiers = pid.field(PID.identifiers).repetitions.filter((each) => cx(each).id.text !== '');
  const former = merged.flatMap((mrg) => mrg.field(MRG.identifiers).repetitions).filter(isNational);
  return {
    source: 'hl7v2',
    at: pid.location,
    matricules: [
      ...identifiers.filter(isNational).map(matriculeOf),
      ...former.map((each) => ({ ...matriculeOf(each), former: true })),
    ],
    localIds: identifiers
      .filter((each) => !isNational(each))
      .flatMap((each) => {
        const { id, authority } = cx(each);
        const told = toldOf(id);
        return told ? [{ ...told, authority: authority.universalId.text || authority.namespace.text }] : [];
      }),
    traits: traitsOfPid(pid),
  };
}

/** True for a repetition of PID-3 or MRG-1 that tells to be an INS, or stands under the OID of one or of an INS-C; the billing number is none. */
function isNational(identifier: Hl7Value): boolean {
  const { authority, type } = cx(identifier);
  const nature = authorityOf(authority.universalId.text)?.nature;
  if (nature !== undefined) return nature !== 'NSS';
  return type.text.trim() === 'INS' || authority.namespace.text.startsWith('ASIP-SANTE-INS-');
}

function matriculeOf(identifier: Hl7Value): ToldMatricule {
  const { id, authority } = cx(identifier);
  return { value: id.text.trim(), at: id.location, oid: toldOf(authority.universalId) };
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
  return present({
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

/** The patients of a PRT segment: a person told by an INS, and the address of a citizen, which is made of one. */
function identitiesOfParticipation(prt: Hl7Segment): ToldIdentity[] {
  const persons = prt.field(PRT.persons).repetitions.flatMap((each): ToldIdentity[] => {
    const { id, family, given, authority, idType, nameType } = xcn(each);
    const matricule = toldOf(id);
    const nature = authorityOf(authority.universalId.text)?.nature;
    if (!matricule || (idType.text !== 'INS' && nature !== 'NIR' && nature !== 'NIA')) return [];
    const used = nameType.text === 'D';
    return [
      {
        source: 'mailbox',
        at: each.location,
        matricules: [{ ...matricule, oid: toldOf(authority.universalId) }],
        localIds: [],
        traits: present({
          [used ? 'usedName' : 'birthName']: surnameOf(family),
          [used ? 'usedGiven' : 'firstGiven']: toldOf(given),
        }),
      },
    ];
  });
  const boxes = prt.field(PRT.telecoms).repetitions.flatMap((each): ToldIdentity[] => {
    const { address } = xtn(each);
    const text = address.text.trim();
    if (!isPatientAddress(text) || text.toLowerCase() === PATIENT_TEST_ADDRESS) return [];
    const at = address.location;
    const value = text.slice(0, text.lastIndexOf('@'));
    return [{ source: 'mailbox', at, matricules: [{ value, at, oid: undefined }], localIds: [], traits: {} }];
  });
  return [...persons, ...boxes];
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

function present(traits: Readonly<Record<string, Told | undefined>>): ToldIdentity['traits'] {
  return Object.fromEntries(Object.entries(traits).filter(([, told]) => told !== undefined));
}
