import { describe, expect, it } from 'vitest';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { profile } from '../../../src/checks/fhir/profile.js';
import type { ElementDefinition, StructureDefinition } from '../../../src/checks/fhir/validation/definitions.js';
import { runCheck } from '../../../src/engine/run-check.js';
import type { FhirPackage } from '../../../src/packs/fhir/package.js';
import { withPackages } from '../../../src/packs/fhir/package-definitions.js';

const X = 'http://x/';
const P = `${X}p`;
const patient = (members: object) => ({ resourceType: 'Patient', meta: { profile: [P] }, ...members });

type Element = Partial<ElementDefinition> & { readonly id: string } & Record<string, unknown>;

/** A profile of few elements: what is not said is as R4 has it. */
function sd(url: string, type: string, elements: readonly Element[], over: object = {}): StructureDefinition {
  const element = [{ id: type }, ...elements].map((each) => ({
    path: each.id.replace(/:[^.]*/g, ''),
    min: 0,
    max: '*',
    ...each,
  })) as ElementDefinition[];
  const base = { url, version: '1', name: url, type, kind: 'resource', abstract: false, derivation: 'constraint' };
  return { ...base, snapshot: { element }, ...over };
}

const ofPatient = (...elements: Element[]) => sd(P, 'Patient', elements);

async function run(value: unknown, structures: readonly StructureDefinition[], over: Partial<FhirPackage> = {}) {
  const given = {
    id: 'a',
    version: '1',
    fhirVersions: [],
    sha256: '',
    structures,
    valueSets: [],
    codeSystems: [],
    ...over,
  };
  const { artifact } = await read({ path: 'r.json', bytes: Buffer.from(JSON.stringify(value)), declared: {} });
  if (!artifact) throw new Error('unread');
  const [ran] = runCheck(profile, [artifact], { ...NOTHING_DECLARED, fhir: withPackages([given]) });
  if (!ran) throw new Error('not run');
  return ran;
}

/** What is found: `rule path`. */
async function found(value: unknown, structures: readonly StructureDefinition[], over: Partial<FhirPackage> = {}) {
  const { findings, failure } = await run(value, structures, over);
  expect(failure).toBeUndefined();
  return findings.map(({ code, at }) => `${code.split('/').at(-1)} ${at.path}`);
}

const coding = (system: string, code: string) => ({ coding: [{ system, code }] });

/** Slices of the identifiers, by what the discriminator says. */
function sliced(slicing: ElementDefinition['slicing'] & object, ...slices: Element[]): StructureDefinition {
  return ofPatient({ id: 'Patient.identifier', slicing, type: [{ code: 'Identifier' }] }, ...slices);
}
const slice = (name: string, over: object = {}): Element => ({
  id: `Patient.identifier:${name}`,
  sliceName: name,
  type: [{ code: 'Identifier' }],
  ...over,
});
const by = (type: string, path: string) => ({ discriminator: [{ type, path }], rules: 'closed' });

