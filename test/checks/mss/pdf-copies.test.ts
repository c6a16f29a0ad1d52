import { describe, expect, it } from 'vitest';
import { type RecipeOptions, recipe } from '../../../fixtures/make/recipe.js';
import { pdfCopies } from '../../../src/checks/mss/pdf-copies.js';
import { type Edit, onMail, rules } from '../../support/on-mail.js';

const on = (options: RecipeOptions, edits: readonly Edit[] = [], declared = {}) =>
  onMail(pdfCopies, options, edits, declared);

describe('mss/pdf-copies', () => {
  it('wants a copy of each document', async () => {
    expect(rules(await on({ documents: 2 }))).toEqual([]);
    const lines = (recipe('mail', { documents: 2 }).parts.attachments ?? '').split('\n');
    const { findings } = await on({ documents: 2 }, [['attachments', `\n${lines[2]}`, '']]);
    expect(findings).toMatchObject([{ rule: 'missing', args: { documents: 2, copies: 1 } }]);
  });

  it('knows each copy by its bytes, whatever its name and its place', async () => {
    const { findings } = await on({ documents: 2 }, [
      ['attachments', ' | copy\n', ' | renamed\n'],
      ['attachments', ' | copy2', ' | copy'],
      ['attachments', ' | renamed', ' | copy2'],
    ]);
    expect(findings).toEqual([]);
  });

  it('names the document whose copy differs, and no other', async () => {
    const { findings } = await on({ documents: 2 }, [['copy2', '{pdf2}', '%pdfa 1B\nAutre chose.']]);
    expect(findings).toMatchObject([{ rule: 'n1-differs', at: { artifact: expect.stringContaining('DOC0002.XML') } }]);
  });

  it('asks of a level 3 document for a copy, not for the same one', async () => {
    expect(await on({ level: 3 })).toMatchObject({ evaluated: 2, findings: [] });
    expect(rules(await on({ level: 3 }, [['copy', '{pdf}', '%pdfa 1B\nImprimé à part.']]))).toEqual([]);
  });

  it('lets one copy serve a document sent at both levels', async () => {
    const options: RecipeOptions = { documents: [{ code: '11502-2' }, { level: 3 }] };
    const own = recipe('mail', options).parts.attachments ?? '';
    const second = `\n${own.split('\n')[2]}`;
    expect(rules(await on(options, [['attachments', second, '']]))).toEqual([]);
    expect(rules(await on(options))).toEqual([]);
  });

  it.each(['%pdfa 2B', '%pdfa 3A'])('refuses %s', async (directive) => {
    const { findings } = await on({}, [['pdf', '%pdfa 1B', directive]]);
    expect(findings).toMatchObject([{ rule: 'not-pdfa', actual: directive.replace('%pdfa ', 'PDF/A-') }]);
  });

  it.each([
    ['/OCProperties << >>', '/OCProperties (§6.1.13)'],
    ['/AcroForm << /XFA 1 0 R >>', '/XFA (§6.9)'],
    ['/OpenAction << /S /Launch /F (a.exe) >>', '/Launch (§6.6.1)'],
  ])('sees that PDF/A-1 forbids %s', async (entries, actual) => {
    const { findings } = await on({}, [['pdf', '%pdfa 1B', `%catalog ${entries}\n%pdfa 1B`]]);
    expect(findings).toMatchObject([{ rule: 'not-allowed', actual }]);
  });

  it('takes a link for what it is', async () => {
    const link = '/OpenAction << /S /URI /URI (https://exemple.fr) >>';
    expect(rules(await on({}, [['pdf', '%pdfa 1B', `%catalog ${link}\n%pdfa 1B`]]))).toEqual([]);
  });

  it('counts a PDF that can not be read as a copy', async () => {
    expect(
      rules(await on({}, [['attachments', '.pdf | application/pdf | copy', '.pdf | application/pdf | readme']])),
    ).toEqual([]);
  });

  it('is not about a mail without document, nor about one that was received', async () => {
    expect(await on({ withDocuments: false })).toMatchObject({ applies: false });
    expect(await on({}, [], { role: 'incoming' })).toMatchObject({ applies: false });
  });
});
