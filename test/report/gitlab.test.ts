import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { gitlabPieces } from '../../src/report/gitlab.js';
import type { Report } from '../../src/report/report.js';
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReport } from './sample-report.js';

/** What the documentation of GitLab asks of a Code Quality report: GitLab publishes no schema of it. */
const validate = new Ajv({ allErrors: true, strict: false }).compile<readonly Entry[]>({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path'],
        oneOf: [{ required: ['lines'] }, { required: ['positions'] }],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\.{0,2}/' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          positions: {
            type: 'object',
            required: ['begin'],
            properties: {
              begin: {
                type: 'object',
                required: ['line', 'column'],
                properties: { line: { type: 'integer' }, column: { type: 'integer' } },
              },
            },
          },
        },
      },
    },
  },
});

interface Entry {
  readonly check_name: string;
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function entriesOf(report: Report, texts = fr, folder = ''): readonly Entry[] {
  const entries: unknown = JSON.parse([...gitlabPieces(report, texts, folder)].join(''));
  if (!validate(entries)) throw new Error(JSON.stringify(validate.errors));
  return entries;
}

describe('gitlabPieces', () => {
  test('has not changed', async () => {
    const text = [...gitlabPieces(goldenReport(), fr, 'mon dossier')].join('');
    await expect(text).toMatchFileSnapshot('golden/gitlab.golden');
  });

  test.each([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
    ['nothing', sampleReport({ requirements: [], findings: [] })],
  ])('is what GitLab reads (%s)', (_, report) => {
    for (const texts of [fr, en]) expect(entriesOf(report, texts)).toHaveLength(report.findings.length);
  });

  test('gives each fingerprint once, and the worst first', () => {
    const entries = entriesOf(goldenReport({ opinions: [] })).filter(({ check_name }) => check_name !== 'avis.yaml');
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual([
      'b'.repeat(16),
      'c'.repeat(16),
      `${'b'.repeat(16)}-2`,
      'a'.repeat(16),
    ]);
    expect(entries.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'minor', 'info']);
    expect(entries.map(({ location }) => location.path)).toEqual([
      'mail/1.eml',
      'mail/2.eml',
      'mail/1.eml',
      'mail/1.eml',
    ]);
  });

  test('shows what people said of no finding at the file where they said it, after how many they are', () => {
    const { opinions = [], summary, ...golden } = goldenReport();
    const of = (said: typeof opinions, accepted = 0) =>
      entriesOf(
        { ...golden, opinions: said, summary: { ...summary, opinions: { ...summary.opinions, accepted } as never } },
        fr,
        'mon dossier',
      ).filter(({ check_name }) => check_name === 'avis.yaml');
    const entries = of(opinions);
    expect(entries.map(({ description }) => description)).toEqual([
      expect.stringMatching(/acceptés 0, .*questions 1.*Dérogations : 1/),
      'MSS/CONF.25.01.02 : Avis du 2026-11-21, Vérificateur 3 : question — Quelle version ?',
    ]);
    for (const { severity, location } of entries)
      expect({ severity, location }).toEqual({
        severity: 'info',
        location: { path: 'mon dossier/avis.yaml', lines: { begin: 1 } },
      });
    expect(entries[0]?.fingerprint).not.toBe(entries[1]?.fingerprint);
    // Other counts are nothing new to mend, and what is written twice is one.
    expect(of([...opinions, ...opinions], 3).map(({ fingerprint }) => fingerprint)).toEqual(
      entries.map(({ fingerprint }) => fingerprint),
    );
  });

  test('has no limit, and gives its entries one by one', () => {
    expect(entriesOf(longReport(30_000))).toHaveLength(30_000);
    expect([...gitlabPieces(longReport(30_000), fr)].every((piece) => piece.length < 2000)).toBe(true);
  });

  test.each(Object.entries(NASTY))('no hidden character: %s', (_, text) => {
    const findings = [sampleFinding('f1', { message: text, artifact: text })];
    const [entry] = entriesOf(sampleReport({ requirements: [], findings }));
    expect(`${entry?.description}${entry?.location.path}`).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });
});
