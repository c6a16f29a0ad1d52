import type { Example } from '../../define.js';
import type { DocumentRule } from '../pdsm-document-reference.js';
import { CREATION_DATE, metadataExamples } from './metadata-examples.js';

const ON_ENTRY = { base: 'fhir-pdsm-bundle', part: 'entry' } as const;
const AUTHOR = '"author": [\n    {\n      "reference": "#role"';
const CATEGORY = '"category": [\n    {';
const SOURCE = '"sourcePatientInfo": {';
const RELATED =
  '"related": [{ "identifier": { "type": { "coding": [{ "system": "urn:ietf:rfc:3986", "code": "order" }] }, "value": "4021" } }],';
const RELATION = '"relatesTo": [\n    {';

export const DOCUMENT_EXAMPLES: readonly Example<DocumentRule>[] = [
  ...metadataExamples('fhir-pdsm-bundle'),
  { rule: 'required', ...ON_ENTRY, good: CREATION_DATE, bad: '' },
  { rule: 'repeated', ...ON_ENTRY, good: CATEGORY, bad: '"category": [\n    { "text": "Compte rendu" },\n    {' },
  { rule: 'contained', ...ON_ENTRY, good: AUTHOR, bad: AUTHOR.replace('#role', 'PractitionerRole/1') },
  { rule: 'identifier-type', ...ON_ENTRY, good: '"code": "uniqueId"', bad: '"code": "identifiant"' },
  {
    rule: 'entry-uuid',
    ...ON_ENTRY,
    good: 'urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9',
    bad: '6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9',
  },
  { rule: 'reference-id', ...ON_ENTRY, good: SOURCE, bad: `${RELATED}\n    ${SOURCE}` },
  {
    rule: 'replaces',
    base: 'fhir-pdsm-replacement',
    part: 'entry',
    good: RELATION,
    bad: '"relatesTo": [\n    { "code": "appends", "target": { "reference": "DocumentReference/fiche-0" } },\n    {',
  },
];
