import { describe, expect, it } from 'vitest';
import { recipe } from '../../../fixtures/make/recipe.js';
import { type Artifact, type Declaration, isKind } from '../../../src/artifacts/artifact.js';
import type { Check } from '../../../src/checks/define.js';
import { traceAndMail } from '../../../src/checks/mss/trace-and-mail.js';
import { traceContent } from '../../../src/checks/mss/trace-content.js';
import { traceFields } from '../../../src/checks/mss/trace-fields.js';
import { traceOperations } from '../../../src/checks/mss/trace-operations.js';
import { traceReception } from '../../../src/checks/mss/trace-reception.js';
import { mailTraceOf } from '../../../src/checks/mss/traces/mail-trace.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, artifactsOfFile, type Ran, runCheck, runOn } from '../../support/run-check.js';

const { recipe: made, own, declared, context } = exampleRecipe('mail-traces');
const columns = own['traces-mss.csv']?.columns ?? {};
const { mailbox: _, message: __, ...withoutMailbox } = columns;
const ALL = [traceFields, traceOperations, traceContent, traceAndMail, traceReception];
const FIVE = 'horodatage;utilisateur;action;demande;reponse';

function fileOf(path: string, text: string, declaration: Declaration = { columns }): Promise<Artifact[]> {
  return artifactsOfFile({ path, bytes: Buffer.from(text) }, declaration);
}

/** What a check gives on a trace of rows without mailbox nor message. */
async function onRows(check: Check, rows: readonly string[], declaration: Declaration = { columns: withoutMailbox }) {
  return runCheck(check, await fileOf('trace.csv', [FIVE, ...rows, ''].join('\n'), declaration), context);
}

const rulesOf = ({ findings }: Ran): string[] => findings.map(({ rule }) => rule);

describe('what is a trace of mailboxes', () => {
  it('is not the journal of a teleservice, nor a trace of which no row speaks of mail', async () => {
    const journal = await artifactsOf(exampleRecipe('insi-psc').recipe, {}, exampleRecipe('insi-psc').own);
    for (const check of ALL) expect(runCheck(check, journal, context)).toMatchObject({ evaluated: 0, applies: false });
    for (const row of ['appel INSi;rechercherIns;OK', 'recherche;FindDocuments;OK', 'envoi au DMP;TD2.1;OK'])
      expect((await onRows(traceFields, [`2026-03-02T10:30:04+01:00;;${row}`])).applies).toBe(false);
  });

  it('is not a dialogue, which is judged for its protocol', async () => {
    const log = '220 smtp.exemple.fr ESMTP\nEHLO poste\n250 smtp.exemple.fr\nQUIT\n221 Bye\n';
    expect(runCheck(traceContent, await fileOf('smtp.log', log, {}), context).applies).toBe(false);
  });

  it('leaves out the rows of teleservices, and takes those of the mail server', async () => {
    const ran = await onRows(traceFields, [
      '2026-03-02T10:29:00+01:00;;appel INSi;rechercherIns;',
      '2026-03-02T10:29:30+01:00;;ouverture du dossier;;',
      '2026-03-02T10:30:04+01:00;899700100011;envoi d’un courriel;a@exemple.fr;OK',
      '2026-03-02T10:31:04+01:00;;suppression;STORE 12;a@exemple.fr OK',
    ]);
    expect(ran).toMatchObject({
      evaluated: 2,
      findings: [{ rule: 'actor', at: { line: 5 }, args: { count: 1, rows: 2 } }],
    });
  });

  it('takes a log of which nothing is declared when it names MSSanté, and asks for its columns', async () => {
    const lines = (word: string) =>
      `2026-03-02T10:30:04+01:00 INFO ${word} envoi\n2026-03-02T10:31:04+01:00 INFO ${word} suppression\n`;
    const args = { log: 'app.log', columns: 'actor, action, request, response' };
    for (const check of [traceFields, traceOperations])
      expect(runCheck(check, await fileOf('app.log', lines('MSSanté'), {}), context).needs).toEqual([
        { code: 'need/mail-trace-columns', args },
      ]);
    expect(runCheck(traceFields, await fileOf('app.log', lines('mail'), {}), context).applies).toBe(false);
  });
});

