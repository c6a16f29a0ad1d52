import { PATIENT_TEST_ADDRESS } from '../identity/addresses.js';

/** Names of parameters, members and fields whose value is a secret or leads to a session. */
const SECRET_NAMES =
  '(?:code|state|nonce|sid|otp|totp|ticket|assertion|saml(?:request|response|art)|samlresponse|(?:client_)?secret|client_assertion|code_verifier|device_code|user_code|auth_req_id|login_hint|[\\w-]{0,40}session[\\w-]{0,40}|[\\w-]{0,40}token[\\w-]{0,40}|[\\w-]{0,40}passw(?:or)?d|passphrase|pwd|mdp|mot_de_passe|[\\w-]{0,40}api[_-]?key|private_key)';
/** Those of them that are plain words of many texts: only a URL or a form says them as parameters. */
const TELLING =
  '(?:client_secret|client_assertion|code_verifier|device_code|auth_req_id|(?:access|refresh|id|logout|bearer|session)[_-]?token|session[_-]?id|jsessionid|phpsessid|[\\w-]{0,40}password|passwd|passphrase|pwd|mdp|mot[_ -]de[_ -]passe|api[_-]?key|private_key)';

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)/g, '[jeton]'],
  // Three parts signed, two without signature, five encrypted.
  [/e[wy][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){1,4}/g, '[jeton]'],
  [
    /\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token)(["']?\s{0,9}[:=]\s{0,9})[^\r\n]+/gi,
    '$1$2[jeton]',
  ],
  [
    /\b(bearer|basic|digest|dpop|negotiate|xoauth2|oauthbearer)(\s{1,9})(?=\S{0,2000}[\d=._~+/-])[^\s"',;<>[\]]{8,}/gi,
    '$1$2[jeton]',
  ],
  // user:password@host
  [/(:\/\/)[^\s/@:]{0,200}:[^\s/@]{0,200}@/g, '$1[jeton]@'],
  [new RegExp(`([?&#;]|%26|%3F)(${SECRET_NAMES})(=|%3D)(?!\\[jeton)[^&\\s"'#;<>]+`, 'gi'), '$1$2$3[jeton]'],
  // A form starts by its first parameter.
  [new RegExp(`^(${SECRET_NAMES})=(?!\\[jeton)[^&\\s"'#;<>]+(?=&|$)`, 'i'), '$1=[jeton]'],
  [
    new RegExp(`(?<![\\w-])(${TELLING})(["']?\\s{0,9}[:=]\\s{0,9}["']?)(?!\\[jeton)[^\\s&"',;<>}\\]]+`, 'gi'),
    '$1$2[jeton]',
  ],
];

/** Tokens by their form, and values that are said to be a secret. */
export function hideTokens(text: string): string {
  return TOKENS.reduce((shown, [form, hidden]) => shown.replace(form, hidden), text);
}

const GAP = '[ ._/\\u00a0\\u202f-]?';
/** Whatever has the form of a matricule, its key right or not, its parts apart or not: a typing mistake in a matricule is still nearly one. */
const MATRICULE = new RegExp(
  `(?:(?<!\\d)|(?<=S1))[1-478]${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d[\\dABab]${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}|[ -]{1,3}|[ ,(-]*(?:cl[eé]|key)[ :]*)\\d{2}(?!\\d)`,
  'gi',
);
/** Without key: parts that are apart, or digits that are no time in milliseconds of these years. */
const WITHOUT_KEY =
  /(?<!\d)(?:[12]([ .-])\d{2}\1\d{2}\1\d[\dAB]\1\d{3}\1\d{3}|(?!1[67])[12]\d{2}(?:0[1-9]|1[0-2])\d[\dAB]\d{6})(?!\d)/gi;
const PATIENT_ADDRESS = /[^\s<>@"',;:/!()[\]]{1,64}(@patient(?:\.[a-z0-9-]{1,63}){0,3}\.mssante\.fr)/gi;

/** A mailbox of a provider for the public is somebody's own; its domain tells nobody. */
const PRIVATE_ADDRESS =
  /[^\s<>@"',;:/!()[\]]{1,64}(@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|gmx|orange|wanadoo|free|sfr|neuf|laposte|bbox|numericable|protonmail|proton)\.(?:com|fr|net|me|be|ch)(?![\w.-]*\w))/gi;

/** Matricules by their form, known or not, whatever stands for one in the address of a citizen, and private mailboxes. */
export function hideMatricules(text: string): string {
  return text
    .replace(PATIENT_ADDRESS, (all, domain: string) =>
      all.toLowerCase() === PATIENT_TEST_ADDRESS ? all : `[INS]${domain}`,
    )
    .replace(PRIVATE_ADDRESS, '[courriel]$1')
    .replace(MATRICULE, '[INS]')
    .replace(WITHOUT_KEY, '[INS]');
}

/** Hides what has the form of a matricule or of a token, when nothing says who the patients are. */
export function hideForms(text: string): string {
  return hideMatricules(hideTokens(text));
}
