/**
 * Control characters (line ends and tabs too), invisible format characters and lone surrogates; ZWJ stays: it joins
 * emoji.
 */
const HIDDEN = /(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

/** What XML 1.0 (2.2) does not allow: C0 but tab, LF and CR, lone surrogates, U+FFFE and U+FFFF. */
const XML_ILLEGAL = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

const BIDI = /\p{Bidi_Control}/gu;

/** A visible stand-in: ␛ for ESC and the like for C0 and DEL, `\u{202E}` for the others. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
}

/**
 * Text on one line that can't drive a terminal, break a line of a log nor hide anything: control, bidi and zero-width
 * characters become visible, line ends included. What is left is legal in XML.
 */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, visible);
}

/** `text` without what XML 1.0 forbids, and with its bidi controls visible, so that a name can't be shown backwards. */
export function cleanForXml(text: string): string {
  return text.replace(XML_ILLEGAL, '').replace(BIDI, visible);
}

/** Prose of the catalogues and of the base, which YAML may have folded, on one line. */
export function onOneLine(text: string): string {
  return text.replace(/[\t\r\n ]+/g, ' ').trim();
}

/** The first `length` UTF-16 units of `text`, never half a surrogate pair. */
export function cutAt(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
