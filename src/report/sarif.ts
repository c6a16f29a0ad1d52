import { gzipSync } from 'node:zlib';
import { checkById } from '../checks/registry.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { cutAt, onOneLine, showHidden } from './escape-text.js';
import { type FilePlace, filePlaces } from './file-places.js';
import { worstFirst } from './find-findings.js';
import { placedText } from './finding-text.js';
import type { Report, ReportFinding, ReportOpinion } from './report.js';
import { type Unsettled, unsettled } from './unsettled.js';

/** What GitHub takes of one run: it shows the 5,000 worst, and refuses a file that has more, or that is larger, whole. */
const MAX_RESULTS = 25_000;
const MAX_GZIP = 10_000_000;
/** Characters of the descriptions of a rule that GitHub keeps. */
const MAX_DESCRIPTION = 1024;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const NOTIFICATION_LEVELS = {
  undetermined: 'error',
  missing: 'error',
  'not-tested': 'warning',
  'to-review': 'note',
} as const;

interface SarifOptions {
  /** Path of what was judged from where the command runs. */
  readonly folder?: string;
  /** What the checks are; without it a rule has its id only. */
  readonly checks?: Catalogue['checks'];
  /** Hears what had to be left out. */
  readonly announce?: (text: string) => void;
  /** Only tests have lower ones. */
  readonly limits?: { readonly results: number; readonly gzip: number };
}

/**
 * SARIF 2.1.0 (OASIS) of a report, for the code scanning of GitHub: one run whose results are the findings, worst first, and whose notifications
 * are the alarms, the caveats and what has no conclusion. What goes beyond the limits of GitHub is left out, which a notification and `announce` say.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function toSarif(report: Report, texts: ReportTexts, options: SarifOptions = {}): string {
  const { announce, limits = { results: MAX_RESULTS, gzip: MAX_GZIP } } = options;
  const findings = worstFirst(report);
  const rules = rulesOf(report, options.checks);
  const results = resultsOf(findings.slice(0, limits.results), { report, texts, rules, folder: options.folder ?? '' });
  const notifications = notificationsOf(report, texts);
  const write = (kept: number): string => {
    const cut = kept < findings.length ? [notification('warning', cutText(kept))] : [];
    return serialise(report, { rules, results: results.slice(0, kept), notifications: [...cut, ...notifications] });
  };
  const cutText = (kept: number): string => fill(texts.sarif.cut, { count: findings.length - kept, kept });
  let kept = results.length;
  let text = write(kept);
  // A text that is short enough as it is need not be compressed to know.
  while (kept > 0 && text.length > limits.gzip / 3) {
    const size = gzipSync(text).length;
    if (size <= limits.gzip) break;
    kept = Math.floor(kept * Math.min(0.9, limits.gzip / size));
    text = write(kept);
  }
  if (kept < findings.length) announce?.(cutText(kept));
  return text;
}

function serialise(
  { tool, base, packs, summary, language }: Report,
  {
    rules,
    results,
    notifications,
  }: Pick<Run, 'rules'> & { results: readonly object[]; notifications: readonly object[] },
): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: [...rules.values()] } },
        language,
        columnKind: 'unicodeCodePoints',
        invocations: [
          {
            executionSuccessful: summary.exit !== 4 && summary.exit !== 130,
            exitCode: summary.exit,
            toolExecutionNotifications: notifications,
          },
        ],
        results,
        properties: { verdict: summary.verdict, base, packs },
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

interface Rule {
  readonly id: string;
}

interface Run {
  readonly report: Report;
  readonly texts: ReportTexts;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly folder: string;
}

/** The checks that ran, by id, and those of readers that found something. */
function rulesOf(report: Report, texts: Catalogue['checks'] = {}): Map<string, Rule> {
  const requirements = new Map<string, Set<string>>();
  const take = (check: string, ids: readonly string[]): void => {
    const known = requirements.get(check) ?? new Set();
    requirements.set(check, known);
    for (const id of ids) known.add(id);
  };
  for (const { id, scenarios } of report.requirements)
    for (const { steps } of scenarios) for (const { checks } of steps) for (const each of checks) take(each.id, [id]);
  for (const { checks } of report.files) for (const { id } of checks) take(id, []);
  for (const { id } of report.dossier) take(id, []);
  for (const { check, requirements: ids } of report.findings) take(check, ids);
  const ids = [...requirements.keys()].sort();
  return new Map(ids.map((id) => [id, ruleOf(id, [...(requirements.get(id) ?? [])], texts[id])]));
}

