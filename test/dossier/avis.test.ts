import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAvis } from '../../src/dossier/avis.js';
import { UserError } from '../../src/dossier/user-error.js';
import { mistakes as en } from '../../src/messages/en/cli.js';
import { mistakes as fr } from '../../src/messages/fr/cli.js';
import { loadBase } from '../../src/packs/builtin.js';
import { folderOf } from '../support/folder.js';

const base = loadBase();

async function read(text: string) {
  return readAvis(await folderOf({ 'avis.yaml': text }), base);
}

async function mistakes(text: string) {
  const error = await read(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error('no mistake');
  return error.mistakes.map(({ line, column, code, args }) => ({ line, column, code, args }));
}

const PRINT = '1f3a5c7d9b0e2f46';
const said = (fields: string) => `opinions:\n  - { ${fields} }\n`;

describe('avis.yaml', () => {
  it('is read when there is one', async () => {
    expect(await readAvis(await folderOf({ 'a.txt': '' }), base)).toBeUndefined();
    expect(await read('{}\n')).toEqual([]);
    expect(
      await read(`opinions:
  - { on: ${PRINT}, decision: accepted, by: ANS – vérificateur 3, date: 2026-11-20, text: "Vu." }
derogations:
  - { on: ${PRINT}, by: qualité, date: 2026-11-19, until: 2027-03-31, text: "Version 4.3." }
`),
    ).toEqual([
      {
        kind: 'derogation',
        on: { finding: PRINT },
        decision: null,
        by: 'qualité',
        date: '2026-11-19',
        until: '2027-03-31',
        text: 'Version 4.3.',
      },
      {
        kind: 'opinion',
        on: { finding: PRINT },
        decision: 'accepted',
        by: 'ANS – vérificateur 3',
        date: '2026-11-20',
        until: null,
        text: 'Vu.',
      },
    ]);
  });

  it('is sorted by what each is on then by date, whatever the order in the file', async () => {
    const line = (on: string, date: string, by: string) =>
      `  - { on: ${on}, decision: question, by: ${by}, date: ${date} }`;
    const lines = [
      line('MSS/CONF.25.01.02', '2026-11-02', 'a'),
      line('MSS/CONF.25.01.02', '2026-11-01', 'b'),
      line(PRINT, '2026-11-03', 'c'),
      line(PRINT, '2026-11-03', 'a'),
    ];
    const [one, other] = await Promise.all(
      [lines, lines.toReversed()].map((each) => read(`opinions:\n${each.join('\n')}\n`)),
    );
    expect(other).toEqual(one);
    expect(one?.map(({ date, by }) => `${date} ${by}`)).toEqual([
      '2026-11-03 a',
      '2026-11-03 c',
      '2026-11-01 b',
      '2026-11-02 a',
    ]);
  });

  it('takes a fingerprint of digits, or one that looks like a number, for a text', async () => {
    for (const on of ['1234567890123456', '12345e7890123456', '0000000000000001']) {
      expect(await read(said(`on: ${on}, decision: refused, by: a, date: 2026-11-20`))).toMatchObject([
        { on: { finding: on } },
      ]);
    }
  });

  it.each([
    [
      'an unknown number of proof',
      'on: MSS/CONF.25.01.20, decision: refused, by: a, date: 2026-11-20',
      {
        line: 2,
        column: 11,
        code: 'mistake/opinion-on',
        args: { nearest: expect.stringContaining('MSS/CONF.25.01.') },
      },
    ],
    [
      'a fingerprint that is cut',
      'on: 1f3a5c, decision: refused, by: a, date: 2026-11-20',
      { line: 2, column: 11, code: 'mistake/opinion-on' },
    ],
    [
      'an unknown decision',
      `on: ${PRINT}, decision: acepted, by: a, date: 2026-11-20`,
      { line: 2, code: 'mistake/value', args: { nearest: 'accepted' } },
    ],
    [
      'an unknown key',
      `on: ${PRINT}, decison: refused, decision: refused, by: a, date: 2026-11-20`,
      { line: 2, column: 29, code: 'mistake/unknown-key', args: { nearest: 'decision' } },
    ],
    [
      'no author',
      `on: ${PRINT}, decision: refused, date: 2026-11-20`,
      { line: 2, code: 'mistake/missing-key', args: { name: 'by' } },
    ],
    [
      'a day that does not exist',
      `on: ${PRINT}, decision: refused, by: a, date: 2026-02-30`,
      { line: 2, code: 'mistake/date', args: { name: '2026-02-30' } },
    ],
    [
      'a date in another form',
      `on: ${PRINT}, decision: refused, by: a, date: 20/11/2026`,
      { line: 2, code: 'mistake/date' },
    ],
    [
      'an empty text',
      `on: ${PRINT}, decision: refused, by: a, date: 2026-11-20, text: ""`,
      { line: 2, code: 'mistake/invalid' },
    ],
  ])('is refused with its place for %s', async (_, fields, expected) => {
    expect(await mistakes(said(fields))).toMatchObject([expected]);
  });

  it('is refused for a derogation without reason or end, or that ends before it begins', async () => {
    const given = (fields: string) => `derogations:\n  - { on: ${PRINT}, by: a, date: 2026-11-20, ${fields} }\n`;
    expect(await mistakes(given('until: 2027-01-01'))).toMatchObject([
      { code: 'mistake/missing-key', args: { name: 'text' } },
    ]);
    expect(await mistakes(given('text: x'))).toMatchObject([{ code: 'mistake/missing-key', args: { name: 'until' } }]);
    expect(await mistakes(given('until: 2026-11-19, text: x'))).toMatchObject([
      { line: 2, code: 'mistake/until', args: { name: '2026-11-19', date: '2026-11-20' } },
    ]);
  });

  it.each([
    ['empty', '', 'mistake/avis-shape'],
    ['a list', '- a\n', 'mistake/avis-shape'],
    ['a comment only', '# rien\n', 'mistake/avis-shape'],
    ['a heading only', 'opinions:\n', 'mistake/avis-shape'],
    ['no list', 'derogations: aucune\n', 'mistake/avis-shape'],
    ['a list of texts', 'opinions: [accepted]\n', 'mistake/avis-shape'],
    ['a list where a text is due', said(`on: [${PRINT}], decision: refused, by: a, date: 2026-11-20`), 'mistake/type'],
    ['no YAML', 'opinions: [\n', 'mistake/yaml'],
    ['a key twice', 'opinions: []\nopinions: []\n', 'mistake/yaml'],
    [
      'an alias that grows',
      `a: &a [${'x,'.repeat(10_000)}]\nopinions: [${'*a,'.repeat(200)}]\n`,
      'mistake/yaml-unfolded',
    ],
  ])('that is %s is refused', async (_, text, code) => {
    expect((await mistakes(text))[0]).toMatchObject({ code });
  });

  it.each([
    ['fr', fr],
    ['en', en],
  ])('that is empty is refused with an example that is right (%s)', async (_, texts) => {
    const [example] = /opinions: .*\}\]/.exec(texts['mistake/avis-shape']) ?? [];
    expect(await read(`${example}\n`)).toMatchObject([{ kind: 'opinion', decision: 'question' }]);
  });

  it('that is a link, a folder or too large is not read', async () => {
    const folder = await folderOf({ 'other.yaml': '{}' });
    symlinkSync(join(folder, 'other.yaml'), join(folder, 'avis.yaml'));
    await expect(readAvis(folder, base)).rejects.toMatchObject({ code: 'not-a-file' });
    const inside = await folderOf({ 'a.txt': '' });
    mkdirSync(join(inside, 'avis.yaml'));
    await expect(readAvis(inside, base)).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(read(`# ${'x'.repeat(5_000_000)}\n`)).rejects.toMatchObject({ code: 'too-large' });
  });
});
