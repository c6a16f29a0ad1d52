import type { Artifact } from '../../artifacts/artifact.js';
import { XDS_REFERENCE_ID_TYPE_CISIS } from '../../terminology/value-sets/xds-reference-id-type-cisis.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { cardinalities, judgeCardinalities } from './pdsm/cardinality.js';
import { resourcesOf } from './pdsm/claims.js';
import { DOCUMENT_EXAMPLES } from './pdsm/document-examples.js';
import { foundIn, objectsAt, rootOf, textOf } from './pdsm/found.js';
import { isOfType, judgeEntryUuids } from './pdsm/identifiers.js';
import { judgeMetadata, type MetadataRule, metadataRules, STATUSES } from './pdsm/metadata.js';
import { judgeContained, type Referred } from './pdsm/people.js';

/** What only the metadata of a document that a set publishes are judged for. */
export type DocumentRule = MetadataRule | 'contained' | 'identifier-type' | 'entry-uuid' | 'reference-id' | 'replaces';

const PEOPLE: readonly Referred[] = [
  { element: 'author', types: ['Practitioner', 'PractitionerRole', 'Device', 'Patient'] },
  { element: 'authenticator', types: ['Practitioner', 'PractitionerRole', 'Organization'] },
  { element: 'context.sourcePatientInfo', types: ['Patient'] },
];

const ELEMENTS = [
  ...cardinalities(
    'required',
    `masterIdentifier masterIdentifier.system masterIdentifier.value type category subject date author securityLabel
    content content.attachment.contentType content.attachment.language content.attachment.url content.attachment.title
    content.attachment.creation content.format context context.period context.period.start context.facilityType
    context.practiceSetting context.sourcePatientInfo`,
    { min: 1 },
  ),
  ...cardinalities('custodian', 'custodian', { min: 1 }),
  ...cardinalities('repeated', 'category content', { max: 1 }),
  ...cardinalities('forbidden', 'docStatus modifierExtension content.attachment.data', { max: 0 }),
] as const;

/** A FHIR document that the Bundle holds as a Bundle has neither (MHD §2:3.65.4.1.2.1). */
const OF_BYTES = cardinalities('required', 'content.attachment.size content.attachment.hash', { min: 1 });

const COMPREHENSIVE = 'pdsm-comprehensive-document-reference';
const RULES = metadataRules(COMPREHENSIVE, 9, {
  custodian: 8,
  code: 7,
  'context-terminology': 8,
  'category-of-type': 7,
});
const own = (severity: Rule['severity'], clause: string, broken = 0): Rule => ({
  severity,
  mark: 'primary',
  clause,
  samples: { broken, of: 9, corpus: 'exemples publiés des guides PDSm et PDSm4DMP' },
});

/** The metadata of a document that PDSm publishes with its submission set (ITI-65), or that it finds. */
export const pdsmDocumentReference = defineCheck({
  id: 'fhir/pdsm-document-reference',
  on: 'fhir',
  rules: {
    ...RULES,
    contained: own('warning', 'IHE MHD 4.2.3, IHE.MHD.Comprehensive.DocumentReference, author…', 1),
    'identifier-type': own('warning', 'IHE MHD 4.2.3, IHE.MHD.UniqueIdIdentifier : type 1..1', 9),
    'entry-uuid': own('error', 'IHE MHD 4.2.3, IHE.MHD.EntryUUID.Identifier (mhd-startswithuuid)'),
    'reference-id': own('warning', `PDSm 3.1.1, ${COMPREHENSIVE}, context.related (referenceIdList)`),
    replaces: own('error', `PDSm 3.1.1, ${COMPREHENSIVE}, constr-bind-relatesTo, constr-cdr-rempl`),
  },
  examples: DOCUMENT_EXAMPLES,
  run(artifact) {
    const documents = resourcesOf(artifact, 'document', ({ content }) => content.resourceType === 'DocumentReference');
    return {
      evaluated: documents.length,
      findings: documents.flatMap(judgeDocument),
      ...(documents.length === 0 && { applies: false }),
    };
  },
});

function judgeDocument(document: Artifact<'fhir'>): RawFinding<DocumentRule>[] {
  const isFhirDocument = objectsAt(rootOf(document), 'content.attachment').some((each) =>
    textOf(each, 'contentType')?.startsWith('application/fhir+'),
  );
  return [
    ...judgeCardinalities(document, isFhirDocument ? ELEMENTS : [...ELEMENTS, ...OF_BYTES]),
    ...judgeMetadata(document, STATUSES, PEOPLE),
    ...judgeContained(
      document,
      PEOPLE.map(({ element }) => element),
    ),
    ...judgeEntryUuids(document),
    ...judgeIdentifierType(document),
    ...judgeReferenceIds(document),
    ...judgeReplacement(document),
  ];
}

/** MHD types the identifier of a document, so that it is not taken for that of its metadata. */
function judgeIdentifierType(document: Artifact<'fhir'>): RawFinding<'identifier-type'>[] {
  return objectsAt(rootOf(document), 'masterIdentifier')
    .filter((each) => !isOfType(each, 'uniqueId'))
    .map(({ path }) => foundIn(document, 'identifier-type', path));
}

/** `context.related` that is a referenceIdList has a type of JDV_J47 or of IHE, told as a URI. */
function judgeReferenceIds(document: Artifact<'fhir'>): RawFinding<'reference-id'>[] {
  const { name, version } = XDS_REFERENCE_ID_TYPE_CISIS;
  return objectsAt(rootOf(document), 'context.related.identifier.type.coding').flatMap((coding) => {
    const code = textOf(coding, 'code');
    if (textOf(coding, 'system') !== 'urn:ietf:rfc:3986' || !code || XDS_REFERENCE_ID_TYPE_CISIS.has(code)) return [];
    return [
      foundIn(document, 'reference-id', [...coding.path, 'code'], { args: { set: name, version }, actual: code }),
    ];
  });
}

/** A document replaces one, and says nothing else of others then. */
function judgeReplacement(document: Artifact<'fhir'>): RawFinding<'replaces'>[] {
  const relations = objectsAt(rootOf(document), 'relatesTo');
  if (relations.length < 2 || !relations.some(({ value }) => value.code === 'replaces')) return [];
  return [foundIn(document, 'replaces', ['relatesTo'], { args: { count: relations.length } })];
}
