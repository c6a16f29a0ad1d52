import { PATIENT_TEST_ADDRESS } from '../identity/addresses.js';

/** Names of parameters, members and fields whose value is a secret or leads to a session. */
const SECRET_NAMES =
  '(?:code|state|relaystate|nonce|sid|otp|totp|ticket|assertion|jwt|credential|(?:x-amz-)?sig(?:nature)?|saml(?:request|response|art)|samlresponse|(?:client_)?secret|client_assertion|code_verifier|device_code|user_code|auth_req_id|(?:login|logout)_hint|jti|[\\w-]{0,40}session[\\w-]{0,40}|[\\w-]{0,40}token[\\w-]{0,40}|[\\w-]{0,40}passw(?:or)?d|passphrase|pwd|mdp|mot_de_passe|[\\w-]{0,40}api[_-]?key|private_key)';
/** Those of them that are plain words of many texts: only a URL or a form says them as parameters. */
const TELLING =
  '(?:client_?secret|[\\w-]{0,30}secret[_-](?:access[_-])?key|client_?assertion|code_?verifier|device_code|user_code|auth_req_id|(?:access|refresh|id|logout|bearer|session|subject|actor|requested|csrf|xsrf|security)[_-]?token(?:[_-]hint)?|(?:logout|login)_hint|session[_-]?(?:id|state|code)|saml(?:response|request|art)|jsessionid|phpsessid|[\\w-]{0,40}password|passwd|passphrase|pwd|mdp|mot[_ -]de[_ -]passe|api[_-]?key|private_key)';

/** Those that are plain words too, and are a secret when what follows is no word. */
const DOUBTFUL =
  '(?:code|state|relaystate|nonce|sid|jti|jwt|bearer|auth|[\\w-]{0,30}token|credentials?|ticket|otp|d|p|q|dp|dq|qi|k)';
/** Quotes as they are, in a string of JSON, in an attribute. */
const QUOTE = `(?:\\\\{0,15}["']|&quot;|&#34;)`;
const VALUE = '(?!\\[jeton)(?:(?!&quot;|&#34;)[^"\'\\\\\\r\\n<>])+';
/** What no word, code or number looks like. */
const NO_WORD = '(?=[\\w.~+/-]{12,})(?=[\\w.~+/-]{0,200}\\d)(?=[\\w.~+/-]{0,200}[A-Za-z])';

type Form = readonly [form: RegExp, hidden: string | ((all: string) => string)];

