import type { XmlElement } from '../xml/tree.js';
import { CLASSIFICATION_NAMES, IDENTIFIER_NAMES, type XdsClassification, type XdsIdentifier } from './names.js';

/** A value of ebRIM metadata with the element that holds it. */
export interface XdsValue {
  readonly value: string;
  readonly node: XmlElement;
}

/** A coded classification: the code, its coding scheme and its label. */
export interface XdsCode extends XdsValue {
  readonly scheme: string | undefined;
  readonly label: string | undefined;
}

interface XdsSlot {
  readonly name: string;
  readonly values: readonly XdsValue[];
  readonly node: XmlElement;
}

/** A classification whatever it is: `name` is undefined for a scheme or node that XDS does not know. */
interface XdsClassified extends XdsCode {
  readonly name: XdsClassification | undefined;
  /** UUID of the scheme or of the node, as written. */
  readonly uuid: string;
  readonly slots: readonly XdsSlot[];
}

interface XdsIdentified extends XdsValue {
  readonly name: XdsIdentifier | undefined;
  readonly uuid: string;
}

/** An author: the XCN, XON and texts of its slots, as written. */
interface XdsAuthor {
  readonly node: XmlElement;
  readonly persons: readonly XdsValue[];
  readonly institutions: readonly XdsValue[];
  readonly roles: readonly XdsValue[];
  readonly specialties: readonly XdsValue[];
  readonly slots: readonly XdsSlot[];
}

/** An XDS object in ebRIM 3.0, by attribute name instead of by UUID (IHE ITI TF-3, §4.2.5). */
export interface XdsObject {
  readonly node: XmlElement;
  readonly entryUuid: string;
  /** `lid`: the same for all versions of an entry. */
  readonly logicalId: string | undefined;
  /** `urn:oasis:names:tc:ebxml-regrep:StatusType:Approved`… */
  readonly status: string | undefined;
  readonly objectType: string | undefined;
  readonly mimeType: string | undefined;
  /** `VersionInfo/@versionName`. */
  readonly version: string | undefined;
  /** `Name`: the XDS title. */
  readonly title: XdsValue | undefined;
  /** `Description`: the XDS comments. */
  readonly description: XdsValue | undefined;
  readonly authors: readonly XdsAuthor[];
  /** Everything that the object holds, in order: duplicates and what XDS does not know included. */
  readonly slots: readonly XdsSlot[];
  readonly classifications: readonly XdsClassified[];
  readonly identifiers: readonly XdsIdentified[];
  /** Values of the slot called `name`, in order. */
  slot(name: string): XdsValue[];
  /** Value of the external identifier called by its XDS name: the first one. */
  identifier(name: XdsIdentifier): XdsValue | undefined;
  /** Codes of the classification called by its XDS name, in order. */
  codes(name: XdsClassification): XdsCode[];
}

/** @param outside classifications of the object that stand beside it in the list instead of in it. */
export function xdsObject(node: XmlElement, outside: readonly XmlElement[] = []): XdsObject {
  const slots = slotsOf(node);
  const classifications = [...node.childrenNamed('Classification'), ...outside].map(classified);
  const identifiers = node.childrenNamed('ExternalIdentifier').map(identified);
  return {
    node,
    entryUuid: node.attribute('id') ?? '',
    logicalId: node.attribute('lid'),
    status: node.attribute('status'),
    objectType: node.attribute('objectType'),
    mimeType: node.attribute('mimeType'),
    version: node.first('VersionInfo')?.attribute('versionName'),
    title: localized(node, 'Name'),
    description: localized(node, 'Description'),
    authors: classifications.filter(({ name }) => name === 'author').map(authorOf),
    slots,
    classifications,
    identifiers,
    slot: (name) => valuesOf(slots, name),
    identifier: (name) => identifiers.find((each) => each.name === name),
    codes: (name) => classifications.filter((each) => each.name === name),
  };
}

/** The slots of an ebRIM element, in order. */
export function slotsOf(node: XmlElement): XdsSlot[] {
  return node.childrenNamed('Slot').map((slot) => ({
    name: slot.attribute('name') ?? '',
    values: slot.all('ValueList', 'Value').map((value) => ({ value: value.textContent.trim(), node: value })),
    node: slot,
  }));
}

/** Values of the slots called `name`, in order. */
export function valuesOf(slots: readonly XdsSlot[], name: string): XdsValue[] {
  return slots.filter((slot) => slot.name === name).flatMap((slot) => slot.values);
}

function localized(node: XmlElement, name: 'Name' | 'Description'): XdsValue | undefined {
  const text = node.first(name, 'LocalizedString');
  const value = text?.attribute('value');
  return text && value !== undefined ? { value, node: text } : undefined;
}

function classified(node: XmlElement): XdsClassified {
  const uuid = node.attribute('classificationScheme') ?? node.attribute('classificationNode') ?? '';
  const slots = slotsOf(node);
  return {
    name: CLASSIFICATION_NAMES.get(uuid),
    uuid,
    value: node.attribute('nodeRepresentation') ?? '',
    scheme: valuesOf(slots, 'codingScheme')[0]?.value,
    label: localized(node, 'Name')?.value,
    slots,
    node,
  };
}

function identified(node: XmlElement): XdsIdentified {
  const uuid = node.attribute('identificationScheme') ?? '';
  return { name: IDENTIFIER_NAMES.get(uuid), uuid, value: node.attribute('value') ?? '', node };
}

function authorOf({ node, slots }: XdsClassified): XdsAuthor {
  return {
    node,
    persons: valuesOf(slots, 'authorPerson'),
    institutions: valuesOf(slots, 'authorInstitution'),
    roles: valuesOf(slots, 'authorRole'),
    specialties: valuesOf(slots, 'authorSpecialty'),
    slots,
  };
}
