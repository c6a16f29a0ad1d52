import { ReadError } from '../read-error.js';
import type { Reader } from '../source.js';
import { decodeBase64 } from '../text/base64.js';
import { type InsDatamatrix, readInsDatamatrix } from './ins-datamatrix.js';
import { readTwoDDoc, type TwoDDoc } from './two-d-doc.js';

/** The content of a datamatrix: of an identity (INS), or a 2D-Doc, which it is not. */
export type DatamatrixContent = InsDatamatrix | TwoDDoc;

/** A reader may write the symbology first (ISO/IEC 15424): `]d1`. The INS header has 22 digits behind its version, of which ten are enough. */
const INS = /^(?:\]d\d)?IS\d{12}/;
const TWO_D_DOC = /^(?:\]d\d)?DC\d\d[0-9A-Z]{8}[0-9A-F]{8}/;
/** `IS01` and `DC0` in base64. */
const BASE64 = /^(?:SVMwM|REMw)[A-Za-z0-9+/]{20,}/;
/** A code holds at most 3116 characters; what is longer is a text that quotes one. */
const MAX_LENGTH = 16_384;

/** Reads a file that holds the characters of a code: as they are, with control characters written in a usual way, or in base64. */
export const datamatrix: Reader = (source) => {
  const isBase64 = BASE64.test(source.head);
  if (!isBase64 && !INS.test(source.head) && !TWO_D_DOC.test(source.head)) return undefined;
  if (source.bytes.length > MAX_LENGTH) return undefined;
  let text = source.text.replace(/^[\uFEFF\s]+/, '');
  if (isBase64) {
    const bytes = decodeBase64(text);
    if (!bytes) throw new ReadError('read/datamatrix', { reason: 'datamatrix-base64' });
    text = Buffer.from(bytes).toString('latin1');
  }
  text = withControls(text.replace(/[\r\n]+$/, '').replace(/^\]d\d/, ''));
  if (INS.test(text)) return { kind: 'datamatrix', content: readInsDatamatrix(text) };
  return TWO_D_DOC.test(text) ? { kind: 'datamatrix', content: readTwoDDoc(text) } : undefined;
};

const CONTROLS: Readonly<Record<string, string>> = { GS: '\x1d', RS: '\x1e', US: '\x1f', EOT: '\x04' };
const CODES: Readonly<Record<string, string>> = { '1d': '\x1d', '1e': '\x1e', '1f': '\x1f', '04': '\x04' };

/** Control characters as tools write them: `<GS>`, `[GS]`, `{GS}`, `\x1d`, `\u001d`, `&#29;`, `^029`, or the pictures of Unicode (U+241D). */
function withControls(text: string): string {
  return text
    .replace(/<(GS|RS|US|EOT)>|\[(GS|RS|US|EOT)\]|\{(GS|RS|US|EOT)\}/g, (all, a?: string, b?: string, c?: string) => {
      return CONTROLS[a ?? b ?? c ?? ''] ?? all;
    })
    .replace(/(?:\\x|\\u00|&#x)(1[def]|04);?/gi, (all, code: string) => CODES[code.toLowerCase()] ?? all)
    .replace(/(?:\^0|&#)(29|30|31|04);?/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/[\u2404\u241d-\u241f]/g, (picture) => String.fromCharCode(picture.charCodeAt(0) - 0x2400));
}
