import { describe, expect, it } from 'vitest';
import { edit } from '../../../fixtures/make/recipe.js';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { identitiesOf } from '../../../src/checks/identities/identities-of.js';
import { traitsOf } from '../../../src/checks/identities/told-identity.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf } from '../../support/run-check.js';

async function first(
  kind: Artifact['kind'],
  base: ExampleBase,
  ...edits: (readonly [part: string, good: string, bad: string])[]
): Promise<Artifact> {
  const edited = edits.reduce((made, [part, good, bad]) => edit(made, part, good, bad), exampleRecipe(base).recipe);
  const found = (await artifactsOf(edited, {})).find((artifact) => artifact.kind === kind);
  if (!found) throw new Error(`${base} has no ${kind}`);
  return found;
}

const TRAITS = {
  birthName: 'TEST-ALPHA',
  firstGiven: 'CAMILLE',
  givenList: 'CAMILLE LOUISE ANNE',
  sex: 'F',
  birthDate: '19850714',
  birthPlace: '63113',
};
const INS = { matricule: '285076311399048', oid: '1.2.250.1.213.1.4.10' };

describe('a document', () => {
  it('tells its recordTarget, each trait where it stands', async () => {
    const [told, ...others] = identitiesOf(await first('cda', 'cda-n1'));
    expect(others).toEqual([]);
    expect(told && traitsOf(told)).toEqual({ ...INS, ...TRAITS });
    expect(told?.localIds.map(({ value, authority }) => [value, authority])).toEqual([['10001', '2.999.1.1']]);
    expect(told?.source).toBe('cda');
    expect(told?.traits.birthPlace?.at.path).toMatch(/\/birthplace\/place\/addr\/county$/);
    expect(told?.matricules[0]?.at.path).toMatch(/\/patientRole\/id\[1\]$/);
  });

  it('tells the name and the given name used', async () => {
    const names = '<given>CAMILLE LOUISE ANNE</given>';
    const used = '<family qualifier="CL">TEST</family><given qualifier="CL">LOU</given>';
    const [told] = identitiesOf(await first('cda', 'cda-n1', ['cda', names, names + used]));
    expect(told && traitsOf(told)).toMatchObject({ usedName: 'TEST', usedGiven: 'LOU', ...TRAITS });
  });

  it('tells nothing of what is empty or has a nullFlavor', async () => {
    const cda = await first(
      'cda',
      'cda-n1',
      ['cda', '<birthTime value="19850714"/>', '<birthTime nullFlavor="UNK" value="19850714"/>'],
      ['cda', '<county>63113</county>', '<county> </county>'],
      ['cda', '<id root="2.999.1.1" extension="10001"/>', '<id nullFlavor="NI"/>'],
    );
    const [told] = identitiesOf(cda);
    expect(told?.localIds).toEqual([]);
    expect(told?.traits).not.toHaveProperty('birthDate');
    expect(told?.traits).not.toHaveProperty('birthPlace');
  });

  it('has one list, were it written an element a name', async () => {
    const list = '<given>CAMILLE LOUISE ANNE</given>';
    const split = '<given>CAMILLE</given><given>LOUISE ANNE</given>';
    const [told] = identitiesOf(await first('cda', 'cda-n1', ['cda', list, split]));
    expect(told?.traits.givenList?.value).toBe('CAMILLE LOUISE ANNE');
  });

  it('keeps other national numbers apart from local ones', async () => {
    const local = '<id root="2.999.1.1" extension="10001"/>';
    const billing = '<id root="1.2.250.1.213.1.4.13" extension="285076311399048"/>';
    const [told] = identitiesOf(await first('cda', 'cda-n1', ['cda', local, billing]));
    expect(told?.matricules.map(({ oid }) => oid?.value)).toEqual([INS.oid, '1.2.250.1.213.1.4.13']);
    expect(told?.localIds).toEqual([]);
  });
});

describe('XDS metadata', () => {
  it('tell an identity an object, in METADATA.XML', async () => {
    const xdm = await first('xdm', 'xdm');
    const told = identitiesOf(xdm);
    expect(told.map(traitsOf)).toEqual([INS, { ...INS, ...TRAITS }]);
    for (const { at, source } of told) {
      expect(source).toBe('xds');
      expect(at).toMatchObject({ artifact: `${xdm.path}!IHE_XDM/SUBSET01/METADATA.XML` });
    }
    expect(told[1]?.localIds.map(({ value, authority }) => [value, authority])).toEqual([['10001', '2.999.1.1']]);
  });

  it('tell the names used, the PID-3, and the fields that repeat in one value', async () => {
    const sex = '<rim:Value>PID-8|F</rim:Value>';
    const more =
      '<rim:Value>PID-5|USED^LOU^^^^^D~OTHER^^^^^^M</rim:Value><rim:Value>PID-3|7^^^&amp;2.999.9&amp;ISO^PI</rim:Value>';
    const told = identitiesOf(await first('xdm', 'xdm', ['metadata', sex, sex + more]))[1];
    expect(told && traitsOf(told)).toEqual({ ...INS, ...TRAITS, usedName: 'USED', usedGiven: 'LOU' });
    expect(told?.localIds.map(({ authority }) => authority)).toEqual(['2.999.1.1', '2.999.9']);
  });

  it('tell a matricule once an object', async () => {
    const local = '<rim:Value>10001^^^&amp;2.999.1.1&amp;ISO^PI</rim:Value>';
    const same = `<rim:Value>${INS.matricule}^^^&amp;${INS.oid}&amp;ISO^NH</rim:Value>`;
    const told = identitiesOf(await first('xdm', 'xdm', ['metadata', local, same]))[1];
    expect(told?.matricules.map(({ value }) => value)).toEqual([INS.matricule]);
  });

  it('tell nothing where nothing is told', async () => {
    const identity = '<rim:Value>PID-5|TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L</rim:Value>';
    const told = identitiesOf(await first('xdm', 'xdm', ['metadata', identity, '<rim:Value>PID-5</rim:Value>']))[1];
    expect(told?.traits).not.toHaveProperty('birthName');
  });
});

describe('a mail', () => {
  const TO = 'To: <jean.correspondant@exemple.mssante.fr>';
  const mailboxes = async (to: string) =>
    identitiesOf(await first('mail', 'mail-plain', ['headers', TO, to])).map(({ matricules }) => matricules[0]?.value);

  it('tells the patient whose mailbox it names, in whatever field', async () => {
    expect(await mailboxes(`To: "A, B" <${INS.matricule}@Patient.MSSante.fr>`)).toEqual([INS.matricule]);
    expect(await mailboxes(`${TO}\nCc: <191112a40099903@patient.mssante.fr>`)).toEqual(['191112a40099903']);
    expect(await mailboxes(`${TO}\nReply-To: <${INS.matricule}@patient.mssante.fr>`)).toEqual([INS.matricule]);
  });

  it('tells nobody by an address that has not the form of a matricule, nor by the mailbox of test', async () => {
    expect(await mailboxes(TO)).toEqual([]);
    expect(await mailboxes('To: <reponse.automatique-test@patient.mssante.fr>')).toEqual([]);
    expect(await mailboxes('To: <2850763113990@patient.mssante.fr>')).toEqual([]);
    expect(await mailboxes(`To: <${INS.matricule}@patient.mssante.fr.example.org>`)).toEqual([]);
  });

  it('says where', async () => {
    const [told] = identitiesOf(await first('mail', 'mail-patient'));
    expect(told).toMatchObject({ source: 'mailbox', at: { line: 2, path: 'To' }, localIds: [], traits: {} });
  });
});
