import type { Example } from '../../define.js';
import type { SimplifiedRule } from '../pdsm-simplified-publish.js';
import { metadataExamples } from './metadata-examples.js';

const ON_ENTRY = { base: 'fhir-pdsm-simplified', part: 'entry' } as const;
const TITLE = '\n        "title": "Compte rendu de consultation",';
const PERIOD = '"period": {';
const STATUS = '"status": "current"';
const ENTRY_UUID =
  '"identifier": [{ "type": { "coding": [{ "code": "entryUUID" }] }, "system": "urn:ietf:rfc:3986", "value": "urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9" }],';

export const SIMPLIFIED_EXAMPLES: readonly Example<SimplifiedRule>[] = [
  ...metadataExamples('fhir-pdsm-simplified'),
  { rule: 'required', ...ON_ENTRY, good: TITLE, bad: '' },
  {
    rule: 'repeated',
    ...ON_ENTRY,
    good: PERIOD,
    bad: `"event": [{ "text": "Consultation" }, { "text": "Vaccination" }],\n    ${PERIOD}`,
  },
  { rule: 'entry-uuid', ...ON_ENTRY, good: STATUS, bad: `${ENTRY_UUID}\n  ${STATUS}` },
  { rule: 'hash', ...ON_ENTRY, good: '{hash}', bad: '2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
  { rule: 'size', ...ON_ENTRY, good: '"size": {size}', bad: '"size": 12' },
];
