import { describe, expect, it } from 'vitest';
import { identitiesOf } from '../../../src/checks/identities/identities-of.js';
import { type ToldIdentity, traitsOf } from '../../../src/checks/identities/told-identity.js';
import { hl7Artifact } from '../../support/hl7.js';

const INS = '285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101';
const IPP = '10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI';

/** A PID segment of these identifiers, names, birth date, sex and addresses. */
function pid({ ids = INS, names = '', mother = '', date = '', sex = '', addresses = '', telecoms = '' }): string {
  return `PID|||${ids}||${names}|${mother}|${date}|${sex}|||${addresses}||${telecoms}`;
}

function told(...segments: string[]): readonly ToldIdentity[] {
  return identitiesOf(hl7Artifact(segments));
}

function matricules(identity: ToldIdentity | undefined): unknown[] | undefined {
  return identity?.matricules.map(({ value, oid, former }) => [value, oid?.value, former ?? false]);
}

describe('the identity of a PID', () => {
  it('has the matricule, the local identifiers and the traits, with their places', () => {
    const [identity, ...others] = told(
      pid({
        ids: `${IPP}~${INS}`,
        names: 'TEST-ALPHA^CAMILLE^CAMILLE LOUISE^^^^L~USUEL^CAM^^^^^D',
        date: '19850714',
        sex: 'F',
        addresses: '1 rue^^VILLE^^63000^FRA^H~^^CLERMONT^^^^BDL^^63113',
      }),
    );
    expect(others).toEqual([]);
    expect(identity).toMatchObject({ source: 'hl7v2', at: { line: 2, path: 'PID[1]' } });
    expect(identity?.matricules).toEqual([
      {
        value: '285076311399048',
        at: expect.objectContaining({ path: 'PID[1]-3[2].1' }),
        oid: { value: '1.2.250.1.213.1.4.10', at: expect.objectContaining({ path: 'PID[1]-3[2].4.2' }) },
      },
    ]);
    expect(identity?.localIds).toMatchObject([{ value: '10001', authority: '2.999.1.1' }]);
    expect(identity && traitsOf(identity)).toEqual({
      matricule: '285076311399048',
      oid: '1.2.250.1.213.1.4.10',
      birthName: 'TEST-ALPHA',
      firstGiven: 'CAMILLE',
      givenList: 'CAMILLE LOUISE',
      usedName: 'USUEL',
      usedGiven: 'CAM',
      birthDate: '19850714',
      sex: 'F',
      birthPlace: '63113',
    });
    expect(identity?.traits.birthPlace?.at.path).toBe('PID[1]-11[2].9');
  });

  it('has no trait where nothing stands, or the explicit null', () => {
    const [identity] = told(pid({ names: '""^^^^^^L', date: '""', addresses: '^^^^^^BDL^^' }));
    expect(identity?.traits).toEqual({});
  });

  it('takes the surname of a family name of several parts, and a name without type for the birth name', () => {
    const [identity] = told(pid({ names: "D'ESSAI&D'&ESSAI^JEAN" }));
    expect(identity?.traits).toMatchObject({ birthName: { value: "D'ESSAI" }, firstGiven: { value: 'JEAN' } });
  });

  it('does not take the name used or the mother for the birth name', () => {
    const [identity] = told(pid({ names: 'USUEL^CAM^^^^^D', mother: 'MERE^^^^^^L' }));
    expect(Object.keys(identity?.traits ?? {})).toEqual(['usedName', 'usedGiven']);
  });

  it.each([
    [
      'a NIA, by its OID',
      '285076311399048^^^X&1.2.250.1.213.1.4.9&ISO^INS',
      [['285076311399048', '1.2.250.1.213.1.4.9', false]],
    ],
    [
      'an INS by its OID alone',
      '285076311399048^^^&1.2.250.1.213.1.4.8&ISO',
      [['285076311399048', '1.2.250.1.213.1.4.8', false]],
    ],
    ['an INS by its type alone', '285076311399048^^^^INS', [['285076311399048', undefined, false]]],
    [
      'an INS by the name of its authority',
      '285076311399048^^^ASIP-SANTE-INS-NIR^NI',
      [['285076311399048', undefined, false]],
    ],
    [
      'an OID in the place of the name',
      '285076311399048^^^1.2.250.1.213.1.4.8^INS',
      [['285076311399048', '1.2.250.1.213.1.4.8', false]],
    ],
    [
      'an INS-C',
      '0123456789012345678901^^^ASIP-SANTE-INS-C&1.2.250.1.213.1.4.6&ISO^NH',
      [['0123456789012345678901', '1.2.250.1.213.1.4.6', false]],
    ],
    ['not the number of the health insurance', '285076311399048^^^&1.2.250.1.213.1.4.13&ISO^NH', []],
    ['not a local number of 15 digits', '285076311399048^^^HOPITAL^PI', []],
    ['not an identifier without value', '^^^&1.2.250.1.213.1.4.8&ISO^INS~', []],
  ])('knows %s', (_, ids, expected) => {
    expect(matricules(told(pid({ ids }))[0])).toEqual(expected);
  });

  it('takes the INS of an MRG for a former one of the patient before it', () => {
    const identities = told('EVN||2026', pid({ ids: IPP }), `MRG|${INS}~10002^^^X^PI`, pid({ ids: IPP }));
    expect(identities.map(matricules)).toEqual([[['285076311399048', '1.2.250.1.213.1.4.10', true]], []]);
    expect(identities[0] && traitsOf(identities[0])).toEqual({});
  });
});

describe('the patients to write to', () => {
  it('are told by PRT and PID-13, after the patient', () => {
    const identities = told(
      pid({ telecoms: '^NET^Internet^285076311399048@Patient.mssante.fr' }),
      'PRT||UC||RCT|285076311399048^TEST-ALPHA^CAMILLE^^^^^^&1.2.250.1.213.1.4.10&ISO^L^^^INS||||||||||^^X.400^20201112a004943@patient.mssante.fr',
    );
    expect(identities.map(({ source, at }) => [source, at.path])).toEqual([
      ['hl7v2', 'PID[1]'],
      ['mailbox', 'PID[1]-13[1].4'],
      ['mailbox', 'PRT[1]-5[1]'],
    ]);
    expect(identities.slice(1).map(matricules)).toEqual([
      [['285076311399048', undefined, false]],
      [['285076311399048', '1.2.250.1.213.1.4.10', false]],
    ]);
    expect(identities[2] && traitsOf(identities[2])).toMatchObject({ birthName: 'TEST-ALPHA', firstGiven: 'CAMILLE' });
  });

  it('are told by the matricule of their mailbox, in capitals', () => {
    const [, box] = told(pid({}), 'PRT||UC||RCT|||||||||||^^X.400^202112a00499233@patient.mssante.fr');
    expect(matricules(box)).toEqual([['202112A00499233', undefined, false]]);
  });

  it.each([
    '^^X.400^claire.martin@exemple.mssante.fr',
    '^^X.400^reponse.automatique-test@patient.mssante.fr',
    '^^X.400^2850763113990@patient.mssante.fr',
    '^^X.400^',
  ])('are not told by %s', (telecom) => {
    expect(
      told(pid({}), `PRT||UC||RCT|801234567897^BLANC^JANE^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||||||||||${telecom}`),
    ).toHaveLength(1);
  });
});

it('tells nobody in a message without PID', () => {
  expect(told('MSA|AA|1')).toEqual([]);
});
