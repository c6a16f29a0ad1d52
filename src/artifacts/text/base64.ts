/** Characters decoded at a time: a body of a hundred megabytes is never copied whole without its line breaks. */
const PIECE = 1 << 20;

/** Bytes of a base64 text whose white space is ignored, or undefined when it is not base64. `Buffer.from` alone drops bad characters silently. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.allocUnsafeSlow(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let rest = '';
  for (let at = 0; at < text.length; at += PIECE) {
    const compact = rest + text.slice(at, at + PIECE).replace(/\s+/g, '');
    const whole = compact.length - (compact.length % 4);
    rest = compact.slice(whole);
    // Padding ends the text: what follows it, in this piece or in another, is not base64.
    const ended = length % 3 !== 0 && compact !== '';
    const piece = compact.slice(0, whole);
    if (ended || !/^[A-Za-z0-9+/]*={0,2}$/.test(piece)) return undefined;
    length += bytes.write(piece, length, 'base64');
  }
  return rest === '' ? bytes.subarray(0, length) : undefined;
}

/** Bytes of an unpadded base64url text (RFC 7515 §2), or undefined when it is not. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  return /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64url') : undefined;
}

/** Value of each byte in base64: 64 for padding, 65 for white space, 66 for what is neither. */
const SYMBOLS = new Uint8Array(256).fill(66);
for (const [value, symbol] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='].entries()) {
  SYMBOLS[symbol.charCodeAt(0)] = value;
}
for (const blank of ' \t\n\v\f\r') SYMBOLS[blank.charCodeAt(0)] = 65;

/** How many bytes a base64 text in ASCII stands for, white space ignored, or undefined when it is not base64. Nothing is copied. */
export function base64Size(text: Uint8Array): number | undefined {
  let symbols = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at++) {
    const value = SYMBOLS[text[at] as number] as number;
    if (value < 64 && padding === 0) symbols++;
    else if (value === 64) padding++;
    else if (value !== 65) return undefined;
  }
  return padding <= 2 && (symbols + padding) % 4 === 0 ? Math.floor((symbols * 3) / 4) : undefined;
}

/** Bytes of a base64 text in ASCII, white space ignored, or undefined when it is not base64. Takes no more memory than its result. */
export function decodeBase64Bytes(text: Uint8Array): Uint8Array | undefined {
  const size = base64Size(text);
  if (size === undefined) return undefined;
  const bytes = new Uint8Array(size);
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let at = 0; at < text.length; at++) {
    const value = SYMBOLS[text[at] as number] as number;
    if (value >= 64) continue;
    // Four symbols in a row make three bytes: nearly all of a file does.
    if (bits === 0 && at + 3 < text.length) {
      const second = SYMBOLS[text[at + 1] as number] as number;
      const third = SYMBOLS[text[at + 2] as number] as number;
      const fourth = SYMBOLS[text[at + 3] as number] as number;
      if ((second | third | fourth) < 64) {
        bytes[to++] = (value << 2) | (second >> 4);
        bytes[to++] = (second << 4) | (third >> 2);
        bytes[to++] = (third << 6) | fourth;
        at += 3;
        continue;
      }
    }
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = held >> bits;
  }
  return bytes;
}
