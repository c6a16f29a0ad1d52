import { fill } from '../../messages/fill.js';
import type { ReportEvidence } from '../report.js';
import { type Content, html, type Markup, withLines } from './markup.js';
import { oneLine, opinionNotes, type View, verdictWord } from './view.js';

/** A proof: what it is, what the reviewer must look for, and its files with their hashes. */
export function evidenceItem(view: View, evidence: ReportEvidence): Markup {
  const { texts, opinions } = view;
  const { id, kind, status, verdict, review, reason, files, value, official } = evidence;
  return html`<li><span class="id">${fill(texts.evidenceTitle, { id, kind: texts.evidenceKinds[kind] })}</span> —
${texts.html.status[status]}, ${verdictWord(view, verdict)}
${reason === null ? undefined : html`<p class="break">${oneLine(reason)}</p>`}
${official ? officialText(view, official) : undefined}
${review === '' ? undefined : html`<p class="break">${fill(texts.review, { review: oneLine(review) })}</p>`}
${value === null ? undefined : html`<p class="break">${texts.html.value} : ${linkTo(value)}</p>`}
${files.length === 0 ? undefined : html`<ul class="plain">${files.map((file) => fileItem(view, file))}</ul>`}
${opinionNotes(view, opinions.ofEvidence(id))}</li>
`;
}

/** What the workbook of the corridor writes. @param heading template of the words before it */
export function officialText(
  { texts }: View,
  { id, text }: { readonly id: string; readonly text: string },
  heading = texts.html.official,
): Content {
  if (text.trim() === '') return undefined;
  return html`<div class="official"><div class="note">${fill(heading, { id })}</div>${withLines(text)}</div>`;
}

/** A link for what the browser may open, and nothing but text for what it may run. */
function linkTo(value: string): Content {
  return /^https:\/\/[^\s"'<>[\]\\]+$/.test(value)
    ? html`<a href="${value}" rel="noopener noreferrer">${value}</a>`
    : value;
}

function fileItem(view: View, { path, sha256, bytes }: ReportEvidence['files'][number]): Markup {
  const size = fill(view.texts.html.size, { count: bytes });
  return html`<li class="break"><span class="path">${path}</span> <span class="muted">${size}, sha256</span> <code>${sha256}</code>${picture(view, path)}</li>`;
}

function picture({ kinds, texts, images }: View, path: string): Content {
  const { pictureHidden, pictureLarge, picture: name } = texts.html;
  if (kinds.get(path) !== 'image') return undefined;
  const data = images?.get(path);
  if (data !== undefined) return html`<img class="thumbnail" src="${data}" alt="${fill(name, { path })}">`;
  return html`<div class="note">${images ? pictureLarge : pictureHidden}</div>`;
}
