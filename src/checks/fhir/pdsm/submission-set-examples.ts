import type { Example } from '../../define.js';
import type { SetRule } from '../pdsm-submission-set.js';

const ON_SET = { base: 'fhir-pdsm-bundle', part: 'submission' } as const;
const DATE = '"date": "2026-03-16T10:30:00+01:00",\n  ';
const SECTOR = '"system": "https://mos.esante.gouv.fr/NOS/TRE_R02-SecteurActivite/FHIR/TRE-R02-SecteurActivite"';
const STATUS = '"status": "current"';
const ENTRY =
  ',\n  "entry": [\n    {\n      "item": {\n        "reference": "urn:uuid:37eadeb0-8e30-5451-826a-053afdfbc3c8"\n      }\n    }\n  ]';
/** The contained role is then referred to by nothing. */
const ALONE = { trips: ['fhir/structure'] };

export const SUBMISSION_SET_EXAMPLES: readonly Example<SetRule>[] = [
  { rule: 'required', ...ON_SET, good: DATE, bad: '' },
  { rule: 'extension', ...ON_SET, good: '/ihe-sourceId"', bad: '/ihe-source"' },
  { rule: 'forbidden', ...ON_SET, good: STATUS, bad: `${STATUS},\n  "orderedBy": { "text": "Date" }` },
  { rule: 'fixed', ...ON_SET, good: '"mode": "working"', bad: '"mode": "snapshot"' },
  {
    rule: 'unique-id',
    ...ON_SET,
    good: 'urn:oid:2.999.3.20260316.1.1',
    bad: 'urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1',
  },
  {
    rule: 'entry-uuid',
    ...ON_SET,
    good: 'urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1',
    bad: '97418e33-4f0b-5c9e-8e56-944f1afbd1d1',
  },
  { rule: 'contained', ...ON_SET, good: '"#role"', bad: '"PractitionerRole/1"', ...ALONE },
  { rule: 'source-kind', ...ON_SET, good: '"#role"', bad: '"#practitioner"', ...ALONE },
  {
    rule: 'person-id',
    ...ON_SET,
    good: '"system": "urn:oid:1.2.250.1.71.4.2.1"',
    bad: '"system": "urn:oid:2.999.7"',
  },
  { rule: 'person-id-form', ...ON_SET, good: '"899700100011"', bad: '"99700100011"' },
  { rule: 'terminology', ...ON_SET, good: SECTOR, bad: '"system": "http://snomed.info/sct"' },
  { rule: 'code', ...ON_SET, good: '"code": "SA07"', bad: '"code": "SA99"' },
  { rule: 'empty', ...ON_SET, good: ENTRY, bad: '' },
];
