import { fill } from '../messages/fill.js';
import { onOneLine, showHidden } from '../report/escape-text.js';
import type { ComparedReport, Comparison } from './comparison.js';
import { type CompareTexts, sectionsOf } from './sections.js';

/** Lines of one kind of difference, unless all are asked for. */
const MAX_LINES = 50;

/** The comparison for a terminal: what was compared, each kind of difference, the outcome last. */
export function compareText(comparison: Comparison, texts: CompareTexts, verbose = false): string {
  const { compare } = texts;
  const lines = [
    compare.title,
    `  ${compare.before} — ${saySide(comparison.a, texts)}`,
    `  ${compare.after} — ${saySide(comparison.b, texts)}`,
    ...(comparison.partial ? [`  ${compare.partial}`] : []),
  ];
  for (const { title, lines: all } of sectionsOf(comparison, texts)) {
    const listed = verbose ? all : all.slice(0, MAX_LINES);
    lines.push('', `${title} (${all.length})`, ...listed.map((line) => `  ${showHidden(onOneLine(line))}`));
    if (listed.length < all.length) lines.push(`  ${fill(compare.more, { count: all.length - listed.length })}`);
  }
  const same = fill(compare.same, { count: comparison.findings.same });
  return `${[...lines, '', same, sayOutcome(comparison, texts), compare.preVerification].join('\n')}\n`;
}

/** The outcome in a sentence. */
export function sayOutcome({ outcome, identical, counts }: Comparison, { compare }: CompareTexts): string {
  return identical ? compare.identical : fill(compare.outcomes[outcome], { regressions: counts.regressions });
}

/** What was compared, not escaped for Markdown. */
export function saySide({ candidate, verdict, tool }: ComparedReport, { compare, report }: CompareTexts): string {
  const words = { verdict: report.verdicts[verdict], tool, ...candidate };
  return showHidden(fill(candidate ? compare.side : compare.sideWithoutProduct, words));
}
