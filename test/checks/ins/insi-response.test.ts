import { describe, expect, it } from 'vitest';
import { insiResponse } from '../../../src/checks/ins/insi-response.js';
import { runOn } from '../../support/run-check.js';

const found = async (good: string, bad: string) =>
  (await runOn(insiResponse, 'insi', [['response', good, bad]])).findings;

const PERSON = '<INDIVIDU>';

describe('ins/insi-response', () => {
  it('looks at each answer, and is not about requests', async () => {
    expect(await runOn(insiResponse, 'insi')).toMatchObject({ evaluated: 1, findings: [], applies: true });
    expect(await runOn(insiResponse, 'insi-psc')).toMatchObject({ evaluated: 0, applies: false });
  });

  it('takes an answer that found nobody, or several persons', async () => {
    for (const code of ['01', '02']) {
      const edits = [
        ['response', '<CodeCR>00<', `<CodeCR>${code}<`],
        ['response', PERSON, '<!--'],
        ['response', '</INDIVIDU>', '-->'],
      ] as const;
      expect((await runOn(insiResponse, 'insi', edits)).findings).toEqual([]);
    }
  });

  it('finds a person missing under code 00', async () => {
    const edits = [
      ['response', PERSON, '<!--'],
      ['response', '</INDIVIDU>', '-->'],
    ] as const;
    const { findings } = await runOn(insiResponse, 'insi', edits);
    expect(findings).toMatchObject([{ rule: 'individual', args: { code: '00' } }]);
  });

  it('takes the OID of production of the platform of qualification, and that of a NIA', async () => {
    for (const oid of ['8', '9']) expect(await found('4.10</OID></INSACTIF>', `4.${oid}</OID></INSACTIF>`)).toEqual([]);
  });

  it.each([
    ['DateNaissance', '1985-07-14', '1985-00-14', 'incomplete-date'],
    ['DateNaissance', '1985-07-14', '1985-00-00', 'incomplete-date'],
    ['NomNaissance', '<NomNaissance>TEST-ALPHA</NomNaissance>', '<NomNaissance/>', 'empty-trait'],
    ['NomNaissance', '<NomNaissance>TEST-ALPHA</NomNaissance>', '', 'empty-trait'],
    ['Sexe', '<Sexe>F</Sexe>', '<Sexe> </Sexe>', 'empty-trait'],
    ['ListePrenom', '<ListePrenom>CAMILLE LOUISE ANNE</ListePrenom>', '', 'empty-trait'],
  ] as const)('says that an identity without a whole %s must not be imported', async (element, good, bad, rule) => {
    expect(await found(good, bad)).toMatchObject([{ rule, args: { element } }]);
  });

  it('takes an answer without Prenom nor birth place', async () => {
    expect(await found('<Prenom>CAMILLE</Prenom>', '')).toEqual([]);
    expect(await found('<LieuNaissance>63113</LieuNaissance>', '')).toEqual([]);
  });
});
