import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/engine/verdict.js';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import type { Report } from '../../src/report/report.js';
import { toTar } from '../../src/report/tar.js';
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReadReport, sampleReport } from './sample-report.js';

/** Folder of `gitb_tr.xsd` and `gitb_core.xsd`, which the Interoperability Test Bed publishes and this repository does not hold. */
const SCHEMAS = process.env.GITB_SCHEMAS;
if (!SCHEMAS) console.log('GITB TAR is not validated: set GITB_SCHEMAS to the folder of gitb_tr.xsd and gitb_core.xsd');

interface Tar {
  readonly date: string;
  readonly result: string;
  readonly counters: { readonly nrOfAssertions: string; readonly nrOfErrors: string; readonly nrOfWarnings: string };
  readonly reports?: Readonly<Record<'error' | 'warning' | 'info', readonly { readonly description: string }[]>>;
}

function tarOf(report: Report, texts = fr): Tar {
  const xml = toTar(report, texts);
  expect(XMLValidator.validate(xml)).toBe(true);
  const isArray = (name: string): boolean => ['error', 'warning', 'info'].includes(name);
  return new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray }).parse(xml).TestStepReport;
}

const REPORTS: readonly [string, Report][] = [
  ['run', sampleReport()],
  ['check', sampleCheckReport()],
  ['what readers say', sampleReadReport()],
  ['small', goldenReport()],
  ['nothing', sampleReport({ requirements: [], findings: [] })],
];

describe('toTar', () => {
  test('has not changed', async () => {
    await expect(toTar(goldenReport(), fr)).toMatchFileSnapshot('golden/tar.golden');
  });

  test.skipIf(!SCHEMAS).each(REPORTS)('is valid for the schema of GITB (%s)', (_, report) => {
    const core = { 'mem:/gitb_core.xsd': readFileSync(join(SCHEMAS ?? '', 'gitb_core.xsd')) };
    xmlRegisterInputProvider(new XmlBufferInputProvider(core));
    const text = readFileSync(join(SCHEMAS ?? '', 'gitb_tr.xsd'));
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(text, { url: 'mem:/gitb_tr.xsd' }));
    xmlCleanupInputProvider();
    for (const texts of [fr, en]) {
      const document = XmlDocument.fromString(toTar(report, texts));
      expect(() => validator.validate(document)).not.toThrow();
      const wrong = XmlDocument.fromString(toTar(report, texts).replace('<result>', '<result>X'));
      expect(() => validator.validate(wrong)).toThrow();
    }
  });

  test.each(REPORTS)('counts what it holds (%s)', (_, report) => {
    const { counters, reports } = tarOf(report);
    const [errors = 0, warnings = 0, infos = 0] = (['error', 'warning', 'info'] as const).map(
      (level) => reports?.[level]?.length ?? 0,
    );
    expect(counters).toEqual({
      nrOfAssertions: String(errors + warnings + infos),
      nrOfErrors: String(errors),
      nrOfWarnings: String(warnings),
    });
  });

  test('bears the date of the base: a report has no clock', () => {
    expect(tarOf(goldenReport()).date).toBe('2023-02-21T00:00:00Z');
  });

  test.each<[Verdict, number, string]>([
    ['undetermined', 4, 'UNDEFINED'],
    ['nonconforming', 1, 'FAILURE'],
    ['missing', 3, 'FAILURE'],
    ['to-review', 0, 'WARNING'],
    ['to-review', 3, 'UNDEFINED'],
    ['not-tested', 3, 'UNDEFINED'],
    ['conforming', 0, 'SUCCESS'],
    ['conforming', 130, 'UNDEFINED'],
    ['not-applicable', 0, 'SUCCESS'],
  ])('%s with exit code %i is %s', (verdict, exit, result) => {
    const report = sampleReport({ requirements: [], findings: [] });
    expect(tarOf({ ...report, summary: { ...report.summary, verdict, exit } }).result).toBe(result);
  });

  test('what conforms with a warning is a warning', () => {
    const report = sampleReport({ requirements: [], findings: [sampleFinding('f1', { severity: 'warning' })] });
    expect(tarOf({ ...report, summary: { ...report.summary, verdict: 'conforming', exit: 0 } }).result).toBe('WARNING');
  });

  test('holds 30,000 findings', () => {
    expect(tarOf(longReport(30_000)).counters.nrOfAssertions).toBe('30000');
  });

  test.each(Object.entries(NASTY))('holds nothing that XML 1.0 forbids: %s', (_, text) => {
    const findings = [sampleFinding('f1', { message: text, artifact: text, actual: text, check: text })];
    const report = sampleReport({ requirements: [], findings, caveats: [text], alarms: [text] });
    const xml = toTar(report, fr);
    tarOf(report);
    expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\uFFFE\uFFFF]/u);
  });
});
