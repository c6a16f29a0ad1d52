import { fill } from '../messages/fill.js';
import { escapeMarkdown } from '../report/escape-markdown.js';
import { cutAt } from '../report/escape-text.js';
import { sayOutcome, saySide } from './compare-text.js';
import type { Comparison } from './comparison.js';
import { type CompareTexts, type Section, sectionsOf } from './sections.js';

/** Characters: GitHub takes 65,536 in a comment. */
const MAXIMUM = 60_000;
/** Characters of one line before it is escaped. */
const MAX_LINE = 600;

/**
 * The comparison as a comment of a merge request: the outcome, a table of counts, then each kind of difference folded, what regressed unfolded. What
 * does not fit in 60,000 characters is counted.
 */
export function compareMarkdown(comparison: Comparison, texts: CompareTexts): string {
  const sections = sectionsOf(comparison, texts);
  const head = headOf(comparison, sections, texts);
  const escaped = sections.map(({ title, lines }) => ({ title, lines: lines.map(item) }));
  const all = escaped.map(({ lines }) => lines.length);
  const whole = [head, ...escaped.map((each, index) => folded(each, index, all, texts))].join('\n');
  if (whole.length <= MAXIMUM) return whole;
  const most = all.reduce((sum, count) => sum + count, 0);
  const none = escaped.map((each, index) => folded({ ...each, lines: [] }, index, all, texts));
  let room = MAXIMUM - [head, notice(most, texts), ...none].join('\n').length;
  const kept = escaped.map(({ title, lines }) => {
    const fitting = lines.findIndex((line) => {
      room -= line.length + 1;
      return room < 0;
    });
    return { title, lines: fitting === -1 ? lines : lines.slice(0, fitting) };
  });
  const left = most - kept.reduce((sum, { lines }) => sum + lines.length, 0);
  return [head, notice(left, texts), ...kept.map((each, index) => folded(each, index, all, texts))].join('\n');
}

function headOf(comparison: Comparison, sections: readonly Section[], texts: CompareTexts): string {
  const { compare } = texts;
  const { what, count } = compare.table;
  const rows = sections.map(({ title, lines }) => `| ${escapeMarkdown(title)} | ${lines.length} |`);
  return [
    `### ${escapeMarkdown(compare.title)}`,
    '',
    `**${escapeMarkdown(sayOutcome(comparison, texts))}**`,
    '',
    item(`${compare.before} — ${saySide(comparison.a, texts)}`),
    item(`${compare.after} — ${saySide(comparison.b, texts)}`),
    ...(comparison.partial ? [item(compare.partial)] : []),
    item(fill(compare.same, { count: comparison.findings.same })),
    item(compare.preVerification),
    '',
    ...(rows.length > 0 ? [`| ${escapeMarkdown(what)} | ${escapeMarkdown(count)} |`, '|---|---:|', ...rows, ''] : []),
  ].join('\n');
}

function notice(count: number, { compare }: CompareTexts): string {
  return `> ${escapeMarkdown(fill(compare.cut, { count, maximum: MAXIMUM }))}\n`;
}

/** @param all how many lines each section has, those left out included. */
function folded({ title, lines }: Section, index: number, all: readonly number[], { compare }: CompareTexts): string {
  const count = all[index] ?? 0;
  const more = count > lines.length ? [item(fill(compare.more, { count: count - lines.length }))] : [];
  const open = title === compare.sections.regressions ? ' open' : '';
  const summary = `<details${open}><summary>${escapeMarkdown(title)} (${count})</summary>`;
  return [summary, '', ...lines, ...more, '', '</details>', ''].join('\n');
}

function item(text: string): string {
  const kept = cutAt(text, MAX_LINE);
  return `- ${escapeMarkdown(kept.length < text.length ? `${kept}…` : text)}`;
}
