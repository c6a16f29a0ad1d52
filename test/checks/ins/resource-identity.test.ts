import { describe, expect, it } from 'vitest';
import { fhirPatient } from '../../../fixtures/make/fhir-patient.js';
import { withContents } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { resourceIdentity } from '../../../src/checks/ins/resource-identity.js';
import { runCheck, runOn } from '../../support/run-check.js';

const OLD = 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445';
const NEW = 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-identity-status';

async function judge(content: unknown) {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const { artifact } = await read({ path: 'f.json', bytes, declared: {} });
  return runCheck(resourceIdentity, artifact ? [...withContents(artifact)] : [], NOTHING_DECLARED);
}

const rulesOf = ({ findings }: Awaited<ReturnType<typeof judge>>) => findings.map(({ rule }) => rule);

/** A Patient whose status is coded so, with an INS or without. */
function withStatus(system: string, codes: readonly string[], hasIns = true) {
  const patient = fhirPatient();
  const [, place] = patient.extension;
  const reliability = codes.map((code) => ({
    url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability',
    extension: [{ url: 'identityStatus', valueCoding: { system, code } }],
  }));
  const identifier = hasIns ? patient.identifier : patient.identifier.slice(1);
  return { ...patient, extension: [...reliability, place], identifier };
}

describe('the meaning of a status', () => {
  it.each([
    ['v2-0445 VALI with an INS', OLD, ['VALI'], true, []],
    ['v2-0445 VALI without', OLD, ['VALI'], false, ['validated-without-ins']],
    ['v2-0445 PROV with an INS', OLD, ['PROV'], true, ['status-unqualified']],
    ['v2-0445 VIDE with an INS', OLD, ['VIDE'], true, ['status-unqualified']],
    ['v2-0445 PROV without', OLD, ['PROV'], false, []],
    ['v2-0445 VALI and a homonym', OLD, ['VALI', 'HOMA'], true, []],
    ['v2-0445 PROV and fictitious', OLD, ['PROV', 'FICT'], false, []],
    ['v2-0445 fictitious alone', OLD, ['FICT'], false, []],
    ['v2-0445 VALI and doubtful', OLD, ['VALI', 'DOUT'], true, ['attribute-status']],
    ['v2-0445 fictitious and doubtful', OLD, ['PROV', 'FICT', 'DOUT'], false, ['attribute-combination']],
    ['identity-status QUAL with an INS', NEW, ['QUAL'], true, []],
    ['identity-status QUAL without', NEW, ['QUAL'], false, ['qualified-without-ins']],
    ['identity-status VALI with an INS', NEW, ['VALI'], true, ['status-unqualified']],
    ['identity-status RECUP with an INS', NEW, ['RECUP'], true, ['status-unqualified']],
    ['identity-status VALI without', NEW, ['VALI'], false, []],
    ['an unknown table', 'https://exemple.example/statuts', ['VALI'], true, ['status-system']],
    ['no status with an INS', OLD, ['HOMA'], true, ['status-missing']],
    ['no status without', OLD, ['HOMA'], false, []],
  ] as const)('%s', async (_, system, codes, hasIns, expected) => {
    expect(rulesOf(await judge(withStatus(system, codes, hasIns)))).toEqual(expected);
  });

  it.each([
    ['VALI and QUAL with an INS', ['VALI', 'QUAL'], true, []],
    ['VALI and VALI with an INS: not qualified by the second', ['VALI', 'VALI'], true, ['status-unqualified']],
    ['PROV and VALI without: validated on paper alone', ['PROV', 'VALI'], false, []],
    ['VALI and QUAL without', ['VALI', 'QUAL'], false, ['validated-without-ins', 'qualified-without-ins']],
    ['PROV and RECUP with an INS', ['PROV', 'RECUP'], true, ['status-unqualified', 'status-unqualified']],
  ] as const)('in both tables: %s', async (_, [old, recent], hasIns, expected) => {
    for (const order of [0, 1]) {
      const both = [withStatus(OLD, [old], hasIns), withStatus(NEW, [recent], hasIns)] as const;
      const [reliability] = both[1].extension;
      const [first, place] = both[0].extension;
      const extension = order === 0 ? [first, reliability, place] : [reliability, first, place];
      const found = rulesOf(await judge({ ...both[0], extension }));
      expect(found.toSorted()).toEqual([...expected].toSorted());
    }
  });

  it('warns of an unknown birth place once the identity was validated, with an INS or without', async () => {
    const unknown = (patient: unknown) => JSON.stringify(patient).replace('63113', '99999');
    expect(rulesOf(await judge(unknown(withStatus(NEW, ['VALI'], false))))).toEqual(['birth-place-unknown']);
    expect(rulesOf(await judge(unknown(withStatus(NEW, ['QUAL']))))).toEqual(['birth-place-unknown']);
    expect(rulesOf(await judge(unknown(withStatus(NEW, ['PROV'], false))))).toEqual([]);
  });

  it('wants identityReliability where the profile is claimed', async () => {
    expect(rulesOf(await judge(withStatus(OLD, [])))).toEqual(['element-missing', 'status-missing']);
  });
});

