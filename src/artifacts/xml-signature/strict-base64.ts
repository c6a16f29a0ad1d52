import { bufferOf } from '../buffer-of.js';
import { decodeBase64 } from '../text/base64.js';
import type { XmlElement } from '../xml/tree.js';

/**
 * Bytes of an element that holds base64 and nothing else, or undefined. Strict: what one reader forgives another refuses, and bits that no byte
 * needs would let a signature change and stay valid.
 */
export function strictBase64(element: XmlElement | undefined): Buffer | undefined {
  if (!element || element.elements.length > 0) return undefined;
  const compact = element.textContent.replace(/[ \t\r\n]+/g, '');
  const decoded = decodeBase64(compact);
  if (!decoded || decoded.length === 0) return undefined;
  const bytes = bufferOf(decoded);
  return bytes.toString('base64') === compact ? bytes : undefined;
}
