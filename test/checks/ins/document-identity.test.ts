import { describe, expect, it } from 'vitest';
import { documentIdentity } from '../../../src/checks/ins/document-identity.js';
import { runOn } from '../../support/run-check.js';

const ID = '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>';
const BOX = 'mailto:285076311399048@patient.mssante.fr';

async function rules(...edits: [good: string, bad: string][]): Promise<string[]> {
  const parts = edits.map(([good, bad]) => ['cda', good, bad] as const);
  return (await runOn(documentIdentity, 'cda-n1', parts)).findings.map(({ rule }) => rule);
}

describe('the matricule', () => {
  // Vectors of the CNDA and of the ANS, under the OIDs of production and of test, with their mailbox.
  const vectors = ['279035121518989', '277076322082910', '207058575627097', '180032B02040123', '297022A02077878'];
  const wrong = ['289057545611404', '221042545611404', '276059205062865'];
  const under = (oid: string, matricule: string): Promise<string[]> =>
    rules([ID, `<id root="1.2.250.1.213.1.4.${oid}" extension="${matricule}"/>`], [BOX, 'tel:0473000000']);

  it.each(vectors)('%s has the right key', async (matricule) => {
    for (const oid of ['8', '9', '10', '11']) expect(await under(oid, matricule)).toEqual([]);
  });

  it.each(wrong)('%s has a wrong key, which counts by its OID', async (matricule) => {
    for (const oid of ['8', '9']) expect(await under(oid, matricule)).toEqual(['matricule-key']);
    for (const oid of ['10', '11']) expect(await under(oid, matricule)).toEqual(['matricule-key-test']);
  });

  it.each(['781102A12500908', '885997512345663'])('%s is unusual', async (matricule) => {
    const found = await under('8', matricule);
    expect(new Set(found)).toEqual(new Set(['matricule-unusual']));
  });

  it('is not looked for in a billing number', async () => {
    expect(
      await rules(['<id root="2.999.1.1" extension="10001"/>', '<id root="1.2.250.1.213.1.4.13" extension="1"/>']),
    ).toEqual([]);
  });

  it('has no blank', async () => {
    expect(await rules(['extension="285076311399048"', 'extension="2 85 07 63 113 990 48"'])).toContain(
      'matricule-form',
    );
  });
});

describe('a document without INS', () => {
  it('is none of its business', async () => {
    expect(await runOn(documentIdentity, 'cda-unqualified')).toMatchObject({ applies: false, findings: [] });
  });

  it('may have a local number of 15 digits', async () => {
    const of = async (extension: string) =>
      (await runOn(documentIdentity, 'cda-unqualified', [['cda', 'extension="10004"', `extension="${extension}"`]]))
        .findings;
    expect(await of('171041305599143')).toEqual([]);
    // A right key by chance, for another birth.
    expect(await of('285076311399048')).toEqual([]);
    expect((await of('171041305599142')).map(({ rule, args }) => [rule, args])).toEqual([
      ['matricule-oid', { authority: '2.999.1.1' }],
    ]);
  });
});

describe('the traits', () => {
  it('may be of Corsica or of a country', async () => {
    for (const county of ['2A004', '2B033', '99132'])
      expect(await rules(['<county>63113</county>', `<county>${county}</county>`])).toEqual([]);
    expect(await rules(['<county>63113</county>', '<county>2C033</county>'])).toEqual(['birth-place']);
    expect(await rules(['<county>63113</county>', '<county>6311</county>'])).toEqual(['birth-place']);
  });

  it('have a compound first name, whatever parts it', async () => {
    const list = '<given>CAMILLE LOUISE ANNE</given>';
    const given = '<given qualifier="BR">CAMILLE</given>';
    expect(await rules([given, '<given qualifier="BR">CAMILLE-LOUISE</given>'])).toEqual([]);
    expect(await rules([given, '<given qualifier="BR">CAMILLE LOUISE ANNE</given>'])).toEqual([]);
    expect(await rules([given, '<given qualifier="BR">CAM</given>'])).toEqual(['first-given']);
    expect(await rules([list, '<given>CAMILLE--LOUISE</given>'])).toEqual(['name-form']);
  });

  it('leave to cda/record-target what it finds', async () => {
    expect(await rules(['<administrativeGenderCode code="F"', '<administrativeGenderCode code="1"'])).toEqual([]);
    expect(await rules(['<birthTime value="19850714"/>', '<birthTime value="14/07/1985"/>'])).toEqual([]);
    expect(await rules(['<birthTime value="19850714"/>', '<birthTime value="19850231"/>'])).toEqual([]);
    expect(await rules(['<county>63113</county>', ''])).toEqual([]);
  });

  it('have the whole date', async () => {
    for (const value of ['1985', '198507'])
      expect(await rules(['<birthTime value="19850714"/>', `<birthTime value="${value}"/>`])).toEqual(['birth-date']);
  });
});

describe('the mailbox', () => {
  it('may be written in any case, and be that of test', async () => {
    expect(await rules([BOX, 'MAILTO:285076311399048@PATIENT.mssante.fr'])).toEqual([]);
    expect(await rules([BOX, 'mailto:reponse.automatique-test@patient.mssante.fr'])).toEqual([]);
    expect(await rules([BOX, 'mailto:camille@example.org'])).toEqual([]);
  });

  it('is that of nobody else', async () => {
    const { findings } = await runOn(documentIdentity, 'cda-n1', [
      ['cda', BOX, 'mailto:191112A40099903@patient.mssante.fr'],
    ]);
    expect(findings.map(({ rule, at, actual }) => [rule, at.path, actual])).toEqual([
      ['mailbox', '/ClinicalDocument/recordTarget/patientRole/telecom', '191112A40099903@patient.mssante.fr'],
    ]);
  });
});

it('counts the INS, under whatever OID', async () => {
  const local = '<id root="2.999.1.1" extension="10001"/>';
  expect(await rules([local, ID.replace('.10"', '.9"')])).toEqual(['several-ins']);
  expect(await rules([local, ID])).toEqual(['several-ins']);
});
