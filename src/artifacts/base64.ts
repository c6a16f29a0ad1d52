/** Bytes of a base64 text whose white space is ignored, or undefined when it is not base64. `Buffer.from` alone drops bad characters silently. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\s]+/g, '');
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  return Buffer.from(compact, 'base64');
}

/** Bytes of an unpadded base64url text (RFC 7515 §2), or undefined when it is not. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  return /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1 ? Buffer.from(text, 'base64url') : undefined;
}