describe('the slices of a profile', () => {
  const named = (name: string): Element[] => [
    slice(name, { min: 1, max: '1' }),
    { id: `Patient.identifier:${name}.system`, fixedUri: `urn:${name}` },
  ];

  it('are told apart by a value, fixed or in a pattern above', async () => {
    const structure = sliced(by('value', 'system'), ...named('a'), ...named('b'));
    const identifier = [{ system: 'urn:a' }, { system: 'urn:b' }];
    expect(await found(patient({ identifier }), [structure])).toEqual([]);
    expect(await found(patient({ identifier: [{ system: 'urn:a' }, { system: 'urn:c' }] }), [structure])).toEqual([
      'slice-missing $',
      'slice-closed $.identifier[1]',
    ]);
    const above = sliced(by('value', 'type.coding.code'), slice('a', { min: 1 }), {
      id: 'Patient.identifier:a.type',
      patternCodeableConcept: coding('urn:s', 'PI'),
    });
    expect(await found(patient({ identifier: [{ type: coding('urn:s', 'PI') }] }), [above])).toEqual([]);
    expect(await found(patient({ identifier: [{ type: coding('urn:s', 'MR') }] }), [above])).toContain(
      'slice-missing $',
    );
  });

  it('are told apart by a pattern of the whole, and by what is required of its members', async () => {
    const whole = sliced(by('pattern', '$this'), slice('a', { min: 1, patternIdentifier: { use: 'official' } }));
    expect(await found(patient({ identifier: [{ use: 'official', value: '1' }] }), [whole])).toEqual([]);
    expect(await found(patient({ identifier: [{ use: 'usual' }] }), [whole])).toEqual([
      'slice-missing $',
      'slice-closed $.identifier[0]',
    ]);
    const members = sliced(by('value', '$this'), ...named('a'));
    expect(await found(patient({ identifier: [{ system: 'urn:a' }] }), [members])).toEqual([]);
  });

  it('are told apart by what is there, what is not, and by a required set', async () => {
    const there = sliced(
      by('exists', 'period'),
      slice('with', { max: '1' }),
      { id: 'Patient.identifier:with.period', min: 1 },
      slice('without', { max: '1' }),
      { id: 'Patient.identifier:without.period', max: '0' },
    );
    const identifier = [{ period: { start: '2020' } }, { value: '1' }];
    expect(await found(patient({ identifier }), [there])).toEqual([]);
    expect(await found(patient({ identifier: [...identifier, { value: '2' }] }), [there])).toEqual([
      'slice-too-many $.identifier[2]',
    ]);
    const set = sliced(by('value', 'use'), slice('a', { min: 1 }), {
      id: 'Patient.identifier:a.use',
      type: [{ code: 'code' }],
      binding: { strength: 'required', valueSet: `${X}uses` },
    });
    const uses = { url: `${X}uses`, compose: { include: [{ system: 's', concept: [{ code: 'official' }] }] } };
    expect(await found(patient({ identifier: [{ use: 'official' }] }), [set], { valueSets: [uses] })).toEqual([]);
    expect(await found(patient({ identifier: [{ use: 'old' }] }), [set], { valueSets: [uses] })).toContain(
      'slice-missing $',
    );
    // Without the set nothing can be told.
    expect(await found(patient({ identifier: [{ use: 'old' }] }), [set])).toEqual([]);
  });

  it('are in their order, and those of none at the end', async () => {
    const slices = [...named('a'), ...named('b')];
    const identifier = [{ system: 'urn:b' }, { system: 'urn:c' }, { system: 'urn:a' }];
    const rules = (over: object) => sliced({ ...by('value', 'system'), rules: 'open', ...over }, ...slices);
    expect(await found(patient({ identifier }), [rules({})])).toEqual([]);
    const misplaced = ['slice-order $.identifier[2]'];
    expect(await found(patient({ identifier }), [rules({ ordered: true })])).toEqual(misplaced);
    expect(await found(patient({ identifier }), [rules({ rules: 'openAtEnd' })])).toEqual(misplaced);
  });

  it('may be sliced again', async () => {
    const again = sliced(
      { ...by('value', 'system'), rules: 'open' },
      slice('a', { slicing: by('value', 'use') }),
      { id: 'Patient.identifier:a.system', fixedUri: 'urn:a' },
      slice('a/old', { min: 1, max: '1' }),
      { id: 'Patient.identifier:a/old.use', fixedCode: 'old' },
    );
    expect(
      await found(patient({ identifier: [{ system: 'urn:a', use: 'old' }, { system: 'urn:b' }] }), [again]),
    ).toEqual([]);
    expect(await found(patient({ identifier: [{ system: 'urn:a', use: 'usual' }] }), [again])).toEqual([
      'slice-missing $',
      'slice-closed $.identifier[0]',
    ]);
  });

  it('of a choice are told apart by type', async () => {
    const types = [{ code: 'boolean' }, { code: 'dateTime' }];
    const structure = ofPatient({ id: 'Patient.deceased[x]', max: '1', type: types }, {
      id: 'Patient.deceased[x]:deceasedDateTime',
      sliceName: 'deceasedDateTime',
      min: 1,
      max: '1',
      type: [types[1] ?? types[0]],
    } as Element);
    expect(await found(patient({ deceasedDateTime: '2020' }), [structure])).toEqual([]);
    expect(await found(patient({ deceasedBoolean: true }), [structure])).toEqual(['slice-missing $']);
  });

  it('of references are told apart by what they refer to, when it is there', async () => {
    const reference = (name: string, target: string): Element => ({
      id: `Patient.generalPractitioner:${name}`,
      sliceName: name,
      max: '1',
      type: [{ code: 'Reference', targetProfile: [`http://hl7.org/fhir/StructureDefinition/${target}`] }],
    });
    const slicing = { discriminator: [{ type: 'type', path: 'resolve()' }], rules: 'closed' };
    const structure = ofPatient(
      { id: 'Patient.generalPractitioner', type: [{ code: 'Reference' }], slicing },
      reference('place', 'Organization'),
    );
    const contained = [
      { resourceType: 'Organization', id: 'o', name: 'O' },
      { resourceType: 'Practitioner', id: 'p' },
    ];
    const referring = (...ids: string[]) =>
      patient({ contained, generalPractitioner: ids.map((id) => ({ reference: id })) });
    expect(await found(referring('#o', 'Organization/far'), [structure])).toEqual([]);
    expect(await found(referring('#o', '#p'), [structure])).toEqual(['slice-closed $.generalPractitioner[1]']);
  });

  it('that nothing tells apart, or only what is not of the language, are not judged', async () => {
    for (const path of ['system.where(true)', '%resource.id', 'type.'])
      expect(
        await found(patient({ identifier: [{}] }), [sliced(by('value', path), slice('a', { min: 1 }))]),
        path,
      ).toEqual([]);
    const none = sliced({ rules: 'closed' }, slice('a', { min: 1 }));
    expect(await found(patient({ identifier: [{ value: '1' }] }), [none])).toEqual([]);
  });
});

