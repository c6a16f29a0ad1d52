// @ts-check
import { scan } from './scan.js';

/**
 * @typedef {import('./scan.js').ScannedElement} ScannedElement
 * @typedef {import('./scan.js').Attribute} Attribute
 * @typedef {{ text: string; elements: readonly ScannedElement[]; random: (below: number) => number }} Place
 * @typedef {(place: Place) => string | undefined} Fault the document with the fault, or undefined when it has no place for it
 */

const DATES = ['', '2024', '20241301', '20240230', '2024-01-01', '20240101250000+0100', '20240101120000', 'hier', '1'];
const NULLS = ['UNK', 'NI', 'NA', 'ASKU', 'NAV', 'MSK', 'OTH', 'ZZ', ''];
const TYPES = ['ZZ', 'ST', 'CD', 'CE', 'PQ', 'INT', 'IVL_TS', 'TS', 'BL', 'ED', 'REAL', 'RTO_PQ_PQ', ''];
const VALUES = ['', ' ', 'x', '0', '-1', '1.5', '12,5', 'true', 'UNK', '999999999999', 'é'];
const NAMES = ['inconnu', 'code', 'value', 'text', 'id', 'effectiveTime', 'entry', 'act', 'observation', 'templateId'];
const TIMES = /^(?:\w+:)?(?:effectiveTime|time|low|high|birthTime|center)$/;

/**
 * One fault each, by its name. A place is chosen among the kinds of elements first, so that rare ones have their turn beside those of long tables.
 *
 * @type {Readonly<Record<string, Fault>>}
 */
export const FAULTS = {
  delete: (place) => onElement(place, () => ''),
  duplicate: (place) => onElement(place, (source) => source + source),
  rename: (place) => {
    const name = one(place.random, NAMES);
    return onElement(place, (source, { name: old }) => renamed(source, old, prefixOf(old) + name));
  },
  swap: ({ text, elements, random }) => {
    const element = chosen(elements, random);
    const next = element && elements.find((each) => each.parent === element.parent && each.start >= element.end);
    if (!element || !next) return undefined;
    const [first, second] = [text.slice(element.start, element.end), text.slice(next.start, next.end)];
    return text.slice(0, element.start) + second + text.slice(element.end, next.start) + first + text.slice(next.end);
  },
  move: ({ text, elements, random }) => {
    const element = chosen(elements, random);
    const target = chosen(elements, random);
    if (!element || !target || within(target, element) || target.closeStart === target.tagEnd) return undefined;
    const source = text.slice(element.start, element.end);
    if (!isFree(source, text, elements[0])) return undefined;
    const at = target.closeStart;
    return at <= element.start
      ? text.slice(0, at) + source + text.slice(at, element.start) + text.slice(element.end)
      : text.slice(0, element.start) + text.slice(element.end, at) + source + text.slice(at);
  },
  empty: (place) =>
    onElement(place, (source, { start, tagEnd, closeStart }) => {
      return source.slice(0, tagEnd - start) + source.slice(closeStart - start);
    }),
  'drop-attribute': (place) =>
    onAttribute(
      place,
      () => true,
      (text, { start, end }) => text.slice(0, start).trimEnd() + text.slice(end),
    ),
  'replace-attribute': (place) => onValue(place, ({ name }) => !name.startsWith('xsi:'), VALUES),
  'borrow-attribute': (place) => {
    const { text, random } = place;
    const value = /** @param {Attribute} each */ (each) => text.slice(each.valueStart, each.valueEnd);
    const given = one(random, attributesOf(place));
    return given && onValue(place, ({ name }) => name === given.name, [value(given)]);
  },
  'null-flavor': (place) =>
    onElement(place, (source, { name, attributes }) => {
      if (attributes.some((each) => each.name === 'nullFlavor')) return source;
      return `<${name} nullFlavor="${one(place.random, NULLS)}"${source.slice(1 + name.length)}`;
    }),
  text: (place) =>
    onElement(place, (source, { start, tagEnd, closeStart, name }) => {
      const open = source.slice(0, tagEnd - start);
      if (closeStart !== tagEnd) return `${open}texte ajouté ${source.slice(tagEnd - start)}`;
      return open.endsWith('/>') ? `${open.slice(0, -2)}>texte</${name}>` : source;
    }),
  child: (place) => {
    const name = one(place.random, NAMES);
    return onElement(place, (source, { name: parent, start, closeStart, tagEnd }) => {
      if (closeStart === tagEnd) return source;
      return `${source.slice(0, closeStart - start)}<${prefixOf(parent)}${name}/>${source.slice(closeStart - start)}`;
    });
  },
  comment: (place) => onElement(place, (source, element) => beside(source, element, '<!-- commentaire -->')),
  instruction: (place) => onElement(place, (source, element) => beside(source, element, '<?ajout un="1"?>')),
  cdata: (place) => onElement(place, (source, element) => beside(source, element, '<![CDATA[<ajout> & ]]>')),
  date: (place) => onValue(place, ({ name }, element) => name === 'value' && TIMES.test(element.name), DATES),
  type: (place) => onValue(place, ({ name }) => name === 'xsi:type', TYPES),
  'unbound-type': (place) => onValue(place, ({ name }) => name === 'xsi:type', ['zz:CD']),
  code: (place) =>
    onValue(place, ({ name }) => /^(?:code|codeSystem|unit|classCode|typeCode|moodCode)$/.test(name), ['XX-99', '9']),
  template: (place) =>
    onValue(place, ({ name }, element) => /templateId$/.test(element.name) && name === 'root', ['1.2.3', '']),
  bound: (place) =>
    onElement(
      place,
      (source) => source + source,
      ({ name }) => /^(?:\w+:)?(?:low|high)$/.test(name),
    ),
};

