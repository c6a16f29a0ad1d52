import type { XmlElement } from '../xml/tree.js';
import { attributeValue, childCalled, childrenCalled, textValue, type XmlValue } from '../xml/value.js';

/** An HL7 v3 instance identifier or code, with its element. */
interface InstanceId {
  readonly root: XmlValue | undefined;
  readonly extension: XmlValue | undefined;
  readonly node: XmlElement;
}

interface Code {
  readonly code: XmlValue | undefined;
  readonly codeSystem: XmlValue | undefined;
  readonly node: XmlElement;
}

/** What both messages have (HL7 v3 transmission wrapper, MCCI_MT000100UV01 and MCCI_MT000300UV01). */
interface Transmission {
  readonly node: XmlElement;
  readonly id: InstanceId | undefined;
  /** HL7 date and time, as written. */
  readonly creationTime: XmlValue | undefined;
  /** Identifier of the device that receives: the DMP is 1.2.250.1.213.4.1.1.1. */
  readonly receiver: InstanceId | undefined;
  readonly sender: InstanceId | undefined;
  /** Why: `TEST_EXST` for the test of existence of TD0.2. */
  readonly reason: Code | undefined;
  readonly queryId: InstanceId | undefined;
}

/** PRPA_IN201307UV02: whether a patient has a DMP, and whether the user may open it (DMP, TD0.2). */
export interface PatientQuery extends Transmission {
  readonly type: 'patient-query';
  /** INS asked about: its OID is the root, its matricule the extension. */
  readonly patientIds: readonly InstanceId[];
}

/** PRPA_IN201308UV02, its answer. */
export interface PatientQueryResponse extends Transmission {
  readonly type: 'patient-query-response';
  /** `AA`, `AE` or `AR`. */
  readonly acknowledgement: XmlValue | undefined;
  /** Identifier of the message that it answers. */
  readonly targetMessage: InstanceId | undefined;
  /** `OK`, `NF`… */
  readonly queryResponseCode: XmlValue | undefined;
  /** What the DMP says of the user's rights: `AUTORISATION`, `STATUT_MT`. */
  readonly attentionLines: readonly AttentionLine[];
  readonly patients: readonly DmpPatient[];
}

interface AttentionLine {
  readonly node: XmlElement;
  readonly keyword: XmlValue | undefined;
  /** Its code, else its value. */
  readonly value: XmlValue | undefined;
}

interface DmpPatient {
  readonly node: XmlElement;
  readonly ids: readonly InstanceId[];
  readonly status: XmlValue | undefined;
  /** With the qualifier of each (`BR`, `SP`, `CL`). */
  readonly families: readonly (XmlValue & { readonly qualifier: string | undefined })[];
  readonly givens: readonly XmlValue[];
  readonly gender: XmlValue | undefined;
  readonly birthTime: XmlValue | undefined;
  readonly telecoms: readonly XmlValue[];
  /** Administrative observations: the code, then its value or its code. */
  readonly observations: readonly { readonly code: Code | undefined; readonly value: XmlValue | undefined }[];
}

/** @param name namespace and local name of the body's child. */
export function readPatientQuery(node: XmlElement, name: string): PatientQuery | PatientQueryResponse | undefined {
  if (name === '{urn:hl7-org:v3}PRPA_IN201307UV02') return readQuery(node);
  return name === '{urn:hl7-org:v3}PRPA_IN201308UV02' ? readResponse(node) : undefined;
}

function readQuery(node: XmlElement): PatientQuery {
  const query = childCalled(node, 'controlActProcess', 'queryByParameter');
  return {
    type: 'patient-query',
    ...transmission(node, query),
    patientIds: childrenCalled(childCalled(query, 'parameterList'), 'patientIdentifier')
      .flatMap((each) => childrenCalled(each, 'value'))
      .map(instanceId),
  };
}

function readResponse(node: XmlElement): PatientQueryResponse {
  const act = childCalled(node, 'controlActProcess');
  const answer = childCalled(act, 'queryAck');
  const acknowledgement = childCalled(node, 'acknowledgement');
  return {
    type: 'patient-query-response',
    ...transmission(node, answer),
    acknowledgement: attributeValue(acknowledgement, 'typeCode'),
    targetMessage: optional(childCalled(acknowledgement, 'targetMessage', 'id'), instanceId),
    queryResponseCode: attributeValue(childCalled(answer, 'queryResponseCode'), 'code'),
    attentionLines: childrenCalled(node, 'attentionLine').map((line) => ({
      node: line,
      keyword: attributeValue(childCalled(line, 'keyWordText'), 'code'),
      value: codeOrValue(childCalled(line, 'value')),
    })),
    patients: childrenCalled(act, 'subject')
      .flatMap((each) => childCalled(each, 'registrationEvent', 'subject1', 'patient') ?? [])
      .map(readPatient),
  };
}

function transmission(node: XmlElement, query: XmlElement | undefined): Transmission {
  return {
    node,
    id: optional(childCalled(node, 'id'), instanceId),
    creationTime: attributeValue(childCalled(node, 'creationTime'), 'value'),
    receiver: optional(childCalled(node, 'receiver', 'device', 'id'), instanceId),
    sender: optional(childCalled(node, 'sender', 'device', 'id'), instanceId),
    reason: optional(childCalled(node, 'controlActProcess', 'reasonCode'), code),
    queryId: optional(childCalled(query, 'queryId'), instanceId),
  };
}

function readPatient(node: XmlElement): DmpPatient {
  const person = childCalled(node, 'patientPerson');
  const name = childCalled(person, 'name');
  return {
    node,
    ids: childrenCalled(node, 'id').map(instanceId),
    status: attributeValue(childCalled(node, 'statusCode'), 'code'),
    families: childrenCalled(name, 'family').map((each) => ({
      value: each.textContent.trim(),
      node: each,
      qualifier: each.attribute('qualifier'),
    })),
    givens: childrenCalled(name, 'given').flatMap((each) => textValue(each) ?? []),
    gender: attributeValue(childCalled(person, 'administrativeGenderCode'), 'code'),
    birthTime: attributeValue(childCalled(person, 'birthTime'), 'value'),
    telecoms: childrenCalled(person, 'telecom').flatMap((each) => attributeValue(each, 'value') ?? []),
    observations: childrenCalled(node, 'subjectOf')
      .flatMap((each) => childCalled(each, 'administrativeObservation') ?? [])
      .map((each) => ({
        code: optional(childCalled(each, 'code'), code),
        value: codeOrValue(childCalled(each, 'value')),
      })),
  };
}

function instanceId(node: XmlElement): InstanceId {
  return { root: attributeValue(node, 'root'), extension: attributeValue(node, 'extension'), node };
}

function code(node: XmlElement): Code {
  return { code: attributeValue(node, 'code'), codeSystem: attributeValue(node, 'codeSystem'), node };
}

function codeOrValue(node: XmlElement | undefined): XmlValue | undefined {
  return attributeValue(node, 'code') ?? attributeValue(node, 'value');
}

function optional<T>(node: XmlElement | undefined, of: (node: XmlElement) => T): T | undefined {
  return node && of(node);
}
