import { groupBy } from '../group-by.js';
import { ReadError } from '../read-error.js';
import { elementSource } from '../xml/element-source.js';
import { NS } from '../xml/names.js';
import type { XmlElement } from '../xml/tree.js';
import { type ElementType, elementType } from './element-type.js';

/** A JSON object being made. */
type Value = Record<string, unknown>;

/**
 * A resource written in XML in the JSON form of FHIR R4 (R4 §2.6.2): repeatable elements are arrays even when there is one, a primitive is
 * its value with its id and extensions beside it under `_name`, booleans and numbers are such when they are written as such. Elements of
 * other namespaces are not FHIR and are left out, but for the narrative, kept as it is written.
 * @throws ReadError `read/fhir` for an element that no JSON member can hold.
 */
export function resourceValue(element: XmlElement): Value {
  return complexValue(element, element.localName, { resourceType: element.localName });
}

/** The elements of FHIR in an element, and the narrative, by name. */
export function childrenByName(element: XmlElement): Map<string, XmlElement[]> {
  return groupBy(fhirChildren(element), ({ localName }) => localName);
}

function fhirChildren(element: XmlElement): XmlElement[] {
  return element.elements.filter((child) => child.namespaceURI === NS.fhir || isNarrative(child));
}

/** The resource that an element such as `contained` or `entry/resource` wraps. */
export function wrapped(element: XmlElement): XmlElement | undefined {
  return fhirChildren(element).find((child) => /^[A-Z]/.test(child.localName));
}

function isNarrative(element: XmlElement): boolean {
  return element.localName === 'div' && element.namespaceURI === NS.xhtml;
}

/** No element of R4 has half as many. */
const MOST_NAMES = 256;

function complexValue(element: XmlElement, owner: string, start: Value = {}): Value {
  const value = Object.assign(start, attributesOf(element));
  const children = childrenByName(element);
  if (children.size > MOST_NAMES)
    throw new ReadError('read/fhir', { reason: 'too-many-names' }, element.ownerDocument.locate(element));
  for (const [name, elements] of children) {
    refuseName(elements[0] ?? element);
    const type = typeOf(owner, name, elements);
    const isMany = type.many || elements.length > 1;
    const values = elements.map((each) => elementValue(each, type));
    value[name] = isMany ? values : values[0];
    if (isPrimitive(type)) addBeside(value, name, elements.map(besideOf), isMany);
  }
  return value;
}

/** An element that R4 does not have is told apart by what is in it. */
function typeOf(owner: string, name: string, elements: readonly XmlElement[]): ElementType {
  const type = elementType(owner, name);
  const isComplex = (element: XmlElement): boolean =>
    element.attribute('value') === undefined && fhirChildren(element).some((child) => child.localName !== 'extension');
  return isPrimitive(type) && elements.some(isComplex) ? { ...type, holds: 'complex', type: name } : type;
}

function addBeside(value: Value, name: string, beside: readonly (Value | null)[], isMany: boolean): void {
  if (beside.some((each) => each !== null)) value[`_${name}`] = isMany ? beside : beside[0];
  // An element with extensions alone has no value: `_name` stands for it.
  const given = isMany ? (value[name] as unknown[]) : [value[name]];
  if (given.every((each) => each === null)) delete value[name];
}

function elementValue(element: XmlElement, { holds, type }: ElementType): unknown {
  if (holds === 'xhtml') return elementSource(element);
  if (holds === 'resource') {
    const resource = wrapped(element);
    return resource ? resourceValue(resource) : {};
  }
  return holds === 'complex' ? complexValue(element, type) : primitiveValue(element.attribute('value'), holds);
}

function isPrimitive({ holds }: ElementType): boolean {
  return holds === 'boolean' || holds === 'number' || holds === 'string';
}

/** What is not written as its type wants stays a string, for a rule to find. */
function primitiveValue(written: string | undefined, holds: ElementType['holds']): unknown {
  if (written === undefined) return null;
  if (holds === 'boolean' && (written === 'true' || written === 'false')) return written === 'true';
  if (holds === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written)) return Number(written);
  return written;
}

/** Id, extensions and whatever else stands in a primitive beside its value. */
function besideOf(element: XmlElement): Value | null {
  // Most primitives have a value and nothing else.
  if (element.childNodes.length === 0 && element.attributes.length < 2 && element.attribute('value') !== undefined)
    return null;
  const beside = complexValue(element, 'Element');
  return Object.keys(beside).length > 0 ? beside : null;
}

function attributesOf(element: XmlElement): Value {
  const value: Value = {};
  for (const name of ['id', 'url']) {
    const given = element.attribute(name);
    if (given !== undefined) value[name] = given;
  }
  return value;
}

/** Names of FHIR are plain; others could pass for what stands beside a primitive, or for the machinery of objects. */
function refuseName(element: XmlElement): void {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(element.localName) && !['constructor', 'prototype'].includes(element.localName))
    return;
  throw new ReadError('read/fhir', { reason: 'element-name' }, element.ownerDocument.locate(element));
}
