import type { XmlElement } from '../../../artifacts/xml/tree.js';
import type { ValueSet } from '../../../terminology/value-set.js';
import { isNull } from '../header/is-null.js';

/** Why a code is not of its value set, with what texts tell of it. */
interface CodeFault {
  /** `unknown` to our copy, perhaps because it is newer; or known, under another code system. */
  readonly fault: 'unknown' | 'system';
  readonly told: { readonly args: Readonly<Record<string, string>>; readonly actual: string };
}

/** What is wrong with the code of an element, by its value set; undefined for a right one, for none, and for a null. */
export function codeFault(node: XmlElement | undefined, set: ValueSet): CodeFault | undefined {
  const code = node?.attribute('code')?.trim();
  if (!node || !code || isNull(node)) return undefined;
  const args = { element: node.localName, set: set.name, oid: set.oid, version: set.version };
  if (!set.has(code)) return { fault: 'unknown', told: { args, actual: code } };
  const system = node.attribute('codeSystem')?.trim();
  if (!system || set.has(code, system)) return undefined;
  const right = set.codes.find((each) => each.code === code)?.system ?? '';
  return { fault: 'system', told: { args: { ...args, code, system: right }, actual: system } };
}
