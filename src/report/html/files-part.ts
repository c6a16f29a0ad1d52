import { fill } from '../../messages/fill.js';
import type { Report, ReportFile } from '../report.js';
import { dossierRuns, verdictOfRuns } from '../rules-runs.js';
import { type Content, html, type Markup } from './markup.js';
import { runList } from './requirements-part.js';
import { oneLine, reasonNotes, table, type View, verdictWord } from './view.js';

/** Files and documents that are detailed, and artifacts that are listed: a page of a hundred thousand lines opens no more. */
const MAX_DETAILED = 1000;
const MAX_LISTED = 5000;

/** Files of the command `check`: those that say something in detail, as many as the page can bear, then the others in a line. */
export function* filesPart(view: View): Generator<Markup> {
  const { report, texts } = view;
  const says = ({ verdict, checks, reasons }: ReportFile): boolean =>
    (verdict !== 'conforming' && verdict !== 'not-tested') ||
    reasons.length > 0 ||
    checks.some(({ findings }) => findings.length > 0);
  const detailed = new Set(
    [...report.files.filter(says), ...report.files.filter((file) => !says(file))].slice(0, MAX_DETAILED),
  );
  yield html`<section aria-labelledby="files"><h2 id="files" class="sheet">${texts.labels.files}</h2>
<div class="group"><h3 class="hidden-text">${texts.labels.files}</h3>
`;
  for (const [rank, file] of report.files.entries()) if (detailed.has(file)) yield fileItem(view, file, rank);
  yield html`</div>
`;
  const others = report.files.filter((file) => !detailed.has(file)).slice(0, MAX_LISTED);
  const rows = others.map((file) => [
    html`<span class="path">${file.artifact}</span>`,
    file.kind,
    verdictWord(view, file.verdict),
  ]);
  if (rows.length > 0) yield table(texts.html.fileList, [texts.xlsx.file, texts.xlsx.kind, texts.labels.verdict], rows);
  const more = report.files.length - detailed.size - others.length;
  if (more > 0) yield html`<p>${fill(texts.html.moreRows, { count: more })}</p>`;
  yield html`</section>
`;
}

function fileItem(view: View, { artifact, kind, verdict, reasons, checks }: ReportFile, rank: number): Markup {
  return html`<details class="item" id="r${rank + 1}" data-id="${artifact}" data-verdict="${verdict}" data-chapter="" data-mandatory="yes">
<summary><h4><span class="path">${artifact}</span> <span class="muted">(${kind})</span></h4>${verdictWord(view, verdict)}</summary>
<div class="body">${reasonNotes(reasons)}${runList(view, checks)}</div></details>
`;
}

/** The checks of the dossier as a whole, then what the rules of packs said, document by document. */
export function* dossierPart(view: View): Generator<Markup> {
  const { report, texts } = view;
  const { whole, byDocument } = dossierRuns(report);
  if (whole.length === 0 && byDocument.size === 0) return;
  yield html`<section aria-labelledby="dossier"><h2 id="dossier">${texts.dossier}</h2>
${whole.length > 0 ? runList(view, whole) : undefined}
`;
  const documents = [...byDocument].map(([path, runs]) => ({ path, runs, verdict: verdictOfRuns(runs) }));
  if (documents.length > 0) yield html`<h3>${texts.rules}</h3>`;
  for (const { path, runs, verdict } of documents.slice(0, MAX_DETAILED))
    yield html`<details><summary><span class="path">${path}</span> — ${verdictWord(view, verdict)}</summary>${runList(view, runs)}</details>
`;
  const more = documents.length - MAX_DETAILED;
  if (more > 0) yield html`<p>${fill(texts.html.moreRows, { count: more })}</p>`;
  yield html`</section>
`;
}

/** Every file that was read, with its hash; those that no reader knows first. */
export function artifactsPart(view: View): Markup {
  const { report, texts } = view;
  const { xlsx, unrecognisedFiles, html: words } = texts;
  const unknown = report.artifacts.flatMap(({ path, unrecognised }) =>
    unrecognised
      ? [html`<li class="break"><span class="path">${path}</span> — ${oneLine(unrecognised.message)}</li>`]
      : [],
  );
  const rows = report.artifacts.slice(0, MAX_LISTED).map((each) => artifactRow(texts, each));
  const more = report.artifacts.length - rows.length;
  return html`<section aria-labelledby="artifacts"><h2 id="artifacts" class="sheet">${words.artifacts}</h2>
${unknown.length > 0 ? html`<h3>${unrecognisedFiles}</h3><ul class="plain">${unknown.slice(0, MAX_DETAILED)}</ul>` : undefined}
${more > 0 ? html`<p>${fill(words.moreRows, { count: more })}</p>` : undefined}
<details><summary>${words.artifacts} (${report.artifacts.length})</summary>
${table(words.artifacts, [xlsx.file, xlsx.kind, xlsx.bytes, xlsx.readable, xlsx.sha256], rows)}
</details></section>
`;
}

function artifactRow(
  texts: View['texts'],
  { path, kind, bytes, readable, sha256 }: Report['artifacts'][number],
): Content[] {
  const hash = html`<code>${sha256}</code>`;
  return [html`<span class="path">${path}</span>`, kind, bytes, readable ? texts.yes : texts.no, hash];
}
