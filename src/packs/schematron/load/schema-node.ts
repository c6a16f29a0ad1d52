import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { PackError, type Place, type Source } from '../schema.js';

/** The namespace of ISO Schematron (ISO/IEC 19757-3 §5.1). */
export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';

/** An element of a schema once its includes are read: where it was written, and what it holds now. */
export interface SchemaNode {
  readonly file: string;
  readonly element: XmlElement;
  readonly parent: SchemaNode | undefined;
  /** Texts as they follow one another: comments and instructions part them. */
  readonly children: (SchemaNode | string)[];
  /** What replaces the parameters of an abstract pattern. */
  readonly substitute: ((text: string) => string) | undefined;
}

/** Local name of an element of ISO Schematron; undefined for any other. */
export function nameOf({ element }: SchemaNode): string | undefined {
  return element.namespaceURI === SCHEMATRON ? element.localName : undefined;
}

/** The attribute's value, parameters replaced where the ISO skeleton does: in contexts, tests and values, and nowhere else. */
export function attributeOf(node: SchemaNode, name: string): string | undefined {
  const value = node.element.attribute(name);
  const replaced = value !== undefined && (name === 'test' || name === 'context' || name === 'select');
  return replaced && node.substitute ? node.substitute(value) : value;
}

/** An expression, empty when the attribute is not there. */
export function sourceOf(node: SchemaNode, name: string): Source {
  return { text: attributeOf(node, name) ?? '', place: placeOf(node) };
}

export function childrenNamed(node: SchemaNode, name: string): SchemaNode[] {
  return node.children.filter((child): child is SchemaNode => typeof child !== 'string' && nameOf(child) === name);
}

export function textOf(node: SchemaNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function placeOf({ file, element }: Pick<SchemaNode, 'file' | 'element'>): Place {
  const { line, column } = element.ownerDocument.source.locate(element.start);
  return { file, line, column };
}

export function wrong(node: SchemaNode, detail: string): PackError {
  return new PackError('schematron', detail, placeOf(node));
}