function ruleOf(id: string, requirements: readonly string[], texts: Catalogue['checks'][string] | undefined): Rule {
  const rules = Object.values(checkById(id)?.rules ?? {});
  const severity = (['error', 'warning', 'info'] as const).find((each) => rules.some((rule) => rule.severity === each));
  const clauses = [...new Set(rules.map((rule) => onOneLine(rule.clause)))];
  const what = onOneLine(texts?.what ?? id);
  const why = texts ? onOneLine(texts.why) : '';
  const whole = [what, why].filter((text) => text !== '');
  return {
    id,
    shortDescription: message(cutAt(onOneLine(texts?.title ?? id), MAX_DESCRIPTION)),
    fullDescription: message(cutAt(whole.join(' '), MAX_DESCRIPTION)),
    help: {
      text: [...whole, ...clauses].join('\n'),
      markdown: [...whole, ...clauses.map((clause) => `- ${clause}`)].join('\n\n'),
    },
    ...(severity && { defaultConfiguration: { level: LEVELS[severity] } }),
    properties: { clauses, requirements, tags: ['segur'] },
  } as Rule;
}

function resultsOf(findings: readonly ReportFinding[], { report, texts, rules, folder }: Run): object[] {
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  const placeOf = filePlaces(report, folder);
  const derogations = derogationsOf(report.opinions ?? [], texts);
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const { check, severity, fingerprint } = finding;
    const count = (met.get(fingerprint) ?? 0) + 1;
    met.set(fingerprint, count);
    const place = placeOf(finding);
    const suppressions = derogations.get(fingerprint);
    return {
      ruleId: check,
      ruleIndex: indexes.get(check),
      level: LEVELS[severity],
      message: message(placedText(finding, place, texts)),
      locations: [locationOf(finding, place)],
      // GitHub follows an alert from one run to the next by the second only.
      partialFingerprints: { 'segurCheck/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:${count}` },
      ...(suppressions && { suppressions }),
      properties: propertiesOf(finding),
    };
  });
}

function propertiesOf({ code, requirements, clause }: ReportFinding): object {
  return { code, requirements, clause };
}

/** GitHub takes no result without a line: a finding of the whole file, or of what an archive holds, is at the first. */
function locationOf({ location: { path } }: ReportFinding, { file, line, column, inside }: FilePlace): object {
  const logical = [
    ...(inside === undefined ? [] : [{ fullyQualifiedName: showHidden(inside), kind: 'resource' }]),
    ...(path === undefined ? [] : [{ fullyQualifiedName: showHidden(path) }]),
  ];
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: Math.max(1, line ?? 1), ...(column !== undefined && { startColumn: Math.max(1, column) }) },
    },
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
}

/** A vendor's derogation suppresses nothing before whoever verifies accepted it. */
function derogationsOf(opinions: readonly ReportOpinion[], texts: ReportTexts): Map<string, object[]> {
  const all = new Map<string, object[]>();
  for (const { kind, on, by, date, until, text, current } of opinions) {
    if (kind !== 'derogation' || !current || !('finding' in on)) continue;
    const justification = fill(texts.sarif.derogation, { by, date, until: until ?? '', text });
    const suppression = { kind: 'external', status: 'underReview', justification: plain(justification) };
    all.set(on.finding, [...(all.get(on.finding) ?? []), suppression]);
  }
  return all;
}

function notificationsOf(report: Report, texts: ReportTexts): object[] {
  const { notes, verdicts } = texts;
  const said = ({ verdict, mandatory, subject, reasons }: Unsettled): string => {
    const first = fill(mandatory ? notes.unsettled : notes.nonMandatory, { verdict: verdicts[verdict], subject });
    return [first, ...reasons].join(' — ');
  };
  return [
    ...report.alarms.map((text) => notification('warning', fill(notes.alarm, { text: onOneLine(text) }))),
    ...report.caveats.map((text) => notification('note', fill(notes.caveat, { text: onOneLine(text) }))),
    ...unsettled(report, texts).map((each) =>
      notification(each.mandatory ? NOTIFICATION_LEVELS[each.verdict] : 'note', said(each), each.verdict),
    ),
  ];
}

function notification(level: 'error' | 'warning' | 'note', text: string, verdict?: string): object {
  return { level, message: message(text), ...(verdict !== undefined && { descriptor: { id: verdict } }) };
}

function message(text: string): { readonly text: string } {
  return { text: plain(text) };
}

/** One line without what SARIF (3.11.6) would make a link of. */
function plain(text: string): string {
  return showHidden(onOneLine(text)).replaceAll('](', '] (');
}

/** Each segment percent-encoded (RFC 3986), so that neither a scheme nor a host can be read in it. */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .join('/');
}
