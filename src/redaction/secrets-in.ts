import { isRedacted } from '../artifacts/redaction-mark.js';
import { looksLikeCompactToken } from './replace-token.js';

/** A shorter one is a word of any text. */
const SHORTEST = 6;

/** Names that are given to nothing else than what opens something. */
const SURE =
  '(?:[\\w.-]{0,30}(?:token|secret(?:[_-]?(?:access[_-]?)?key)?|passw(?:or)?d|passphrase|session[_-]?(?:id|state|code)|api[_-]?key|private[_-]?key|client_?assertion|code_?verifier|credentials?)(?:_hint)?|mot[ _-]de[ _-]passe|mdp|pwd|device_code|user_code|auth_req_id|jsessionid|phpsessid)';
/** Names of what opens something, or leads to a session. */
const NAME = `(?:${SURE}|[\\w-]{0,30}(?:session|assertion)|code|state|relaystate|nonce|sid|jti|otp|totp|ticket|jwt|bearer|SAML(?:Response|Request|art)|request_uri)`;
const QUOTE = `(?:\\\\{0,7}["'])`;

const FORMS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\s*([A-Za-z0-9+/=\s\\]{20,8000}?)-----END/g,
  /\b(?:bearer|dpop)\s{1,4}([\w.~+/-]{8,8000}={0,2})/gi,
  // Parameters of a URL, a fragment, a form or a file name
  new RegExp(`(?:[?&#;\\s"'>/-]|^)${NAME}=([^&\\s"'#;<>\\\\]{6,8000})`, 'gi'),
  /[?&](?:x-amz-)?(?:sig|signature|security-token)=([^&\s"'#;<>\\]{12,2000})/gi,
  // `code` is what values of any coding are called, and those are short
  new RegExp(`"(?!code"|state"|jwt"|bearer")${NAME}"\\s*:\\s*\\[?\\s*"([^"\\\\]{6,8000})"`, 'gi'),
  /"(?:code|state|jwt|bearer)"\s*:\s*"([^"\\]{14,8000})"/gi,
  // A line of a log, a member of JavaScript or of GraphQL, an attribute
  new RegExp(
    `(?<![\\w-])${SURE}${QUOTE}?\\s{0,4}(?:=>|[:=]|\\b(?:is|est)\\b)\\s{0,4}${QUOTE}?([^\\s"'\\\\&,;<>{}()[\\]]{6,8000})`,
    'gi',
  ),
  // An argument after its name
  new RegExp(`\\(\\s{0,9}${QUOTE}${SURE}${QUOTE}\\s{0,9},\\s{0,9}${QUOTE}([^"'\\\\]{6,8000})`, 'gi'),
  // A pair of a HAR: { "name": "state", "value": "…" }
  new RegExp(`"name"\\s*:\\s*"${NAME}"\\s*,\\s*"value"\\s*:\\s*"([^"\\\\]{6,8000})"`, 'gi'),
  new RegExp(`"value"\\s*:\\s*"([^"\\\\]{6,8000})"\\s*,\\s*"name"\\s*:\\s*"${NAME}"`, 'gi'),
  /<(?:[\w.-]{1,40}:)?(?:Password|BinarySecurityToken)(?:\s[^<>]{0,300})?>([^<>]{6,16000})</g,
  // The name of a field of a form in a page, of a part of a form
  new RegExp(`name=["']${NAME}["'][^<>]{0,100}value=["']([^"'<>]{6,8000})["']`, 'gi'),
  new RegExp(`value=["']([^"'<>]{6,8000})["'][^<>]{0,100}name=["']${NAME}["']`, 'gi'),
  new RegExp(
    `name="?${NAME}"?[^\\r\\n]{0,100}\\r?\\n(?:[\\w-]{1,40}:[^\\r\\n]{0,200}\\r?\\n){0,3}\\r?\\n([^\\r\\n]{6,8000})`,
    'gi',
  ),
  // user:password@host, and what curl is given
  /:\/\/[^\s/@:"']{0,200}:([^\s/@"']{6,200})@/g,
  /(?:^|\s)(?:-u|--user|--proxy-user)[\s=]{1,3}["']?[^\s:"']{0,200}:([^\s"']{6,200})/g,
  /\bdigest\s[^\r\n]{0,500}?response=\\{0,3}"([0-9a-f]{16,128})/gi,
];

