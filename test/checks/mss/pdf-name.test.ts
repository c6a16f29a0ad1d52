import { describe, expect, it } from 'vitest';
import type { RecipeOptions } from '../../../fixtures/make/recipe.js';
import { pdfName } from '../../../src/checks/mss/pdf-name.js';
import { type Edit, onMail, rules } from '../../support/on-mail.js';

const NAME = '20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf';
const named = (name: string, options: RecipeOptions = {}, edits: readonly Edit[] = []) =>
  onMail(pdfName, options, [...edits, ['attachments', NAME, name]]);

describe('mss/pdf-name', () => {
  it.each([
    NAME,
    '20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE_12150302014578.pdf',
    '20260316_cr ou fiche de consultation ou de visite_TEST ALPHA_Camille.PDF',
    '20260316_CR ou fiche_de consultation_ou de visite_TEST-ALPHA_CAMILLE.pdf',
    '20260316_CR ou fiche de consultation, ou de visite_TEST-ALPHA_camille_A_B.pdf',
  ])('takes %s', async (name) => {
    expect(rules(await named(name))).toEqual([]);
  });

  it.each([
    ['document.pdf', ['form']],
    ['20260316_CR_TEST-ALPHA.pdf', ['form']],
    ['20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE', ['form']],
    ['CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE_1.pdf', ['form']],
    ['20260316__TEST-ALPHA_CAMILLE.pdf', ['form']],
    ['20260316_CR ou fiche de consultation ou de visite_CAMILLE_TEST-ALPHA.pdf', ['patient']],
    ['20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE LOUISE ANNE.pdf', ['other-name']],
    ['20260316_CR ou fiche de consultation ou de visite_Test-Alpha_Camille.pdf', ['name-writing']],
    ['2026-03-16_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf', ['date']],
    ['20260317_Consultation_TEST-ALPHA_CAMILLE.pdf', ['date', 'type']],
  ])('finds in %s: %j', async (name, found) => {
    expect(rules(await named(name))).toEqual(found);
  });

  it('compares 40 characters of the type, those of an accented name', async () => {
    const label = "Lettre de liaison à la sortie d'un établissement de soins";
    const options = { code: '11490-0' };
    expect(rules(await onMail(pdfName, options))).toEqual([]);
    const whole: Edit = ['attachments', label.slice(0, 40), label];
    expect(rules(await onMail(pdfName, options, [whole]))).toEqual(['type']);
    const plain: Edit = ['attachments', label.slice(0, 40), "LETTRE DE LIAISON A LA SORTIE D'UN ETABL"];
    expect(rules(await onMail(pdfName, options, [plain]))).toEqual([]);
  });

  it('takes the day of Paris for that of an act told in UTC', async () => {
    const { findings } = await onMail(pdfName, { start: '20260315230500+0000' });
    expect(findings).toEqual([]);
  });

  it('is not about a mail without document, nor about one that was received', async () => {
    expect(await onMail(pdfName, { withDocuments: false })).toMatchObject({ applies: false });
    expect(await onMail(pdfName, {}, [], { role: 'incoming' })).toMatchObject({ applies: false });
  });
});
