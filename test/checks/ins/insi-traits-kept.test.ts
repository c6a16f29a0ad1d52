import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { edit } from '../../../fixtures/make/recipe.js';
import { insiTraitsKept } from '../../../src/checks/ins/insi-traits-kept.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, runCheck, runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

const rulesOf = async (edits: Edit[], over: Parameters<typeof runOn>[3] = {}): Promise<string[]> =>
  (await runOn(insiTraitsKept, 'insi-export', edits, over)).findings.map(({ rule }) => rule);

const matricule = patients.alpha.ins?.matricule ?? '';
const inDocument = (good: string, bad: string): Edit => ['cda', good, bad];
const inAnswer = (good: string, bad: string): Edit => ['response', good, bad];
const LOCAL_ID = `<id root="1.2.250.1.213.1.4.10" extension="${matricule}"/>`;

describe('ins/insi-traits-kept', () => {
  it('compares what is exported of a person with what INSi answered', async () => {
    expect(await runOn(insiTraitsKept, 'insi-export')).toMatchObject({ evaluated: 1, findings: [], applies: true });
  });

  it('is not about an answer without export, nor an export without answer', async () => {
    expect(await runOn(insiTraitsKept, 'insi')).toMatchObject({ evaluated: 0, applies: false });
    expect(await runOn(insiTraitsKept, 'cda-n1')).toMatchObject({ evaluated: 0, applies: false });
  });

  it.each([
    ['birthName', inDocument('<family qualifier="BR">TEST-ALPHA<', '<family qualifier="BR">TEST-BETA<')],
    ['sex', inDocument('<administrativeGenderCode code="F"', '<administrativeGenderCode code="M"')],
    ['birthDate', inDocument('<birthTime value="19850714"', '<birthTime value="19850715"')],
    ['birthPlace', inDocument('<county>63113<', '<county>63114<')],
    ['givenList', inDocument('<given>CAMILLE LOUISE ANNE<', '<given>CAMILLE LOUISE<')],
    ['oid', inAnswer('4.10</OID></INSACTIF>', '4.9</OID></INSACTIF>')],
  ] as const)('finds another %s, and names both places', async (trait, edit) => {
    const { findings } = await runOn(insiTraitsKept, 'insi-export', [edit]);
    expect(findings).toMatchObject([
      {
        rule: 'trait',
        at: { artifact: 'document.xml' },
        args: { trait, otherPath: 'insi-traits.response.xml', otherLine: expect.any(Number) },
      },
    ]);
  });

  it('takes Prenom for nothing: given names are those of the list', async () => {
    expect(await rulesOf([inAnswer('<Prenom>CAMILLE<', '<Prenom>LOUISE<')])).toEqual([]);
  });

  it('warns of a name written otherwise', async () => {
    for (const name of ['Test-Alpha', 'TEST ALPHA', 'TÉST-ALPHA'])
      expect(
        await rulesOf([inDocument('<family qualifier="BR">TEST-ALPHA<', `<family qualifier="BR">${name}<`)]),
      ).toEqual(['rewritten']);
  });

  it('takes the OID of test for the one of production that the platform of qualification answers, in test only', async () => {
    const production = inAnswer('4.10</OID></INSACTIF>', '4.8</OID></INSACTIF>');
    expect(await rulesOf([production])).toEqual([]);
    expect(await rulesOf([production], { context: { environment: 'production' } })).toEqual(['trait']);
  });

  it('knows the person by the declared patient when the matricule was changed', async () => {
    const changed = inDocument(`extension="${matricule}"`, 'extension="152026912399108"');
    expect(await rulesOf([changed])).toContain('trait');
    expect(await rulesOf([changed], { declared: {} })).toEqual([]);
  });

  it('compares an export without INS only for a patient whom INSi found', async () => {
    const edits = [inDocument(LOCAL_ID, '<id root="2.999.1.1" extension="1"/>'), inDocument('63113<', '63114<')];
    const patients = (status: 'qualifiée' | 'validée') => ({ context: { patients: [{ id: 'A', status }] } });
    expect(await rulesOf(edits, patients('qualifiée'))).toEqual(['trait']);
    expect(await rulesOf(edits, patients('validée'))).toEqual([]);
  });

  it('leaves alone what was received', async () => {
    const over = { declared: { role: 'incoming', patient: 'A' } } as const;
    expect(await rulesOf([inDocument('63113<', '63114<')], over)).toEqual([]);
  });

  it('lets an identity follow any of several answers for a person', async () => {
    const { recipe, context } = exampleRecipe('insi-export');
    const first = await artifactsOf(recipe, {});
    const second = await artifactsOf(edit(recipe, 'response', '<LieuNaissance>63113<', '<LieuNaissance>63114<'), {});
    const others = second
      .filter(({ path }) => path.includes('response'))
      .map((each) => ({ ...each, path: 'autre.xml' }));
    expect(runCheck(insiTraitsKept, [...first, ...others], context).findings).toEqual([]);
  });

  it('leaves what INSi told incompletely to other checks, but for the list that Prenom stands beside', async () => {
    const date = inAnswer('1985-07-14', '1985-00-00');
    expect(await runOn(insiTraitsKept, 'insi-export', [date])).toMatchObject({ applies: false });
    const list = inAnswer('<ListePrenom>CAMILLE LOUISE ANNE</ListePrenom>', '');
    expect(await runOn(insiTraitsKept, 'insi-export', [list])).toMatchObject({ evaluated: 1, findings: [] });
  });
});
