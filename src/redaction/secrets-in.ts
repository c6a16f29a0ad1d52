import { isRedacted } from '../artifacts/redaction-mark.js';
import { looksLikeCompactToken } from './replace-token.js';

/** Names of what opens something, or leads to a session. */
const NAME =
  '(?:[\\w-]{0,30}(?:token|secret|passw(?:or)?d|session[_-]?(?:id|state)?|api[_-]?key|assertion)(?:_hint)?|code|state|nonce|sid|jti|otp|totp|ticket|SAML(?:Response|Request|art)|code_verifier|device_code|user_code|auth_req_id|request_uri|pwd|mdp|jsessionid|phpsessid)';

const FORMS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\s*([A-Za-z0-9+/=\s\\]{20,8000}?)-----END/g,
  /\b(?:bearer|dpop)\s{1,4}([\w.~+/-]{8,8000}={0,2})/gi,
  // Parameters of a URL, a fragment or a form
  new RegExp(`(?:[?&#;\\s"'>]|^)${NAME}=([^&\\s"'#;<>\\\\]{6,8000})`, 'gi'),
  // `code` is what values of any coding are called, and those are short
  new RegExp(`"(?!code"|state")${NAME}"\\s*:\\s*"([^"\\\\]{6,8000})"`, 'gi'),
  /"(?:code|state)"\s*:\s*"([^"\\]{14,8000})"/gi,
  // A pair of a HAR: { "name": "state", "value": "…" }
  new RegExp(`"name"\\s*:\\s*"${NAME}"\\s*,\\s*"value"\\s*:\\s*"([^"\\\\]{6,8000})"`, 'gi'),
  /<(?:[\w.-]{1,40}:)?(?:Password|BinarySecurityToken)(?:\s[^<>]{0,300})?>([^<>]{6,16000})</g,
  // The name of a field of a form in a page
  new RegExp(`name=["']${NAME}["'][^<>]{0,100}value=["']([^"'<>]{6,8000})["']`, 'gi'),
];

const COOKIES = /(?:^|["'\s])((?:set-)?cookie)(?:["']\s*,\s*["']value["'])?["']?\s*:\s*["']?([^\r\n"]{1,16000})/gim;
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
  const plain = found.flatMap((each) => [each, decoded(each)]).map((each) => each.trim());
  return [...new Set(plain)].filter(
    (each) =>
      each.length >= 6 && !isRedacted(each) && !looksLikeCompactToken(each) && (!WORD.test(each) || isLong(each)),
  );
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