describe('the entries of a Bundle', () => {
  const B = `${X}bundle`;
  const entries = (discriminator: string): StructureDefinition =>
    sd(B, 'Bundle', [
      { id: 'Bundle.entry', slicing: by(discriminator, 'resource'), type: [{ code: 'BackboneElement' }] },
      { id: 'Bundle.entry:patient', sliceName: 'patient', min: 1, max: '1', type: [{ code: 'BackboneElement' }] },
      { id: 'Bundle.entry:patient.resource', min: 1, max: '1', type: [{ code: 'Patient', profile: [P] }] },
    ]);
  const born = ofPatient({ id: 'Patient.birthDate', min: 1, max: '1' });
  const bundle = (resource: object) => ({
    resourceType: 'Bundle',
    meta: { profile: [B] },
    type: 'collection',
    entry: [{ fullUrl: 'urn:uuid:a', resource }],
  });

  it.each(['profile', 'type'])('are told apart by %s', async (discriminator) => {
    const structures = [entries(discriminator), born];
    expect(await found(bundle({ resourceType: 'Patient', birthDate: '1980' }), structures)).toEqual([]);
    const [first] = await found(bundle({ resourceType: 'Organization', name: 'O' }), structures);
    expect(first).toBe('slice-missing $');
  });

  it('that claim the profile are judged as files of their own', async () => {
    expect(await found(bundle(patient({})), [entries('profile'), born])).toEqual([]);
    expect(await found(bundle({ resourceType: 'Patient' }), [entries('type'), born])).toEqual([
      'missing $.entry[0].resource',
    ]);
  });
});

