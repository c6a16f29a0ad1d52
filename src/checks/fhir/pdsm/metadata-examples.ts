import type { Example } from '../../define.js';
import type { ExampleBase } from '../../example-base.js';
import type { MetadataRule } from './metadata.js';

const SNOMED = '"system": "http://snomed.info/sct"';
const CREATION = ',\n        "creation": "2026-03-16T10:30:00+01:00"';
const LANGUAGE = '"language": "fr-FR"';
const LOINC = '"system": "http://loinc.org"';
const SETTING = '"system": "https://mos.esante.gouv.fr/NOS/TRE_A01-CadreExercice/FHIR/TRE-A01-CadreExercice"';
const STATUS = '"status": "current"';
const AUTHENTICATOR = '"authenticator": {\n    "reference": "#role"';
const CUSTODIAN =
  '"custodian": {\n    "identifier": {\n      "system": "urn:oid:1.2.250.1.71.4.2.2",\n      "value": "1990000010"\n    },\n    "display": "Cabinet des Essais"\n  },\n  ';

/** Examples of what is judged alike of every DocumentReference of PDSm. */
export function metadataExamples(base: ExampleBase): Example<Exclude<MetadataRule, 'required' | 'repeated'>>[] {
  const on = { base, part: 'entry' } as const;
  const contradicts = { trips: ['fhir/pdsm-and-metadata'] };
  return [
    { rule: 'custodian', ...on, good: CUSTODIAN, bad: '' },
    { rule: 'forbidden', ...on, good: STATUS, bad: `${STATUS},\n  "docStatus": "final"` },
    { rule: 'status', ...on, good: STATUS, bad: STATUS.replace('current', 'entered-in-error') },
    { rule: 'language', ...on, good: LANGUAGE, bad: LANGUAGE.replace('fr-FR', 'fr-CA'), ...contradicts },
    {
      rule: 'unique-id',
      ...on,
      good: 'urn:oid:2.999.2.20260316.1.1',
      bad: 'urn:oid:2.999.02.20260316.1.1',
      ...contradicts,
    },
    { rule: 'person-kind', ...on, good: AUTHENTICATOR, bad: AUTHENTICATOR.replace('role', 'source-patient') },
    {
      rule: 'person-id',
      ...on,
      good: '"system": "urn:oid:1.2.250.1.71.4.2.1"',
      bad: '"system": "urn:oid:2.999.7"',
    },
    { rule: 'person-id-form', ...on, good: '"899700100011"', bad: '"99700100011"' },
    { rule: 'terminology', ...on, good: LOINC, bad: SNOMED },
    { rule: 'context-terminology', ...on, good: SETTING, bad: SNOMED },
    { rule: 'code', ...on, good: '"code": "AMBULATOIRE"', bad: '"code": "CABINET"', ...contradicts },
    { rule: 'category-of-type', ...on, good: '"code": "10"', bad: '"code": "11"' },
    { rule: 'hash-form', ...on, good: '{hash}', bad: '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12' },
  ];
}

/** A date that both profiles have, and that one wants. */
export const CREATION_DATE = CREATION;
