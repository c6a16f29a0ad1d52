import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { logOf, readText, sample } from './read-sample.js';

const MAILBOX: Declaration = {
  columns: {
    instant: ['Date', 'Heure'],
    actor: 'Utilisateur',
    action: 'Opération',
    request: 'Demande',
    response: 'Réponse',
    outcome: 'Résultat',
  },
  delimiter: ';',
  dates: 'dd/MM/yyyy',
};

const LAST = {
  actor: '899700100011',
  action: 'suppression',
  request: 'STORE 12 +FLAGS (\\Deleted)',
  response: 'NO Permission denied',
  outcome: 'échec',
};

describe('a CSV trace', () => {
  it('gives what the columns of segur.yaml name', async () => {
    const trace = await logOf('trace', sample('trace-mailbox.csv'), MAILBOX);
    expect(trace).toMatchObject({ format: 'csv', count: 4 });
    expect(trace.columns).toEqual(['Date', 'Heure', 'Utilisateur', 'Opération', 'Demande', 'Réponse', 'Résultat']);
    const records = [...trace.records()];
    expect(records.at(-1)).toMatchObject({
      ...LAST,
      line: 5,
      column: 1,
      instant: { text: '20/11/2026 10:03:07', local: '2026-11-20T10:03:07', offset: undefined, utc: undefined },
    });
    expect(records[0]?.fields.get('Réponse')).toBe('OK');
    expect([...trace.records()]).toEqual(records);
  });

  it('is read without declaration, its standard values empty', async () => {
    const trace = await logOf('trace', sample('trace-mailbox.csv'));
    expect([...trace.records()][0]).toEqual({ fields: expect.any(Map), line: 2, column: 1 });
  });

  it.each(['utf-16le', 'windows-1252', 'iso-8859-15'] as const)(
    'is read in %s when it is declared',
    async (charset) => {
      const bytes = iconv.encode(sample('trace-mailbox.csv').replace('\uFEFF', ''), charset);
      const trace = await logOf('trace', bytes, { ...MAILBOX, charset });
      expect([...trace.records()].at(-1)).toMatchObject(LAST);
    },
  );

  it('is read as windows-1252 with a reserve when nothing says it', async () => {
    const text = iconv.encode(sample('trace-mailbox.csv').replace('\uFEFF', ''), 'windows-1252');
    const { artifact } = await readText(text, MAILBOX);
    expect(artifact?.reserves).toMatchObject([
      { code: 'read/forgiven', args: { reason: 'log-windows-1252', offset: 25 }, location: { line: 1, column: 26 } },
    ]);
  });

  it.each([
    [{ ...MAILBOX.columns, actor: 'Auteur' }, 'trace-no-column', 'Auteur'],
    [{ instant: ['Date', 'heure'] }, 'trace-no-column', 'heure'],
  ])('without a column that segur.yaml names is not read: %j', async (columns, reason, column) => {
    const { unreadable } = await readText(sample('trace-mailbox.csv'), { ...MAILBOX, columns });
    expect(unreadable[0]?.problems).toMatchObject([
      { code: 'read/log', args: { reason, column, columns: expect.stringContaining('Date, Heure, Utilisateur') } },
    ]);
  });

  it('has its column twice: an error when segur.yaml names it, else a reserve', async () => {
    const text = 'date;qui;qui\n2026-11-20 10:00:00;a;b\n';
    const named = await readText(text, { columns: { actor: 'qui' } });
    expect(named.unreadable[0]?.problems[0]?.args).toEqual({ reason: 'trace-duplicate-column', column: 'qui' });
    const { artifact } = await readText(text);
    expect(artifact?.reserves?.map(({ args }) => args.reason)).toEqual(['csv-column-twice']);
  });

  it('without header has columns by rank', async () => {
    const text = '2026-11-20T10:00:00Z,a,envoi\n2026-11-20T10:00:01Z,b,lecture\n';
    const trace = await logOf('trace', text, { columns: { instant: '1', actor: '2', action: '3' } });
    expect([...trace.records()][1]).toMatchObject({ actor: 'b', instant: { utc: '2026-11-20T10:00:01Z' }, line: 2 });
  });

  it('has mixed line ends, blank lines, comments and quotes', async () => {
    const text =
      'sep=;\r\n# note\n\ndate;quoi\r2026-11-20 10:00:00;"a;\n""b"""\r\n\r\n2026-11-20 10:00:01;\u001b[31m=1+1\u001b[0m\n';
    const trace = await logOf('trace', text);
    expect([...trace.records()].map(({ line, fields }) => [line, fields.get('quoi')])).toEqual([
      [5, 'a;\n"b"'],
      [8, '=1+1'],
    ]);
  });

  it('says once what it forgives', async () => {
    const row = '2026-11-20 10:00:00;"a "b" c";x\n';
    const { artifact } = await readText(`date;quoi;fin\n${row}${row}20/13/2026;y\n30/02/2026 10:00;y;z\n`, {
      columns: { instant: 'date' },
    });
    expect(artifact?.reserves).toMatchObject([
      { args: { reason: 'csv-quote' }, location: { line: 2, column: 21 } },
      { args: { reason: 'csv-cell-count', actual: 2, expected: 3, count: 1 }, location: { line: 4 } },
      { args: { reason: 'trace-instant', count: 2 }, location: { line: 4 } },
    ]);
  });

  it('without record is refused', async () => {
    const { unreadable } = await readText('date;qui\n', { columns: { actor: 'qui' } });
    expect(unreadable[0]?.problems).toMatchObject([{ args: { reason: 'trace-no-records' } }]);
  });

  it('gives back what any writer of RFC 4180 wrote', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', ';', '"', ',', '\n', ' ', 'x') })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a;b;c', ...rows.map((row) => ['2026-11-20 10:00:00', ...row.map(quoted)].join(';'))].join(
          '\r\n',
        );
        const trace = await logOf('trace', text, { delimiter: ';' });
        expect([...trace.records()].map(({ fields }) => [fields.get('b'), fields.get('c')])).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a trace of lines', () => {
  it.each([
    [
      'trace-syslog-5424.log',
      'syslog-5424',
      { 'trace@32473.acteur': '899700100011', msgid: 'MSS3' },
      '2026-11-20T10:03:07.003Z',
    ],
    [
      'trace-syslog-3164.log',
      'syslog-3164',
      { utilisateur: '899700100011', action: 'suppression', pid: '4242' },
      undefined,
    ],
    ['trace-access.log', 'access', { user: '899700100011', status: '403', agent: 'LGC/4.2' }, '2026-11-20T09:03:07Z'],
    [
      'trace-logback.log',
      'lines',
      { level: 'ERROR', thread: 'http-1', logger: 'fr.exemple.Mss', action: 'suppression' },
      undefined,
    ],
    [
      'trace.jsonl',
      'jsonl',
      { 'user.id': '899700100011', 'user.roles': '["medecin"]', 'mss.response': 'NO Permission denied' },
      undefined,
    ],
    ['trace-tab.txt', 'csv', { auteur: '899700100011', action: 'suppression' }, undefined],
  ])('%s is %s', async (name, format, fields, utc) => {
    const trace = await logOf('trace', sample(name));
    expect(trace).toMatchObject({ format, count: 4 });
    const last = [...trace.records()].at(-1);
    expect(Object.fromEntries(last?.fields ?? [])).toMatchObject(fields);
    expect(last?.instant?.utc).toBe(utc);
  });

  it('maps the fields of its format, and those that segur.yaml names', async () => {
    const access = await logOf('trace', sample('trace-access.log'));
    expect([...access.records()][3]).toMatchObject({ actor: '899700100011', response: '403' });
    const lines = await logOf('trace', sample('trace-logback.log'), { columns: { actor: 'utilisateur' } });
    expect([...lines.records()][3]).toMatchObject({
      actor: '899700100011',
      line: 4,
      instant: { local: '2026-11-20T10:03:07.120' },
    });
    expect([...lines.records()][3]?.fields.get('message')).toContain('Refus: Permission denied\n\tat ');
    const json = await logOf('trace', sample('trace.jsonl'), { columns: { instant: '@timestamp', actor: 'user.id' } });
    expect([...json.records()][0]).toMatchObject({
      actor: '899700100011',
      instant: { utc: '2026-11-20T09:00:07.120Z' },
    });
  });

  it('keeps keys that are names of JavaScript as they are', async () => {
    const line = '{"date":"2026-11-20","__proto__":{"x":1},"constructor":"c"}\n';
    const [record] = [...(await logOf('trace', line + line)).records()];
    expect([...(record?.fields.keys() ?? [])]).toEqual(['date', '__proto__.x', 'constructor']);
  });

  it('refuses JSON that nests too deep', async () => {
    const deep = `{"a":${'['.repeat(300)}${']'.repeat(300)}}\n`;
    const { unreadable } = await readText('{"time":"2026-11-20T10:00:00"}\n{"a":2}\n'.repeat(300) + deep);
    expect(unreadable[0]?.problems).toMatchObject([{ code: 'read/json-limit', args: { limit: 'jsonDepth' } }]);
  });
});

it.each([
  ['prose', 'Le 20/11/2026 à 10:00, réunion.\nOrdre du jour, points, divers.\n'],
  ['prose with dates', '2026-11-20 réunion\n2026-11-21 rien\n'],
  ['configuration', 'nom;valeur\nport;587\nserveur;smtp.exemple\n'],
  ['a list of patients', 'nom;naissance\nA;1980-01-01\nB;1981-01-01\n'],
  ['one line', '2026-11-20 10:00:00 INFO seul\n'],
  ['HL7', 'EVN||20261120100000\nPID|1||1\n'],
  ['blank lines', '\n'.repeat(1000)],
])('does not take %s for a trace', async (_, text) => {
  expect((await readText(text)).artifact?.kind).not.toBe('log');
});
