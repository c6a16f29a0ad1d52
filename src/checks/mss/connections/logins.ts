import type { Artifact, Declaration } from '../../../artifacts/artifact.js';
import { parseJwt } from '../../../artifacts/jwt/jwt.js';
import type { Credential } from '../../../artifacts/logs/credentials.js';
import type { Connection } from '../../../artifacts/logs/dialogue.js';
import type { ClientCertificate } from '../../../artifacts/logs/tls-session.js';
import { addressesOf } from '../../../identity/addresses.js';
import type { Need, Place } from '../../define.js';
import { mailSessions } from './mail-sessions.js';
import { type Moment, momentOf } from './moment.js';
import { type AnyTurn, authenticates, connectionsOf, isDialogue, usesMail } from './turns.js';

type Protocol = 'smtp' | 'imap';

/** What a log tells of who opened a mailbox. No secret is kept of it. */
export interface LogLogins {
  readonly path: string;
  readonly mailbox: Declaration['mailbox'];
  /** Undefined for a log of TLS sessions alone. */
  readonly protocol: Protocol | undefined;
  /** What its TLS sessions tell of the client's certificate: that one was sent, that none was, or nothing. */
  readonly certificate: 'sent' | 'none' | 'untold';
  readonly logins: readonly Login[];
}

/** One authentication of the software. */
export interface Login extends Pick<Credential, 'mechanism' | 'state' | 'user' | 'accepted'> {
  readonly protocol: Protocol;
  readonly at: Place;
  readonly moment: Moment | undefined;
  /** Undefined when it shows none, or hides it. */
  readonly token: Token | undefined;
  /** A command that needs a mailbox to be open, given before the server let the client in. */
  readonly early: Place | undefined;
  /** A mail sent in the same connection under another address. */
  readonly otherSender: Place | undefined;
}

/** What a token says; `unread` when it is no JWT. */
interface Token {
  readonly unread: boolean;
  readonly issuer: string;
  readonly type: string;
  readonly acr: string;
  /** Seconds of 1970. */
  readonly expires: number | undefined;
}

/** What the checks on logins keep of a log. */
export function loginsIn(log: Artifact<'log'>): LogLogins {
  const { path, declared, content } = log;
  const sessions = mailSessions(log);
  const certificates = sessions === 'unknown' ? [] : sessions.map(({ clientCertificate }) => clientCertificate);
  const logins = isDialogue(log)
    ? connectionsOf(log).flatMap((connection) =>
        connection.credentials.map((each) => loginOf(path, log.content.protocol, connection, each)),
      )
    : [];
  return {
    path,
    mailbox: declared.mailbox,
    protocol: content.protocol === 'smtp' || content.protocol === 'imap' ? content.protocol : undefined,
    certificate: certificateOf(certificates),
    logins,
  };
}

/** Mechanisms of SASL that servers offer; where one is left out, a token or a password stands in its place. */
const MECHANISMS =
  /^(?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|GSS-SPNEGO|ANONYMOUS|EXTERNAL|OAUTHBEARER|XOAUTH2?|SCRAM-SHA3?-\d{1,3}(?:-PLUS)?|X-?TOKEN)$/;

/** A mechanism as a finding shows it: nothing of what is none. */
export function shownMechanism(mechanism: string): string {
  return MECHANISMS.test(mechanism) ? mechanism : '';
}

/** What is missing for one protocol of both to be shown, by the logins that a requirement is about. */
export function protocolNeeds(logins: readonly Login[], isShown: (login: Login) => boolean, isAsked: boolean): Need[] {
  return (['smtp', 'imap'] as const).flatMap((protocol): Need[] => {
    const own = logins.filter((login) => login.protocol === protocol && login.accepted !== false);
    if (own.some(isShown)) return [];
    const args = { protocol: protocol.toUpperCase() };
    const [hidden] = own;
    if (hidden) return [{ code: 'need/authentication-shown', args: { ...args, file: hidden.at.artifact } }];
    return isAsked ? [{ code: 'need/mail-login', args }] : [];
  });
}

function certificateOf(found: readonly ClientCertificate[]): LogLogins['certificate'] {
  if (found.includes('sent')) return 'sent';
  return found.includes('empty') ? 'none' : 'untold';
}

function loginOf(
  path: string,
  protocol: Protocol,
  { turns }: Connection<AnyTurn>,
  { mechanism, state, user, accepted, secret, line, column }: Credential,
): Login {
  const start = turns.findIndex((turn) => turn.line === line && authenticates(turn));
  const token = secret?.kind === 'token' && state === 'decoded' ? tokenOf(secret.value) : undefined;
  const early = turns[earlyTurn(turns, start, accepted)];
  const sender = start === -1 ? undefined : turns.find((turn, index) => index > start && isSentByOther(turn, user));
  const place = ({ line: at }: AnyTurn): Place => ({ artifact: path, line: at });
  return {
    mechanism,
    state,
    user,
    accepted,
    protocol,
    at: { artifact: path, line, column },
    moment: momentOf(turns[start]?.at),
    token,
    early: early && place(early),
    otherSender: sender && place(sender),
  };
}

/** Index of the first command on mails between an authentication and the answer to it, or after a refusal that nothing follows up; -1. */
function earlyTurn(turns: readonly AnyTurn[], start: number, accepted: boolean | undefined): number {
  if (start === -1 || accepted === undefined) return -1;
  const tag = tagOf(turns[start]);
  for (let index = start + 1; index < turns.length; index++) {
    const turn = turns[index];
    if (!turn) break;
    if (usesMail(turn)) return index;
    if (accepted ? isEnd(turn, tag) : authenticates(turn) && turn.kind === 'command') return -1;
  }
  return -1;
}

function tagOf(turn: AnyTurn | undefined): string | undefined {
  return turn?.kind === 'command' && 'tag' in turn ? turn.tag : undefined;
}

function isEnd(turn: AnyTurn, tag: string | undefined): boolean {
  if (turn.kind === 'reply') return turn.code !== 334;
  return turn.kind === 'response' && (tag === undefined ? turn.tag !== '+' && turn.tag !== '*' : turn.tag === tag);
}

/** A notification has no sender: `MAIL FROM:<>` (RFC 8098 §2.1). */
function isSentByOther(turn: AnyTurn, user: string | undefined): boolean {
  if (turn.kind !== 'command' || !('verb' in turn) || turn.verb !== 'MAIL FROM' || !user?.includes('@')) return false;
  const address = addressesOf(turn.argument)[0]?.split(' ', 1)[0];
  return address !== undefined && address.toLowerCase() !== user.toLowerCase();
}

function tokenOf(value: string): Token {
  try {
    const { iss, typ, acr, exp } = parseJwt(value).claims;
    return {
      unread: false,
      issuer: textOf(iss),
      type: textOf(typ),
      acr: textOf(acr),
      expires: typeof exp === 'number' ? exp : undefined,
    };
  } catch {
    // What is no JWT may be the token of another service: nothing of it is kept.
    return { unread: true, issuer: '', type: '', acr: '', expires: undefined };
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
