import { isAscii, isUtf8 } from 'node:buffer';
import type { ReadProblem } from '../read-error.js';
import { byteOrderMark } from '../text/decode.js';
import { isContradicted, xmlCharset } from './charset.js';
import type { XmlDocument } from './tree.js';

/** `Ã©`, `Ã¨`, `â€™`… : UTF-8 that was read as windows-1252, then written. No French word holds them. */
const MOJIBAKE = /Ã[\u00a2\u00a7-\u00bf]|â\u20ac[\u2019\u2122\u0153\u0093\u0094]/;

/** Both letters are rare in French: looking for each of them alone is quicker. */
function mayBeMojibake(text: string): boolean {
  return text.includes('Ã') || text.includes('â\u20ac');
}

/** Control characters of ISO-8859-1, where windows-1252 has its quotes and its euro; U+0085 is a line break. */
const C1 = /[\u0080-\u0084\u0086-\u009f]/;

/** What is doubtful in the encoding of a document that was read: the text is as declared, and perhaps not as meant. */
export function encodingReserves(bytes: Buffer, document: XmlDocument): ReadProblem[] {
  const { source } = document;
  const reserve = (reason: string, offset: number, args: Record<string, string> = {}): ReadProblem => ({
    code: 'read/forgiven',
    args: { reason, ...args },
    location: source.locate(offset),
  });
  const found = xmlCharset(bytes, byteOrderMark(bytes));
  const { charset, declared = '' } = found;
  const reserves = isContradicted(found) ? [reserve('encoding-contradicted', 0, { charset, declared })] : [];
  if (isAscii(bytes)) return reserves;
  if (!/^utf-?8$|^utf-16/i.test(charset) && isUtf8(bytes)) {
    // The bytes are UTF-8 to the last: in another charset they would not be by chance.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything but ASCII is looked for.
    return [...reserves, reserve('utf8-declared-otherwise', source.text.search(/[^\x00-\x7f]/), { declared })];
  }
  const mojibake = mayBeMojibake(source.text) ? MOJIBAKE.exec(source.text) : null;
  if (mojibake) return [...reserves, reserve('mojibake', mojibake.index, { text: mojibake[0] })];
  const control = source.text.search(C1);
  return control === -1 ? reserves : [...reserves, reserve('c1-controls', control)];
}
