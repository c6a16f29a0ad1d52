import type { Artifact } from '../../artifacts/artifact.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { judgeHashAndSize, measure } from './pdsm/attachments.js';
import { cardinalities, judgeCardinalities } from './pdsm/cardinality.js';
import { resourcesOf } from './pdsm/claims.js';
import { foundIn, textOf } from './pdsm/found.js';
import { typedIdentifiers } from './pdsm/identifiers.js';
import { judgeMetadata, type MetadataRule, metadataRules } from './pdsm/metadata.js';
import type { Referred } from './pdsm/people.js';
import { SIMPLIFIED_EXAMPLES } from './pdsm/simplified-examples.js';

/** What only the metadata of a document that is published alone are judged for. */
export type SimplifiedRule = MetadataRule | 'entry-uuid' | 'hash' | 'size';

const PEOPLE: readonly Referred[] = [
  {
    element: 'author',
    types: ['Practitioner', 'PractitionerRole', 'Organization', 'Device', 'Patient', 'RelatedPerson'],
  },
  { element: 'authenticator', types: ['Practitioner', 'PractitionerRole', 'Organization'] },
  { element: 'context.sourcePatientInfo', types: ['Patient'] },
];

const ELEMENTS = [
  ...cardinalities(
    'required',
    'masterIdentifier subject date author content.attachment.contentType content.attachment.data content.attachment.title',
    { min: 1 },
  ),
  ...cardinalities('custodian', 'custodian', { min: 1 }),
  ...cardinalities('repeated', 'content context.event', { max: 1 }),
  ...cardinalities('forbidden', 'docStatus modifierExtension content.attachment.url', { max: 0 }),
] as const;

const RULES = metadataRules('pdsm-simplified-publish', 2, {
  custodian: 1,
  'unique-id': 1,
});
const accurate = (clause: string): Rule => ({
  severity: 'error',
  mark: 'primary',
  clause,
  samples: { broken: 1, of: 2, corpus: 'exemples publiés des guides PDSm et PDSm4DMP' },
});

/** A document that PDSm publishes alone, in its metadata (ITI-105). */
export const pdsmSimplifiedPublish = defineCheck({
  id: 'fhir/pdsm-simplified-publish',
  on: 'fhir',
  rules: {
    ...RULES,
    'entry-uuid': {
      severity: 'error',
      mark: 'primary',
      clause: 'IHE MHD 4.2.3, IHE.MHD.SimplifiedPublish.DocumentReference : identifier[entryUUID] 0..0',
      samples: { broken: 0, of: 2, corpus: 'exemples publiés des guides PDSm et PDSm4DMP' },
    },
    hash: accurate('IHE MHD 4.2.3, §2:3.65.4.1.2.1 et §2:3.105 : content.attachment.hash'),
    size: accurate('IHE MHD 4.2.3, §2:3.65.4.1.2.1 et §2:3.105 : content.attachment.size'),
  },
  examples: SIMPLIFIED_EXAMPLES,
  run(artifact) {
    const documents = resourcesOf(artifact, 'simplified', () => false);
    return {
      evaluated: documents.length,
      findings: documents.flatMap(judgeDocument),
      ...(documents.length === 0 && { applies: false }),
    };
  },
});

function judgeDocument(document: Artifact<'fhir'>): RawFinding<SimplifiedRule>[] {
  return [
    ...judgeCardinalities(document, ELEMENTS),
    ...judgeMetadata(document, ['current'], PEOPLE),
    ...typedIdentifiers(document, 'entryUUID').map(({ path }) => foundIn(document, 'entry-uuid', path)),
    ...judgeHashAndSize(document, (attachment) => measure(textOf(attachment, 'data'))),
  ];
}
