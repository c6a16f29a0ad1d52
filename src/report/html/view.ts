import type { Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import type { Extract } from '../extract.js';
import { type FindFindings, placeOf } from '../find-findings.js';
import type { FindOpinions } from '../opinions.js';
import type { Report, ReportOpinion } from '../report.js';
import { VERDICT_MARKS } from '../verdict-marks.js';
import { type Content, html, type Markup } from './markup.js';

/** What the parts of the page are made from. */
export interface View {
  readonly report: Report;
  readonly texts: ReportTexts;
  readonly find: FindFindings;
  readonly opinions: FindOpinions;
  readonly extracts: ReadonlyMap<string, Extract>;
  /** Kind of each artifact, by path. */
  readonly kinds: ReadonlyMap<string, string>;
  /** By path; undefined where no image may be shown. */
  readonly images: ReadonlyMap<string, string> | undefined;
  /** How many findings, from the first, the page has the detail of. */
  readonly detailed: number;
}

/** Findings of one run of a check that are named under it. */
const MAX_FINDINGS = 20;

/** A verdict in a word, with its mark. */
export function verdictWord({ texts }: View, verdict: Verdict): Markup {
  return html`<span class="v ${verdict}"><span aria-hidden="true">${VERDICT_MARKS[verdict]}</span> ${texts.verdicts[verdict]}</span>`;
}

/** Paragraphs of reasons. */
export function reasonNotes(reasons: readonly string[]): Content {
  return reasons.map((reason) => html`<p class="break">${oneLine(reason)}</p>`);
}

/** Findings in one line each, that leads to their detail. */
export function findingLines({ find, texts, detailed }: View, ids: readonly string[]): Content {
  if (ids.length === 0) return undefined;
  const listed = find(ids.slice(0, MAX_FINDINGS)).map((finding) => {
    const { id, severity, message } = finding;
    const name = html`<span class="v ${severity}">${texts.severities[severity]}</span> ${id}`;
    const link = Number(id.slice(1)) <= detailed ? html`<a href="#${id}">${name}</a>` : name;
    return html`<li class="break">${link} <span class="path">${placeOf(finding)}</span> — ${message}</li>`;
  });
  const more = ids.length - listed.length;
  return html`<ul class="plain">${listed}${more > 0 ? html`<li>${fill(texts.moreFindings, { count: more })}</li>` : undefined}</ul>`;
}

/** Opinions and derogations, one paragraph each. */
export function opinionNotes(view: View, opinions: readonly ReportOpinion[]): Content {
  return opinions.map((opinion) => html`<p class="opinion break">${opinionText(view.texts, opinion)}</p>`);
}

/** What somebody said, in one line. */
export function opinionText({ html: words }: ReportTexts, { decision, by, date, text, until }: ReportOpinion): string {
  const who = fill(words.opinionBy, { by, date });
  const end = until === null ? '' : `, ${fill(words.opinionUntil, { until })}`;
  return `${words.opinion[decision ?? 'derogation']} (${who}${end}) — ${oneLine(text)}`;
}

/** A table whose first column names its rows. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Content[])[],
  numbers = false,
): Markup {
  const kind = numbers ? html` class="n"` : undefined;
  const headings = head.map((name, index) => html`<th scope="col"${index > 0 ? kind : undefined}>${name}</th>`);
  const body = rows.map(
    ([first, ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td${kind}>${cell}</td>`)}</tr>\n`,
  );
  return html`<div class="table" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A text that YAML may have folded. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
