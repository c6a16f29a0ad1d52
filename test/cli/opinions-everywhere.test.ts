import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { MINI_PACK } from '../support/mini-pack.js';

const PROOF = 'MSS/UX.28.01.01';
const GONE = '0'.repeat(16);
const DECISIONS = { accepted: 'accepté', refused: 'refusé', question: 'question' } as const;
const COUNTS =
  'Avis : acceptés 3, refusés 3, questions 4. Dérogations : 3, sur 0 constat(s) en erreur, qui comptent toujours.';

interface Said {
  readonly on: string;
  readonly decision?: keyof typeof DECISIONS;
  readonly until?: string;
  readonly by: string;
  readonly date: string;
  readonly text: string;
}

/** Each decision on each thing, then a derogation that is current and one that is over. */
function saidOf(official: string, own: string): Said[] {
  const decisions = ['accepted', 'refused', 'question'] as const;
  const opinions = [official, own, PROOF].flatMap((on) => decisions.map((decision) => ({ on, decision })));
  const all = [
    ...opinions,
    { on: GONE, decision: 'question' as const },
    { on: official, until: '2099-12-31' },
    { on: own, until: '2099-12-31' },
    { on: PROOF, until: '2020-01-31' },
  ];
  return all.map((each, rank) => ({
    ...each,
    by: `Auteur ${rank + 10}`,
    date: `2019-11-${rank + 10}`,
    text: `Motif ${rank + 10}`,
  }));
}

function avisOf(said: readonly Said[]): string {
  const list = (section: string, each: readonly Said[]) =>
    `${section}:\n${each.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;
  return (
    list(
      'opinions',
      said.filter(({ until }) => !until),
    ) +
    list(
      'derogations',
      said.filter(({ until }) => until),
    )
  );
}

/** What most formats say. */
const sentence = ({ decision, until, by, date, text }: Said): string =>
  decision
    ? `Avis du ${date}, ${by} : ${DECISIONS[decision]} — ${text}`
    : `Dérogation du ${date}, ${by}, jusqu'au ${until} — ${text}`;
const onPage = ({ decision, until, by, date, text }: Said): string =>
  decision
    ? `Avis : ${DECISIONS[decision]} (${by}, ${date}) — ${text}`
    : `Dérogation (${by}, ${date}, jusqu'au ${until}) — ${text}`;
const inCells = ({ on, decision, until = '', by, date, text }: Said): string =>
  [decision ? DECISIONS[decision] : '', on, by, date, text, until].join('|');

async function cellsOf(bytes: Uint8Array): Promise<string> {
  const { sheets } = await readXlsx(bytes);
  return sheets.flatMap(({ rows }) => rows.map((row) => row.join('|'))).join('\n');
}

const withoutEscapes = (text: string): string => text.replace(/\\(?=[^\w\s])|\u2060|\u200b/g, '');
const withoutEntities = (text: string): string => text.replace(/&#39;|&apos;/g, "'");

interface Shown {
  /** What the format says, in plain text. */
  readonly text: string | Promise<string>;
  readonly said: (said: Said) => string;
  readonly counts?: string;
}

/** How each format says it, and where it is written: every format that there is, since its name is a key. */
const FORMATS: Readonly<Record<string, (path: string) => Shown>> = {
  terminal: (path) => ({ text: readFileSync(path, 'utf8').replace(/\s+/g, ' '), said: sentence }),
  html: (path) => ({ text: withoutEntities(readFileSync(path, 'utf8')), said: onPage }),
  json: (path) => ({
    text: JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))),
    said: inJson,
    counts: '"opinions":{"accepted":3,"refused":3,"question":4,"derogations":3,"derogatedErrors":0}',
  }),
  ndjson: (path) => ({
    text: readFileSync(path, 'utf8'),
    said: inJson,
    counts: '"opinions":{"accepted":3,"refused":3,"question":4,"derogations":3,"derogatedErrors":0}',
  }),
  junit: (path) => ({ text: withoutEntities(readFileSync(path, 'utf8')), said: sentence }),
  xlsx: (path) => ({ text: cellsOf(readFileSync(path)), said: inCells }),
  'xlsx-rem': (path) => ({ text: cellsOf(readFileSync(path)), said: inCells }),
  sarif: (path) => ({ text: readFileSync(path, 'utf8'), said: sentence }),
  github: (path) => ({ text: readFileSync(path, 'utf8'), said: sentence }),
  gitlab: (path) => ({ text: readFileSync(path, 'utf8'), said: sentence }),
  markdown: (path) => ({ text: withoutEscapes(readFileSync(path, 'utf8')), said: sentence }),
  tar: (path) => ({ text: withoutEntities(readFileSync(path, 'utf8')), said: sentence }),
  svrl: (path) => ({
    text: withoutEntities(
      readdirSync(path)
        .map((name) => readFileSync(join(path, name), 'utf8'))
        .join('\n'),
    ),
    said: sentence,
  }),
  deposit: (path) => ({ text: withoutEscapes(readFileSync(join(path, 'CHECKLIST.md'), 'utf8')), said: sentence }),
};

