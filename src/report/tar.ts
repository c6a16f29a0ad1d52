import { XMLBuilder } from 'fast-xml-parser';
import type { Verdict } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine, showHidden } from './escape-text.js';
import { placeOf, worstFirst } from './find-findings.js';
import { findingText } from './finding-text.js';
import type { Report, ReportFinding } from './report.js';
import { type Unsettled, unsettled } from './unsettled.js';

type TarResult = 'SUCCESS' | 'FAILURE' | 'WARNING' | 'UNDEFINED';
type Level = 'error' | 'warning' | 'info';

/** How TAR, which knows neither missing nor to-review, takes each verdict. The table is in docs/report-formats.md. */
const RESULTS: Readonly<Record<Verdict, TarResult>> = {
  undetermined: 'UNDEFINED',
  nonconforming: 'FAILURE',
  missing: 'FAILURE',
  'to-review': 'WARNING',
  'not-tested': 'UNDEFINED',
  conforming: 'SUCCESS',
  'not-applicable': 'SUCCESS',
};

const LEVELS = { undetermined: 'warning', missing: 'error', 'not-tested': 'warning', 'to-review': 'info' } as const;

interface Item {
  readonly level: Level;
  /** Children of a BAR. */
  readonly node: object;
}

/**
 * Test assertion report (GITB, `http://www.gitb.com/tr/v1/`): an item per finding, worst first, then per step, proof or check without conclusion.
 * Its schema requires a date: it is that of the base of requirements, since a report has no clock.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function toTar(report: Report, texts: ReportTexts): string {
  const items = [
    ...report.alarms.map((alarm): Item => ({ level: 'warning', node: { description: text(alarm), type: 'alarm' } })),
    ...worstFirst(report).map((finding) => findingItem(finding, texts)),
    ...unsettled(report, texts).map((each) => unsettledItem(each, texts)),
  ];
  const count = (level: Level): string => String(items.filter((item) => item.level === level).length);
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressBooleanAttributes: false });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    TestStepReport: {
      '@_xmlns': 'http://www.gitb.com/tr/v1/',
      '@_xmlns:gitb': 'http://www.gitb.com/core/v1/',
      '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@_xsi:type': 'TAR',
      '@_name': text(`${report.tool.name} — ${texts.preVerification}`),
      date: `${report.base.date.slice(0, 'YYYY-MM-DD'.length)}T00:00:00Z`,
      result: resultOf(report, items),
      overview: {
        profileID: text(`${report.base.source} (${report.base.date})`),
        validationServiceName: report.tool.name,
        validationServiceVersion: report.tool.version,
        note: text(report.caveats.join(' ')),
      },
      counters: { nrOfAssertions: String(items.length), nrOfErrors: count('error'), nrOfWarnings: count('warning') },
      context: { '@_type': 'map', 'gitb:item': contextItems(report) },
      ...(items.length > 0 && { reports: grouped(items) }),
    },
  });
}

/** What exits by another code than 0 is no success, whatever the verdict that comes first. */
function resultOf({ summary: { verdict, exit } }: Report, items: readonly Item[]): TarResult {
  const result = RESULTS[verdict];
  if (exit !== 0 && (result === 'SUCCESS' || result === 'WARNING')) return 'UNDEFINED';
  return result === 'SUCCESS' && items.some(({ level }) => level !== 'info') ? 'WARNING' : result;
}

/** Errors, then warnings, then the rest: the schema takes them in any order, the builder one element name at a time. */
function grouped(items: readonly Item[]): object {
  const levels = ['error', 'warning', 'info'] as const;
  return Object.fromEntries(
    levels.flatMap((level) => {
      const nodes = items.filter((item) => item.level === level).map(({ node }) => ({ '@_xsi:type': 'BAR', ...node }));
      return nodes.length > 0 ? [[level, nodes]] : [];
    }),
  );
}

function findingItem(finding: ReportFinding, texts: ReportTexts): Item {
  const { severity, code, check, actual } = finding;
  const node = {
    assertionID: text(code),
    description: text(findingText(finding, texts)),
    location: text(placeOf(finding)),
    test: text(check),
    ...(actual !== '' && { value: text(actual) }),
  };
  return { level: severity, node };
}

function unsettledItem({ verdict, mandatory, subject, reasons }: Unsettled, texts: ReportTexts): Item {
  const { unsettled: said, nonMandatory } = texts.notes;
  const first = fill(mandatory ? said : nonMandatory, { verdict: texts.verdicts[verdict], subject });
  const node = { description: text([first, ...reasons].join(' — ')), type: verdict };
  return { level: mandatory ? LEVELS[verdict] : 'info', node };
}

function contextItems({ candidate, packs, summary }: Report): object[] {
  const values: [name: string, value: string][] = [
    ...(candidate === null
      ? []
      : ([
          ['vendor', candidate.vendor],
          ['product', candidate.product],
          ['version', candidate.version],
          ['corridor', candidate.corridor],
        ] satisfies [string, string][])),
    ...packs.map(({ id, version, sha256 }): [string, string] => ['pack', `${id} ${version} ${sha256}`]),
    ['verdict', summary.verdict],
    ['exit', String(summary.exit)],
  ];
  return values.map(([name, value]) => ({
    '@_name': name,
    '@_type': 'string',
    '@_embeddingMethod': 'STRING',
    'gitb:value': text(value),
  }));
}

function text(value: string): string {
  return showHidden(onOneLine(value));
}
