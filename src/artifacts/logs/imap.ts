import { CarriedMail, type LoggedMail } from './carried-mail.js';
import { HIDDEN_SECRET, OpenConnection } from './connection.js';
import type { ImapTurn } from './dialogue.js';
import { type SaidLine, turnOf } from './dialogue-lines.js';

export const IMAP_RESPONSE = /^(?:(\*) (?:(\d+) )?([A-Z0-9-]+)|(\+)|(\S{1,40}) (OK|NO|BAD))(?: ([\s\S]*))?$/;
export const IMAP_COMMAND =
  /^(\S{1,40}) ((?:UID )?(?:CAPABILITY|NOOP|LOGOUT|STARTTLS|AUTHENTICATE|LOGIN|ENABLE|SELECT|EXAMINE|CREATE|DELETE|RENAME|SUBSCRIBE|UNSUBSCRIBE|LIST|LSUB|NAMESPACE|STATUS|APPEND|IDLE|CHECK|CLOSE|UNSELECT|EXPUNGE|SEARCH|SORT|THREAD|FETCH|STORE|COPY|MOVE|ID|COMPRESS|GETQUOTAROOT|GETQUOTA))(?: ([\s\S]*))?$/i;
const QUOTED_OR_ATOM = /"((?:[^"\\]|\\[\s\S])*)"|(\S+)/g;

/** A literal being read: so many bytes follow the line that announces it (RFC 9051 §4.3). */
interface Literal {
  readonly direction: 'client' | 'server';
  /** False for a part of a message, or its headers alone. */
  readonly isWhole: boolean;
  readonly mail: CarriedMail;
  left: number;
}

/** Reads what was said on one IMAP connection after another (RFC 9051, 3501, 4959). */
export class ImapReader {
  readonly connections: OpenConnection<ImapTurn>[] = [];
  /** Complete literals of the client, mails among them, and the whole messages that the server gave. */
  readonly mails: LoggedMail[] = [];
  /** Commands without answer yet, by tag. */
  #pending = new Map<string, string>();
  #login: { user: string; password: string; line: SaidLine } | undefined;
  #literal: Literal | undefined;
  #challenged = false;
  #closed = false;

  say(line: SaidLine): void {
    const direction = line.direction ?? this.#guess(line.text);
    if (!direction) return;
    if (this.#literal?.direction === direction && !this.#isOmitted(this.#literal, line.text)) this.#literally(line);
    else if (this.#isAwaited(direction, line.text)) this.#server(line);
    else {
      this.#endLiteral(false);
      if (direction === 'server') this.#server(line);
      else this.#client(line);
    }
  }

  end(): void {
    this.#endLiteral(false);
    this.#endLogin(undefined);
    this.#current.endAuthentication(undefined);
  }

  get #current(): OpenConnection<ImapTurn> {
    const last = this.connections.at(-1);
    if (last) return last;
    this.connections.push(new OpenConnection());
    return this.#current;
  }

  #guess(text: string): SaidLine['direction'] {
    if (this.#literal) return this.#literal.direction;
    if (IMAP_RESPONSE.test(text)) return 'server';
    return IMAP_COMMAND.test(text) || (this.#challenged && /^(?:[A-Za-z0-9+/]*={0,2}|\*)$/.test(text))
      ? 'client'
      : undefined;
  }

  /** True when the server invites the client to go on with the literal that it announced (RFC 9051 §4.3). */
  #isAwaited(direction: SaidLine['direction'], text: string): boolean {
    return direction === 'server' && this.#literal?.direction === 'client' && /^\+(?: |$)/.test(text);
  }

  /** True when the log leaves the content of a literal out, and goes on with what follows it. */
  #isOmitted(literal: Literal, text: string): boolean {
    return literal.mail.lineCount === 0 && (text === ')' || /^\S+ (?:OK|NO|BAD) /.test(text));
  }

