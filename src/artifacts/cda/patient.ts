import type { XmlElement } from '../xml/tree.js';
import { type CdaCode, type CdaId, readCode, readId } from './values.js';

/** Identity traits of the recordTarget, where the document has them (CI-SIS Structuration minimale, recordTarget). */
export interface CdaPatient {
  readonly ids: readonly CdaId[];
  /** `family[@qualifier='BR']`: birth name. */
  readonly birthName: XmlElement | undefined;
  /** `given[@qualifier='BR']`: first birth given name. */
  readonly firstGiven: XmlElement | undefined;
  /** `given` without qualifier: list of birth given names. */
  readonly givenList: XmlElement | undefined;
  /** Each `given` without qualifier: one, when it is right. */
  readonly givenNames: readonly XmlElement[];
  /** `family[@qualifier='CL']`: name used. */
  readonly usedName: XmlElement | undefined;
  /** `given[@qualifier='CL']`: given name used. */
  readonly usedGiven: XmlElement | undefined;
  readonly birthTime: XmlElement | undefined;
  readonly gender: CdaCode | undefined;
  /** COG code of the birth place. */
  readonly birthCounty: XmlElement | undefined;
  /** Each with its URL in `@value`: a mailbox of Mon espace santé tells the matricule. */
  readonly telecoms: readonly XmlElement[];
  readonly node: XmlElement;
}

/** @param role `recordTarget/patientRole` */
export function readPatient(role: XmlElement): CdaPatient {
  const patient = role.first('patient');
  const names = patient?.first('name');
  const qualified = (name: string, qualifier: string | undefined): XmlElement | undefined =>
    names?.childrenNamed(name).find((each) => each.attribute('qualifier') === qualifier);
  const gender = patient?.first('administrativeGenderCode');
  return {
    ids: role.childrenNamed('id').map(readId),
    birthName: qualified('family', 'BR'),
    firstGiven: qualified('given', 'BR'),
    givenList: qualified('given', undefined),
    givenNames: names?.childrenNamed('given').filter((each) => each.attribute('qualifier') === undefined) ?? [],
    usedName: qualified('family', 'CL'),
    usedGiven: qualified('given', 'CL'),
    birthTime: patient?.first('birthTime'),
    gender: gender && readCode(gender),
    birthCounty: patient?.first('birthplace', 'place', 'addr', 'county'),
    telecoms: role.childrenNamed('telecom'),
    node: role,
  };
}
