import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { cutAt } from './escape-text.js';
import type { FilePlace } from './file-places.js';
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

/** The same with the place in what an archive or a mail holds, for tools that know the file only. */
export function placedText(finding: ReportFinding, { inside }: FilePlace, texts: ReportTexts): string {
  const text = findingText(finding, texts);
  return inside === undefined ? text : `${text} (${fill(texts.notes.inside, { inside })})`;
}

/** `text`, cut at `length` characters, and what is left out. */
function cutValue(text: string, texts: ReportTexts, length = MAX_VALUE): string {
  const kept = cutAt(text, length);
  return kept.length === text.length ? text : kept + fill(texts.cut, { count: text.length - kept.length });
}
