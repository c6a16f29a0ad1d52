// @ts-check
/**
 * An element of a document that is being made. `wild`: nothing has asked for its name yet. What is locked makes a rule's context match: nothing may change it.
 *
 * @typedef {{ uri: string; local: string; wild: boolean; parent: MadeNode | undefined; attributes: Map<string, MadeAttribute>; children: MadeNode[]; text: string; locked: boolean }} MadeNode
 * @typedef {{ uri: string; local: string; value: string; locked: boolean }} MadeAttribute
 */

export const HL7 = 'urn:hl7-org:v3';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * @param {string} uri
 * @param {string} local
 * @param {boolean} locked
 * @param {MadeNode} [parent]
 * @returns {MadeNode}
 */
export function madeNode(uri, local, locked, parent) {
  /** @type {MadeNode} */
  const node = { uri, local, wild: false, parent, attributes: new Map(), children: [], text: '', locked };
  parent?.children.push(node);
  return node;
}

/**
 * @param {MadeNode} node
 * @param {{ uri: string; local: string }} name
 * @param {string | undefined} value none: any value will do
 * @param {boolean} locked
 */
export function putAttribute(node, { uri, local }, value, locked) {
  const key = `${uri} ${local}`;
  const old = node.attributes.get(key);
  if (old && (old.locked || value === undefined)) {
    if (locked) old.locked = true;
    return;
  }
  node.attributes.set(key, { uri, local, value: value ?? '1', locked });
}

/**
 * @param {MadeNode} root
 * @returns {string}
 */
export function serialise(root) {
  /** @type {Map<string, string>} */
  const prefixes = new Map([[XSI, 'xsi']]);
  collect(root, prefixes);
  const declared = [...prefixes].map(([uri, prefix]) => ` xmlns:${prefix}="${escaped(uri)}"`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, prefixes, '', '', declared)}\n`;
}

/**
 * @param {MadeNode} node
 * @param {ReadonlyMap<string, string>} prefixes
 * @param {string} outer the default namespace around it
 * @param {string} indent
 * @param {string} declared
 * @returns {string}
 */
function written(node, prefixes, outer, indent, declared) {
  const prefix = prefixes.get(node.uri);
  const name = prefix ? `${prefix}:${node.local}` : node.local;
  const inner = prefix ? outer : node.uri;
  let head = `${indent}<${name}${inner === outer ? '' : ` xmlns="${escaped(inner)}"`}${declared}`;
  for (const { uri, local, value } of node.attributes.values())
    head += ` ${uri === '' ? '' : `${prefixes.get(uri)}:`}${local}="${escaped(value)}"`;
  const children = node.children.map((child) => `\n${written(child, prefixes, inner, `${indent} `, '')}`).join('');
  const content = escaped(node.text) + children;
  return content === '' ? `${head}/>` : `${head}>${content}${children ? `\n${indent}` : ''}</${name}>`;
}

/**
 * @param {MadeNode} node
 * @param {Map<string, string>} prefixes
 */
function collect(node, prefixes) {
  const uris = [node.uri, ...[...node.attributes.values()].map(({ uri }) => uri)];
  for (const [rank, uri] of uris.entries()) {
    // The default namespace is that of HL7; attributes have none without a prefix.
    if (uri === '' || prefixes.has(uri) || (rank === 0 && uri === HL7)) continue;
    prefixes.set(uri, `n${prefixes.size}`);
  }
  for (const child of node.children) collect(child, prefixes);
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (each) => `&#${each.charCodeAt(0)};`);
}
