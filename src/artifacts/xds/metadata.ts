import { groupBy } from '../group-by.js';
import { NS } from '../xml/names.js';
import { type XmlDocument, XmlElement } from '../xml/tree.js';
import { ON_DEMAND_DOCUMENT, STABLE_DOCUMENT } from './names.js';
import { slotsOf, valuesOf, type XdsCode, type XdsObject, type XdsValue, xdsObject } from './object.js';

export type { XdsObject, XdsValue } from './object.js';

interface XdsAssociation {
  readonly id: string;
  /** `urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember`, `urn:ihe:iti:2007:AssociationType:RPLC`… */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly node: XmlElement;
  /** Codes of its documentation. */
  readonly documentation: readonly XdsCode[];
  /** Values of the slot called `name`, in order: `SubmissionSetStatus`, `OriginalStatus`, `NewStatus`, `PreviousVersion`. */
  slot(name: string): XdsValue[];
}

export interface XdsMetadata {
  readonly document: XmlDocument;
  /** The first one of `submissionSets`. */
  readonly submissionSet: XdsObject | undefined;
  /** Every package that is no folder: a submission has one, a query's answer may have several. */
  readonly submissionSets: readonly XdsObject[];
  readonly folders: readonly XdsObject[];
  /** Stable documents. */
  readonly documentEntries: readonly XdsObject[];
  readonly onDemandEntries: readonly XdsObject[];
  /** Extrinsic objects of a type that XDS does not know. */
  readonly otherObjects: readonly XdsObject[];
  readonly associations: readonly XdsAssociation[];
  /** Ids of the objects that are only referred to (`ObjectRef`), as a query answers when asked for references. */
  readonly references: readonly XdsValue[];
}

/**
 * Typed view of ebRIM 3.0 metadata: the metadata of XDM archives, of ITI-41, of ITI-57 and of what ITI-18 answers have the same shape.
 *
 * @param root element under which the metadata stand; the whole document by default.
 */
export function readXdsMetadata(document: XmlDocument, root: XmlElement = document.documentElement): XdsMetadata {
  const rim = (name: string): XmlElement[] =>
    document.named(name).filter((each) => each.namespaceURI === NS.rim && isWithin(each, root));
  const outside = standingApart(rim('Classification'));
  const object = (node: XmlElement): XdsObject => {
    const id = node.attribute('id') ?? '';
    const own = outside.get(id);
    // The first object of that id takes them: given to all that share it, hostile metadata would multiply them.
    outside.delete(id);
    return xdsObject(node, own);
  };
  const packages = rim('RegistryPackage').map(object);
  const extrinsic = rim('ExtrinsicObject').map(object);
  const isFolder = (each: XdsObject): boolean => each.codes('folder').length > 0;
  const submissionSets = packages.filter((each) => !isFolder(each));
  return {
    document,
    submissionSet: submissionSets[0],
    submissionSets,
    folders: packages.filter(isFolder),
    documentEntries: extrinsic.filter(({ objectType }) => objectType === STABLE_DOCUMENT),
    onDemandEntries: extrinsic.filter(({ objectType }) => objectType === ON_DEMAND_DOCUMENT),
    otherObjects: extrinsic.filter(
      ({ objectType }) => objectType !== STABLE_DOCUMENT && objectType !== ON_DEMAND_DOCUMENT,
    ),
    associations: rim('Association').map(associationOf),
    references: rim('ObjectRef').map((node) => ({ value: node.attribute('id') ?? '', node })),
  };
}

function associationOf(node: XmlElement): XdsAssociation {
  const slots = slotsOf(node);
  return {
    id: node.attribute('id') ?? '',
    type: node.attribute('associationType') ?? '',
    source: node.attribute('sourceObject') ?? '',
    target: node.attribute('targetObject') ?? '',
    node,
    documentation: xdsObject(node).codes('associationDocumentation'),
    slot: (name) => valuesOf(slots, name),
  };
}

/** Classifications that stand in the list itself, by the object that they name. Inside an object, where they stand tells whose they are. */
function standingApart(classifications: readonly XmlElement[]): Map<string, XmlElement[]> {
  const apart = classifications.filter(
    ({ parentNode }) => parentNode instanceof XmlElement && /RegistryObjectList$/.test(parentNode.localName),
  );
  return groupBy(apart, (each) => each.attribute('classifiedObject') ?? '');
}

function isWithin(element: XmlElement, root: XmlElement): boolean {
  for (let at: XmlElement | XmlDocument = element; at instanceof XmlElement; at = at.parentNode) {
    if (at === root) return true;
  }
  return false;
}