function inJson({ on, decision = undefined, by, date, text, until }: Said): string {
  const target = on === PROOF ? { evidence: on } : { finding: on };
  const kind = decision ? 'opinion' : 'derogation';
  const said = { kind, on: target, decision: decision ?? null, by, date, text, until: until ?? null };
  return JSON.stringify(said).slice(0, -1);
}

describe('avis.yaml', () => {
  it('is whole in every format: who said what of what, when and why, and how many', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const run = (...args: string[]) => segurCheck(['run', folder, '--pack', MINI_PACK, '--lang', 'fr', ...args]);
    const before: Report = JSON.parse((await run('--report', 'json')).stdout);
    const printOf = (isOfficial: boolean): string =>
      before.findings.find(({ code }) => code.startsWith('official/') === isOfficial)?.fingerprint ?? '';
    const said = saidOf(printOf(true), printOf(false));
    writeFileSync(join(folder, 'avis.yaml'), avisOf(said));
    const out = temporaryFolder();
    const pathOf = (format: string): string =>
      join(
        out,
        format.startsWith('xlsx')
          ? `${format}.xlsx`
          : format === 'deposit' || format === 'svrl'
            ? format
            : `${format}.txt`,
      );
    const { exitCode, stderr } = await run(...Object.keys(FORMATS).map((each) => `--report=${each}=${pathOf(each)}`));
    expect(exitCode, stderr).toBe(before.summary.exit);
    expect(stderr.split('\n').filter((line) => line.startsWith('avis.yaml'))).toHaveLength(1);
    for (const [format, shown] of Object.entries(FORMATS)) {
      const { text, said: say, counts = COUNTS } = shown(pathOf(format));
      const whole = await text;
      const lost = [counts, ...said.map(say)].filter((each) => !whole.includes(each));
      expect(lost, format).toEqual([]);
    }
  });

  it('is tried in every format that there is', async () => {
    const { FORMATS: all } = await import('../../src/report/formats.js');
    expect(Object.keys(FORMATS).toSorted()).toEqual([...Object.keys(all), 'deposit'].toSorted());
  });

  it('stands in SVRL with the result that it is on, and nowhere else', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const run = (...args: string[]) => segurCheck(['run', folder, '--pack', MINI_PACK, '--lang', 'fr', ...args]);
    const { findings }: Report = JSON.parse((await run('--report', 'json')).stdout);
    const official = findings.find(({ code }) => code === 'official/closed');
    if (!official) throw new Error('no assertion fails');
    const one = {
      on: official.fingerprint,
      decision: 'refused',
      by: 'Auteur',
      date: '2026-11-20',
      text: 'Motif',
    } as const;
    writeFileSync(join(folder, 'avis.yaml'), `opinions: [${JSON.stringify(one)}]\n`);
    const out = temporaryFolder();
    await run(`--report=svrl=${out}`);
    const files = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    const holding = files.filter((text) => text.includes('property-reference'));
    expect(holding).toHaveLength(1);
    const results = holding[0]?.match(/<svrl:failed-assert [\s\S]*?<\/svrl:failed-assert>/g) ?? [];
    const told = results.filter((result) => result.includes('property-reference'));
    expect(told).toHaveLength(1);
    expect(told[0]?.replace(/\s*\n\s*/g, '')).toContain(
      `<svrl:property-reference property="segur-check.opinion"><svrl:text>${one.on} : ${sentence(one)}</svrl:text></svrl:property-reference><svrl:text>`,
    );
    expect(withoutEntities(told[0] ?? '')).toContain(String(official.args.text));
    expect(files.filter((text) => text.includes('Avis : acceptés 0, refusés 1'))).toHaveLength(files.length);
    expect(files.join('').split(sentence(one))).toHaveLength(2);
  });
});
