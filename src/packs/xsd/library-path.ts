import { groupBy } from '../../artifacts/group-by.js';
import { type XmlAttribute, type XmlDocument, XmlElement } from '../../artifacts/xml/tree.js';

export type Place = XmlElement | XmlAttribute;

/**
 * Finds the nodes of our tree that libxml2 names by paths such as `/*[1]/*[9]/sdtc:code/@value`.
 * A star counts all the elements beside; a name, those that are written the same. Ours know where a tag starts, libxml2 where it ends.
 */
export function nodeFinder(document: XmlDocument): (path: string) => Place | undefined {
  const known = new Map<XmlDocument | XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();
  const childrenOf = (parent: XmlDocument | XmlElement, name: string): readonly XmlElement[] | undefined => {
    let children = known.get(parent);
    if (!children) {
      const all = elementsIn(parent);
      children = groupBy(all, (each) => each.nodeName).set('*', [...all]);
      known.set(parent, children);
    }
    return children.get(name);
  };
  return (path) => {
    let at: XmlDocument | XmlElement = document;
    for (const step of path.split('/').slice(1)) {
      if (step.startsWith('@') && at instanceof XmlElement) {
        const name = step.slice(1);
        return at.attributes.find((each) => each.name === name) ?? at;
      }
      const [, name = '', rank = '1'] = /^([^[\]]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
      // A text is told by the element that holds it.
      if (name.endsWith('()')) break;
      const found: XmlElement | undefined = childrenOf(at, name)?.[Number(rank) - 1];
      if (!found) return undefined;
      at = found;
    }
    return at instanceof XmlElement ? at : undefined;
  };
}

/** The path of an element in the same writing. */
export function pathIn(element: XmlElement): string {
  const parent = element.parentNode;
  const rank = elementsIn(parent).indexOf(element) + 1;
  return `${parent instanceof XmlElement ? pathIn(parent) : ''}/*[${rank}]`;
}

function elementsIn(parent: XmlDocument | XmlElement): readonly XmlElement[] {
  return parent instanceof XmlElement ? parent.elements : [parent.documentElement];
}
