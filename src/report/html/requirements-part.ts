import { groupBy } from '../../artifacts/group-by.js';
import { fill } from '../../messages/fill.js';
import type { ReportCheckRun, ReportRequirement, ReportScenario, ReportStep } from '../report.js';
import { evidenceItem, officialText } from './evidence-part.js';
import { type Content, html, type Markup } from './markup.js';
import { findingLines, oneLine, reasonNotes, type View, verdictWord } from './view.js';

/** Files that a run of a check names. */
const MAX_FILES = 5;

/** Requirements by chapter, each with its scenarios, steps, checks and proofs. */
export function* requirementsPart(view: View): Generator<Markup> {
  const { report, texts } = view;
  const ranks = new Map(report.requirements.map((each, rank) => [each, rank]));
  yield html`<section aria-labelledby="requirements"><h2 id="requirements" class="sheet">${texts.labels.requirements}</h2>
`;
  let rank = 0;
  for (const [chapter, requirements] of groupBy(report.requirements, (each) => each.chapter)) {
    yield html`<div class="group"><h3 id="c${++rank}">${oneLine(chapter)}</h3>
`;
    for (const each of requirements) yield requirementItem(view, each, { rank: ranks.get(each) ?? 0, chapter: rank });
    yield html`</div>
`;
  }
  yield html`</section>
`;
}

function requirementItem(
  view: View,
  requirement: ReportRequirement,
  place: { readonly rank: number; readonly chapter: number },
): Markup {
  const { texts } = view;
  const { id, title, verdict, mandatory, reason, correction, official, scenarios } = requirement;
  return html`<details class="item" id="r${place.rank + 1}" data-id="${id}" data-verdict="${verdict}" data-chapter="${place.chapter}" data-mandatory="${mandatory ? 'yes' : 'no'}">
<summary><h4><span class="id">${id}</span> ${oneLine(title)}${mandatory ? undefined : html` <span class="muted">(${texts.natures[requirement.nature]}, ${texts.nonMandatory})</span>`}</h4>${findingCount(view, requirement)}${verdictWord(view, verdict)}</summary>
<div class="body"><p class="note">${about(view, requirement)}</p>
${official ? officialText(view, { id: official.id, text: `${official.statement}\n${official.comment}` }) : undefined}
${reason === null ? undefined : html`<p class="break">${oneLine(reason)}</p>`}
${correction === null ? undefined : html`<p class="break">${oneLine(fill(texts.correction, { correction }))}</p>`}
${scenarios.length === 0 ? html`<p>${texts.noScenario}</p>` : scenarios.map((each) => scenarioPart(view, each))}
</div></details>
`;
}

function findingCount({ texts }: View, { scenarios }: ReportRequirement): Content {
  const runs = scenarios.flatMap(({ steps }) => steps.flatMap(({ checks }) => checks));
  const count = new Set(runs.flatMap(({ findings }) => findings)).size;
  if (count === 0) return undefined;
  return html`<span class="muted">${fill(texts.terminal.findings, { counts: count })}</span>`;
}

function about({ texts }: View, requirement: ReportRequirement): string {
  const { wave, nature, function: functionName, criticality, profiles, clause } = requirement;
  const parts = [
    fill(texts.wave, { wave }),
    texts.natures[nature],
    functionName,
    criticality,
    profiles.join(', '),
    clause,
  ];
  return parts.flatMap((part) => (part ? [oneLine(part)] : [])).join(' · ');
}

function scenarioPart(view: View, scenario: ReportScenario): Markup {
  const { id, title, verdict, reason, official, steps, evidence } = scenario;
  return html`<div class="scenario"><h5><span class="id">${id}</span> ${oneLine(title)} — ${verdictWord(view, verdict)}</h5>
${reason === null ? undefined : html`<p class="break">${oneLine(reason)}</p>`}
${official ? officialText(view, official) : undefined}
${official?.verificationPoints ? officialText(view, { id: official.id, text: official.verificationPoints }, view.texts.html.verificationPoints) : undefined}
${steps.length === 0 ? undefined : html`<ul class="plain">${steps.map((step) => stepItem(view, step))}</ul>`}
${evidence.length === 0 ? undefined : html`<p class="note">${view.texts.html.evidence}</p><ul class="plain">${evidence.map((each) => evidenceItem(view, each))}</ul>`}
</div>
`;
}

function stepItem(view: View, { number, title, verdict, reasons, checks }: ReportStep): Markup {
  const name = oneLine(fill(view.texts.stepTitle, { number, title }));
  const runs =
    checks.length === 0 ? undefined : html`<ul class="plain">${checks.map((run) => runItem(view, run))}</ul>`;
  return html`<li>${name} — ${verdictWord(view, verdict)}${reasonNotes(reasons)}${runs}</li>
`;
}

/** A check that ran: its verdict, what it looked at, and what it found. */
function runItem(view: View, run: ReportCheckRun, reasons: readonly string[] = []): Markup {
  const { id, verdict, evaluated, artifacts, findings } = run;
  const looked = fill(view.texts.html.looked, { count: evaluated });
  const on =
    artifacts.length === 0
      ? undefined
      : html`, ${fill(view.texts.html.onFiles, { files: namedFiles(view, artifacts) })}`;
  return html`<li class="break"><code>${id}</code> — ${verdictWord(view, verdict)} <span class="note">(${looked}${on})</span>${reasonNotes(reasons)}${findingLines(view, findings)}</li>
`;
}

function namedFiles({ texts }: View, paths: readonly string[]): string {
  const files = paths.slice(0, MAX_FILES).join(', ');
  const count = paths.length - MAX_FILES;
  return count > 0 ? fill(texts.html.moreFiles, { files, count }) : files;
}

/** Runs that say something, and the names of the others. */
export function runList(
  view: View,
  runs: readonly (ReportCheckRun & { readonly reasons?: readonly string[] })[],
): Content {
  const isQuiet = ({ verdict, findings, reasons = [] }: (typeof runs)[number]): boolean =>
    findings.length === 0 &&
    (verdict === 'not-applicable' || verdict === 'not-tested' || (verdict === 'conforming' && reasons.length === 0));
  const quiet = runs.filter(isQuiet);
  const told = runs.filter((run) => !isQuiet(run)).map((run) => runItem(view, run, run.reasons));
  const others = groupBy(quiet, ({ verdict }) => verdict);
  const lines = [...others].map(
    ([verdict, same]) =>
      html`<li class="break">${verdictWord(view, verdict)} (${same.length}) : ${same.map(({ id }) => id).join(', ')}</li>`,
  );
  return html`<ul class="plain">${told}${lines}</ul>`;
}
