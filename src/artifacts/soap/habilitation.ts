import type { XmlElement } from '../xml/tree.js';
import { childCalled, childrenCalled, textAt, type XmlValue } from '../xml/value.js';

/** A call of the DMP's own services: Habilitations.wsdl (TD0.3), PatientsSpecific.wsdl (TD0.4). */
export type Habilitation = SetAuthorization | PatientList | ServiceResponse | PatientListResponse;

/** TD0.3: gives or takes away an authorisation. */
interface SetAuthorization {
  readonly type: 'set-authorization';
  readonly node: XmlElement;
  /** `AJOUT` or `SUPPRESSION`. */
  readonly action: XmlValue | undefined;
  /** `MEDECIN_TRAITANT`, when the role is given with it. */
  readonly role: XmlValue | undefined;
}

/** TD0.4: asks which DMPs the user may open. */
interface PatientList {
  readonly type: 'patient-list';
  readonly node: XmlElement;
  readonly startDate: XmlValue | undefined;
  /** `LASTAUTORIZATION` or `LASTDOC`. */
  readonly dateType: XmlValue | undefined;
}

interface ServiceResponse {
  readonly type: 'set-authorization-response';
  readonly node: XmlElement;
  /** `DMPOk`, or the error. */
  readonly status: XmlValue | undefined;
  readonly context: XmlValue | undefined;
}

interface PatientListResponse {
  readonly type: 'patient-list-response';
  readonly node: XmlElement;
  readonly status: XmlValue | undefined;
  readonly context: XmlValue | undefined;
  readonly patients: readonly ListedPatient[];
}

interface ListedPatient {
  readonly node: XmlElement;
  /** `oid`: its `nationalIdType`. */
  readonly ids: readonly { readonly id: XmlValue | undefined; readonly oid: XmlValue | undefined }[];
  readonly lastName: XmlValue | undefined;
  readonly firstName: XmlValue | undefined;
  /** `AAAAMMJJ`. */
  readonly dateOfBirth: XmlValue | undefined;
  /** Whether the user is the patient's attending physician. */
  readonly attending: XmlValue | undefined;
}

/** @param name namespace and local name of the body's child. */
export function readHabilitation(node: XmlElement, name: string): Habilitation | undefined {
  const output = childCalled(node, 'output');
  const outcome = { node, status: textAt(output, 'status'), context: textAt(output, 'context') };
  switch (name) {
    case '{urn:si-dmp-habilitations}setAuthorization':
      return { type: 'set-authorization', node, action: textAt(node, 'action'), role: textAt(node, 'role') };
    case '{urn:si-dmp-habilitations}setAuthorizationResponse':
      return { type: 'set-authorization-response', ...outcome };
    case '{urn:si-dmp-patients}patientList':
      return {
        type: 'patient-list',
        node,
        startDate: textAt(node, 'startDate'),
        dateType: textAt(node, 'dateType'),
      };
    case '{urn:si-dmp-patients}patientListResponse':
      return {
        type: 'patient-list-response',
        ...outcome,
        patients: childrenCalled(output, 'patientlistData').map(listedPatient),
      };
    default:
      return undefined;
  }
}

function listedPatient(node: XmlElement): ListedPatient {
  return {
    node,
    ids: childrenCalled(node, 'patientIdentifier').map((each) => ({
      id: textAt(each, 'nationalId'),
      oid: textAt(each, 'nationalIdType'),
    })),
    lastName: textAt(node, 'lastName'),
    firstName: textAt(node, 'firstName'),
    dateOfBirth: textAt(node, 'dateOfBirth'),
    attending: textAt(node, 'MT'),
  };
}
