import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { FORMATS, type FormatName } from '../../src/report/formats.js';
import { sampleReport } from './sample-report.js';
import { sampleSchemaReports } from './sample-schema-reports.js';

describe('FORMATS', () => {
  test.each(Object.keys(FORMATS) as FormatName[])('%s gives what it announces', async (name) => {
    const format = FORMATS[name];
    const rendered = await format.render(sampleReport({ schemaReports: sampleSchemaReports() }), fr, {});
    expect(rendered instanceof Uint8Array).toBe(format.binary);
    expect([...rendered].length).toBeGreaterThan(0);
    expect(format.extension).toMatch(/^\.\w+$/);
  });

  test.each(Object.keys(FORMATS) as FormatName[])('%s, when it has several files, renders the first', async (name) => {
    const format = FORMATS[name];
    const report = sampleReport({ schemaReports: sampleSchemaReports() });
    const several = await format.parts?.(report, fr);
    if (several) expect(several.parts[0]?.content()).toBe(await format.render(report, fr, {}));
    expect(format.parts !== undefined).toBe(name === 'svrl');
  });

  test('the catalogues name the same values in their templates', () => {
    const names = (value: unknown): unknown =>
      typeof value === 'string'
        ? (value.match(/\{[\w-]+\}/g) ?? []).sort()
        : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, names(inner)]));
    expect(names(en)).toEqual(names(fr));
  });
});
