import { describe, expect, it } from 'vitest';
import { insOidIn } from '../../../../src/checks/ins/rules/unqualified.js';
import { unqualifiedDocument } from '../../../../src/checks/ins/unqualified-document.js';
import { unqualifiedMail } from '../../../../src/checks/ins/unqualified-mail.js';
import { unqualifiedResource } from '../../../../src/checks/ins/unqualified-resource.js';
import { ALL_CHECKS } from '../../../../src/checks/registry.js';
import type { IdentityStatus } from '../../../../src/identity/statuses.js';
import { runOn } from '../../../support/run-check.js';

const INS_CHECKS = ALL_CHECKS.filter(({ id }) => id.startsWith('ins/unqualified-') && id !== 'ins/unqualified');

const BASES = {
  cda: 'cda-n1',
  xdm: 'xdm',
  mail: 'mail',
  hl7v2: 'hl7v2-adt',
  fhir: 'fhir-patient',
} as const;

describe.each(INS_CHECKS)('$id', (check) => {
  const base = BASES[check.kinds[0] as keyof typeof BASES];

  it('needs the status of the patient', async () => {
    const { evaluated, needs } = await runOn(check, base, [], { declared: {} });
    expect(evaluated).toBe(0);
    expect(needs).toEqual([{ code: 'need/patient-status' }]);
  });

  it('is not about a qualified patient', async () => {
    const declared = { patient: 'A' };
    expect(await runOn(check, base, [], { declared })).toMatchObject({ applies: false, findings: [] });
  });

  it.each<IdentityStatus>(['provisoire', 'récupérée', 'validée'])('finds the INS of a patient %s', async (status) => {
    const { findings } = await runOn(check, base, [], {
      declared: { patient: 'A' },
      context: { patients: [{ id: 'A', status }] },
    });
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('ins/unqualified-document', () => {
  it('points at the identifier and tells it', async () => {
    const { findings } = await runOn(unqualifiedDocument, 'cda-n1', [], {
      context: { patients: [{ id: 'A', status: 'récupérée' }] },
    });
    expect(findings.map(({ rule, at, actual }) => [rule, at.path, actual])).toEqual([
      ['ins-id', '/ClinicalDocument/recordTarget/patientRole/id[1]', '285076311399048'],
      ['mailbox', '/ClinicalDocument/recordTarget/patientRole/telecom', 'mailto:285076311399048@patient.mssante.fr'],
    ]);
  });
});

describe('ins/unqualified-mail', () => {
  it('accepts the official mailbox of test', async () => {
    const to = 'To: <jean.correspondant@exemple.mssante.fr>';
    const edits = [['headers', to, 'To: <reponse.automatique-test@patient.mssante.fr>']] as const;
    expect((await runOn(unqualifiedMail, 'mail-unqualified', edits)).findings).toEqual([]);
  });
});

describe('ins/unqualified-resource', () => {
  const INS = '"system": "urn:oid:1.2.250.1.213.1.4.8",\n            "value": "171041305599142"';
  const LOCAL = '"system": "urn:oid:2.999.1.1",\n            "value": "10004"';
  const TELECOM = '"telecom": [';

  it.each([
    ['a reference by its identifier', '"reference": "#source"', `"identifier": { ${INS} }`, ['ins-id']],
    [
      'the condition of a request',
      '"resource": {',
      `"request": { "ifNoneExist": "identifier=urn%3Aoid%3A1.2.250.1.213.1.4.8%7C1" }, "resource": {`,
      ['search'],
    ],
    ['an identifier', LOCAL, INS, ['ins-id']],
    [
      'the INS of a contact',
      TELECOM,
      `"contact": [{ "extension": [{ "valueIdentifier": { ${INS} } }] }], ${TELECOM}`,
      [],
    ],
    ['the billing number', TELECOM, `"photo": [{ "type": { "coding": [{ "code": "NH" }] }, ${INS} }], ${TELECOM}`, []],
    [
      'a search by a local identifier',
      '"reference": "#source"',
      '"reference": "Patient?identifier=urn:oid:2.999.1.1|10004"',
      [],
    ],
  ])('%s', async (_, good, bad, rules) => {
    const first = good === '"resource": {' ? `${good}\n        "resourceType": "Patient"` : good;
    const edit = ['resource', first, first.replace(good, bad)] as const;
    const { findings } = await runOn(unqualifiedResource, 'fhir-unqualified', [edit]);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it('does not speak of a relative alone', async () => {
    const edit = [
      'resource',
      '"resourceType": "Patient",\n        "id": "patient"',
      '"resourceType": "RelatedPerson"',
    ] as const;
    const other = ['resource', LOCAL, INS] as const;
    expect((await runOn(unqualifiedResource, 'fhir-unqualified', [edit, other])).findings).toEqual([]);
  });
});

it('finds whole OIDs only', () => {
  expect(insOidIn('285^^^&1.2.250.1.213.1.4.10&ISO^NH')).toBe('1.2.250.1.213.1.4.10');
  expect(insOidIn('PID-3|285^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS')).toBe('1.2.250.1.213.1.4.8');
  expect(insOidIn('285^^^&1.2.250.1.213.1.4.101&ISO^PI')).toBeUndefined();
  expect(insOidIn('285^^^&1.2.250.1.213.1.4.13&ISO^PI')).toBeUndefined();
});
