import { describe, expect, it } from 'vitest';
import { patients } from '../../../../fixtures/make/patients.js';
import { edit } from '../../../../fixtures/make/recipe.js';
import { insiEmptyTrait } from '../../../../src/checks/ins/insi-empty-trait.js';
import { insiIncompleteDate } from '../../../../src/checks/ins/insi-incomplete-date.js';
import { exampleRecipe } from '../../../support/example-recipe.js';
import { artifactsOf, runCheck, runOn } from '../../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

const matricule = patients.alpha.ins?.matricule ?? '';
const DATE: Edit = ['response', '1985-07-14', '1985-00-00'];
const SEX: Edit = ['response', '<Sexe>F</Sexe>', '<Sexe/>'];
const LIST: Edit = ['response', '<ListePrenom>CAMILLE LOUISE ANNE</ListePrenom>', ''];

describe('what INSi told incompletely', () => {
  it('is judged where an answer has it, and something was exported', async () => {
    for (const check of [insiIncompleteDate, insiEmptyTrait]) {
      expect(await runOn(check, 'insi-barred')).toMatchObject({ evaluated: 1, findings: [], applies: true });
      expect(await runOn(check, 'insi-export')).toMatchObject({ evaluated: 0, applies: false });
      expect(await runOn(check, 'insi', [DATE, SEX])).toMatchObject({ evaluated: 0, applies: false });
    }
  });

  it('must not be exported, each for its own reason', async () => {
    for (const [check, other, own] of [
      [insiIncompleteDate, insiEmptyTrait, DATE],
      [insiEmptyTrait, insiIncompleteDate, SEX],
    ] as const) {
      expect((await runOn(check, 'insi-export', [own])).findings).toMatchObject([
        {
          rule: 'exported',
          at: { artifact: 'document.xml' },
          args: { otherPath: 'insi-traits.response.xml' },
          actual: matricule,
        },
      ]);
      expect(await runOn(other, 'insi-export', [own])).toMatchObject({ applies: false });
    }
  });

  it('tells every element that bars it', async () => {
    const { findings } = await runOn(insiEmptyTrait, 'insi-export', [DATE, SEX]);
    expect(findings).toMatchObject([{ args: { elements: 'Sexe, DateNaissance' } }]);
  });

  it('may be exported without its matricule', async () => {
    const local: Edit = [
      'cda',
      `<id root="1.2.250.1.213.1.4.10" extension="${matricule}"/>`,
      '<id root="2.999.1.1" extension="1"/>',
    ];
    expect(await runOn(insiIncompleteDate, 'insi-export', [DATE, local])).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('may be exported once another answer tells the person in full', async () => {
    const { recipe, context } = exampleRecipe('insi-export');
    const first = await artifactsOf(edit(recipe, ...DATE), {});
    const second = (await artifactsOf(recipe, {})).filter(({ path }) => path.includes('response'));
    const all = [...first, ...second.map((each) => ({ ...each, path: 'autre.xml' }))];
    expect(runCheck(insiIncompleteDate, all, context).findings).toEqual([]);
  });

  it('is a warning where INSi gave Prenom without the list', async () => {
    const rules = async (...edits: Edit[]) =>
      (await runOn(insiEmptyTrait, 'insi-export', edits)).findings.map(({ rule }) => rule);
    expect(await rules(LIST)).toEqual(['no-given-list']);
    expect(await rules(LIST, ['response', '<Prenom>CAMILLE</Prenom>', ''])).toEqual(['exported']);
  });
});
