// @ts-check
/**
 * @typedef {{ name: string; start: number; valueStart: number; valueEnd: number; end: number }} Attribute offsets in the text: `start` is that of its name, `end` is after its closing quote
 * @typedef {{ name: string; parent: ScannedElement | undefined; start: number; tagEnd: number; closeStart: number; end: number; attributes: readonly Attribute[] }} ScannedElement
 * offsets in the text: `tagEnd` is after the start tag, `closeStart` before the end tag; both are `end` for an empty element
 */

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/**
 * The elements of a well-formed document, in order, with their places in the text.
 *
 * @param {string} text
 * @returns {readonly ScannedElement[]}
 */
export function scan(text) {
  /** @type {(ScannedElement & { closeStart: number; end: number })[]} */
  const elements = [];
  /** @type {(ScannedElement & { closeStart: number; end: number })[]} */
  const open = [];
  for (const match of text.matchAll(MARKUP)) {
    const [all, slash, name = '', inside = '', empty] = match;
    const end = match.index + all.length;
    if (slash === undefined) continue;
    if (slash === '/') {
      const closed = open.pop();
      if (closed) Object.assign(closed, { closeStart: match.index, end });
      continue;
    }
    const attributes = attributesOf(inside, match.index + 1 + name.length);
    const element = { name, parent: open.at(-1), start: match.index, tagEnd: end, closeStart: end, end, attributes };
    elements.push(element);
    if (!empty) open.push(element);
  }
  return elements;
}

/**
 * @param {string} inside what stands in a start tag after the name
 * @param {number} at its offset
 * @returns {Attribute[]}
 */
function attributesOf(inside, at) {
  return [...inside.matchAll(ATTRIBUTE)].map((match) => {
    const [all, name = '', equals = '', value = ''] = match;
    const start = at + match.index;
    const valueStart = start + name.length + equals.length + 1;
    return { name, start, valueStart, valueEnd: valueStart + value.length - 2, end: start + all.length };
  });
}
