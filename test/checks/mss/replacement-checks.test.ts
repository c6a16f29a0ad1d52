import { describe, expect, it } from 'vitest';
import { deletionNotice } from '../../../src/checks/mss/deletion-notice.js';
import { mentionIn } from '../../../src/checks/mss/replacement/replacement-mention.js';
import { replacement } from '../../../src/checks/mss/replacement.js';
import type { CheckRun } from '../../../src/engine/results.js';
import { badArtifacts, runsOf } from '../../support/example-runs.js';
import type { Alteration } from './conversation/alteration.js';

const base = 'mail-conversation';
type Edit = Pick<Alteration, 'part' | 'good' | 'bad'>;

async function foundBy(check: typeof replacement, edit: Edit): Promise<string[]> {
  const runs = runsOf(check, base, await badArtifacts({ base, ...edit }));
  return runs.flatMap(({ findings }: CheckRun) => findings.map(({ code }) => code.slice(check.id.length + 1)));
}

describe('the mention in a text', () => {
  it.each([
    'Ce document annule et remplace la version 1.',
    'ANNULE ET REMPLACE',
    'annule & remplace',
    'Annulé et remplacé',
    'Remplace et annule le précédent',
    'annule\net rem-\nplace',
    'A N N U L E   E T   R E M P L A C E',
    'Ce compte rendu annule celui du 2 mars et le remplace.',
    'annule/remplace',
  ])('is in %j', (text) => {
    expect(mentionIn(text)).toBe('told');
  });

  it.each([
    ['Cette version remplace la première.', 'other-words'],
    ['Seconde version.', 'none'],
    ['Rendez-vous annulé.', 'none'],
    ['', 'none'],
  ])('of %j', (text, mention) => {
    expect(mentionIn(text)).toBe(mention);
  });
});

describe('mss/replacement', () => {
  const says = 'Il annule et remplace la version précédente.';

  it.each<[string, Edit, string[]]>([
    ['the mail says it in other case', { part: 'replacement.body', good: says, bad: 'ANNULE & REMPLACE' }, []],
    [
      'the subject says it',
      { part: 'replacement.headers', good: 'Subject: XDM/1.0/DDM+', bad: 'Subject: XDM/1.0/DDM+Annule et remplace ' },
      [],
    ],
    [
      'the mail quotes it',
      { part: 'replacement.body', good: says, bad: '> Il annule et remplace la version précédente.' },
      ['mail-mention'],
    ],
    ['another mail quotes it', { part: 'patient.body', good: 'Bonjour,', bad: `Bonjour,\n> ${says}` }, []],
    ['a text reply says it', { part: 'reply.body', good: 'Bonjour,', bad: says }, []],
    ['the mail of a document says it', { part: 'automatic.body', good: 'Bonjour,', bad: says }, ['replaces-nothing']],
  ])('when %s', async (_, edit, found) => {
    expect(await foundBy(replacement, edit)).toEqual(found);
  });

  it('wants the former version', async () => {
    const edit = { part: 'replacement.cda', good: '<id root="2.999.2.20260302.1.1"/>', bad: '<id root="2.999.9"/>' };
    const [run] = runsOf(replacement, base, await badArtifacts({ base, ...edit }));
    expect(run).toMatchObject({
      verdict: 'missing',
      needs: [{ code: 'need/replaced-document', args: { file: 'replacement.eml', id: '2.999.9' } }],
    });
  });

  it('says nothing of the text of a PDF that could not be read', async () => {
    const edit = { part: 'replacement.pdf', good: 'Patient : TEST-ALPHA', bad: 'Patient : ' };
    expect(await foundBy(replacement, edit)).toEqual([]);
  });
});

describe('mss/deletion-notice', () => {
  const notice =
    "Le document « Prescription d'examens de biologie » du 5 mars 2026, qui concernait TEST-ALPHA CAMILLE,";
  const answers = 'MIME-Version: 1.0';

  it.each<[string, Edit, string[]]>([
    [
      'names the document by its identifier',
      { part: 'deletion.body', good: notice, bad: 'Le document 2.999.2.20260305.1.1' },
      [],
    ],
    ['tells a date only', { part: 'deletion.body', good: notice, bad: 'Le document du 05/03/2026' }, []],
    [
      'answers another mail',
      {
        part: 'deletion.headers',
        good: answers,
        bad: `In-Reply-To: <20260303103000.1@exemple.mssante.fr>\n${answers}`,
      },
      ['not-recipient', 'forgotten'],
    ],
    ['is a request', { part: 'deletion.body', good: 'a été supprimé', bad: 'est à supprimer' }, []],
    [
      'names one of three documents of a title by its date',
      {
        part: 'deletion.body',
        good: notice,
        bad: 'Le « Compte rendu de consultation » du 2 mars 2026, qui concernait TEST-ALPHA CAMILLE,',
      },
      [],
    ],
    [
      'tells no date of theirs',
      {
        part: 'deletion.body',
        good: notice,
        bad: 'Le « Compte rendu de consultation » du 7 mars 2026, qui concernait TEST-ALPHA CAMILLE,',
      },
      ['forgotten'],
    ],
  ])('when it %s', async (_, edit, found) => {
    expect(await foundBy(deletionNotice, edit)).toEqual(found);
  });

  it.each([
    'Si vous avez reçu ce message par erreur, veuillez supprimer ce document et tout fichier joint.',
    'Le rendez-vous a été supprimé.',
    'Le traitement a été supprimé.',
  ])('does not take for a notice: %j', async (text) => {
    const runs = runsOf(
      deletionNotice,
      base,
      await badArtifacts({ base, part: 'reply.body', good: 'Bonjour,', bad: text }),
    );
    expect(runs[0]).toMatchObject({ findings: [], evaluated: 1 });
  });
});
