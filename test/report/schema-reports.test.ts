import { describe, expect, it } from 'vitest';
import type { CheckRun, Finding } from '../../src/engine/results.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { buildReport } from '../../src/report/build.js';
import type { ReportInput } from '../../src/report/report-input.js';
import { reportInput } from '../support/check-report.js';
import { sampleSchema, sampleSchemaReport } from './sample-schema-reports.js';

const french = await loadCatalogue('fr');
const mask = (text: string): string => text.replaceAll('SECRET', '[P1-nom]');
const schema = sampleSchema();
const places = schema.assertions.map(({ place }) => `${place.file}:${place.line}`);

/** The finding that a result of the sample is. */
function finding(pattern: string, place: string | undefined, text: string, line: number, column: number): Finding {
  return {
    check: `P/IHE/${pattern}`,
    code: 'official/assertion',
    severity: 'error',
    clause: place ?? '',
    args: { text, test: '', pattern, context: '', place: place ?? '' },
    at: { artifact: 'SECRET.xml', line, column },
    actual: '',
  };
}

const findings = [
  finding('first', places[0], 'Le code de SECRET manque.', 2, 1),
  finding('Dernier', places[2], 'Code inconnu.', 5, 3),
  finding('Dernier', places[2], 'Code inconnu.', 6, 3),
];
const run: CheckRun = {
  check: 'P/IHE',
  artifacts: ['SECRET.xml'],
  verdict: 'nonconforming',
  evaluated: 3,
  findings,
  needs: [],
  failure: undefined,
};
const [first, ...others] = sampleSchemaReport().results;
const said = sampleSchemaReport({
  artifact: 'SECRET.xml',
  results: first ? [{ ...first, text: ' Le code de\n SECRET manque. ' }, ...others] : [],
});
const build = (fields: Partial<ReportInput> = {}) =>
  buildReport(
    reportInput({ command: 'run', dossier: [run], said: [{ reports: [said], schemas: [schema] }], ...fields }),
    french,
    mask,
  );

describe('what schemas said', () => {
  it('is masked, each result with the fingerprint of the finding that it is when somebody said something', () => {
    const report = build({ opinions: [] });
    const results = report.schemaReports?.reports[0]?.results ?? [];
    const fingerprintAt = (line: number) => report.findings.find(({ location }) => location.line === line)?.fingerprint;
    expect(results.map(({ fingerprint }) => fingerprint)).toEqual([fingerprintAt(2), undefined, fingerprintAt(5)]);
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(JSON.stringify(report.schemaReports?.reports)).not.toContain('SECRET');
  });

  it('names no finding without avis.yaml', () => {
    const results = build().schemaReports?.reports[0]?.results ?? [];
    expect(results).toHaveLength(3);
    for (const result of results) expect(result).not.toHaveProperty('fingerprint');
  });
});
