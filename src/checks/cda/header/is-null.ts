import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** True for an element that is absent, or there only to say why it has no value. */
export function isNull(node: XmlElement | undefined): boolean {
  return node === undefined || node.attribute('nullFlavor') !== undefined;
}