describe('extensions', () => {
  const E = `${X}ext`;
  const extension = sd(E, 'Extension', [
    { id: 'Extension.extension', slicing: by('value', 'url') },
    { id: 'Extension.extension:code', sliceName: 'code', min: 1, max: '1', type: [{ code: 'Extension' }] },
    { id: 'Extension.extension:code.url', fixedUri: 'code' },
    { id: 'Extension.extension:code.value[x]', min: 1, max: '1', type: [{ code: 'Coding' }] },
    { id: 'Extension.url', fixedUri: E },
    { id: 'Extension.value[x]', max: '0' },
  ]);
  const good = { url: E, extension: [{ url: 'code', valueCoding: { code: 'x' } }] };

  it('are judged by their definition wherever they stand, in a resource that claims nothing too', async () => {
    const bare = (own: object) => ({ resourceType: 'Patient', birthDate: '1980', _birthDate: { extension: [own] } });
    expect(await found(bare(good), [extension])).toEqual([]);
    const wrong = {
      url: E,
      extension: [
        { url: 'code', valueString: 'x' },
        { url: 'other', valueString: 'x' },
      ],
    };
    expect(await found(bare(wrong), [extension])).toEqual([
      'slice-closed $._birthDate.extension[0].extension[1]',
      'type $._birthDate.extension[0].extension[0].valueString',
    ]);
    expect(await found({ ...bare({ url: E, valueString: 'x' }) }, [extension])).toEqual([
      'slice-missing $._birthDate.extension[0]',
      'forbidden $._birthDate.extension[0].valueString',
    ]);
  });

  it('that the profile asks for are known by their address, defined or not', async () => {
    const wants = (max: string) =>
      ofPatient(
        { id: 'Patient.extension', slicing: { ...by('value', 'url'), rules: 'open' }, type: [{ code: 'Extension' }] },
        { id: 'Patient.extension:e', sliceName: 'e', min: 1, max, type: [{ code: 'Extension', profile: [`${E}|1`] }] },
      );
    expect(await found(patient({ extension: [good] }), [wants('1')])).toEqual([]);
    expect(await found(patient({ extension: [good] }), [wants('1'), extension])).toEqual([]);
    expect(await found(patient({}), [wants('1')])).toEqual(['slice-missing $']);
    expect(await found(patient({ extension: [good, good] }), [wants('1')])).toEqual(['slice-too-many $.extension[1]']);
    // One fault, though the slice and the address lead to the definition.
    expect(await found(patient({ extension: [{ url: E }] }), [wants('1'), extension])).toEqual([
      'slice-missing $.extension[0]',
    ]);
  });

  it('of a primitive may be asked for', async () => {
    const structure = ofPatient(
      { id: 'Patient.birthDate', max: '1', type: [{ code: 'date' }] },
      { id: 'Patient.birthDate.extension', min: 1, type: [{ code: 'Extension' }] },
    );
    expect(await found(patient({ birthDate: '1980', _birthDate: { extension: [good] } }), [structure])).toEqual([]);
    expect(await found(patient({ birthDate: '1980', _birthDate: { id: 'a' } }), [structure])).toEqual([
      'missing $._birthDate',
    ]);
  });
});

describe('what a profile asks of values', () => {
  it('holds of what is inside data types, backbones and shared elements', async () => {
    const survey = sd(P, 'Questionnaire', [
      { id: 'Questionnaire.item', type: [{ code: 'BackboneElement' }] },
      { id: 'Questionnaire.item.text', min: 1, max: '1' },
      { id: 'Questionnaire.item.item', contentReference: '#Questionnaire.item' },
    ]);
    const value = (inner: object) => ({
      resourceType: 'Questionnaire',
      meta: { profile: [P] },
      status: 'draft',
      item: [{ linkId: 'a', text: 'x', type: 'group', item: [{ linkId: 'b', type: 'string', ...inner }] }],
    });
    expect(await found(value({ text: 'y' }), [survey])).toEqual([]);
    expect(await found(value({}), [survey])).toEqual(['missing $.item[0].item[0]']);
  });

  it('holds of constants, in full or in part', async () => {
    const fixed = ofPatient({ id: 'Patient.maritalStatus', fixedCodeableConcept: coding('s', 'M') });
    const pattern = ofPatient({ id: 'Patient.maritalStatus', patternCodeableConcept: coding('s', 'M') });
    const more = {
      maritalStatus: {
        coding: [
          { system: 'o', code: 'm' },
          { system: 's', code: 'M', display: 'x' },
        ],
      },
    };
    const same = { maritalStatus: coding('s', 'M') };
    expect(await found(patient(same), [fixed])).toEqual([]);
    expect(await found(patient(more), [fixed])).toEqual(['fixed $.maritalStatus']);
    expect(await found(patient(more), [pattern])).toEqual([]);
    expect(await found(patient({ maritalStatus: coding('s', 'S') }), [pattern])).toEqual(['pattern $.maritalStatus']);
  });

  it('asks for a code where a concept is bound, unless it says why there is none', async () => {
    const bound = ofPatient({
      id: 'Patient.maritalStatus',
      type: [{ code: 'CodeableConcept' }],
      binding: { strength: 'required', valueSet: `${X}set` },
    });
    const extension = [{ url: 'u', valueCode: 'unknown' }];
    expect(await found(patient({ maritalStatus: { text: 'x' } }), [bound])).toEqual(['binding $.maritalStatus']);
    expect(await found(patient({ maritalStatus: { extension } }), [bound])).toEqual([]);
    // A set that can't be told is said once, and judges nobody.
    expect(await found(patient({ maritalStatus: coding('s', 'x') }), [bound])).toEqual(['not-judged $.maritalStatus']);
  });

  it('leaves to the structure what R4 asks itself', async () => {
    const type = [{ code: 'code' }];
    const gender = ofPatient({
      id: 'Patient.gender',
      type,
      base: { path: 'Patient.gender', min: 0, max: '1' },
      binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1' },
      constraint: [
        {
          key: 'ele-1',
          severity: 'error',
          expression: 'false',
          source: 'http://hl7.org/fhir/StructureDefinition/Element',
        },
      ],
    });
    expect(await found(patient({ gender: 'F' }), [gender])).toEqual([]);
    const link = ofPatient(
      { id: 'Patient.link', type: [{ code: 'BackboneElement' }] },
      { id: 'Patient.link.other', min: 1, max: '1', base: { path: 'Patient.link.other', min: 1, max: '1' } },
    );
    expect(await found(patient({ link: [{ type: 'seealso' }] }), [link])).toEqual([]);
  });

  it('ends where references go round', async () => {
    const other = `${X}other`;
    const circle = [
      ofPatient({ id: 'Patient.generalPractitioner', type: [{ code: 'Reference', targetProfile: [other] }] }),
      sd(other, 'Organization', [{ id: 'Organization.partOf', type: [{ code: 'Reference', targetProfile: [other] }] }]),
    ];
    const contained = [
      { resourceType: 'Organization', id: 'a', partOf: { reference: '#b' } },
      { resourceType: 'Organization', id: 'b', partOf: { reference: '#a' } },
    ];
    const generalPractitioner = [{ reference: '#a' }];
    expect(await found(patient({ contained, generalPractitioner }), circle)).toEqual([]);
  });

  it('judges large resources', async () => {
    const structure = sliced(by('value', 'system'), slice('a'), {
      id: 'Patient.identifier:a.system',
      fixedUri: 'urn:a',
    });
    const identifier = Array.from({ length: 50_000 }, () => ({ system: 'urn:a' }));
    expect(await found(patient({ identifier }), [structure])).toEqual([]);
  });
});

