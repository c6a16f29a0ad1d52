import { NS } from './xml/names.js';
import type { XmlDocument, XmlElement } from './xml/tree.js';

/** An instance identifier (HL7 data type II). */
interface CdaId {
  readonly root: string | undefined;
  readonly extension: string | undefined;
  readonly node: XmlElement;
}

/** A coded value (HL7 data type CD, CE, CS). */
interface CdaCode {
  readonly code: string | undefined;
  readonly codeSystem: string | undefined;
  readonly displayName: string | undefined;
  readonly node: XmlElement;
}

/** Identity traits of the recordTarget, where the document has them (CI-SIS Structuration minimale, recordTarget). */
export interface CdaPatient {
  readonly ids: readonly CdaId[];
  /** `family[@qualifier='BR']`: birth name. */
  readonly birthName: XmlElement | undefined;
  /** `given[@qualifier='BR']`: first birth given name. */
  readonly firstGiven: XmlElement | undefined;
  /** `given` without qualifier: list of birth given names. */
  readonly givenList: XmlElement | undefined;
  readonly birthTime: XmlElement | undefined;
  readonly gender: CdaCode | undefined;
  /** COG code of the birth place. */
  readonly birthCounty: XmlElement | undefined;
  readonly node: XmlElement;
}

/** Body of the document: level 1 encapsulates a file, level 3 is structured. */
type CdaBody =
  | { readonly level: 1; readonly text: XmlElement | undefined; readonly node: XmlElement }
  | { readonly level: 3; readonly node: XmlElement };

export interface CdaContent {
  readonly document: XmlDocument;
  /** The `ClinicalDocument` element, wherever it stands. */
  readonly root: XmlElement;
  /** What the ClinicalDocument was found in: an XSL that displays it, or a signature. */
  readonly wrapper: 'none' | 'stylesheet' | 'signature';
  readonly id: CdaId | undefined;
  readonly code: CdaCode | undefined;
  readonly patients: readonly CdaPatient[];
  readonly body: CdaBody | undefined;
}

/** The CDA document of an XML tree, bare or wrapped in `xsl:stylesheet` or a signature (Structuration minimale: self-displaying and signed documents). */
export function readCda(document: XmlDocument): CdaContent | undefined {
  const root = document.named('ClinicalDocument').find((element) => element.namespaceURI === NS.cda);
  const top = document.documentElement;
  if (!root || (root !== top && top.namespaceURI !== NS.xsl && top.namespaceURI !== NS.ds)) return undefined;
  return {
    document,
    root,
    wrapper: root === top ? 'none' : top.namespaceURI === NS.xsl ? 'stylesheet' : 'signature',
    id: root.childrenNamed('id').map(readId)[0],
    code: root.childrenNamed('code').map(readCode)[0],
    patients: root.all('recordTarget', 'patientRole').map(readPatient),
    body: readBody(root.first('component')),
  };
}

function readBody(component: XmlElement | undefined): CdaBody | undefined {
  const encapsulated = component?.first('nonXMLBody');
  if (encapsulated) return { level: 1, text: encapsulated.first('text'), node: encapsulated };
  const structured = component?.first('structuredBody');
  return structured && { level: 3, node: structured };
}

function readId(node: XmlElement): CdaId {
  return { root: node.attribute('root'), extension: node.attribute('extension'), node };
}

function readCode(node: XmlElement): CdaCode {
  return {
    code: node.attribute('code'),
    codeSystem: node.attribute('codeSystem'),
    displayName: node.attribute('displayName'),
    node,
  };
}

function readPatient(role: XmlElement): CdaPatient {
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
    birthTime: patient?.first('birthTime'),
    gender: gender && readCode(gender),
    birthCounty: patient?.first('birthplace', 'place', 'addr', 'county'),
    node: role,
  };
}