describe('the identifiers', () => {
  const [INS, LOCAL] = fhirPatient().identifier;
  const type = (code: string) => ({ coding: [{ code }] });

  it.each([
    ['a former matricule beside', [INS, { ...INS, use: 'old', value: '185076311399089' }], []],
    ['a NIA of use temp', [{ ...INS, use: 'temp', type: type('INS-NIA'), system: 'urn:oid:1.2.250.1.213.1.4.9' }], []],
    ['a NIA of use official', [{ ...INS, type: type('INS-NIA'), system: 'urn:oid:1.2.250.1.213.1.4.9' }], []],
    [
      'a billing number under the OID of the INS',
      [INS, { ...INS, type: type('NH'), system: 'urn:oid:1.2.250.1.213.1.4.8', value: '285076311399099' }],
      [],
    ],
    ['the billing OID', [INS, { use: 'secondary', system: 'urn:oid:1.2.250.1.213.1.4.13', value: '1' }], []],
    [
      'another type beside that of the INS',
      [{ ...INS, type: { coding: [{ code: 'NI' }, { code: 'INS-NIR-TEST' }] } }],
      [],
    ],
    ['a type without its system', [{ ...INS, system: undefined }], ['identifier-slice', 'validated-without-ins']],
    ['an OID without urn:oid:', [{ ...INS, system: '1.2.250.1.213.1.4.10' }], ['identifier-slice']],
    ['the type of production', [{ ...INS, type: type('INS-NIR') }], ['identifier-slice']],
    ['a NIR of use temp', [{ ...INS, use: 'temp' }], ['identifier-slice']],
    ['no type', [{ ...INS, type: undefined }], ['identifier-incomplete']],
    ['a local identifier that is official', [INS, { ...LOCAL, use: 'official' }], ['several-official']],
    ['two matricules', [INS, { ...INS, value: '202112A00499202' }], ['several-ins', 'several-official']],
    [
      'the INS-C beside',
      [INS, { ...INS, use: 'secondary', type: type('INS-C'), system: 'urn:oid:1.2.250.1.213.1.4.2' }],
      ['ins-c'],
    ],
  ])('%s', async (_, identifier, expected) => {
    expect(rulesOf(await judge({ ...fhirPatient(), identifier }))).toEqual(expected);
  });
});

describe('a Patient that claims no profile', () => {
  const plain = { ...fhirPatient(), meta: undefined };

  it('needs neither a status nor the type and the use of the identifier', async () => {
    const [ins] = plain.identifier;
    const identifier = [{ system: ins?.system, value: ins?.value, use: 'usual' }];
    const [, place] = plain.extension;
    expect(rulesOf(await judge({ ...plain, identifier, extension: [place] }))).toEqual([]);
  });

  it('may have several given names', async () => {
    const [name] = plain.name;
    expect(rulesOf(await judge({ ...plain, name: [{ ...name, given: ['CAMILLE', 'LOUISE'] }] }))).toEqual([]);
  });

  it('tells its traits with the INS, unless it only refers', async () => {
    const { resourceType, identifier } = plain;
    expect(rulesOf(await judge({ resourceType, identifier, gender: 'female' }))).toEqual([
      'trait-missing',
      'trait-missing',
      'trait-missing',
    ]);
    expect(rulesOf(await judge({ resourceType, identifier }))).toEqual([]);
  });

  it('is not judged without an INS', async () => {
    const ran = await judge({ ...plain, identifier: plain.identifier.slice(1), gender: 'other' });
    expect(ran).toMatchObject({ applies: false, evaluated: 0, findings: [] });
  });
});

it('wants one official name', async () => {
  const patient = fhirPatient();
  const [name] = patient.name;
  const usual = { use: 'usual', family: 'Test-Usuel', given: ['Lou', 'Anne'] };
  expect(rulesOf(await judge({ ...patient, name: [name, usual] }))).toEqual([]);
  expect(rulesOf(await judge({ ...patient, name: [name, name] }))).toEqual(['official-name']);
  expect(rulesOf(await judge({ ...patient, name: [usual] }))).toEqual(['element-missing']);
  expect(rulesOf(await judge({ ...patient, name: 'TEST-ALPHA', gender: 3 }))).toEqual([
    'element-missing',
    'element-missing',
  ]);
});

it('judges each Patient of a Bundle at its place, and the references by an INS', async () => {
  const wrong = { system: 'urn:oid:1.2.250.1.213.1.4.8', value: '285076311399049' };
  const document = {
    resourceType: 'DocumentReference',
    subject: { identifier: wrong },
    context: { sourcePatientInfo: { reference: `Patient?identifier=${wrong.system}|${wrong.value}` } },
  };
  const entry = [
    { resource: fhirPatient() },
    { resource: { ...fhirPatient(), gender: 'other' } },
    { resource: document },
  ];
  const ran = await judge({ resourceType: 'Bundle', type: 'collection', entry });
  expect(ran.evaluated).toBe(4);
  expect(ran.findings.map(({ rule, at }) => [rule, at.path])).toEqual([
    ['sex', '$.entry[1].resource.gender'],
    ['matricule-key', '$.entry[2].resource.subject.identifier.value'],
    ['matricule-key', '$.entry[2].resource.context.sourcePatientInfo.reference'],
  ]);
});

it('reads a Patient in XML as in JSON', async () => {
  const xml = `<Patient xmlns="http://hl7.org/fhir"><identifier><use value="official"/><type><coding><code value="INS-NIR"/></coding></type>
    <system value="urn:oid:1.2.250.1.213.1.4.10"/><value value="285076311399048"/></identifier></Patient>`;
  const { findings } = await judge(xml);
  expect(findings).toMatchObject([
    { rule: 'identifier-slice', args: { oid: '1.2.250.1.213.1.4.8', part: 'system' }, at: { line: 2 } },
  ]);
});

it('tells the part that is wrong, and what it should be', async () => {
  const { findings } = await runOn(resourceIdentity, 'fhir-patient', [
    ['resource', '"use": "official",\n      "type"', '"use": "secondary",\n      "type"'],
  ]);
  expect(findings).toMatchObject([
    { args: { oid: '1.2.250.1.213.1.4.10', part: 'use', expected: 'official | old' }, actual: 'secondary' },
  ]);
});