describe('an invariant', () => {
  const stating = (expression: string) =>
    ofPatient({
      id: 'Patient.name',
      type: [{ code: 'HumanName' }],
      constraint: [{ key: 'x-1', severity: 'error', expression, source: P }],
    });
  const named = patient({ name: [{ family: 'X' }] });

  it('is judged on each value', async () => {
    expect(await found(named, [stating('family.exists()')])).toEqual([]);
    expect(await found(named, [stating('given.exists()')])).toEqual(['invariant $.name[0]']);
  });

  it.each(['nofunction(1)', 'family.memberOf(%vs)', '((', 'resolve().exists()'])(
    'that can not be evaluated, %s, is undetermined and named, unless an error decides',
    async (expression) => {
      const ran = await run(named, [stating(expression)]);
      expect(ran).toMatchObject({ verdict: 'undetermined', findings: [] });
      expect(ran.failure).toContain(`x-1 (${P})`);
      const wrong = ofPatient(...((stating(expression).snapshot?.element ?? []).slice(1) as Element[]), {
        id: 'Patient.gender',
        min: 1,
      });
      expect(await run(named, [wrong])).toMatchObject({ verdict: 'nonconforming', failure: ran.failure });
    },
  );
});

describe('a profile that is not there', () => {
  const claiming = (...profiles: string[]) => ({ resourceType: 'Patient', meta: { profile: profiles } });

  it('is asked for, or said beside what was judged', async () => {
    const ran = await run(claiming(`${P}|2`), [ofPatient()]);
    expect(ran).toMatchObject({
      verdict: 'missing',
      evaluated: 0,
      needs: [{ code: 'need/fhir-package', args: { profile: `${P}|2` } }],
    });
    expect(await found(claiming(P, `${X}q`), [ofPatient()])).toEqual(['unknown-profile $.meta.profile[1]']);
  });

  it('is of no matter without packages, nor is the type itself', async () => {
    expect(await run(claiming('http://hl7.org/fhir/StructureDefinition/Patient'), [])).toMatchObject({
      verdict: 'not-applicable',
    });
    expect(await run({ resourceType: 'Patient' }, [ofPatient()])).toMatchObject({ verdict: 'not-applicable' });
  });

  it('is asked for when it has no snapshot', async () => {
    const { snapshot, ...bare } = ofPatient();
    expect(snapshot).toBeDefined();
    expect(await run(claiming(P), [bare])).toMatchObject({
      verdict: 'missing',
      evaluated: 0,
      needs: [{ code: 'need/fhir-snapshot', args: { profile: P } }],
    });
  });
});
