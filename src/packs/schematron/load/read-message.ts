import type { MessagePart } from '../schema.js';
import { attributeOf, nameOf, placeOf, type SchemaNode, sourceOf, textOf } from './schema-node.js';

/**
 * The message of an assertion as the ISO skeleton compiles it: `emph`, `span` and `dir` keep their text, any other element is left out with what it holds,
 * and white space alone between two elements is lost (XSLT 2.0 §4.4): the blanks that the skeleton means to put around a value are lost so too.
 */
export function readMessage(assertion: SchemaNode): MessagePart[] {
  const parts: MessagePart[] = [];
  let text = '';
  const flush = (): void => {
    if (/[^ \t\r\n]/.test(text)) parts.push({ kind: 'text', text });
    text = '';
  };
  for (const child of assertion.children) {
    if (typeof child === 'string') {
      text += child;
      continue;
    }
    const own = partOf(child);
    if (!own) continue;
    flush();
    parts.push(...own);
  }
  flush();
  return joined(parts);
}

function partOf(node: SchemaNode): MessagePart[] | undefined {
  switch (nameOf(node)) {
    case 'value-of': {
      const select =
        attributeOf(node, 'select') === undefined ? { text: '.', place: placeOf(node) } : sourceOf(node, 'select');
      return [{ kind: 'value-of', select }];
    }
    case 'name':
      return [{ kind: 'name', path: attributeOf(node, 'path') === undefined ? undefined : sourceOf(node, 'path') }];
    case 'emph':
    case 'span':
    case 'dir': {
      const text = textOf(node);
      return /[^ \t\r\n]/.test(text) ? [{ kind: 'text', text }] : [];
    }
    default:
      return undefined;
  }
}

/** Texts that follow one another as one. */
function joined(parts: readonly MessagePart[]): MessagePart[] {
  const all: MessagePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
