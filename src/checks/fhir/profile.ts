import { placeIn } from '../context.js';
import { defineCheck, type Need, type Rule } from '../define.js';
import { ProfileJudge } from './profiles/judge-profile.js';
import { distinctIssues, judgedValues } from './profiles/judged-values.js';

const r4 = (severity: Rule['severity'], clause: string): Rule => ({
  severity,
  mark: 'primary',
  clause: `HL7 FHIR R4 (4.0.1), ${clause} ; profil du paquet fourni`,
  samples: null,
});

const CENTRE = { base: 'fhir-profiled', part: 'resource' } as const;
const EXAMPLE = 'https://example.org/fhir';

/** A resource is as the profiles that it claims want it, and its extensions as their definitions do: those of the FHIR packages that are given. */
export const profile = defineCheck({
  id: 'fhir/profile',
  on: 'fhir',
  rules: {
    'profile-type': r4('error', '§5.3 StructureDefinition.type'),
    missing: r4('error', '§5.1.0.3 cardinalités'),
    'too-many': r4('error', '§5.1.0.3 cardinalités'),
    forbidden: r4('error', '§5.1.0.3 cardinalités'),
    type: r4('error', '§2.24.0.8 ElementDefinition.type'),
    'type-profile': r4('error', '§2.24.0.8 ElementDefinition.type.profile'),
    target: r4('error', '§2.24.0.8 ElementDefinition.type.targetProfile'),
    fixed: r4('error', '§2.24.0.8 ElementDefinition.fixed[x]'),
    pattern: r4('error', '§2.24.0.8 ElementDefinition.pattern[x]'),
    binding: r4('error', '§4.1.5 liaisons required'),
    'binding-extensible': r4('warning', '§4.1.5 liaisons extensible'),
    'slice-missing': r4('error', '§5.1.0.5 tranches'),
    'slice-too-many': r4('error', '§5.1.0.5 tranches'),
    'slice-closed': r4('error', '§5.1.0.5 tranches, rules = closed'),
    'slice-order': r4('error', '§5.1.0.5 tranches, ordered et openAtEnd'),
    invariant: r4('error', '§2.24.0.8 ElementDefinition.constraint'),
    'invariant-warning': r4('warning', '§2.24.0.8 ElementDefinition.constraint'),
    'unknown-modifier': r4('warning', '§2.4.2 modifierExtension'),
    'unknown-profile': r4('info', '§2.26 Resource.meta.profile'),
    'not-judged': r4('info', '§4.9 ValueSet'),
  },
  examples: [
    { rule: 'profile-type', ...CENTRE, good: `/StructureDefinition/centre"`, bad: `/StructureDefinition/acces"` },
    { rule: 'missing', ...CENTRE, good: '"name": "Centre des Tilleuls",', bad: '' },
    { rule: 'too-many', ...CENTRE, good: '"address": [', bad: '"address": [\n    { "country": "FR" },' },
    {
      rule: 'forbidden',
      ...CENTRE,
      good: '"name": "Centre des Tilleuls"',
      bad: '"name": "Centre des Tilleuls",\n  "alias": ["Tilleuls"]',
    },
    { rule: 'type', ...CENTRE, good: '"valueDate": "2020-01-06"', bad: '"valueString": "6 janvier 2020"' },
    { rule: 'type-profile', ...CENTRE, good: '"country": "FR"', bad: '"country": "DE"' },
    { rule: 'target', ...CENTRE, good: '"status": "active"', bad: '"status": "off"' },
    { rule: 'fixed', ...CENTRE, good: '"active": true', bad: '"active": false' },
    { rule: 'pattern', ...CENTRE, good: '"system": "phone"', bad: '"system": "fax"' },
    { rule: 'binding', ...CENTRE, good: '"code": "soins"', bad: '"code": "cure"' },
    { rule: 'binding-extensible', ...CENTRE, good: '"code": "accueil"', bad: '"code": "standard"' },
    {
      rule: 'slice-missing',
      ...CENTRE,
      good: '{ "system": "https://example.org/national", "value": "123456789" },',
      bad: '',
    },
    {
      rule: 'slice-too-many',
      ...CENTRE,
      good: '"value": "C-1" }',
      bad: '"value": "C-1" },\n    { "system": "https://example.org/local", "value": "C-2" }',
    },
    { rule: 'slice-closed', ...CENTRE, good: '"https://example.org/local"', bad: '"https://example.org/autre"' },
    {
      rule: 'slice-order',
      ...CENTRE,
      good: '"identifier": [',
      bad: '"identifier": [\n    { "system": "https://example.org/local", "value": "C-0" },',
    },
    { rule: 'invariant', ...CENTRE, good: '"value": "123456789"', bad: '"value": "1234"' },
    { rule: 'invariant-warning', ...CENTRE, good: '"Centre des Tilleuls"', bad: '"CT"' },
    {
      rule: 'unknown-modifier',
      ...CENTRE,
      good: '"active": true',
      bad: '"modifierExtension": [{ "url": "https://example.org/fhir/StructureDefinition/autre", "valueBoolean": true }],\n  "active": true',
    },
    {
      rule: 'unknown-profile',
      ...CENTRE,
      good: `"${EXAMPLE}/StructureDefinition/centre"`,
      bad: `"${EXAMPLE}/StructureDefinition/centre", "${EXAMPLE}/StructureDefinition/autre"`,
    },
    { rule: 'not-judged', ...CENTRE, good: '"active": true', bad: '"language": "fr",\n  "active": true' },
  ],
  run(resource, { fhir }) {
    if (!fhir) throw new Error('no definitions of FHIR were given');
    if (!fhir.hasPackages) return { evaluated: 0, findings: [], applies: false };
    const { json } = resource.content;
    const { judged, unknown, modifiers } = judgedValues(json.value, fhir);
    if (judged.length === 0 && unknown.length === 0) return { evaluated: 0, findings: [], applies: false };
    const judge = new ProfileJudge(fhir, json.value);
    const issues = distinctIssues(judged.flatMap(({ value, profile, around }) => judge.judge(value, profile, around)));
    const { valueSets, lacking, failures } = judge.unjudged;
    const at = (path: Parameters<typeof json.locate>[0]) => placeIn(resource, json.locate(path));
    const failure = [...failures].sort().join(' ; ');
    // Extensions alone are not what the resource claims.
    const isSaid = judged.some(({ value }) => value.type !== 'Extension');
    return {
      evaluated: judged.length - lacking.size,
      findings: [
        ...issues.map(({ fault, path, args, actual }) => ({
          rule: fault,
          at: at(path),
          args,
          ...(actual !== undefined && { actual }),
        })),
        ...(isSaid
          ? modifiers.map(({ url, path }) => ({ rule: 'unknown-modifier' as const, at: at(path), actual: url }))
          : []),
        ...(isSaid
          ? unknown.map(({ url, path }) => ({ rule: 'unknown-profile' as const, at: at(path), actual: url }))
          : []),
        ...[...valueSets].map(([valueSet, path]) => ({
          rule: 'not-judged' as const,
          at: at(path),
          args: { valueSet },
        })),
      ],
      needs: [
        ...[...lacking].map((url): Need => ({ code: 'need/fhir-snapshot', args: { profile: url } })),
        ...(isSaid ? [] : unknown.map(({ url }): Need => ({ code: 'need/fhir-package', args: { profile: url } }))),
      ],
      ...(failure !== '' && { failure }),
    };
  },
});
