import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** The elements of the style sheet in which a document stands, in document order, without those of the document itself. */
export function stylesheetElements({ stylesheet, root }: CdaContent): XmlElement[] {
  const found: XmlElement[] = [];
  const left = stylesheet ? [stylesheet.node] : [];
  for (let at = left.pop(); at; at = left.pop()) {
    if (at === root) continue;
    found.push(at);
    for (const child of at.elements.slice().reverse()) left.push(child);
  }
  return found;
}
