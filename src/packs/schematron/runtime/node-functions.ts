import { inScopeNamespace, KIND, type TreeNode } from '../tree/node.js';
import { NCNAME } from '../xpath/lexer.js';
import { type Atomic, type AtomicItem, type Item, type QNameValue, raise } from './items.js';
import { trimSpace } from './number-format.js';

const QNAME = new RegExp(`^(?:(${NCNAME}):)?(${NCNAME})$`, 'u');

export function name(node: TreeNode | undefined): string {
  if (node === undefined) return '';
  return node.prefix === '' ? node.localName : `${node.prefix}:${node.localName}`;
}

export function localName(node: TreeNode | undefined): string {
  return node?.localName ?? '';
}

export function namespaceUri(node: TreeNode | undefined): string {
  return node?.uri ?? '';
}

export function nodeName(node: TreeNode | undefined): Item | undefined {
  if (node === undefined || node.localName === '') return undefined;
  return { type: 'QName', value: { uri: node.uri, prefix: node.prefix, local: node.localName } };
}

/** The document node above, or the topmost node. */
export function root(node: TreeNode | undefined): Item | undefined {
  let top = node;
  while (top?.parent) top = top.parent;
  return top;
}

/**
 * The name in the namespaces in scope at an element, the default one for a name without prefix (XPath functions §11.1.1).
 * @throws DynamicError FOCA0002 for what is no QName, FONS0004 for a prefix that is not bound
 */
export function resolveQName(text: string | undefined, element: TreeNode): Item | undefined {
  if (text === undefined) return undefined;
  if (element.kind !== KIND.element) return raise('XPTY0004', 'resolve-QName: an element is needed');
  const { prefix, local } = split(text);
  const uri = inScopeNamespace(element, prefix);
  if (uri === undefined) return raise('FONS0004', `the prefix ${prefix} is not bound`);
  return { type: 'QName', value: { uri, prefix, local } };
}

/** fn:QName. @throws DynamicError FOCA0002 */
export function makeQName(uri: string, text: string): Item {
  // Blanks around the name are wrong here.
  const { prefix, local } = split(text === trimSpace(text) ? text : '');
  if (prefix !== '' && uri === '') return raise('FOCA0002', `the prefix ${prefix} has no namespace`);
  return { type: 'QName', value: { uri, prefix, local } };
}

/**
 * `xs:QName(…)` and `cast as xs:QName` of a string.
 * @param namespaces those of the expression, by prefix; a name without prefix is in none
 * @throws DynamicError FORG0001 for what is no QName, FONS0004 for a prefix that is not bound
 */
export function castQName(text: string, namespaces: Readonly<Record<string, string>>): Atomic {
  const match = QNAME.exec(trimSpace(text));
  if (match === null) return raise('FORG0001', `"${text}" is no xs:QName`);
  const [, prefix = '', local = ''] = match;
  if (prefix === '') return { type: 'QName', value: { uri: '', prefix, local } };
  const uri = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  if (uri === undefined) return raise('FONS0004', `the prefix ${prefix} is not bound`);
  return { type: 'QName', value: { uri, prefix, local } };
}

export function localNameFromQName(item: AtomicItem | undefined): Item | undefined {
  return qnameOf(item)?.local;
}

export function namespaceUriFromQName(item: AtomicItem | undefined): Item | undefined {
  const value = qnameOf(item);
  return value && { type: 'anyURI', value: value.uri };
}

export function prefixFromQName(item: AtomicItem | undefined): Item | undefined {
  const prefix = qnameOf(item)?.prefix;
  return prefix === '' ? undefined : prefix;
}

function qnameOf(item: AtomicItem | undefined): QNameValue | undefined {
  if (item === undefined) return undefined;
  return typeof item === 'object' && item.type === 'QName' ? item.value : raise('XPTY0004', 'an xs:QName is needed');
}

function split(text: string): { prefix: string; local: string } {
  const match = QNAME.exec(trimSpace(text));
  if (match === null) return raise('FOCA0002', `"${text}" is no QName`);
  return { prefix: match[1] ?? '', local: match[2] ?? '' };
}