const TOKENS: readonly Form[] = [
  [/-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)/g, '[jeton]'],
  // Signed, on several lines
  [/(?<![\w.-])e[wy][\w.-]{30,8000}(?:\r?\n[ \t]*[\w.-]{20,8000}(?=[\s"'<,;]|$))+/g, '[jeton]'],
  // Three parts signed, two without signature, five encrypted; the first begins as an object of JSON, which no `rewrite-file.ts` nor `framework.md` does.
  [/e(?:y[IJ]|(?:yA|w[0ko])[JKNgi])[A-Za-z0-9_-]{7,}(?:\.[A-Za-z0-9_-]*){1,4}/g, '[jeton]'],
  // Cookies of a HAR, each with its name and value.
  [
    /"cookies"\s{0,20}:\s{0,20}\[[^\]]{0,40000}/g,
    (list) => list.replace(/("value"\s{0,20}:\s{0,20}")[^"]*/g, '$1[jeton]'),
  ],
  [
    /\b((?:proxy-)?authorization|(?:set-)?cookie|(?:[\w-]{1,20}-)?api-key|x-auth-token)(["']?\s{0,9}[:=]\s{0,9}|"\s{0,9},\s{0,20}"value"\s{0,9}:\s{0,9}")[^\r\n]+/gi,
    '$1$2[jeton]',
  ],
  [
    /\b(bearer|basic|digest|dpop|negotiate|xoauth2|oauthbearer)(\s{1,9})(?=\S{0,2000}[\d=._~+/-])[^\s"',;<>[\]]{8,}/gi,
    '$1$2[jeton]',
  ],
  [/\b(AUTH(?:ENTICATE)?\s{1,9}(?:PLAIN|LOGIN|CRAM-MD5))(\s{1,9})[^\s"']{8,}/gi, '$1$2[jeton]'],
  // user:password@host
  [/(:\/\/)[^\s/@:]{0,200}:[^\s/@]{0,200}@/g, '$1[jeton]@'],
  [
    /((?:^|\s)(?:-u|--user|--proxy-user|-b|--cookie|--oauth2-bearer|--pass)[\s=]{1,3}(["']?))[^\s"'][^"'\r\n]*?(?=\2(?:\s|$))/g,
    '$1[jeton]',
  ],
  [new RegExp(`([?&#;]|%26|%3F)(${SECRET_NAMES})(=|%3D)(?!\\[jeton)[^&\\s"'#;<>]+`, 'gi'), '$1$2$3[jeton]'],
  // A form starts by its first parameter.
  [new RegExp(`^(${SECRET_NAMES})=(?!\\[jeton)[^&\\s"'#;<>]+(?=&|$)`, 'i'), '$1=[jeton]'],
  [new RegExp(`(?<![^\\W_])(${DOUBTFUL})=${NO_WORD}[^&\\s"'#;<>]+`, 'gi'), '$1=[jeton]'],
  [
    new RegExp(
      `(?<![\\w-])(${TELLING})(${QUOTE}?\\s{0,9}(?:=>|[:=])\\s{0,9}${QUOTE}?)(?!\\[jeton)[^\\s&"'\\\\,;<>}\\]]+`,
      'gi',
    ),
    '$1$2[jeton]',
  ],
  // In a sentence
  [new RegExp(`(?<![\\w-])(${TELLING}\\s{1,9}(?:is|est)\\s{1,9}${QUOTE}?)${NO_WORD}[^\\s"']+`, 'gi'), '$1[jeton]'],
  // A member of JSON, in a string or in an attribute; an argument after its name
  [new RegExp(`(${QUOTE}${TELLING}${QUOTE}\\s{0,9}:\\s{0,9}${QUOTE})${VALUE}`, 'gi'), '$1[jeton]'],
  [new RegExp(`(\\(\\s{0,9}${QUOTE}${TELLING}${QUOTE}\\s{0,9},\\s{0,9}${QUOTE})${VALUE}`, 'gi'), '$1[jeton]'],
  [new RegExp(`(${QUOTE}${DOUBTFUL}${QUOTE}\\s{0,9}:\\s{0,9}${QUOTE})${NO_WORD}${VALUE}`, 'gi'), '$1[jeton]'],
  // A pair of a HAR or a field of a page, whichever of its name and value comes first
  [
    new RegExp(
      `("?\\bname${QUOTE}?\\s{0,9}[:=]\\s{0,9}${QUOTE}${SECRET_NAMES}${QUOTE}[,\\s]{1,20}${QUOTE}?value${QUOTE}?\\s{0,9}[:=]\\s{0,9}${QUOTE})${VALUE}`,
      'gi',
    ),
    '$1[jeton]',
  ],
  [
    new RegExp(
      `(\\bvalue${QUOTE}?\\s{0,9}[:=]\\s{0,9}${QUOTE})${VALUE}(${QUOTE}[,\\s]{1,20}${QUOTE}?name${QUOTE}?\\s{0,9}[:=]\\s{0,9}${QUOTE}${SECRET_NAMES}${QUOTE})`,
      'gi',
    ),
    '$1[jeton]$2',
  ],
  // A part of a form, after its head
  [
    new RegExp(`(\\bname=${QUOTE}?${SECRET_NAMES}${QUOTE}?[^\\r\\n]{0,100}(?:\\r?\\n){2})[^\\r\\n]+`, 'gi'),
    '$1[jeton]',
  ],
  [/(urn:ietf:params:oauth:request_uri:)[^\s"'&<>]+/gi, '$1[jeton]'],
  [/(<(?:[\w.-]{1,40}:)?(?:Password|BinarySecurityToken)(?:\s[^<>]{0,300})?>)[^<>]+/g, '$1[jeton]'],
];

/** Tokens by their form, and values that are said to be a secret. */
export function hideTokens(text: string): string {
  return TOKENS.reduce(
    (shown, [form, hidden]) => (typeof hidden === 'string' ? shown.replace(form, hidden) : shown.replace(form, hidden)),
    text,
  );
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
