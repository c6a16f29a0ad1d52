import { NS } from './xml/names.js';
import type { XmlDocument, XmlElement } from './xml/tree.js';

/** A value of ebRIM metadata with the element that holds it. */
export interface XdsValue {
  readonly value: string;
  readonly node: XmlElement;
}

/** A coded classification: the code, its coding scheme and its label. */
interface XdsCode extends XdsValue {
  readonly scheme: string | undefined;
  readonly label: string | undefined;
}

/** An XDS object in ebRIM 3.0, by attribute name instead of by UUID (IHE ITI TF-3, §4.2.5). */
export interface XdsObject {
  readonly node: XmlElement;
  readonly entryUuid: string;
  /** Values of the slot called `name`, in order. */
  slot(name: string): XdsValue[];
  /** Value of the external identifier called by its XDS name. */
  identifier(name: XdsIdentifier): XdsValue | undefined;
  /** Codes of the classification called by its XDS name, in order. */
  codes(name: XdsClassification): XdsCode[];
}

interface XdsAssociation {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly node: XmlElement;
}

export interface XdsMetadata {
  readonly document: XmlDocument;
  readonly submissionSet: XdsObject | undefined;
  readonly documentEntries: readonly XdsObject[];
  readonly associations: readonly XdsAssociation[];
}

const IDENTIFIERS = {
  'DocumentEntry.patientId': 'urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427',
  'DocumentEntry.uniqueId': 'urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab',
  'SubmissionSet.patientId': 'urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446',
  'SubmissionSet.sourceId': 'urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832',
  'SubmissionSet.uniqueId': 'urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8',
} as const;

const CLASSIFICATIONS = {
  classCode: 'urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a',
  confidentialityCode: 'urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f',
  formatCode: 'urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d',
  typeCode: 'urn:uuid:f0306f51-975f-434e-a61c-c59651d33983',
} as const;

const STABLE_DOCUMENT = 'urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1';

type XdsIdentifier = keyof typeof IDENTIFIERS;
type XdsClassification = keyof typeof CLASSIFICATIONS;

/** Typed view of a SubmitObjectsRequest; the metadata of XDM archives and of ITI-41 have the same shape. */
export function readXdsMetadata(document: XmlDocument): XdsMetadata {
  const rim = (name: string): XmlElement[] => document.named(name).filter((each) => each.namespaceURI === NS.rim);
  return {
    document,
    submissionSet: rim('RegistryPackage').map(xdsObject)[0],
    documentEntries: rim('ExtrinsicObject')
      .filter((each) => each.attribute('objectType') === STABLE_DOCUMENT)
      .map(xdsObject),
    associations: rim('Association').map((node) => ({
      type: node.attribute('associationType') ?? '',
      source: node.attribute('sourceObject') ?? '',
      target: node.attribute('targetObject') ?? '',
      node,
    })),
  };
}

function xdsObject(node: XmlElement): XdsObject {
  return {
    node,
    entryUuid: node.attribute('id') ?? '',
    slot: (name) =>
      node
        .childrenNamed('Slot')
        .filter((slot) => slot.attribute('name') === name)
        .flatMap((slot) => slot.all('ValueList', 'Value'))
        .map((value) => ({ value: value.textContent.trim(), node: value })),
    identifier: (name) => {
      const found = node
        .childrenNamed('ExternalIdentifier')
        .find((each) => each.attribute('identificationScheme') === IDENTIFIERS[name]);
      return found && { value: found.attribute('value') ?? '', node: found };
    },
    codes: (name) =>
      node
        .childrenNamed('Classification')
        .filter((each) => each.attribute('classificationScheme') === CLASSIFICATIONS[name])
        .map((each) => ({
          value: each.attribute('nodeRepresentation') ?? '',
          scheme: each
            .childrenNamed('Slot')
            .find((slot) => slot.attribute('name') === 'codingScheme')
            ?.first('ValueList', 'Value')
            ?.textContent.trim(),
          label: each.first('Name', 'LocalizedString')?.attribute('value'),
          node: each,
        })),
  };
}
