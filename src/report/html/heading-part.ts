import { fill } from '../../messages/fill.js';
import type { Report } from '../report.js';
import { type Content, html, type Markup } from './markup.js';
import { oneLine, type View, verdictWord } from './view.js';

/** What is to be read first: what this is, alarms, whose software, the verdict, what limits it, what judged. */
export function headingPart(view: View): Markup {
  const { report, texts } = view;
  const { summary } = report;
  const closing = { ...texts.closing, ...texts.html.closing }[summary.verdict];
  return html`<header>
<h1>${texts.html.title}</h1>
<p class="lead"><strong>${sentence(texts.preVerification)}</strong></p>
${report.partial ? html`<p class="lead missing"><strong>${texts.partial}</strong></p>` : undefined}
${alarms(view)}
${candidate(view)}
<div class="outcome ${summary.verdict}"><p>${verdictWord(view, summary.verdict)}</p>
<p>${closing} ${fill(texts.terminal.exit, { exit: summary.exit })}</p></div>
</header>
`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function alarms({ report, texts }: View): Content {
  if (report.alarms.length === 0) return undefined;
  return html`<section class="alarms" aria-labelledby="alarms"><h2 id="alarms">${texts.labels.alarms}</h2>
<ul>${report.alarms.map((alarm) => html`<li class="break">${oneLine(alarm)}</li>`)}</ul></section>`;
}

function candidate({ report, texts }: View): Content {
  if (report.candidate === null) return undefined;
  const { labels } = texts;
  const { vendor, product, version, corridor, wave, profiles, environment } = report.candidate;
  return facts([
    [labels.product, html`<strong>${product} ${version}</strong>`],
    [labels.vendor, vendor],
    [labels.corridor, corridor],
    [labels.wave, wave],
    [labels.profiles, profiles.join(', ')],
    [labels.environment, environment],
  ]);
}

/** The limits of the report, which a reviewer looks for first, and what judged. */
export function caveatsPart({ report, texts }: View): Markup {
  const { labels, terminal, html: words } = texts;
  const packs = report.packs.map(
    ({ id, version, sha256 }) => html`<div>${fill(terminal.pack, { id, version, sha256 })}</div>`,
  );
  return html`<section aria-labelledby="caveats"><h2 id="caveats">${labels.caveats}</h2>
<ul>${report.caveats.map((caveat) => html`<li class="break">${oneLine(caveat)}</li>`)}</ul>
<h3>${words.judgedBy}</h3>
${facts([
  [texts.xlsx.tool, `${report.tool.name} ${report.tool.version}`],
  [labels.base, fill(terminal.base, report.base)],
  [words.rem, remName(report, words)],
  [labels.rules, packs],
])}
</section>
`;
}

function remName({ command, rem }: Report, words: View['texts']['html']): Content {
  if (rem) return fill(words.remSheet, { file: rem.file, sheet: rem.sheet, sha256: rem.sha256 });
  return command === 'run' ? words.noRem : undefined;
}

function facts(pairs: readonly (readonly [label: string, value: Content])[]): Markup {
  const rows = pairs.map(([label, value]) =>
    value === undefined ? undefined : html`<dt>${label}</dt><dd>${value}</dd>\n`,
  );
  return html`<dl class="facts">${rows}</dl>`;
}
