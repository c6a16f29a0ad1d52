import { onOneLine, showHidden } from './escape-text.js';

/** Markup that CommonMark and GitHub Flavored Markdown read inside a line, table cells included. */
const MARKUP = /[\\`*_[\]|~$^]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What GitHub and GitLab make a link of or notify somebody by, once the markup is read, so that a backslash does not prevent it: `@name`, `#1`,
 * `!1`, `&1`, `$1`, `%name`, `~name`, `GH-1`, `http://` and `www.`.
 */
const REFERENCE = /@(?=[\w[.-])|[#!&$](?=\d)|[%~](?=[\w"])|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi;

/** Parts a word in two and is not seen; none is left of the text's own. */
const BREAK = '\u200B';

/** What begins a title, a list or a line under a title; a number that begins a list. */
const FIRST = /^[#+=-]/;
const FIRST_NUMBER = /^(\d{1,9})([.)])(?= |$)/;

/**
 * `text` as Markdown that shows it as it is, on one line: no markup, HTML, mention, reference nor link. It can stand anywhere in a paragraph, in a list
 * item or in the cell of a table.
 */
export function escapeMarkdown(text: string): string {
  return showHidden(onOneLine(text))
    .replace(REFERENCE, `$&${BREAK}`)
    .replace(MARKUP, String.raw`\$&`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(BREAK, '&#8203;')
    .replace(FIRST, String.raw`\$&`)
    .replace(FIRST_NUMBER, String.raw`$1\$2`);
}

/**
 * `text` as a code span, on one line: nothing in it is read. Not for the cell of a table, where a bar would end it.
 */
export function markdownCode(text: string): string {
  const line = showHidden(onOneLine(text));
  if (line === '') return '';
  const runs = (line.match(/`+/g) ?? []).map((run) => run.length);
  let length = 1;
  while (runs.includes(length)) length++;
  const fence = '`'.repeat(length);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
