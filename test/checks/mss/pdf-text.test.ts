import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { pdfText } from '../../../src/checks/mss/pdf-text.js';
import { type Edit, onMail, rules } from '../../support/on-mail.js';
import { runCheck } from '../../support/run-check.js';

const on = (...edits: Edit[]) => onMail(pdfText, { level: 3 }, edits);

describe('mss/pdf-text', () => {
  it('finds the header and each section in the copy', async () => {
    expect(await on()).toMatchObject({ evaluated: 10, findings: [], needs: [] });
  });

  it('takes dates, numbers and names in other forms', async () => {
    const found = await on(
      ['copy', '{pdf}', recipe('mail', { level: 3 }).parts.pdf ?? ''],
      ['copy', 'Date et heure de création : 16/03/2026 10:30', 'Fait le 16 mars 2026'],
      ['copy', '285076311399048', '2 85 07 63 113 990 48'],
      ['copy', 'TEST-ALPHA CAMILLE', 'Test-Alpha Camille'],
    );
    expect(rules(found)).toEqual([]);
  });

  it('tells the words that a section lacks', async () => {
    const { findings } = await on(['pdf', '140 mmol/L', '- mmol/L']);
    expect(findings).toMatchObject([{ rule: 'section', args: { words: '140' }, actual: '140 mmol/L' }]);
  });

  it('tells once of a PDF that is no copy', async () => {
    const { findings } = await on(['copy', '{pdf}', '%pdfa 1B\nUne note sans rapport.']);
    expect(findings).toMatchObject([{ rule: 'another', at: { artifact: expect.stringMatching(/\.pdf$/) } }]);
  });

  it('leaves a copy without text to a person', async () => {
    expect(await on(['copy', '{pdf}', '%pdfa 1B\n'])).toMatchObject({
      evaluated: 0,
      findings: [],
      needs: [{ code: 'need/pdf-text' }],
    });
  });

  it('says that the library is not installed', async () => {
    const [file] = assemble(recipe('mail', { level: 3 }));
    const { artifact } = await read({ path: 'm.eml', bytes: file?.bytes ?? new Uint8Array(), declared: {} });
    expect(runCheck(pdfText, artifact ? [artifact] : [], NOTHING_DECLARED)).toMatchObject({
      evaluated: 0,
      findings: [],
      needs: [{ code: 'need/pdf-reader' }],
    });
  });

  it('is not about documents of level 1, nor about what was received', async () => {
    expect(await onMail(pdfText, {})).toMatchObject({ applies: false });
    expect(await onMail(pdfText, { level: 3 }, [], { role: 'incoming' })).toMatchObject({ applies: false });
  });
});