/** The user and the password of Basic, in base64. */
const BASIC = /\bbasic\s{1,4}([\w+/-]{8,4000}={0,2})/gi;
/** What RFC 7518 keeps for who holds a key, beside its type. */
const PRIVATE_MEMBER = /"(?:d|p|q|dp|dq|qi|k)"\s*:\s*"([\w-]{16,8000})"/g;

const COOKIES =
  /(?:^|["'\s])((?:set-)?cookie)(?:["']\s*,\s*["']value["'])?["']?\s*:\s*["']?((?:[^\r\n"]|\r?\n[ \t]+(?=[^\s"]{1,200}=)){1,16000})/gim;
const HAR_COOKIE = /"cookies"\s*:\s*\[([^\]]{1,40000})\]/g;
const HAR_VALUE = /"value"\s*:\s*"((?:[^"\\]|\\.){8,8000})"/g;
const SETTINGS = /^(?:path|domain|expires|max-age|samesite|version|priority)$/i;

/** Words that stand where a secret would: names of errors, types, methods. */
const WORD = /^(?:[A-Za-z]+(?:[_ -][A-Za-z]+)*|\d+|[\d.-]{1,10}|urn:[\w:.-]+|https?:.*|\*+|\[.*|\$?\{.*|%[a-z_]+%)$/i;

/** Secrets that a text holds, by the names that are given to them. Those with a form of their own, as signed tokens are, are left to it. */
export function secretsIn(text: string): string[] {
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].map(([, value = '']) => value));
  for (const [, name = '', list = ''] of text.matchAll(COOKIES))
    found.push(...pairsOf(/^set-/i.test(name) ? [list.split(';')[0] ?? ''] : list.split(';')));
  for (const [, list = ''] of text.matchAll(HAR_COOKIE))
    found.push(...[...list.matchAll(HAR_VALUE)].map(([, value = '']) => value));
  for (const [, written = ''] of text.matchAll(BASIC)) {
    const [, ...password] = Buffer.from(written, 'base64').toString('utf8').split(':');
    found.push(password.join(':'));
  }
  if (text.includes('"kty"')) found.push(...[...text.matchAll(PRIVATE_MEMBER)].map(([, value = '']) => value));
  const plain = found.flatMap((each) => [each, decoded(each)]).map((each) => each.trim());
  return [...new Set(plain)].filter(
    (each) =>
      each.length >= SHORTEST &&
      !isRedacted(each) &&
      !looksLikeCompactToken(each) &&
      (!WORD.test(each) || isLong(each)),
  );
}

/** A secret as it is, and not the header that carries it: what has a form of its own keeps it. */
export function isBareSecret(text: string): boolean {
  if (text.length < SHORTEST || isRedacted(text) || /\s/.test(text) || looksLikeCompactToken(text)) return false;
  // User and password of Basic: the password was told apart.
  return !/^[ -9;-~]{1,200}:[ -~]+$/.test(Buffer.from(text, 'base64').toString('latin1'));
}

function pairsOf(pairs: readonly string[]): string[] {
  return pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    return at > 0 && !SETTINGS.test(name) && value.length >= 8 && (/\d/.test(value) || value.length >= 20)
      ? [value]
      : [];
  });
}

/** A word that nobody would write. */
function isLong(text: string): boolean {
  return /^[A-Za-z]{24,}$/.test(text) || /^\d{16,}$/.test(text);
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // No text in percent: as it is written.
    return text;
  }
}
