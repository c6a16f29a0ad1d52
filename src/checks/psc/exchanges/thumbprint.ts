/**
 * How a confirmation writes the SHA-256 of the client's certificate. `rfc`: base64url of its 32 bytes, without padding (RFC 8705 §3.1); `base64`: the same
 * bytes in base64, or padded; `hex`: base64 of the 64 hexadecimal digits, as the samples of the volet Transport have it.
 */
type ThumbprintForm = 'rfc' | 'base64' | 'hex';

/** The form of a thumbprint, undefined when it is none. */
export function thumbprintForm(written: unknown): ThumbprintForm | undefined {
  if (typeof written !== 'string') return undefined;
  if (/^[A-Za-z0-9_-]{43}$/.test(written)) return 'rfc';
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(written)) return 'base64';
  if (!/^[A-Za-z0-9+/_-]{86}(?:==)?$/.test(written)) return undefined;
  return /^[0-9a-f]{64}$/i.test(Buffer.from(written, 'base64').toString('latin1')) ? 'hex' : undefined;
}
