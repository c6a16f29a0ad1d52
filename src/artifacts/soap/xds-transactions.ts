import { readXdsMetadata, type XdsMetadata } from '../xds/metadata.js';
import { slotsOf, type XdsValue } from '../xds/object.js';
import { NS } from '../xml/names.js';
import type { XmlDocument, XmlElement } from '../xml/tree.js';
import { attributeValue, childCalled, childrenCalled, textAt, type XmlValue } from '../xml/value.js';

/** A transaction of IHE XDS.b (ITI TF-2). */
export type XdsTransaction =
  | MetadataSubmission
  | StoredQuery
  | StoredQueryResponse
  | RetrieveRequest
  | RetrieveResponse
  | RegistryResponse;

/** Metadata that are sent: with their documents (ITI-41), alone to the registry (ITI-42), or to change an entry (ITI-57). */
interface MetadataSubmission {
  readonly type: 'provide-and-register' | 'register' | 'update';
  readonly node: XmlElement;
  readonly metadata: XdsMetadata;
}

/** ITI-18: a query stored in the registry. */
interface StoredQuery {
  readonly type: 'stored-query';
  readonly node: XmlElement;
  /** FindDocuments is `urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d`. */
  readonly queryId: XmlValue | undefined;
  /** `LeafClass` or `ObjectRef`. */
  readonly returnType: XmlValue | undefined;
  /** Parameters in order, as written: `$XDSDocumentEntryPatientId` is between single quotes. */
  readonly parameters: readonly {
    readonly name: string;
    readonly values: readonly XdsValue[];
    readonly node: XmlElement;
  }[];
}

/** The outcome that every answer tells (ebRS 3.0, §2.1.3). */
interface RegistryOutcome {
  readonly node: XmlElement;
  /** `urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success`, `Failure`; `urn:ihe:iti:2007:ResponseStatusType:PartialSuccess`. */
  readonly status: XmlValue | undefined;
  readonly errors: readonly RegistryError[];
}

interface RegistryError {
  readonly node: XmlElement;
  readonly code: XmlValue | undefined;
  readonly context: XmlValue | undefined;
  readonly location: XmlValue | undefined;
  /** `…ErrorSeverityType:Error` or `Warning`. */
  readonly severity: XmlValue | undefined;
}

interface RegistryResponse extends RegistryOutcome {
  readonly type: 'registry-response';
}

interface StoredQueryResponse extends RegistryOutcome {
  readonly type: 'stored-query-response';
  readonly metadata: XdsMetadata;
}

/** ITI-43: documents asked for, and given. */
interface RetrieveRequest {
  readonly type: 'retrieve';
  readonly node: XmlElement;
  readonly documents: readonly DocumentReference[];
}

interface RetrieveResponse extends RegistryOutcome {
  readonly type: 'retrieve-response';
  readonly documents: readonly (DocumentReference & { readonly mimeType: XmlValue | undefined })[];
}

interface DocumentReference {
  readonly node: XmlElement;
  readonly repositoryUniqueId: XmlValue | undefined;
  readonly documentUniqueId: XmlValue | undefined;
}

/**
 * @param name namespace and local name of the body's child.
 * @param action WS-Addressing action: an ITI-42 and an ITI-57 have the same body.
 */
export function readXdsTransaction(
  document: XmlDocument,
  node: XmlElement,
  name: string,
  action: string | undefined,
): XdsTransaction | undefined {
  switch (name) {
    case `{${NS.xdsb}}ProvideAndRegisterDocumentSetRequest`:
      return { type: 'provide-and-register', node, metadata: readXdsMetadata(document, node) };
    case `{${NS.lcm}}SubmitObjectsRequest`: {
      const type = /:RegisterDocumentSet/.test(action ?? '') ? 'register' : 'update';
      return { type, node, metadata: readXdsMetadata(document, node) };
    }
    case `{${NS.query}}AdhocQueryRequest`:
      return readStoredQuery(node);
    case `{${NS.query}}AdhocQueryResponse`:
      return { type: 'stored-query-response', ...outcome(node), metadata: readXdsMetadata(document, node) };
    case `{${NS.xdsb}}RetrieveDocumentSetRequest`:
      return { type: 'retrieve', node, documents: childrenCalled(node, 'DocumentRequest').map(documentReference) };
    case `{${NS.xdsb}}RetrieveDocumentSetResponse`:
      return {
        type: 'retrieve-response',
        ...outcome(childCalled(node, 'RegistryResponse') ?? node),
        node,
        documents: childrenCalled(node, 'DocumentResponse').map((each) => ({
          ...documentReference(each),
          mimeType: textAt(each, 'mimeType'),
        })),
      };
    case `{${NS.rs}}RegistryResponse`:
      return { type: 'registry-response', ...outcome(node) };
    default:
      return undefined;
  }
}

function readStoredQuery(node: XmlElement): StoredQuery {
  const query = childCalled(node, 'AdhocQuery');
  return {
    type: 'stored-query',
    node,
    queryId: attributeValue(query, 'id'),
    returnType: attributeValue(childCalled(node, 'ResponseOption'), 'returnType'),
    parameters: query ? slotsOf(query) : [],
  };
}

function outcome(node: XmlElement): RegistryOutcome {
  return {
    node,
    status: attributeValue(node, 'status'),
    errors: childrenCalled(childCalled(node, 'RegistryErrorList'), 'RegistryError').map((each) => ({
      node: each,
      code: attributeValue(each, 'errorCode'),
      context: attributeValue(each, 'codeContext'),
      location: attributeValue(each, 'location'),
      severity: attributeValue(each, 'severity'),
    })),
  };
}

function documentReference(node: XmlElement): DocumentReference {
  return {
    node,
    repositoryUniqueId: textAt(node, 'RepositoryUniqueId'),
    documentUniqueId: textAt(node, 'DocumentUniqueId'),
  };
}
