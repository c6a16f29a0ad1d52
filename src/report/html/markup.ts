import { showHidden } from '../escape-text.js';

/** Text that is HTML already: only `html` makes it. */
class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type { Markup };

/** What a template may hold; `undefined` and `''` leave no trace. */
export type Content = Markup | string | number | undefined | readonly Content[];

/**
 * A template of HTML. Whatever stands between its own words is text, in an element as in a quoted attribute: marks are escaped, and control,
 * bidi and zero-width characters, line ends included, are made visible.
 */
export function html(words: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: words }, ...values.map(toHtml)));
}

/** A text of several lines, each of which is shown as one. */
export function withLines(text: string): Content {
  return text
    .trim()
    .split(/\r\n|[\r\n]/)
    .map((line, index) => (index === 0 ? line : html`<br>${line}`));
}

/** A value as the text of a `<script>` that is data: nothing in it can end the element or begin a comment. */
export function dataScript(id: string, json: string): Markup {
  return new Markup(`<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003c')}</script>`);
}

/** Code and style of ours, which hold no value. */
export function ours(element: 'script' | 'style', text: string): Markup {
  return new Markup(`<${element}${element === 'script' ? ' type="module"' : ''}>${text}</${element}>`);
}

function toHtml(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(toHtml).join('');
  return showHidden(String(value)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
