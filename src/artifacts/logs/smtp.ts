import { CarriedMail, type LoggedMail } from './carried-mail.js';
import { HIDDEN_SECRET, OpenConnection } from './connection.js';
import type { SmtpTurn } from './dialogue.js';
import { type SaidLine, turnOf } from './dialogue-lines.js';

export const SMTP_REPLY = /^([2-5]\d\d)(?:([ -])([\s\S]*))?$/;
export const SMTP_COMMAND =
  /^(MAIL FROM|RCPT TO|EHLO|HELO|LHLO|STARTTLS|AUTH|DATA|BDAT|RSET|NOOP|VRFY|EXPN|HELP|ETRN|QUIT)(?:[ \t:]+([\s\S]*))?$/i;

/** Reads what was said on one SMTP connection after another (RFC 5321, 3207, 4954). */
export class SmtpReader {
  readonly connections: OpenConnection<SmtpTurn>[] = [];
  /** Contents of mails whose end is in the log. */
  readonly mails: LoggedMail[] = [];
  #reply: { code: number; first: SaidLine; lines: string[] } | undefined;
  #mail: CarriedMail | undefined;
  #challenged = false;

  say(line: SaidLine): void {
    const direction = line.direction ?? this.#guess(line.text);
    if (direction === 'server') this.#server(line);
    else if (direction === 'client') this.#client(line);
  }

  end(): void {
    this.#endReply(false);
    this.#endMail(false);
    this.#current.endAuthentication(undefined);
  }

  get #current(): OpenConnection<SmtpTurn> {
    const last = this.connections.at(-1);
    if (last) return last;
    this.connections.push(new OpenConnection());
    return this.#current;
  }

  /** Who speaks, in a log that does not mark it; undefined for what is none of the dialogue. */
  #guess(text: string): SaidLine['direction'] {
    if (this.#mail) return this.#mail.lineCount === 0 && SMTP_REPLY.test(text) ? 'server' : 'client';
    if (SMTP_REPLY.test(text)) return 'server';
    return SMTP_COMMAND.test(text) || (this.#challenged && /^(?:[A-Za-z0-9+/]*={0,2}|\*)$/.test(text))
      ? 'client'
      : undefined;
  }

  #server(line: SaidLine): void {
    this.#endMail(false);
    const parts = SMTP_REPLY.exec(line.text);
    if (!parts) {
      this.#endReply(false);
      if (line.text !== '') this.#current.turns.push({ kind: 'other', ...turnOf(line, 'server') });
      return;
    }
    const code = Number(parts[1]);
    if (this.#reply?.code !== code) this.#endReply(false);
    this.#reply ??= { code, first: line, lines: [] };
    this.#reply.lines.push(parts[3] ?? '');
    if (parts[2] !== '-') this.#endReply(true);
  }

  #endReply(complete: boolean): void {
    if (!this.#reply) return;
    const { code, first, lines } = this.#reply;
    this.#reply = undefined;
    // A reply 220 that answers no STARTTLS greets a new connection.
    if (code === 220 && !this.#current.awaitsTls && this.#current.turns.length > 0) {
      this.#current.endAuthentication(undefined);
      this.connections.push(new OpenConnection());
    }
    const open = this.#current;
    if (open.awaitsTls) open.answerTls(code === 220);
    this.#challenged = code === 334 && open.authenticating;
    // A log may hide the answer to AUTH: a success of the next command does not tell what it was.
    if (code !== 334) open.endAuthentication(code === 235 || (code >= 400 ? false : undefined));
    const enhanced = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(lines[0] ?? '')?.[1];
    const text = lines.map((each) => `${code} ${each}`.trimEnd()).join('\n');
    open.turns.push({ kind: 'reply', ...turnOf(first, 'server'), text, code, enhanced, lines, complete });
    if (code === 354) this.#mail = new CarriedMail();
  }

  #client(line: SaidLine): void {
    if (this.#mail) {
      if (line.text === '.') this.#endMail(true);
      // RFC 5321 §4.5.2: a dot first in a line is doubled.
      else this.#mail.add(line.text.startsWith('.') ? line.text.slice(1) : line.text, line);
      return;
    }
    this.#endReply(false);
    const open = this.#current;
    const place = turnOf(line, 'client');
    const secret = open.secretTurn(line, this.#challenged);
    if (secret) {
      this.#challenged = false;
      open.turns.push(secret);
      return;
    }
    const parts = SMTP_COMMAND.exec(line.text);
    if (!parts) {
      if (line.text !== '') open.turns.push({ kind: 'other', ...place });
      return;
    }
    const verb = (parts[1] ?? '').toUpperCase();
    const argument = parts[2] ?? '';
    if (verb === 'STARTTLS') open.askTls();
    if (verb === 'AUTH') {
      const [mechanism = '', initial] = argument.split(/[ \t]+/, 2);
      open.startAuthentication(mechanism, initial, line);
      const shown = initial === undefined ? mechanism : `${mechanism} ${HIDDEN_SECRET}`;
      open.turns.push({ kind: 'command', ...place, text: `AUTH ${shown}`, verb, argument: shown });
    } else open.turns.push({ kind: 'command', ...place, verb, argument });
  }

  #endMail(complete: boolean): void {
    if (!this.#mail) return;
    const { first, lineCount } = this.#mail;
    if (complete) this.mails.push({ text: this.#mail.text });
    if (first) this.#current.turns.push({ kind: 'data', ...turnOf(first, 'client'), text: '', lineCount, complete });
    this.#mail = undefined;
  }
}
