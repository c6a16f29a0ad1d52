import type { XmlAttribute } from './tree.js';

/** Offset of an attribute's name, found by reading its start tag again: attributes are many and findings few. */
export function attributeStart(text: string, attribute: XmlAttribute): number {
  let at = attribute.ownerElement.start + 1 + attribute.ownerElement.nodeName.length;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const equals = text.indexOf('=', at);
    if (equals === -1 || text[at] === '>' || text[at] === '/') return attribute.ownerElement.start;
    if (text.slice(at, equals).trimEnd() === attribute.name) return at;
    let quote = equals + 1;
    while (/\s/.test(text[quote] ?? '')) quote++;
    const end = text.indexOf(text[quote] ?? '"', quote + 1);
    if (end === -1) return attribute.ownerElement.start;
    at = end + 1;
  }
}
