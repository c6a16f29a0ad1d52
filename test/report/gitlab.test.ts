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
    const entries = entriesOf(goldenReport());
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
