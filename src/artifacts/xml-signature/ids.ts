import { NS } from '../xml/names.js';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree.js';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Elements by their id; undefined for an id that two elements have: which one is signed can't be told from the one that is read. */
type Ids = ReadonlyMap<string, XmlElement | undefined>;

const IDS = new WeakMap<XmlDocument, Ids>();

/** The element that a same-document reference names, `not-found`, or `ambiguous`. */
export function elementById(document: XmlDocument, id: string): XmlElement | 'not-found' | 'ambiguous' {
  const ids = IDS.get(document) ?? idsOf(document);
  IDS.set(document, ids);
  return ids.has(id) ? (ids.get(id) ?? 'ambiguous') : 'not-found';
}

function idsOf(document: XmlDocument): Ids {
  const ids = new Map<string, XmlElement | undefined>();
  for (const element of document.elements) {
    for (const id of new Set(element.attributes.filter(isId).map(({ value }) => value)))
      ids.set(id, ids.has(id) ? undefined : element);
  }
  return ids;
}

/** Without a schema, any attribute that one may declare as an id. */
function isId({ localName, namespaceURI }: XmlAttribute): boolean {
  if (!namespaceURI) return localName === 'ID' || localName === 'Id' || localName === 'id';
  return (namespaceURI === NS.wsu && localName === 'Id') || (namespaceURI === XML && localName === 'id');
}
