import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/report/json.js';
import { sampleCheckReport, sampleFinding, sampleReport } from './sample-report.js';

const schema = JSON.parse(readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)]);
  return Object.fromEntries(entries.reverse());
}

describe('toJson', () => {
  test.each([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
  ])('writes what the schema describes (%s)', (_, report) => {
    validate(JSON.parse(toJson(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('loses nothing', () => {
    const report = sampleReport();
    expect(JSON.parse(toJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  test('does not depend on the order in which fields were set', () => {
    const report = sampleReport();
    expect(toJson(reversed(report) as typeof report)).toBe(toJson(report));
  });

  test('sorts args, indents by two and ends with one newline', () => {
    const text = toJson(
      sampleReport({ findings: [sampleFinding('f1', { args: { b: 1, a: 'x', B: 2 } })], requirements: [] }),
    );
    expect(text).toContain('\n  "language": "fr",\n');
    expect(text).toMatch(/"args": \{\s+"B": 2,\s+"a": "x",\s+"b": 1\s+\}/);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe('report.schema.json', () => {
  test.each([
    ['an unknown field', { ...sampleReport(), more: 1 }],
    ['an unknown verdict', { ...sampleReport(), summary: { ...sampleReport().summary, verdict: 'fine' } }],
    ['a field left out', { ...sampleReport(), caveats: undefined }],
    ['an unknown place', sampleReport({ findings: [sampleFinding('f1', { location: { page: 2 } as object })] })],
  ])('refuses %s', (_, report) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });

  test('describes every property', () => {
    const silent = Object.entries<{ properties?: Record<string, { description?: string; $ref?: string }> }>({
      report: schema,
      ...schema.definitions,
    }).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { description, $ref }]) => description === undefined && $ref === undefined)
        .map(([property]) => `${name}.${property}`),
    );
    // Counts are described once, where they stand; the candidate is described by its definition.
    expect(silent.filter((path) => !/^(counts|summary)\.|^report\.candidate$/.test(path))).toEqual([]);
  });
});
