import { bufferOf } from '../buffer-of.js';
import type { Limits } from '../limits.js';
import { ReadError } from '../read-error.js';
import { startOf } from '../text/decode.js';
import { NS } from '../xml/names.js';
import { parseXml } from '../xml/parse.js';
import type { XmlElement } from '../xml/tree.js';

/** Bytes of a document in which its root must start to be looked at. */
const HEAD = 4096;

/** The `ds:Signature` that a document is; undefined for any other, and for what can't be read: that is said where the document is read. */
export function detachedSignature(bytes: Uint8Array, limits: Limits): XmlElement | undefined {
  if (!/<(?:[\w.-]+:)?Signature[\s>]/.test(startOf(bufferOf(bytes), HEAD))) return undefined;
  try {
    const { documentElement } = parseXml(bytes, limits);
    return isSignature(documentElement) ? documentElement : undefined;
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

export function isSignature({ localName, namespaceURI }: XmlElement): boolean {
  return localName === 'Signature' && namespaceURI === NS.ds;
}
