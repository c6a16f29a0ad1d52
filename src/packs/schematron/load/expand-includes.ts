import { ReadError } from '../../../artifacts/read-error.js';
import { parseXml } from '../../../artifacts/xml/parse.js';
import { type XmlDocument, XmlElement, XmlText } from '../../../artifacts/xml/tree.js';
import type { PackFiles } from '../../pack-files.js';
import { pathOfReference } from '../../resolve-reference.js';
import { type MisnamedInclude, type MissingInclude, PackError } from '../schema.js';
import { nameOf, placeOf, SCHEMATRON, type SchemaNode, wrong } from './schema-node.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
/** Includes that other languages of DSDL read, and this one does not. */
const FOREIGN_INCLUDES = ['http://www.w3.org/2001/XInclude', 'http://www.schematron.com/namespace/dsdl'];
const MAX_INCLUDES = 10_000;
const MAX_NESTING = 64;
/** Elements of a schema, counted as often as they are included or written out: the largest official one has 15,000. */
const MAX_NODES = 500_000;

/** An include that brings nothing, and the pattern that it stands in, undefined for one of the schema. */
interface LackingInclude extends Omit<MissingInclude, 'patterns'> {
  readonly within: SchemaNode | undefined;
}

export interface Expansion {
  readonly root: SchemaNode;
  readonly files: ReadonlySet<string>;
  readonly missing: readonly LackingInclude[];
  readonly misnamed: readonly MisnamedInclude[];
  /** Counts elements that are made later, so that a few patterns cannot become millions. */
  readonly count: (node: SchemaNode) => void;
}

/**
 * Reads a schema with all that it includes, as the ISO skeleton's first stage does: an `include` is replaced by the root of the file, or by
 * the element that its fragment names, an `extends href` by the children of either; what cannot be included is left out and recorded.
 * @throws PackError for a cycle, for too many includes, or when the schema itself is not XML.
 */
export function expandIncludes(files: PackFiles, path: string): Expansion {
  const documents = new Map<string, XmlDocument>();
  const missing: LackingInclude[] = [];
  const misnamed: MisnamedInclude[] = [];
  // Elements that are being included, from the schema inwards.
  const open: XmlElement[] = [];
  let includes = 0;
  let nodes = 0;

  const count = (node: SchemaNode): void => {
    if (++nodes > MAX_NODES) throw wrong(node, `more than ${MAX_NODES} elements once its includes are read`);
  };
  const documentOf = (file: string): XmlDocument => {
    const document = documents.get(file) ?? parseXml(files.read(file));
    documents.set(file, document);
    return document;
  };

  const copy = (element: XmlElement, file: string, parent: SchemaNode | undefined): SchemaNode => {
    const node: SchemaNode = { file, element, parent, children: [], substitute: undefined };
    count(node);
    addChildren(node, element, file);
    return node;
  };
  const addChildren = (into: SchemaNode, element: XmlElement, file: string): void => {
    for (const child of element.childNodes) {
      if (child instanceof XmlText) into.children.push(child.data);
      else if (child instanceof XmlElement) add(into, child, file);
    }
  };
  const add = (into: SchemaNode, element: XmlElement, file: string): void => {
    const isSchematron = element.namespaceURI === SCHEMATRON;
    if (isSchematron && element.localName === 'include') include(into, element, file);
    else if (isSchematron && element.localName === 'extends' && element.attribute('href') !== undefined)
      include(into, element, file);
    else if (FOREIGN_INCLUDES.includes(element.namespaceURI ?? ''))
      throw new PackError('unsupported', element.nodeName, placeOf({ file, element }));
    else into.children.push(copy(element, file, into));
  };

  const include = (into: SchemaNode, at: XmlElement, file: string): void => {
    const place = placeOf({ file, element: at });
    if (++includes > MAX_INCLUDES) throw new PackError('schematron', `more than ${MAX_INCLUDES} includes`, place);
    if (open.length > MAX_NESTING) throw new PackError('schematron', `includes nested over ${MAX_NESTING} deep`, place);
    const found = target(at, file, into);
    for (const { element, file: from } of found) {
      if (open.includes(element)) throw new PackError('schematron', `${at.attribute('href')} includes itself`, place);
      open.push(element);
      if (at.localName === 'include') into.children.push(copy(element, from, into));
      else addChildren(into, element, from);
      open.pop();
    }
  };

  /** What an include brings: several elements only for a fragment of its own file. */
  const target = (
    at: XmlElement,
    file: string,
    into: SchemaNode,
  ): { readonly element: XmlElement; readonly file: string }[] => {
    const place = placeOf({ file, element: at });
    const href = at.attribute('href') ?? '';
    const [reference = '', id = ''] = href.split(/#(.*)/s);
    const wanted = reference === '' ? file : (pathOfReference(file, reference) ?? href);
    const lacks = (reason: MissingInclude['reason']): [] => {
      missing.push({ path: wanted, reason, place, within: patternAbove(into) });
      return [];
    };
    const found = reference === '' ? { path: file, exact: true } : files.resolve(file, reference);
    if (!found || (reference === '' && id === '')) return lacks('absent');
    if (!found.exact) misnamed.push({ wanted, path: found.path, place });
    let document: XmlDocument;
    try {
      document = documentOf(found.path);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return lacks('unreadable');
    }
    const elements = id === '' ? [document.documentElement] : document.elements.filter((each) => isCalled(each, id));
    const chosen = (reference === '' ? elements : elements.slice(0, 1)).filter(
      ({ namespaceURI, localName }) =>
        namespaceURI === SCHEMATRON && (localName !== 'schema' || at.localName === 'extends'),
    );
    return chosen.length === 0 ? lacks('no-fragment') : chosen.map((element) => ({ element, file: found.path }));
  };

  const root = rootOf(documentOf, path);
  open.push(root);
  return { root: copy(root, path, undefined), files: new Set(documents.keys()), missing, misnamed, count };
}

function rootOf(documentOf: (path: string) => XmlDocument, path: string): XmlElement {
  try {
    return documentOf(path).documentElement;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { line = 1, column = 1 } = error.location;
    throw new PackError('xml', String(error.args.reason ?? error.code), { file: path, line, column });
  }
}

function patternAbove(node: SchemaNode): SchemaNode | undefined {
  let above: SchemaNode | undefined = node;
  while (above && nameOf(above) !== 'pattern') above = above.parent;
  return above;
}

function isCalled(element: XmlElement, id: string): boolean {
  return (
    element.namespaceURI === SCHEMATRON && (element.attributeNS(XML, 'id') === id || element.attribute('id') === id)
  );
}
