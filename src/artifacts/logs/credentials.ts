import { decodeBase64 } from '../text/base64.js';

/** What a client authenticated with. `secret` is never to be shown, nor put in a finding. */
export interface Credential {
  /** SASL mechanism in upper case; `LOGIN` for the IMAP command too; empty when the log hides it. */
  readonly mechanism: string;
  /** `decoded`; `hidden` by the client's log; `malformed`: no base64, or not the mechanism's form; `opaque`: a mechanism that shows nothing. */
  readonly state: 'decoded' | 'hidden' | 'malformed' | 'opaque';
  /** Who authenticates: `user` of XOAUTH2, the authentication identity of PLAIN. */
  readonly user: string | undefined;
  /** Who is acted for, when PLAIN or EXTERNAL say it. */
  readonly identity: string | undefined;
  readonly secret: { readonly kind: 'token' | 'password'; readonly value: string } | undefined;
  /** Whether the server accepted it; undefined when the log does not say. */
  readonly accepted: boolean | undefined;
  readonly line: number;
  readonly column: number;
}

type Decoded = Pick<Credential, 'state' | 'user' | 'identity' | 'secret'>;

const NOTHING = { user: undefined, identity: undefined, secret: undefined };

/** True for what a log writes in place of a secret: stars, words in brackets, dots, a sentence. */
function isHidden(text: string): boolean {
  return /[*<>[\](){}…\s]|\.\.\.|^(?:x{4,}|redacted|hidden|masked|secret|removed|suppressed)$/i.test(text);
}

/** Decodes the client's responses of a SASL exchange, in base64, in their order. Never throws: what is wrong is in the state. */
export function decodeCredential(mechanism: string, responses: readonly string[]): Decoded {
  if (responses.length === 0 || responses.some(isHidden)) return { state: 'hidden', ...NOTHING };
  const texts = responses.map((each) => (each === '=' ? '' : textOf(each)));
  const [first, second] = texts;
  if (first === undefined || texts.includes(undefined)) return { state: 'malformed', ...NOTHING };
  switch (mechanism) {
    case 'XOAUTH2':
      return ofXoauth2(first);
    case 'OAUTHBEARER':
      return ofOauthBearer(first);
    case 'PLAIN':
      return ofPlain(first);
    case 'LOGIN':
      return ofLogin(first, second);
    case 'EXTERNAL':
      return { state: 'decoded', ...NOTHING, identity: first || undefined };
    default:
      return { state: 'opaque', ...NOTHING };
  }
}

/** The user and password of the LOGIN command of IMAP. */
export function ofLogin(user: string, password: string | undefined): Decoded {
  if (/^\*+$|^[<[{]|^$/.test(user)) return { state: 'hidden', ...NOTHING };
  return { state: 'decoded', ...NOTHING, user, secret: passwordOf(password) };
}

function textOf(base64: string): string | undefined {
  const bytes = decodeBase64(base64);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** Some clients write a comment in place of the password, inside the base64. */
function passwordOf(password: string | undefined): Credential['secret'] {
  return !password || /^\/\*.*\*\/$|^(?:\*+|x{4,})$|^[<[].*(?:hidden|redacted|secret|masked)/i.test(password)
    ? undefined
    : { kind: 'password', value: password };
}

function malformed(text: string): Decoded {
  return { state: 'malformed', ...NOTHING, secret: { kind: 'token', value: text } };
}

/** `user=<mailbox>^Aauth=Bearer <token>^A^A` (MSS/CONF.07; the form is Google's). */
function ofXoauth2(text: string): Decoded {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mechanism separates its fields by one.
  const parts = /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01$/.exec(text);
  if (!parts) return malformed(text);
  return { state: 'decoded', ...NOTHING, user: parts[1], secret: tokenOf(parts[2]) };
}

/** `n,a=<mailbox>,^A…^Aauth=Bearer <token>^A^A` (RFC 7628 §3.1). */
function ofOauthBearer(text: string): Decoded {
  const [header = '', ...fields] = text.split('\x01');
  const user = /^[ny],(?:a=([^,]*))?,$/.exec(header);
  const token = fields.find((field) => field.startsWith('auth=Bearer '));
  if (!user || token === undefined || !text.endsWith('\x01\x01')) return malformed(text);
  return { state: 'decoded', ...NOTHING, user: user[1], secret: tokenOf(token.slice('auth=Bearer '.length)) };
}

function tokenOf(value: string | undefined): Credential['secret'] {
  return value && !isHidden(value) ? { kind: 'token', value } : undefined;
}

/** `[identity] NUL user NUL password` (RFC 4616 §2). */
function ofPlain(text: string): Decoded {
  const [identity, user, password, ...rest] = text.split('\0');
  if (password === undefined || rest.length > 0) return malformed(text);
  return { state: 'decoded', user, identity: identity || undefined, secret: passwordOf(password) };
}
