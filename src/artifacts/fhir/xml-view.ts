import type { JsonPath, JsonView } from '../json/document.js';
import type { Location } from '../location.js';
import { elementSource } from '../xml/element-source.js';
import { type XmlAttribute, XmlElement } from '../xml/tree.js';
import { childrenByName, resourceValue, wrapped } from './xml-value.js';

/** A resource written in XML, seen as JSON: a path in its JSON form is found in the XML. */
export function xmlView(root: XmlElement): JsonView {
  const children = new Children();
  return {
    value: resourceValue(root),
    locate: (path): Location => root.ownerDocument.locate(nodeAt(root, path, children).node),
    sourceOf(path) {
      const { node, whole } = nodeAt(root, path, children);
      if (!whole) return undefined;
      return node instanceof XmlElement ? (node.attribute('value') ?? elementSource(node)) : node.value;
    },
  };
}

/** The element or attribute that gave a value, or the nearest above it. */
function nodeAt(
  root: XmlElement,
  path: JsonPath,
  children: Children,
): { node: XmlElement | XmlAttribute; whole: boolean } {
  let node = root;
  let twins: readonly XmlElement[] = [root];
  for (const step of path) {
    if (typeof step === 'number') {
      const twin = twins[step];
      if (!twin) return { node, whole: false };
      node = wrapped(twin) ?? twin;
      continue;
    }
    const name = step.replace(/^_/, '');
    twins = children.named(node, name);
    const [first] = twins;
    if (!first) {
      const attribute = node.attributes.find((each) => each.name === name);
      return { node: attribute ?? node, whole: attribute !== undefined };
    }
    node = wrapped(first) ?? first;
  }
  return { node, whole: true };
}

/** Children by name of the elements that were looked into: a Bundle may have thousands, each looked for. */
class Children {
  readonly #known = new Map<XmlElement, Map<string, XmlElement[]>>();

  named(parent: XmlElement, name: string): readonly XmlElement[] {
    let groups = this.#known.get(parent);
    if (!groups) {
      groups = childrenByName(parent);
      this.#known.set(parent, groups);
    }
    return groups.get(name) ?? [];
  }
}
