import type { ReadProblem } from '../read-error.js';
import type { Contained } from '../source.js';
import { decodeBase64 } from '../text/base64.js';
import { ed } from './data-types.js';
import { OBX } from './fields.js';
import type { Reserve } from './message.js';
import type { Hl7Segment } from './segment.js';
import type { Hl7Value } from './value.js';

/** What a segment encapsulates, with what had to be forgiven to decode it. */
export interface EmbeddedData {
  readonly contained: Contained;
  readonly reserve?: Reserve;
}

/**
 * Data that an OBX segment of type ED encapsulates in base64 or hexadecimal (HL7 v2.5 §2.A.24, table 0299), one for each repetition. It is named
 * by its place only: what it says that it is (ED-2, ED-3) is for checks to compare with what it is.
 */
export function embeddedData(segment: Hl7Segment): EmbeddedData[] {
  if (segment.name !== 'OBX' || segment.field(OBX.valueType).text !== 'ED') return [];
  return segment.field(OBX.value).repetitions.flatMap((repetition) => {
    const { type, subtype, encoding, data } = ed(repetition);
    const name = repetition.path;
    if (isWords(type.text, subtype.text, encoding.text, data)) return [];
    switch (encoding.text.trim().toLowerCase()) {
      case 'base64':
        return [ofBase64(data, name)];
      case 'hex':
      case 'hexdec':
        return [{ contained: ofHex(data, name) }];
      default:
        return [];
    }
  });
}

/**
 * True for text in base64 that says that it is text and nothing more: the words of a mail, to be or received (CI-SIS volets, CORPSMAIL_PS,
 * CORPSMAIL_PATIENT, « informations du courriel »), which are no document. What begins as markup or as a PDF
 * is one, whatever is said of it.
 */
function isWords(type: string, subtype: string, encoding: string, data: Hl7Value): boolean {
  const isText = type.trim().toLowerCase() === 'text' && /^(?:plain)?$/i.test(subtype.trim());
  if (!isText || encoding.trim().toLowerCase() !== 'base64' || /[^A-Za-z0-9+/=\s]/.test(data.raw)) return false;
  const start = Buffer.from(data.raw.slice(0, 1024), 'base64').toString('latin1');
  return !start.includes('\0') && !/^(?:\xef\xbb\xbf)?\s*[<{%]/.test(start);
}

/**
 * Official messages lack the `=` at the end, or end with one character too many, which stands for less than a byte: both are forgiven. What is cut
 * for good is found by the reader of what it holds.
 */
function ofBase64(data: Hl7Value, name: string): EmbeddedData {
  const { text } = data;
  const bytes = decodeBase64(text);
  if (bytes) return { contained: { name, bytes } };
  const stray = /[^A-Za-z0-9+/=\s]/.exec(text);
  if (stray) return { contained: refused(data, name, 'Base64', 'data-character', data.raw.indexOf(stray[0])) };
  if (text.includes('=')) return { contained: refused(data, name, 'Base64', 'data-cut') };
  const compact = text.replace(/\s+/g, '');
  const dangling = compact.length % 4 === 1;
  const mended = Buffer.from(dangling ? compact.slice(0, -1) : compact, 'base64');
  const { line = 0, ...place } = data.location;
  return {
    contained: { name, bytes: mended },
    reserve: { reason: dangling ? 'base64-dangling' : 'base64-unpadded', line, ...place },
  };
}

function ofHex(data: Hl7Value, name: string): Contained {
  const digits = data.text.replace(/\s+/g, '');
  const stray = /[^0-9A-Fa-f]/.exec(digits);
  if (stray) return refused(data, name, 'Hex', 'data-character', data.raw.indexOf(stray[0]));
  if (digits.length % 2 !== 0) return refused(data, name, 'Hex', 'data-cut');
  return { name, bytes: Buffer.from(digits, 'hex') };
}

function refused(data: Hl7Value, name: string, encoding: string, reason: string, at = 0): Contained {
  const location = { ...data.segment.locate(data.start + Math.max(at, 0)), path: data.path };
  const problem: ReadProblem = { code: 'read/hl7v2-data', args: { encoding, reason }, location };
  return { name, bytes: Buffer.from(data.raw), problem };
}
