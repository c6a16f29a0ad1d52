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
