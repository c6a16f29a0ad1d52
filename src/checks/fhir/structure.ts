import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { validateResource } from './validation/validate.js';

const r4 = (clause: string): Rule => ({
  severity: 'error',
  mark: 'primary',
  clause: `HL7 FHIR R4 (4.0.1), ${clause}`,
  samples: null,
});

const PATIENT = { base: 'fhir-patient', part: 'resource' } as const;

/** A resource has the structure of its type in FHIR R4: names, cardinalities, types, forms, required codes, invariants. */
export const structure = defineCheck({
  id: 'fhir/structure',
  on: 'fhir',
  rules: {
    'resource-type': r4('§2.26 Resource'),
    'unknown-element': r4('§2.6.2 JSON'),
    'missing-element': r4('§5.3, ElementDefinition.min'),
    'not-a-list': r4('§2.6.2 JSON'),
    'a-list': r4('§2.6.2 JSON'),
    'several-types': r4('§2.1.0.3 types au choix'),
    empty: r4('§2.6.2 JSON ; ele-1'),
    'json-type': r4('§2.24 types de données'),
    form: r4('§2.24.0.1 types primitifs'),
    code: r4('§4.1.5 liaisons required'),
    invariant: r4('§5.3, ElementDefinition.constraint'),
  },
  examples: [
    {
      rule: 'resource-type',
      ...PATIENT,
      good: '"resourceType": "Patient"',
      bad: '"resourceType": "Malade"',
    },
    { rule: 'unknown-element', ...PATIENT, good: '"gender"', bad: '"sex": "F",\n  "gender"' },
    { rule: 'missing-element', ...PATIENT, good: '"gender"', bad: '"link": [{ "type": "seealso" }],\n  "gender"' },
    {
      rule: 'not-a-list',
      ...PATIENT,
      good: '"gender"',
      bad: '"address": { "city": "LYON" },\n  "gender"',
    },
    { rule: 'a-list', ...PATIENT, good: '"gender"', bad: '"maritalStatus": [{ "text": "X" }],\n  "gender"' },
    {
      rule: 'several-types',
      ...PATIENT,
      good: '"gender"',
      bad: '"multipleBirthBoolean": false,\n  "multipleBirthInteger": 1,\n  "gender"',
    },
    { rule: 'empty', ...PATIENT, good: '"gender"', bad: '"address": [],\n  "gender"' },
    { rule: 'json-type', ...PATIENT, good: '"gender"', bad: '"active": "true",\n  "gender"' },
    { rule: 'form', ...PATIENT, good: '"id": "patient"', bad: '"id": "patient n° 1"' },
    { rule: 'code', ...PATIENT, good: '"use": "usual"', bad: '"use": "habituel"' },
    {
      rule: 'invariant',
      ...PATIENT,
      good: '"gender"',
      bad: '"contact": [{ "gender": "female" }],\n  "gender"',
    },
  ],
  run(resource, { fhir }) {
    if (!fhir) throw new Error('no definitions of FHIR were given');
    const { json } = resource.content;
    return {
      evaluated: 1,
      findings: validateResource(json.value, fhir).map(({ fault, path, args, actual }) => ({
        rule: fault,
        at: placeIn(resource, json.locate(path)),
        args,
        ...(actual !== undefined && { actual }),
      })),
    };
  },
});
