import { isMasked } from '../../../artifacts/masks.js';

/** What opens something when it is read in a log. */
export type LoggedSecret = 'token' | 'refresh-token' | 'client-secret' | 'code-verifier' | 'cookie';

/** `name=value` or `"name": "value"`, as logs, forms and JSON write it. */
function named(name: string, value: string): RegExp {
  const form = String.raw`(?<![\w-])${name}["']?\s{0,3}[=:]\s{0,3}["']?(${value})`;
  return new RegExp(form, 'gi');
}

/** How each is written; the first group is the value. A name without its value tells nothing: `grant_type=refresh_token`. */
const FORMS: readonly (readonly [LoggedSecret, RegExp])[] = [
  // A JWT, whoever's.
  ['token', /(?<![\w-])(eyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.)/g],
  ['token', /\bBearer\s{1,5}([\w.~+/-]{20})/g],
  // `user=` in base64: the string of XOAUTH2.
  ['token', /(?<![\w+/])(dXNlcj[\w+/]{40})/g],
  ['token', named('(?:access|id|subject|actor)_?token', String.raw`[\w.~+/-]{20}`)],
  ['refresh-token', named('refresh_?token', String.raw`[\w.~+/-]{20}`)],
  // With a digit: a word tells how it is configured.
  ['client-secret', named('client_?secret', String.raw`(?=[^\s"'&;,]{0,60}\d)[^\s"'&;,*<>[\]{}()]{8,60}`)],
  // The client and its secret, in base64.
  ['client-secret', /\bBasic\s{1,5}([A-Za-z0-9+/]{16})/g],
  // RFC 7636 §4.1: 43 characters at least.
  ['code-verifier', named('code_?verifier', String.raw`[\w.~-]{43}`)],
  [
    'cookie',
    named('(?:Set-)?Cookie', String.raw`[\w.!-]{0,40}(?:sess|sid|auth|token|connect)[\w.-]{0,40}=[\w%.~+/:-]{16,60}`),
  ],
];

/** What stands in all that the forms find: most values of a trace are told apart by it at once. */
const HINT = /eyJ|Bearer|Basic|dXNlcj|token|secret|verifier|cookie/i;

/** Shorter, a text holds none of them. */
const SHORTEST = 20;

/** What a text of a log shows of secrets, each once. A masked one is none. */
export function secretsIn(text: string): LoggedSecret[] {
  if (text.length < SHORTEST || !HINT.test(text)) return [];
  const found = new Set<LoggedSecret>();
  for (const [secret, form] of FORMS) {
    if (found.has(secret)) continue;
    for (const [, value = ''] of text.matchAll(form)) {
      if (isHarmless(value)) continue;
      found.add(secret);
      break;
    }
  }
  return [...found];
}

/** What tells nothing of a secret: its fingerprint, or one character for all. */
function isHarmless(value: string): boolean {
  return isMasked(value) || /^(.)\1*$|^(?:sha-?\d|hmac)/i.test(value);
}