describe('the forms of a trace', () => {
  const inLines = { ...columns, instant: 'timestamp', message: 'id' };

  it.each([
    ['mail-traces-jsonl', columns],
    ['mail-traces-lines', inLines],
  ] as const)('reads %s as the table', async (base, mapped) => {
    const [log] = await artifactsOf(recipe(base), { columns: mapped });
    const [table] = await artifactsOf(made, declared, own);
    if (!log || !isKind(log, 'log') || !table || !isKind(table, 'log')) throw new Error('no log');
    const one = mailTraceOf(log);
    const other = mailTraceOf(table);
    expect(one).toMatchObject({ count: 8, empty: [], failures: 1, operations: other?.operations, contents: [] });
    expect(one?.events.map(({ message }) => message)).toEqual(other?.events.map(({ message }) => message));
    expect(one?.span).toEqual(other?.span);
    for (const check of [traceFields, traceOperations, traceContent, traceReception])
      expect(runCheck(check, [log], context)).toMatchObject({ findings: [], needs: [] });
  });

  it('takes a code of return for the answer', async () => {
    const { response: outcome, ...rest } = columns;
    const text = made.parts.trace ?? '';
    const ran = runCheck(
      traceFields,
      await fileOf('t.csv', text, { columns: { ...rest, ...(outcome && { outcome }) } }),
      context,
    );
    expect(ran).toMatchObject({ evaluated: 8, findings: [], needs: [] });
  });
});

describe('mss/trace-fields', () => {
  const row = (time: string, actor = '899700100011', action = 'envoi') =>
    `${time};${actor};${action};courriel de a@exemple.fr;OK`;

  it('counts the rows that lack a value, and shows the first', async () => {
    const rows = Array.from({ length: 5000 }, () => row('2026-03-02T10:30:04+01:00', ''));
    expect((await onRows(traceFields, rows)).findings).toEqual([
      { rule: 'actor', at: { artifact: 'trace.csv', line: 2, column: 1 }, args: { count: 5000, rows: 5000 } },
    ]);
  });

  it('forgives a service that collects the mail', async () => {
    expect(rulesOf(await onRows(traceFields, [row('2026-03-02T10:30:04', 'service', 'réception')]))).toEqual([]);
    expect(rulesOf(await onRows(traceFields, [row('2026-03-02T10:30:04', 'service')]))).toEqual(['generic-actor']);
  });

  it('forgives a trace in reverse order, without offset, and the hour of winter', async () => {
    const days = ['2026-10-25T02:59:00', '2026-10-25T02:01:00', '2026-10-24T10:00:00'];
    for (const times of [
      days,
      days.toReversed(),
      ['2026-10-25T02:59:00', '2026-10-25T02:00:30', '2026-10-25T03:00:00'],
    ])
      expect(
        rulesOf(
          await onRows(
            traceFields,
            times.map((time) => row(time)),
          ),
        ),
      ).toEqual([]);
    const disordered = ['2026-10-25T05:00:00', '2026-10-25T02:00:00', '2026-10-25T06:00:00'];
    expect(
      rulesOf(
        await onRows(
          traceFields,
          disordered.map((time) => row(time)),
        ),
      ),
    ).toEqual(['order']);
  });
});

