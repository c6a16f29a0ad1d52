import { decodeEncodedWords } from '../artifacts/mail/encoded-words.js';

/** A text may be written in another, which is written in another. */
const DEEPEST = 4;
/** Base64 of less holds nobody. */
const SHORTEST = 12;

/** Base64, with line breaks or not, in both alphabets. */
export const BASE64 =
  /(?<![\w+/=-])[A-Za-z0-9+/_-]{12,}(?:(?<=[A-Za-z0-9+/]{56})\r?\n[ \t]*[A-Za-z0-9+/]{1,76}(?![\w+/:. -]))*={0,2}(?![\w+/])/g;
export const PERCENT = /(?:[\w.~!*'()-]|%[0-9A-Fa-f]{2})*%[0-9A-Fa-f]{2}(?:[\w.~!*'()-]|%[0-9A-Fa-f]{2})*/g;
export const ENCODED_WORDS =
  /=\?[^?\s]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=(?:\s*=\?[^?\s]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=)*/g;
/** First characters in base64 of PDF, ZIP, PNG, JPEG, GIF, OLE. */
export const EMBEDDED = /^\s*(?:JVBERi|UEsDB|iVBORw0|\/9j\/|R0lGOD|0M8R4K)/;
/** `\u00e9` of JSON, `&#233;` of XML, `\XE9\` of HL7 v2 (§2.7.6). */
export const ESCAPES = /(?:\\u[0-9A-Fa-f]{4}|&#x?[0-9A-Fa-f]{1,6};|\\X(?:[0-9A-Fa-f]{2}){1,400}\\)/;

/** The text that stands in base64, undefined when it is none. */
export function textOfBase64(written: string): string | undefined {
  const compact = written.replace(/\s+/g, '');
  if (compact.length < SHORTEST || compact.replace(/=+$/, '').length % 4 === 1) return undefined;
  const text = Buffer.from(compact, 'base64').toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: SASL parts its fields by them, HL7 v2 its segments.
  return /[\ufffd\x02-\x08\x0e-\x1a]/.test(text) || !/[A-Za-z0-9]{3}/.test(text) ? undefined : text;
}

/** The text that percent signs stand for; as it is written when they stand for none. */
export function textOfPercent(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // Bytes of another charset.
    return written.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** A text, and all those that are written in it in another encoding: what a reader of the file could find. */
export function layersOf(text: string, depth = 0): string[] {
  if (depth === DEEPEST) return [text];
  const inside: string[] = [];
  const add = (decoded: string | undefined, written: string): void => {
    if (decoded !== undefined && decoded !== written) inside.push(decoded);
  };
  for (const [written] of text.matchAll(BASE64)) {
    add(textOfBase64(written), written);
  }
  if (text.includes('%')) for (const [written] of text.matchAll(PERCENT)) add(textOfPercent(written), written);
  if (text.includes('=?'))
    for (const [written] of text.matchAll(ENCODED_WORDS)) add(decodeEncodedWords(written), written);
  if (ESCAPES.test(text)) add(unescaped(text), text);
  if (/=[0-9A-F]{2}/.test(text) && /=\r?\n|=[C-F][0-9A-F]=/.test(text)) add(textOfQuotedPrintable(text), text);
  // JSON in JSON.
  if (/\\["nr]/.test(text))
    add(
      text.replace(/\\(["\\/nrt])/g, (_, sign: string) => SIGNS[sign] ?? sign),
      text,
    );
  if (/&(?:amp|lt|quot|apos);/.test(text))
    add(
      text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''),
      text,
    );
  return [text, ...inside.flatMap((each) => layersOf(each, depth + 1))];
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Escapes of JSON, of XML and of HL7 v2, as the characters that they stand for. */
export function unescaped(text: string): string {
  return text.replace(
    /\\u([0-9A-Fa-f]{4})|&#(x?)([0-9A-Fa-f]{1,6});|\\X((?:[0-9A-Fa-f]{2}){1,400})\\/g,
    (all, unit: string | undefined, x: string, code: string, bytes: string | undefined) => {
      if (bytes !== undefined) return textOfBytes(Buffer.from(bytes, 'hex'));
      const point = unit ? Number.parseInt(unit, 16) : Number.parseInt(code, x ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

function textOfBytes(bytes: Buffer): string {
  const decoded = bytes.toString('utf8');
  return decoded.includes('\ufffd') ? bytes.toString('latin1') : decoded;
}

function textOfQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/g, (run) => textOfBytes(Buffer.from(run.replaceAll('=', ''), 'hex')));
}

/** Bytes in base64 in the alphabet, the padding and the lines of another writing. */
export function likeBase64(written: string, bytes: Uint8Array): string {
  const isUrl = /[-_]/.test(written) || (!/[+/=]/.test(written) && written.length % 4 !== 0);
  const text = Buffer.from(bytes).toString(isUrl ? 'base64url' : 'base64');
  const feed = /\r?\n[ \t]*/.exec(written);
  if (!feed) return text;
  const width = written.trimStart().search(/[\r\n]/);
  return (text.match(new RegExp(`.{1,${Math.max(4, width)}}`, 'g')) ?? []).join(feed[0]);
}
