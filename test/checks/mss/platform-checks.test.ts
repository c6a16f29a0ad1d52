import { describe, expect, it } from 'vitest';
import { edit } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, knownCheck, runCheck } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

interface Given {
  readonly base?: ExampleBase;
  /** What is declared of every file; without it, what the base declares. */
  readonly declared?: Declaration;
  /** Files that are left out. */
  readonly without?: readonly string[];
}

async function ran(
  id: string,
  edits: readonly Edit[] = [],
  { base = 'hl7v2-platform', declared, without }: Given = {},
) {
  const made = exampleRecipe(base);
  const recipe = edits.reduce((each, [part, good, bad]) => edit(each, part, good, bad), made.recipe);
  const artifacts = await artifactsOf(recipe, declared ?? made.declared, declared ? {} : made.own);
  const given = artifacts.filter(({ path }) => !without?.some((name) => path.startsWith(name)));
  const { findings, needs, applies, evaluated } = runCheck(
    knownCheck(`mss/${id}`),
    given,
    declared ? NOTHING_DECLARED : made.context,
  );
  return {
    found: findings.map(({ rule, at }) => `${rule} ${at.artifact}`),
    needs: needs.map(({ code, args }) => `${code} ${args?.recipient ?? ''}`.trim()),
    applies,
    evaluated,
  };
}

const flag = (code: string, value: string) => `${code}^${code}^MetaDMPMSS||${value}^`;
const set = (code: string, value: 'Y' | 'N'): Edit => [
  'message',
  flag(code, value === 'Y' ? 'N' : 'Y'),
  flag(code, value),
];
const TO: Edit = ['professional.headers', 'To: <hugo.bernard@exemple.mssante.fr>', ''];
const to = (bad: string): Edit => [TO[0], TO[1], bad];
const OWN_TEXT = "Vous trouverez ci-joint le compte rendu d'une consultation.";

describe('mss/platform-mail', () => {
  const mail = (edits?: readonly Edit[], given?: Given) => ran('platform-mail', edits, given);

  it('compares each mail with its message', async () => {
    expect(await mail()).toEqual({ found: [], needs: [], applies: true, evaluated: 2 });
    expect(await mail([], { declared: {} })).toMatchObject({ found: [], evaluated: 2 });
  });

  it('is about nothing without the mails, without the message, or on the mails of people', async () => {
    const nothing = { found: [], needs: [], applies: false, evaluated: 0 };
    expect(await mail([], { without: ['professional', 'patient'] })).toEqual(nothing);
    expect(await mail([], { without: ['message'] })).toEqual(nothing);
    expect(await mail([], { declared: { mailbox: 'PER' } })).toEqual(nothing);
    expect(await mail([], { declared: { role: 'incoming' } })).toEqual(nothing);
  });

  it('takes other right writings of the mail', async () => {
    const right: readonly Edit[] = [
      to('To: "Bernard, Hugo" <Hugo.BERNARD@exemple.mssante.fr> (laboratoire)'),
      [
        'professional.headers',
        'Reply-To: <claire.martin@exemple.mssante.fr>',
        'Reply-To: Dr Claire MARTIN <claire.martin@exemple.mssante.fr>',
      ],
      ['professional.body', OWN_TEXT, OWN_TEXT.replace(' le ', '\nle ').replace("'", '’')],
      ['professional.body', 'Cher confrère,', 'Bonjour.\nCher confrère,'],
    ];
    for (const each of right) expect((await mail([each])).found).toEqual([]);
    expect(
      (await mail([to('To: <hugo.bernard@exemple.mssante.fr>, <285076311399048@patient.mssante.fr>')])).found,
    ).toEqual([]);
  });

  it('takes a mail in another charset, and says nothing of a text that is in HTML only', async () => {
    const latin: Edit = ['professional.body', 'charset=UTF-8', 'charset=ISO-8859-1'];
    expect((await mail([latin])).found).toEqual([]);
    expect(
      (
        await mail([
          ['professional.body', 'text/plain', 'text/html'],
          ['professional.body', 'Vous trouverez', 'Voici'],
        ])
      ).found,
    ).toEqual([]);
  });

  it('takes the patient of PID-3 and the mailbox of test for the patient', async () => {
    const other: Edit = ['message', '^^X.400^285076311399048@patient', '^^X.400^reponse.automatique-test@patient'];
    expect((await mail([other])).found).toEqual([]);
    const tested: Edit = ['patient.headers', 'To: <285076311399048@patient', 'To: <reponse.automatique-test@patient'];
    expect(await mail([tested])).toMatchObject({ found: [], needs: [] });
  });

  it('finds each recipient that is added', async () => {
    const copy = to('To: <hugo.bernard@exemple.mssante.fr>\nCc: <ines.dubois@exemple.mssante.fr>, <a@exemple.fr>');
    expect((await mail([copy])).found).toEqual(['recipient professional.eml', 'recipient professional.eml']);
  });

  it('leaves a message that names nobody to the check on messages', async () => {
    const none: Edit[] = ['^^X.400^hugo.bernard@exemple.mssante.fr', '^^X.400^285076311399048@patient.mssante.fr'].map(
      (address) => ['message', address, ''],
    );
    expect((await mail(none)).found).toEqual([]);
    expect((await mail(none.slice(0, 1))).found).toEqual(['recipient professional.eml']);
  });

  it('asks for the mail of a recipient that none is to, in a dossier', async () => {
    const needs = ['need/platform-mail PRT[3]-15[1].4'];
    expect(await mail([], { without: ['patient'] })).toMatchObject({ found: [], needs });
    expect((await mail([], { without: ['patient'], declared: {} })).needs).toEqual([]);
    expect((await mail([set('DESTMSSANTEPAT', 'N')], { without: ['patient'] })).needs).toEqual([]);
  });

  it('reads a text that is not in base64, and none that is markup', async () => {
    const message = exampleRecipe('hl7v2-platform').recipe.parts.message ?? '';
    const [whole = '', start = ''] = /(OBX\|12\|ED\|CORPSMAIL_PS.*\^text\^\^)Base64\^[\w+/=]+/.exec(message) ?? [];
    expect((await mail([['message', whole, `${start}A^Cher confrère, ${OWN_TEXT}`]])).found).toEqual([]);
    expect((await mail([['message', whole, `${start}A^Autre chose`]])).found).toEqual(['text professional.eml']);
    expect((await mail([['message', whole, `${start.slice(0, -1)}HTML^A^<p>Autre</p>`]])).found).toEqual([]);
    const typed = whole.replace(/ED(\|CORPSMAIL_PS.*\|\|).*/, 'TX$1Autre chose');
    expect((await mail([['message', whole, typed]])).found).toEqual(['text professional.eml']);
  });

  it('finds the text of the professional in the mail to the patient', async () => {
    const swapped: Edit = ['patient.body', 'Voici le compte rendu de votre consultation.', OWN_TEXT];
    expect((await mail([swapped])).found).toEqual(['text patient.eml']);
  });

  it('says once that a mail leaves from the mailbox that answers', async () => {
    const from: Edit = [
      'professional.headers',
      'From: Cabinet des Essais <envoi.automatique@',
      'From: <claire.martin@',
    ];
    const reply: Edit = ['professional.headers', 'Reply-To: <claire.martin@exemple.mssante.fr>\n', ''];
    expect((await mail([from, reply])).found).toEqual(['from professional.eml']);
    expect((await mail([reply])).found).toEqual(['reply-to professional.eml']);
  });

  it('takes a mail that tells to delete for that of the message that asks for it', async () => {
    expect(await mail([], { base: 'hl7v2-platform-removal' })).toMatchObject({ found: [], evaluated: 2 });
  });
});

