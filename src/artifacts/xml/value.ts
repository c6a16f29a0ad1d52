import type { XmlAttribute, XmlElement } from './tree.js';

/** A value of a document with the node that holds it, to point at. */
export interface XmlValue {
  readonly value: string;
  readonly node: XmlElement | XmlAttribute;
}

/** Value of the attribute without namespace called `name`. */
export function attributeValue(element: XmlElement | undefined, name: string): XmlValue | undefined {
  const node = element?.attributes.find((each) => each.localName === name && !each.namespaceURI);
  return node && { value: node.value, node };
}

/** Text of an element, without the blanks around. */
export function textValue(element: XmlElement | undefined): XmlValue | undefined {
  return element && { value: element.textContent.trim(), node: element };
}

/** Child elements called `name`, whatever their namespace: services disagree on whether local elements have one. */
export function childrenCalled(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.elements.filter((child) => child.localName === name) ?? [];
}

/** First element reached by following child names, whatever their namespaces. */
export function childCalled(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let at = element;
  for (const name of names) at = childrenCalled(at, name)[0];
  return at;
}

/** Text of the first element reached by following child names, whatever their namespaces. */
export function textAt(element: XmlElement | undefined, ...names: string[]): XmlValue | undefined {
  return textValue(childCalled(element, ...names));
}
