import { createHash } from 'node:crypto';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import type { Attachments } from './attachments.js';
import { indexFindings } from './find-findings.js';
import { filtersPart, findingsPart, opinionsPart } from './html/controls-part.js';
import { artifactsPart, dossierPart, filesPart } from './html/files-part.js';
import { caveatsPart, headingPart } from './html/heading-part.js';
import { dataScript, html, type Markup, ours } from './html/markup.js';
import { pageData } from './html/page-data.js';
import { requirementsPart } from './html/requirements-part.js';
import { STYLE } from './html/style.js';
import { synthesisPart } from './html/synthesis-part.js';
import type { View } from './html/view.js';
import { indexOpinions } from './opinions.js';
import type { Report } from './report.js';

/**
 * The report as one page that fetches nothing and runs nothing but its own script, in pieces. What the script shows (the detail of findings,
 * filters) is data in it; all else is there without one, and without attachments there is none.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export async function toHtml(report: Report, texts: ReportTexts, attachments?: Attachments): Promise<Iterable<string>> {
  const opinions = indexOpinions(report);
  const extracts = (await attachments?.extracts(report.findings)) ?? new Map();
  const files = report.requirements.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ evidence }) => evidence.flatMap((each) => each.files.map(({ path }) => path))),
  );
  const images = await attachments?.images(files);
  const { detailed, json } = pageData(report, texts, { extracts, opinions });
  const script = attachments?.script();
  // Of two paths that look the same once they are masked, the first.
  const kinds = new Map(report.artifacts.toReversed().map(({ path, kind }) => [path, kind]));
  const view = { report, texts, find: indexFindings(report), opinions, extracts, kinds, images, detailed };
  return pieces(script === undefined ? { ...view, detailed: 0 } : view, script, json);
}

function* pieces(view: View, script: string | undefined, json: string): Generator<string> {
  for (const part of parts(view, script, json)) yield part.text;
}

function* parts(view: View, script: string | undefined, json: string): Generator<Markup> {
  const { report, texts } = view;
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; script-src ${script === undefined ? "'none'" : `'${hashOf(script)}'`}; style-src '${hashOf(STYLE)}'`;
  const product = report.candidate ? ` — ${fill(texts.terminal.product, productOf(report.candidate))}` : '';
  yield html`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${texts.html.title}${product}</title>
${ours('style', STYLE)}
</head>
<body>
<a class="skip" href="#main">${texts.html.skip}</a>
<div class="page">
`;
  yield headingPart(view);
  yield contentsPart(view);
  yield html`<main id="main" tabindex="-1">
`;
  yield caveatsPart(view);
  yield synthesisPart(view);
  yield filtersPart(view);
  yield* report.command === 'run' ? requirementsPart(view) : filesPart(view);
  yield* dossierPart(view);
  yield findingsPart(view);
  yield html`${opinionsPart(view)}`;
  yield artifactsPart(view);
  yield html`</main>
<footer><p>${report.tool.name} ${report.tool.version} — ${texts.preVerification}</p></footer>
</div>
`;
  if (script !== undefined) {
    yield dataScript('data', json);
    yield ours('script', script);
  }
  yield html`
</body>
</html>
`;
}

function productOf({ product, version, vendor }: NonNullable<Report['candidate']>) {
  return { product, version, vendor };
}

function contentsPart({ report, texts, opinions }: View): Markup {
  const { labels } = texts;
  const links: readonly (readonly [id: string, name: string])[] = [
    ['caveats', labels.caveats],
    ['summary', labels.summary],
    report.command === 'run' ? ['requirements', labels.requirements] : ['files', labels.files],
    ...(report.dossier.length > 0 ? [['dossier', texts.dossier] as const] : []),
    ['findings', labels.findings],
    ...(opinions.outdated.length > 0 ? [['opinions', texts.html.opinions] as const] : []),
    ['artifacts', texts.html.artifacts],
  ];
  return html`<nav class="contents" aria-label="${texts.html.contents}"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
