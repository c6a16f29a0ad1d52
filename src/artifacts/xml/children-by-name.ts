import { groupBy } from '../group-by.js';
import type { XmlElement } from './tree.js';

/**
 * Above, the children of an element are looked up by name: a check that asks a document for one of its children, for each of fifty thousand
 * others, would go through them all each time.
 */
export const FEW_CHILDREN = 32;

/** Beside the elements: few of those that a document holds are asked. */
const KNOWN = new WeakMap<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();

/** The child elements in their parent's own namespace, by local name. */
export function childrenByName(parent: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const known = KNOWN.get(parent);
  if (known) return known;
  const own = parent.elements.filter((each) => each.namespaceURI === parent.namespaceURI);
  const byName = groupBy(own, (each) => each.localName);
  KNOWN.set(parent, byName);
  return byName;
}
