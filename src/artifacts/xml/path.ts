import { groupBy } from '../group-by.js';
import { XmlAttribute, type XmlDocument, XmlElement, XmlInstruction, XmlText } from './tree.js';

/** XPath of a node in readable names: a position is written only where siblings share the name. */
export function pathOf(node: XmlElement | XmlAttribute | XmlText | XmlInstruction): string {
  if (node instanceof XmlAttribute) return `${pathOf(node.ownerElement)}/@${node.name}`;
  if (node instanceof XmlText) return `${pathOf(node.parentNode)}/text()`;
  if (node instanceof XmlInstruction) {
    const parent = node.parentNode instanceof XmlElement ? pathOf(node.parentNode) : '';
    return `${parent}/processing-instruction('${node.target}')`;
  }
  const steps: string[] = [];
  for (let at: XmlElement | XmlDocument = node; at instanceof XmlElement; at = at.parentNode) {
    const place = at.parentNode instanceof XmlElement ? (placesIn(at.parentNode).get(at) ?? 0) : 0;
    steps.push(place > 0 ? `${at.nodeName}[${place}]` : at.nodeName);
  }
  return `/${steps.reverse().join('/')}`;
}

/** Positions of the elements that share their name with a sibling, kept: a thousand findings may stand among a hundred thousand siblings. */
const PLACES = new WeakMap<XmlElement, ReadonlyMap<XmlElement, number>>();

function placesIn(parent: XmlElement): ReadonlyMap<XmlElement, number> {
  const known = PLACES.get(parent);
  if (known) return known;
  const twins = groupBy(parent.elements, ({ nodeName }) => nodeName);
  const places = new Map<XmlElement, number>();
  for (const same of twins.values()) {
    if (same.length > 1) for (const [index, child] of same.entries()) places.set(child, index + 1);
  }
  PLACES.set(parent, places);
  return places;
}
