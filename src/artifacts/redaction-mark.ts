/**
 * What stands in a redacted copy where the original had a secret (`segur-check redact`). The mark is made of letters and digits alone, so that it can
 * stand wherever a secret can: in base64, base64url, a URL, a cookie, a header. No token, key or signature has it by chance.
 */
const MARK = 'SEGURCHECKREDACTED';

/** The signature of a redacted token, a state, a password: true when the text holds the mark of a redaction, and so proves nothing by its value. */
export function isRedacted(text: string): boolean {
  return text.includes(MARK);
}

/** The replacement of the secret of this rank, as long as the secret when that leaves room for the rank. */
export function redactionMark(rank: number, length = 0): string {
  return MARK + String(rank).padStart(Math.max(4, length - MARK.length), '0');
}