describe('mss/trace-operations', () => {
  it('takes the traces of a dossier together', async () => {
    const [header = '', ...rows] = (made.parts.trace ?? '').trim().split('\n');
    const halves = [rows.slice(0, 4), rows.slice(4)].map((half) => [header, ...half].join('\n'));
    const files = await Promise.all(halves.map((text, index) => fileOf(`${index}.csv`, text)));
    expect(runCheck(traceOperations, files.flat(), context)).toMatchObject({ evaluated: 8, findings: [] });
    expect(rulesOf(runCheck(traceOperations, files[0] ?? [], context))).toEqual(['deletion', 'failure']);
  });

  it('judges nothing that the columns do not tell', async () => {
    const { action: ___, ...rest } = columns;
    const [log] = await fileOf('t.csv', made.parts.trace ?? '', { columns: rest });
    expect(runCheck(traceOperations, log ? [log] : [], context)).toMatchObject({
      findings: [],
      evaluated: 0,
      needs: [{ code: 'need/mail-trace-columns', args: { columns: 'action' } }],
    });
  });

  it('concludes nothing from actions that it does not understand', async () => {
    const rows = (made.parts.trace ?? '').replaceAll(/^(2026[^;]*;[^;]*;)[^;]*/gm, '$1X7');
    const run = runCheck(traceOperations, await fileOf('t.csv', rows), context);
    expect(run.evaluated).toBe(0);
    expect(run.applies).not.toBe(false);
    expect(rulesOf(run)).toEqual(['words']);
  });
});

describe('mss/trace-and-mail', () => {
  const edited = (...edits: readonly (readonly [string, string, string])[]) =>
    runOn(traceAndMail, 'mail-traces', edits);
  const SENT =
    '2026-03-02T10:30:04+01:00;899700100011;envoi;MAIL FROM, RCPT TO, DATA;250 2.0.0 accepté;claire.martin@exemple.mssante.fr;';

  it('looks for the mails that were sent and received', async () => {
    expect(await edited()).toMatchObject({ evaluated: 2, findings: [] });
  });

  it('knows a mail without its Message-ID by its mailbox and its time', async () => {
    const ran = await edited(['trace', `${SENT}<20260302103000.1@exemple.mssante.fr>`, `${SENT}12345`]);
    expect(ran).toMatchObject({ evaluated: 2, findings: [] });
  });

  it('says nothing of a mail before or after the trace, nor of another mailbox', async () => {
    const absent = ['trace', `${SENT}<20260302103000.1@exemple.mssante.fr>\n`, ''] as const;
    const of = (date: string) =>
      edited(absent, ['trace', 'T10:29:58', 'T08:29:58'], ['letter.headers', '2 Mar 2026 10:30:00 +0100', date]);
    for (const date of ['2 Mar 2025 10:30:00 +0100', '5 Mar 2026 10:30:00 +0100'])
      expect(rulesOf(await of(date))).toEqual([]);
    expect(rulesOf(await of('2 Mar 2026 10:30:00 +0100'))).toEqual(['sending']);
    const other = await edited(absent, [
      'letter.headers',
      '<claire.martin@exemple.mssante.fr>\nTo',
      '<autre.medecin@exemple.mssante.fr>\nTo',
    ]);
    expect(rulesOf(other)).toEqual([]);
  });

  it('compares times without offset with the clock of the mail, or with that of Paris', async () => {
    const local = (made.parts.trace ?? '').replaceAll('+01:00', '');
    const ran = await edited(['trace', made.parts.trace ?? '', local]);
    expect(ran).toMatchObject({ evaluated: 2, findings: [] });
    const inUtc = await edited(
      ['trace', made.parts.trace ?? '', local],
      ['letter.headers', '2 Mar 2026 10:30:00 +0100', '2 Mar 2026 09:30:00 +0000'],
    );
    expect(rulesOf(inUtc)).toEqual([]);
  });

  it('needs both', async () => {
    const artifacts = await artifactsOf(made, declared, own);
    for (const kind of ['log', 'mail'] as const)
      expect(
        runCheck(
          traceAndMail,
          artifacts.filter((each) => each.kind === kind),
          context,
        ).applies,
      ).toBe(false);
  });
});

it('does not call a deletion of what was sent the end of a reception', async () => {
  const rows = ['envoi', 'suppression'].map(
    (action) => `2026-03-02T10:30:04+01:00;1;${action};x;OK;a@exemple.fr;<1@exemple.fr>`,
  );
  const text = [`${FIVE};boite;message`, ...rows].join('\n');
  expect(runCheck(traceReception, await fileOf('t.csv', text), context)).toMatchObject({
    applies: false,
    findings: [],
  });
});