  #literally(line: SaidLine): void {
    const literal = this.#literal;
    if (!literal) return;
    const bytes = Buffer.from(line.text, 'utf8');
    if (bytes.length + 2 <= literal.left) {
      literal.left -= bytes.length + 2;
      literal.mail.add(line.text, line);
      if (literal.left === 0) this.#endLiteral(true);
      return;
    }
    if (literal.left > 0) literal.mail.add(bytes.toString('utf8', 0, literal.left), line);
    const rest = bytes.toString('utf8', literal.left);
    this.#endLiteral(true);
    this.#openLiteral(rest, literal.direction);
  }

  #openLiteral(text: string, direction: Literal['direction']): void {
    const size = /\{(\d{1,9})\+?\}$/.exec(text.slice(-16))?.[1];
    if (size === undefined) return;
    const isWhole = direction === 'client' || /[ (](?:BODY\[\]|RFC822) \{\d+\}$/i.test(text);
    this.#literal = { direction, isWhole, mail: new CarriedMail(), left: Number(size) };
  }

  #endLiteral(complete: boolean): void {
    const literal = this.#literal;
    this.#literal = undefined;
    if (!literal?.mail.first) return;
    const { first, lineCount, text } = literal.mail;
    if (complete && literal.isWhole)
      this.mails.push({ text, ...(literal.direction === 'server' && { role: 'incoming' }) });
    this.#current.turns.push({ kind: 'data', ...turnOf(first, literal.direction), text: '', lineCount, complete });
  }

  #server(line: SaidLine): void {
    const parts = IMAP_RESPONSE.exec(line.text);
    if (!parts) {
      if (line.text !== '' && line.text !== ')') this.#current.turns.push({ kind: 'other', ...turnOf(line, 'server') });
      return;
    }
    const [, untagged, number, name, plus, ownTag = '', result, rest = ''] = parts;
    const tag = untagged ?? plus ?? ownTag;
    const status = (name ?? result ?? '').toUpperCase();
    const greets = untagged !== undefined && /^(?:OK|PREAUTH|BYE)$/.test(status);
    if (greets && this.#current.turns.length > 0 && (this.#closed || (this.#pending.size === 0 && status !== 'BYE')))
      this.#reopen();
    const open = this.#current;
    this.#challenged = plus !== undefined && open.authenticating;
    if (result) this.#complete(tag, result === 'OK');
    if (status === 'BYE') this.#closed = true;
    const coded = /^\[([^\]]*)\] ?/.exec(rest);
    const argument = `${number === undefined ? '' : `${number} `}${rest.slice(coded?.[0].length ?? 0)}`;
    open.turns.push({ kind: 'response', ...turnOf(line, 'server'), tag, status, code: coded?.[1], argument });
    this.#openLiteral(line.text, 'server');
  }

  /** A server may greet when the connection before was left without LOGOUT. */
  #reopen(): void {
    this.#endLogin(undefined);
    this.#current.endAuthentication(undefined);
    this.connections.push(new OpenConnection());
    this.#pending = new Map();
    this.#closed = false;
  }

  #complete(tag: string, accepted: boolean): void {
    const open = this.#current;
    const command = this.#pending.get(tag);
    this.#pending.delete(tag);
    if (command === 'STARTTLS' && open.awaitsTls) open.answerTls(accepted);
    if (command === 'AUTHENTICATE') open.endAuthentication(accepted);
    if (command === 'LOGIN') this.#endLogin(accepted);
  }

  #endLogin(accepted: boolean | undefined): void {
    if (this.#login) this.#current.login(this.#login.user, this.#login.password, accepted, this.#login.line);
    this.#login = undefined;
  }

  #client(line: SaidLine): void {
    const open = this.#current;
    const place = turnOf(line, 'client');
    const secret = open.secretTurn(line, this.#challenged);
    if (secret) {
      this.#challenged = false;
      open.turns.push(secret);
      return;
    }
    const parts = IMAP_COMMAND.exec(line.text);
    if (!parts) {
      if (line.text === 'DONE') open.turns.push({ kind: 'command', ...place, tag: '', command: 'DONE', argument: '' });
      else if (line.text !== '') open.turns.push({ kind: 'other', ...place });
      return;
    }
    const [, tag = '', name = '', given = ''] = parts;
    const command = name.toUpperCase();
    this.#pending.set(tag, command);
    const argument = this.#withoutSecret(command, given, line);
    const text = argument === given ? line.text : `${tag} ${name} ${argument}`;
    if (command === 'STARTTLS') open.askTls();
    open.turns.push({ kind: 'command', ...place, text, tag, command, argument });
    this.#openLiteral(line.text, 'client');
  }

  /** The argument of a command, its secret taken into the credentials. */
  #withoutSecret(command: string, given: string, line: SaidLine): string {
    if (command === 'AUTHENTICATE') {
      const [mechanism = '', initial] = given.split(' ', 2);
      this.#current.startAuthentication(mechanism, initial, line);
      return initial === undefined ? mechanism : `${mechanism} ${HIDDEN_SECRET}`;
    }
    if (command !== 'LOGIN') return given;
    const [user = '', password = ''] = [...given.slice(0, 2000).matchAll(QUOTED_OR_ATOM)].map(
      ([, quoted, atom]) => quoted?.replace(/\\([\s\S])/g, '$1') ?? atom ?? '',
    );
    this.#login = { user, password, line };
    return HIDDEN_SECRET;
  }
}
