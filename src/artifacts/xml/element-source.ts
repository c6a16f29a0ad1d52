import type { XmlElement } from './tree.js';

/** An element as the file writes it, line ends aside. The tree keeps no end of elements: it is found again in the text, which is well formed. */
export function elementSource(element: XmlElement): string {
  const { text } = element.ownerDocument.source;
  let depth = 0;
  let at = element.start;
  do {
    const open = text.indexOf('<', at);
    if (open === -1) return text.slice(element.start);
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, open));
    if (skipped) {
      at = after(text, skipped[1], open);
      continue;
    }
    at = endOfTag(text, open);
    if (text[open + 1] === '/') depth--;
    else if (text[at - 2] !== '/') depth++;
  } while (depth > 0);
  return text.slice(element.start, at);
}

/** What may hold `<` and `>` that are no tags, with what ends it. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function endOfTag(text: string, open: number): number {
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    // An attribute value may hold `>`.
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
  }
  return text.length;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}
