import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** Every element of the header, in document order: what stands in `ClinicalDocument` but its body. */
export function headerElements({ root }: CdaContent): XmlElement[] {
  const found: XmlElement[] = [];
  const add = (element: XmlElement): void => {
    found.push(element);
    for (const child of element.elements) add(child);
  };
  for (const child of root.elements) if (child.localName !== 'component') add(child);
  return found;
}