describe('mss/platform-masking', () => {
  const masking = async (...edits: Edit[]) => (await ran('platform-masking', edits)).found;

  it.each([
    [[set('CONNEXION_SECRETE', 'Y')], []],
    [[set('DESTDMP', 'N')], []],
    [[set('MODIF_CONF_CODE', 'Y')], []],
    [[set('INVISIBLE_PATIENT', 'Y'), set('DESTMSSANTEPAT', 'N')], ['patient-hidden patient.eml']],
    [[set('DESTMSSANTEPS', 'N')], ['not-asked professional.eml']],
    [[set('DESTMSSANTEPS', 'N'), set('DESTDMP', 'N')], ['not-asked professional.eml']],
    [[set('DESTMSSANTEPS', 'N'), set('DESTDMP', 'N'), set('MASQUE_PS', 'Y')], ['not-asked professional.eml']],
    [
      [set('DESTMSSANTEPS', 'N'), set('DESTMSSANTEPAT', 'N')],
      ['not-asked professional.eml', 'not-asked patient.eml'],
    ],
    [[set('INVISIBLE_REP_LEGAUX', 'Y')], ['not-refused professional.eml']],
    [[set('MASQUE_PS', 'Y')], ['professionals-masked professional.eml']],
  ] as [Edit[], string[]][])('follows the matrix: %j', async (edits, found) => {
    expect((await masking(...edits)).sort()).toEqual(found.sort());
  });

  it('is not about the mail of a document that no message wants mailed, unless it is declared to be of an application', async () => {
    const none = [set('DESTMSSANTEPS', 'N'), set('DESTMSSANTEPAT', 'N')];
    expect(await ran('platform-masking', none, { declared: {} })).toMatchObject({ found: [], applies: false });
  });

  it('accuses nobody by a flag that is missing', async () => {
    const missing: Edit = ['message', 'OBX|2|CWE|MASQUE_PS^MASQUE_PS', 'OBX|2|CWE|AUTRE^AUTRE'];
    expect(await masking(missing, set('INVISIBLE_REP_LEGAUX', 'Y'))).toEqual([]);
  });
});

describe('mss/received-mail', () => {
  const received = (edits: readonly Edit[] = [], declared?: Declaration) =>
    ran('received-mail', edits, { base: 'hl7v2-delivery', ...(declared && { declared }) });
  const REPLY = 'PRT||UC||REPLY^Reply To^participation|||||||||||^^X.400^';
  const RECIPIENT = '^^X.400^jean.correspondant@exemple.mssante.fr';

  it('compares each message with the mail that it names', async () => {
    expect(await received()).toMatchObject({ found: [], evaluated: 2 });
    expect(await received([], { role: 'outgoing' })).toMatchObject({ applies: false });
    const named: Edit = ['forwarded', 'OBX|2|ED|20260316103000.1@', 'OBX|2|ED|<20260316103000.1@'];
    expect((await received([named])).evaluated).toBe(2);
  });

  it('takes From for the address to answer, and a mail given whole', async () => {
    const reply: Edit = ['forwarded', RECIPIENT, `${RECIPIENT}\n${REPLY}claire.martin@exemple.mssante.fr`];
    expect((await received([reply])).found).toEqual([]);
    const message = exampleRecipe('hl7v2-delivery').recipe.parts.forwarded ?? '';
    const body = /\^text\^\^Base64\^([\w+/=]+)/.exec(message)?.[1] ?? '';
    const whole = Buffer.from('From: <a@exemple.fr>\r\nMIME-Version: 1.0\r\n\r\n=C3=A9').toString('base64');
    expect((await received([['forwarded', body, whole]])).found).toEqual([]);
  });
});
