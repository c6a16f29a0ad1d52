import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/report/json.js';
import { ndjsonLines } from '../../src/report/ndjson.js';
import lineSchema from '../../src/report/ndjson.schema.json' with { type: 'json' };
import type { Report } from '../../src/report/report.js';
import reportSchema from '../../src/report/report.schema.json' with { type: 'json' };
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReport } from './sample-report.js';

const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).addSchema(reportSchema).compile(lineSchema);

type Line = Readonly<Record<string, unknown>> & { readonly type: string };

function linesOf(report: Report): Line[] {
  const text = [...ndjsonLines(report)].join('');
  expect(text.endsWith('}\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((each) => JSON.parse(each));
}

describe('ndjsonLines', () => {
  test('has not changed', async () => {
    await expect([...ndjsonLines(goldenReport())].join('')).toMatchFileSnapshot('golden/ndjson.golden');
  });

  test.each([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
    ['opinions', goldenReport()],
  ])('writes lines that the schema describes (%s)', (_, report) => {
    for (const line of linesOf(report)) {
      validate(line);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test.each([
    ['no type', { finding: sampleFinding('f1') }],
    ['another type', { type: 'requirement', finding: sampleFinding('f1') }],
    ['an unknown field', { type: 'finding', finding: { ...sampleFinding('f1'), more: 1 } }],
    ['no value', { type: 'finding' }],
  ])('the schema refuses %s', (_, line) => {
    expect(validate(line)).toBe(false);
  });

  test('loses nothing of the JSON report', () => {
    const report = goldenReport();
    const [first, ...lines] = linesOf(report);
    const { lines: counts, ...header } = Object(first?.report);
    const of = (type: string): unknown[] => lines.filter((line) => line.type === type).map((line) => line[type]);
    expect({
      ...header,
      schema: 'segur-check/report/1',
      requirements: of('requirement'),
      files: of('file'),
      dossier: of('dossierRun'),
      artifacts: of('artifact'),
      findings: of('finding'),
      opinions: of('opinion'),
    }).toEqual(JSON.parse(toJson(report)));
    expect(counts).toEqual({ requirement: 2, file: 0, dossierRun: 0, artifact: 4, finding: 4, opinion: 1 });
  });

  test('makes each line when it is asked for', () => {
    const report = longReport(100_000);
    const lines = ndjsonLines(report);
    expect(String(lines.next().value)).toContain('"finding":100000');
    let count = 0;
    let longest = 0;
    for (const line of lines) {
      count++;
      longest = Math.max(longest, line.length);
    }
    expect(count).toBe(100_000 + report.artifacts.length);
    expect(longest).toBeLessThan(1000);
  });

  test.each(Object.entries(NASTY))('a text never breaks a line: %s', (_, text) => {
    const lines = linesOf(sampleReport({ requirements: [], findings: [sampleFinding('f1', { message: text })] }));
    expect(lines.filter(({ type }) => type === 'finding')).toHaveLength(1);
  });
});
