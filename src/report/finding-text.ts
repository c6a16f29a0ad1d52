import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { cutAt } from './escape-text.js';
import type { ReportFinding } from './report.js';

/** Characters of a value: tools show these texts in lists. */
const MAX_VALUE = 1000;

/** What was found, expected and is to be done, in one text that is not escaped; each value is cut at `length` characters, and says so. */
export function findingText(finding: ReportFinding, texts: ReportTexts, length = MAX_VALUE): string {
  const labelled = [
    [texts.expected, finding.expected],
    [texts.actual, finding.actual],
    [texts.remedy, finding.remedy],
  ] as const;
  return [
    cutValue(finding.message, texts, length),
    ...labelled.flatMap(([label, value]) => (value === '' ? [] : [`${label} ${cutValue(value, texts, length)}`])),
  ].join(' — ');
}

/** `text`, cut at `length` characters, and what is left out. */
export function cutValue(text: string, texts: ReportTexts, length = MAX_VALUE): string {
  const kept = cutAt(text, length);
  return kept.length === text.length ? text : kept + fill(texts.cut, { count: text.length - kept.length });
}
