import type { ReadProblem } from '../read-error.js';
import type { Reader } from '../source.js';
import { type JwtContent, looksLikeJwe, looksLikeJwt, parseJsonJws, parseJwt } from './jwt.js';

/** What a token is often copied with: the name of its HTTP header, its scheme, quotes. */
const BEFORE =
  /^["'`]?(?:(?:authorization|(?:id|access|refresh)?[ _-]?token|jwt|assertion|userinfo)["'`]?\s*[:=]\s*)?["'`]?\s*(?:authorization\s*:\s*)?(?:bearer\s+)?["'`]?\s*(?=eyJ)/i;
const AFTER = /["'`\s,;]*$/;

/** Reads a token: compact, or in one of the JSON serializations of a JWS. */
export const jwt: Reader = (source) => {
  if (source.head.startsWith('{')) {
    const json = source.json;
    const content = json && parseJsonJws(json, source.limits);
    return content && { kind: 'jwt', content, reserves: reservesOf(content, false) };
  }
  const before = BEFORE.exec(source.head)?.[0];
  if (before === undefined) return undefined;
  const text = source.text.trimStart();
  const written = text.slice(before.length, text.length - (AFTER.exec(text.slice(-64))?.[0].length ?? 0));
  const token = unwrapped(written);
  if (!looksLikeJwt(token) && !looksLikeJwe(token)) return undefined;
  const content = parseJwt(token, source.limits);
  return {
    kind: 'jwt',
    content,
    reserves: reservesOf(content, before !== '' || token !== written || /["'`,;]\s*$/.test(text.slice(-64))),
  };
};

/** Without the line breaks that terminals and mails cut long lines with: all lines of one length, but the last. */
function unwrapped(text: string): string {
  const lines = text.split(/\r?\n/);
  const length = lines[0]?.length ?? 0;
  const isCut = lines.length > 1 && lines.every((line, at) => line.length === length || at === lines.length - 1);
  return isCut && (lines.at(-1)?.length ?? 0) <= length ? lines.join('') : text;
}

/** What a recipient would refuse or have to undo, and that does not keep from reading. */
function reservesOf(content: JwtContent, isWrapped: boolean): ReadProblem[] {
  const reasons = isWrapped ? ['wrapped'] : [];
  for (let each: JwtContent | undefined = content; each; each = each.nested) {
    for (const { header, token } of each.signatures) {
      if (header.alg === undefined) reasons.push('alg-missing');
      else if (/^none$/i.test(String(header.alg))) reasons.push('alg-none');
      else if (token.endsWith('.')) reasons.push('signature-empty');
    }
  }
  return [
    ...[...new Set(reasons)].map(
      (reason): ReadProblem => ({ code: 'read/jwt', args: { reason }, location: { line: 1 } }),
    ),
    ...repeatedClaims(content),
  ];
}

/** One reserve for all: an issuer may repeat many. */
function repeatedClaims({ repeated, json }: JwtContent): ReadProblem[] {
  const [claim] = repeated;
  if (claim === undefined) return [];
  const args = { reason: 'claim-twice', claim, count: repeated.size };
  return [{ code: 'read/forgiven', args, location: json.locate([claim]) }];
}
