import { XmlAttribute, type XmlElement } from '../../artifacts/xml/tree.js';

/** Characters of a tag that are shown. */
const LONGEST = 500;

/** A node as the document writes it: the start tag of an element, the value of an attribute. */
export function asWritten(node: XmlElement | XmlAttribute): string {
  if (node instanceof XmlAttribute) return node.value;
  const { text } = node.ownerDocument.source;
  const shown = text.slice(node.start, node.start + LONGEST);
  // An attribute value may hold `>`.
  const whole = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(shown)?.[0];
  // Half of a matricule has no form to mask it by.
  return (whole ?? `${shown.replace(/[^\s"'<>]*$/, '')}…`).replace(/\s+/g, ' ');
}
