import { groupBy } from '../../artifacts/group-by.js';
import { VERDICTS } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import { targetOf } from '../opinions.js';
import { type Content, html, type Markup } from './markup.js';
import { oneLine, opinionNotes, type View } from './view.js';

/** Fields that narrow what the page shows; without a script they are not there. */
export function filtersPart({ report, texts }: View): Markup {
  const { filters, open, close } = texts.html;
  const results = report.command === 'run' ? report.requirements : report.files;
  const verdicts = VERDICTS.filter((verdict) => results.some((each) => each.verdict === verdict));
  const chapters = [...groupBy(report.requirements, ({ chapter }) => chapter).keys()].map(
    (chapter, rank) => [String(rank + 1), oneLine(chapter)] as const,
  );
  const severities = (['error', 'warning', 'info'] as const).map((each) => [each, texts.severities[each]] as const);
  const isRun = report.command === 'run';
  return html`<form id="filters" class="filters" role="search" aria-label="${filters.title}"><fieldset><legend>${filters.title}</legend>
<label>${filters.search}<br><input type="search" id="text" name="text" autocomplete="off"></label>
${select(
  'verdict',
  filters.verdict,
  filters.all,
  verdicts.map((each) => [each, texts.verdicts[each]]),
)}
${isRun ? select('chapter', filters.chapter, filters.all, chapters) : undefined}
${select('severity', filters.severity, filters.allFeminine, severities)}
${isRun ? html`<label class="check"><input type="checkbox" name="mandatory"> ${filters.mandatory}</label>` : undefined}
<button type="button" id="clear-filters">${filters.reset}</button>
<button type="button" id="open-all">${open}</button>
<button type="button" id="close-all">${close}</button>
</fieldset><p class="status" id="status" role="status"></p></form>
`;
}

function select(name: string, label: string, all: string, options: readonly (readonly [string, string])[]): Markup {
  const choices = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${label}<br><select name="${name}"><option value="">${all}</option>${choices}</select></label>`;
}

/** Where the page's script puts the findings, with what turns their pages. */
export function findingsPart({ report, texts, extracts, detailed }: View): Markup {
  const { html: words, labels } = texts;
  const all = report.findings.length;
  const { pager } = words;
  const more = all - detailed;
  return html`<section aria-labelledby="findings"><h2 id="findings" class="sheet">${labels.findings}</h2>
<noscript><p>${words.noScript}</p></noscript>
<p class="note">${fill(words.extractsGiven, { count: extracts.size, all })}</p>
${more > 0 ? html`<p>${fill(words.findingsCut, { count: more })}</p>` : undefined}
<p id="range" role="status"></p>
<nav class="pager" id="pager" aria-label="${pager.name}" hidden>
<button type="button" id="first">${pager.first}</button>
<button type="button" id="previous">${pager.previous}</button>
<label>${pager.page} <input type="number" id="page" min="1" step="1" value="1"></label> <span id="pages"></span>
<button type="button" id="next">${pager.next}</button>
<button type="button" id="last">${pager.last}</button>
</nav>
<ol class="findings" id="finding-list"></ol>
</section>
`;
}

/** What was said of what this report no longer has; the rest stands where it belongs. */
export function opinionsPart(view: View): Content {
  const { opinions, texts } = view;
  if (opinions.outdated.length === 0) return undefined;
  return html`<section aria-labelledby="opinions"><h2 id="opinions">${texts.html.opinions}</h2>
<h3>${texts.html.outdated}</h3>
${opinions.outdated.map((opinion) => html`<p class="path">${targetOf(opinion)}</p>${opinionNotes(view, [opinion])}`)}
</section>
`;
}
