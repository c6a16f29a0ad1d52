import type { Artifact, Declaration } from '../../../artifacts/artifact.js';
import { parseJwt } from '../../../artifacts/jwt/jwt.js';
import type { Credential } from '../../../artifacts/logs/credentials.js';
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
    ? connectionsOf(log).flatMap(({ turns, credentials }) => {
        const starts = startsIn(turns);
        return credentials.map((each) => loginOf(path, log.content.protocol, turns, starts.get(each.line), each));
      })
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
  turns: readonly AnyTurn[],
  start: Start | undefined,
  { mechanism, state, user, accepted, secret, line, column }: Credential,
): Login {
  const token = secret?.kind === 'token' && state === 'decoded' ? tokenOf(secret.value) : undefined;
  const early = start && earlyTurn(turns, start.index, accepted);
  const sender = user?.includes('@') ? start?.senders.find(({ address }) => address !== user.toLowerCase()) : undefined;
  const place = ({ line: at }: AnyTurn): Place => ({ artifact: path, line: at });
  return {
    mechanism,
    state,
    user,
    accepted,
    protocol,
    at: { artifact: path, line, column },
    moment: momentOf(start && turns[start.index]?.at),
    token,
    early: early && place(early),
    otherSender: sender && place(sender.turn),
  };
}

/** A turn in which the client authenticates. */
interface Start {
  readonly index: number;
  /** The next mail that is sent, and the next one after it from another address: one of the two has not the address of the login, if any has. */
  readonly senders: readonly Sender[];
}

/** `MAIL FROM` with an address, in lower case. */
interface Sender {
  readonly turn: AnyTurn;
  readonly address: string;
}

/** The turns in which the client authenticates, by their line. They are read from the last one: a connection may have thousands. */
function startsIn(turns: readonly AnyTurn[]): Map<number, Start> {
  const starts = new Map<number, Start>();
  let senders: readonly Sender[] = [];
  for (let index = turns.length - 1; index >= 0; index--) {
    const turn = turns[index] as AnyTurn;
    if (authenticates(turn)) starts.set(turn.line, { index, senders });
    const address = senderIn(turn);
    if (address !== undefined)
      senders = [{ turn, address }, ...senders.filter((each) => each.address !== address).slice(0, 1)];
  }
  return starts;
}

/** How far the answer to an authentication is looked for: a client waits for it. */
const MOST_TURNS = 1000;

/** The first command on mails between an authentication and the answer to it, or after a refusal that nothing follows up. */
function earlyTurn(turns: readonly AnyTurn[], start: number, accepted: boolean | undefined): AnyTurn | undefined {
  if (accepted === undefined) return undefined;
  const tag = tagOf(turns[start]);
  for (const turn of turns.slice(start + 1, start + 1 + MOST_TURNS)) {
    if (usesMail(turn)) return turn;
    if (accepted ? isEnd(turn, tag) : authenticates(turn) && turn.kind === 'command') return undefined;
  }
  return undefined;
}

function tagOf(turn: AnyTurn | undefined): string | undefined {
  return turn?.kind === 'command' && 'tag' in turn ? turn.tag : undefined;
}

function isEnd(turn: AnyTurn, tag: string | undefined): boolean {
  if (turn.kind === 'reply') return turn.code !== 334;
  return turn.kind === 'response' && (tag === undefined ? turn.tag !== '+' && turn.tag !== '*' : turn.tag === tag);
}

/** A notification has no sender: `MAIL FROM:<>` (RFC 8098 §2.1). */
function senderIn(turn: AnyTurn): string | undefined {
  if (turn.kind !== 'command' || !('verb' in turn) || turn.verb !== 'MAIL FROM') return undefined;
  return addressesOf(turn.argument)[0]?.split(' ', 1)[0]?.toLowerCase();
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
