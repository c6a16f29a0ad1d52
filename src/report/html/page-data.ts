import type { ReportTexts } from '../../messages/report-texts.js';
import { showHidden } from '../escape-text.js';
import type { Extract } from '../extract.js';
import type { FindOpinions } from '../opinions.js';
import type { Report, ReportFinding } from '../report.js';
import { oneLine, opinionText } from './view.js';

/** Characters of the findings of a page: a browser opens no page of any size, and the other reports have them all. */
const MAX_CHARACTERS = 48_000_000;
/** Characters of one value. */
const MAX_VALUE = 2000;

const SEVERITIES = ['error', 'warning', 'info'];

/** The findings as the page's script reads them: each text once, and each finding as the ranks of its texts. */
export interface PageData {
  /** How many findings, from the first, have their detail in the page. */
  readonly detailed: number;
  readonly json: string;
}

/** What the page's script needs, in JSON: findings, extracts and opinions, every control character in them made visible. */
export function pageData(
  report: Report,
  texts: ReportTexts,
  { extracts, opinions }: { readonly extracts: ReadonlyMap<string, Extract>; readonly opinions: FindOpinions },
): PageData {
  const ranks = new Map<string, number>();
  const strings: string[] = [];
  let characters = 0;
  const rankOf = (text: string): number => {
    const known = ranks.get(text);
    if (known !== undefined) return known;
    const cut = text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
    characters += cut.length + 4;
    ranks.set(text, strings.length);
    return strings.push(showHidden(cut)) - 1;
  };
  const rows: number[][] = [];
  const said: Record<string, string[]> = {};
  for (const finding of report.findings) {
    if (characters > MAX_CHARACTERS) break;
    const row = rowOf(finding, rankOf);
    characters += row.length * 5;
    rows.push(row);
    const words = opinions.ofFinding(finding.fingerprint).map((each) => showHidden(opinionText(texts, each)));
    if (words.length > 0) said[finding.fingerprint] = words;
  }
  const { severities, expected, actual, remedy, clause, html } = texts;
  const data = {
    files: report.command === 'check',
    texts: { severities, fields: { expected, actual, remedy, clause }, page: html.page },
    strings,
    findings: rows,
    extracts: Object.fromEntries([...extracts].map(([id, extract]) => [id.slice(1), extract])),
    opinions: said,
  };
  return { detailed: rows.length, json: JSON.stringify(data) };
}

/** In the order of `COLUMNS` of the page's script. */
function rowOf(finding: ReportFinding, rankOf: (text: string) => number): number[] {
  const { severity, location, check, message, artifact, expected, actual, remedy, clause, requirements, fingerprint } =
    finding;
  const texts = [
    check,
    message,
    artifact,
    location.path ?? '',
    expected,
    actual,
    oneLine(remedy),
    oneLine(clause),
    requirements.join(', '),
    fingerprint,
  ];
  return [SEVERITIES.indexOf(severity), location.line ?? -1, location.column ?? -1, ...texts.map(rankOf)];
}
