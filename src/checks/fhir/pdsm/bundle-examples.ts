import type { Example } from '../../define.js';
import type { BundleRule } from '../pdsm-bundle.js';

const ON_BUNDLE = { base: 'fhir-pdsm-bundle', part: 'bundle' } as const;
const ON_ENTRY = { base: 'fhir-pdsm-bundle', part: 'entry' } as const;
const ON_SET = { base: 'fhir-pdsm-bundle', part: 'submission' } as const;
const META =
  '"meta": {\n    "profile": [\n      "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-comprehensive-provide-document-bundle"\n    ]\n  },\n  ';
const POST = '"method": "POST",\n        "url": "DocumentReference"';
const PATIENT = '"url": "Patient"\n      }\n    }';
const BINARY = '"url": "Binary"\n      }\n    }';
const DOCUMENT = 'urn:uuid:37eadeb0-8e30-5451-826a-053afdfbc3c8';
const SUBJECT = '"subject": {\n    "reference": "urn:uuid:9a8b9ad8-8582-5c13-8193-9fa5884c87a5"';

export const BUNDLE_EXAMPLES: readonly Example<BundleRule>[] = [
  { rule: 'profile', ...ON_BUNDLE, good: META, bad: '' },
  { rule: 'type', ...ON_BUNDLE, good: '"type": "transaction"', bad: '"type": "batch"' },
  { rule: 'entry-kind', ...ON_BUNDLE, good: POST, bad: POST.replace('POST', 'PUT') },
  { rule: 'submission-set', ...ON_SET, good: '"code": "submissionset"', bad: '"code": "folder"' },
  {
    rule: 'document-reference',
    ...ON_BUNDLE,
    good: '{entry}',
    bad: '{ "resourceType": "Basic", "code": { "text": "Fiche" } }',
  },
  {
    rule: 'patient',
    ...ON_BUNDLE,
    good: PATIENT,
    bad: `${PATIENT},\n    { "fullUrl": "urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000005", "resource": { "resourceType": "Patient", "active": true }, "request": { "method": "POST", "url": "Patient" } }`,
  },
  {
    rule: 'document-missing',
    ...ON_ENTRY,
    good: 'urn:uuid:ec8cb178-1cf2-5ad4-8596-e1e0e0f6b7de',
    bad: 'Binary/absent',
  },
  {
    rule: 'document-unused',
    ...ON_BUNDLE,
    good: BINARY,
    bad: `${BINARY},\n    { "fullUrl": "urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000006", "resource": { "resourceType": "Binary", "contentType": "text/plain", "data": "QQ==" }, "request": { "method": "POST", "url": "Binary" } }`,
  },
  { rule: 'entry-missing', ...ON_SET, good: DOCUMENT, bad: 'DocumentReference/autre' },
  {
    rule: 'reference',
    ...ON_ENTRY,
    good: SUBJECT,
    bad: '"subject": {\n    "reference": "urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000007"',
  },
  {
    rule: 'replacement-patch',
    base: 'fhir-pdsm-replacement',
    part: 'bundle',
    good: '"url": "DocumentReference/fiche-1"',
    bad: '"url": "DocumentReference/fiche-2"',
  },
  {
    rule: 'patch-orphan',
    base: 'fhir-pdsm-replacement',
    part: 'entry',
    good: '"code": "replaces"',
    bad: '"code": "appends"',
  },
  {
    rule: 'patch-content',
    base: 'fhir-pdsm-replacement',
    part: 'patch',
    good: '"valueCode": "superseded"',
    bad: '"valueCode": "current"',
  },
  { rule: 'hash', ...ON_ENTRY, good: '{hash}', bad: '2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
  { rule: 'size', ...ON_ENTRY, good: '"size": {size}', bad: '"size": 12' },
];