/**
 * Puts something behind the first character of an element's text, so that the text falls apart, or before its first child.
 *
 * @param {string} source of the element
 * @param {ScannedElement} element
 * @param {string} what
 */
function beside(source, { start, tagEnd, closeStart }, what) {
  if (closeStart === tagEnd) return source;
  const at = tagEnd - start + (/[<&\ud800-\udfff]/.test(source[tagEnd - start] ?? '<') ? 0 : 1);
  return source.slice(0, at) + what + source.slice(at);
}

/**
 * @param {Place} place
 * @param {(source: string, element: ScannedElement) => string} change of an element's text
 * @param {(element: ScannedElement) => boolean} [wanted]
 */
function onElement({ text, elements, random }, change, wanted = () => true) {
  const element = chosen(elements.filter(wanted), random);
  if (!element) return undefined;
  return (
    text.slice(0, element.start) + change(text.slice(element.start, element.end), element) + text.slice(element.end)
  );
}

/**
 * @param {Place} place
 * @param {(attribute: Attribute, element: ScannedElement) => boolean} wanted
 * @param {(text: string, attribute: Attribute) => string} change
 */
function onAttribute(place, wanted, change) {
  const able = place.elements.filter((element) =>
    element.attributes.some((each) => isOwn(each) && wanted(each, element)),
  );
  const element = chosen(able, place.random);
  const attribute =
    element &&
    one(
      place.random,
      element.attributes.filter((each) => isOwn(each) && wanted(each, element)),
    );
  return attribute && change(place.text, attribute);
}

/**
 * @param {Place} place
 * @param {(attribute: Attribute, element: ScannedElement) => boolean} wanted
 * @param {readonly string[]} values
 */
function onValue(place, wanted, values) {
  const value = one(place.random, values);
  return onAttribute(place, wanted, (text, { valueStart, valueEnd }) => {
    const quote = text[valueEnd] ?? '"';
    return text.slice(0, valueStart) + value.replaceAll(quote, '') + text.slice(valueEnd);
  });
}

/** @param {Place} place */
function attributesOf({ elements, random }) {
  return (
    chosen(
      elements.filter(({ attributes }) => attributes.some(isOwn)),
      random,
    )?.attributes.filter(isOwn) ?? []
  );
}

/**
 * Never the root: there would be no document left. One kind first (its name and its parent's), then one of them.
 *
 * @param {readonly ScannedElement[]} elements
 * @param {(below: number) => number} random
 * @returns {ScannedElement | undefined}
 */
function chosen(elements, random) {
  /** @type {Map<string, ScannedElement[]>} */
  const kinds = new Map();
  for (const element of elements) {
    if (element.parent === undefined) continue;
    const kind = `${element.parent.name} ${element.name}`;
    const alike = kinds.get(kind);
    if (alike) alike.push(element);
    else kinds.set(kind, [element]);
  }
  return one(random, one(random, [...kinds.values()]) ?? []);
}

/**
 * @template T
 * @param {(below: number) => number} random
 * @param {readonly T[]} values
 * @returns {T}
 */
function one(random, values) {
  return /** @type {T} */ (values[random(values.length)]);
}

/** @param {string} name */
function prefixOf(name) {
  return name.slice(0, name.indexOf(':') + 1);
}

/**
 * Declarations of namespaces stay: without them there is nothing to read.
 *
 * @param {Attribute} attribute
 */
function isOwn({ name }) {
  return name !== 'xmlns' && !name.startsWith('xmlns:');
}

/**
 * @param {ScannedElement} element
 * @param {ScannedElement} other
 */
function within(element, other) {
  return element.start >= other.start && element.end <= other.end;
}

/**
 * @param {string} source of an element
 * @param {string} old its name
 * @param {string} name
 */
function renamed(source, old, name) {
  const body = `<${name}${source.slice(1 + old.length)}`;
  const close = `</${old}`;
  return body.endsWith('/>') && !body.includes(close) ? body : `${body.slice(0, body.lastIndexOf(close))}</${name}>`;
}

/**
 * Elsewhere in the document a prefix that is declared on the way to it means nothing.
 *
 * @param {string} source of an element
 * @param {string} document
 * @param {ScannedElement | undefined} root
 */
function isFree(source, document, root) {
  const declared = document.slice(root?.start, root?.tagEnd);
  const used = scan(source).flatMap(({ name, attributes }) => [name, ...attributes.map((each) => each.name)]);
  return used
    .filter((name) => name.includes(':') && !name.startsWith('xmlns:') && !name.startsWith('xml:'))
    .every((name) => declared.includes(`xmlns:${name.split(':')[0]}=`));
}
