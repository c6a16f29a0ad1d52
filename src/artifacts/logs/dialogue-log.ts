import type { Limits } from '../limits.js';
import { looksLikeMail } from '../mail/looks-like-mail.js';
import type { ReadProblem } from '../read-error.js';
import type { Contained } from '../source.js';
import type { LoggedMail } from './carried-mail.js';
import type { Connection, DialogueForm, ImapLog, SmtpLog, Turn } from './dialogue.js';
import { DIALOGUE_FORMS, type SaidLine, saidLines } from './dialogue-lines.js';
import { IMAP_COMMAND, IMAP_RESPONSE, ImapReader } from './imap.js';
import { unlimited } from './log-lines.js';
import type { LogText } from './log-text.js';
import { SMTP_COMMAND, SMTP_REPLY, SmtpReader } from './smtp.js';
import { readSessions } from './tls-log.js';
import type { TlsTool } from './tls-session.js';

interface Recognised {
  readonly protocol: 'smtp' | 'imap';
  readonly form: DialogueForm;
}

/** Every dialogue has one of these: the rest is not looked at line by line. */
const SAID_BY_CLIENTS =
  /\b(?:EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|CAPABILITY|LOGIN|AUTHENTICATE|SELECT|LOGOUT|NOOP)\b/i;

/** Protocol and form of a dialogue in what stands first in a file: both sides must have said something of the protocol. */
export function findDialogue(sample: string, limits: Limits): Recognised | undefined {
  if (!SAID_BY_CLIENTS.test(sample)) return undefined;
  let best: (Recognised & { lines: number }) | undefined;
  for (const form of DIALOGUE_FORMS) {
    const said = [...saidLines(sample, form, unlimited(limits))];
    for (const protocol of ['smtp', 'imap'] as const) {
      const lines = form === 'plain' ? plainLines(said, protocol) : markedLines(said, protocol);
      if (lines > (best?.lines ?? 0)) best = { protocol, form, lines };
    }
  }
  return best && { protocol: best.protocol, form: best.form };
}

const SERVER = { smtp: SMTP_REPLY, imap: IMAP_RESPONSE };
const CLIENT = { smtp: SMTP_COMMAND, imap: IMAP_COMMAND };

/** How many lines are of the protocol, or none when one side has said nothing of it. */
function markedLines(said: readonly SaidLine[], protocol: 'smtp' | 'imap'): number {
  const server = said.filter((each) => each.direction === 'server' && SERVER[protocol].test(each.text)).length;
  const client = said.filter((each) => each.direction === 'client' && CLIENT[protocol].test(each.text)).length;
  return server > 0 && client > 0 ? server + client : 0;
}

/** Without marks, words of prose could be those of a protocol: the client must introduce itself, or its tag must come back. */
function plainLines(said: readonly SaidLine[], protocol: 'smtp' | 'imap'): number {
  const replies = said.filter(({ text }) => SERVER[protocol].test(text));
  const commands = said.filter(({ text }) => CLIENT[protocol].test(text));
  const tags = new Set(commands.map(({ text }) => text.split(' ', 1)[0]));
  const proved =
    protocol === 'smtp'
      ? commands.some(({ text }) => /^(?:EHLO|HELO|LHLO) \S+$/i.test(text)) && replies.length > 0
      : replies.some(({ text }) => /^\S+ (?:OK|NO|BAD) /.test(text) && tags.has(text.split(' ', 1)[0]));
  return proved ? replies.length + commands.length : 0;
}

/** Reads a dialogue of the form that was recognised, each connection that the log names apart. */
export function readDialogue(
  { text, encode, reserves }: LogText,
  { protocol, form }: Recognised,
  tool: TlsTool | undefined,
  limits: Limits,
): { content: SmtpLog | ImapLog; contains: Contained[]; reserves: ReadProblem[] } {
  const tls = tool === undefined ? [] : readSessions(text, tool, limits);
  const { content, mails } =
    protocol === 'smtp'
      ? read(
          text,
          form,
          limits,
          () => new SmtpReader(),
          (connections) => ({ protocol, form, connections, tls }),
        )
      : read(
          text,
          form,
          limits,
          () => new ImapReader(),
          (connections) => ({ protocol, form, connections, tls }),
        );
  const contains = mails
    .map(({ text: mail, role }) => ({ bytes: Buffer.from(encode(mail)), ...(role && { role }) }))
    .filter(({ bytes }) => looksLikeMail(bytes))
    .map((mail, index) => ({ name: `message-${index + 1}.eml`, ...mail }));
  return { content, contains, reserves: [...reserves, ...malformedCredentials(content.connections)] };
}

interface Reader<T extends Turn> {
  readonly connections: readonly Connection<T>[];
  readonly mails: readonly LoggedMail[];
  say(line: SaidLine): void;
  end(): void;
}

function read<T extends Turn, C>(
  text: string,
  form: DialogueForm,
  limits: Limits,
  open: () => Reader<T>,
  content: (connections: readonly Connection<T>[]) => C,
): { content: C; mails: readonly LoggedMail[] } {
  const readers = new Map<string, Reader<T>>();
  for (const line of saidLines(text, form, limits)) {
    const reader = readers.get(line.connection) ?? open();
    readers.set(line.connection, reader);
    reader.say(line);
  }
  const all = [...readers.values()];
  for (const reader of all) reader.end();
  return {
    content: content(all.flatMap(({ connections }) => connections).filter(({ turns }) => turns.length > 0)),
    mails: all.flatMap(({ mails }) => mails),
  };
}

/** A credential that can't be decoded proves nothing, and the rest of the dialogue still does. */
function malformedCredentials(connections: readonly Connection<Turn>[]): ReadProblem[] {
  return connections
    .flatMap(({ credentials }) => credentials)
    .filter(({ state }) => state === 'malformed')
    .map(({ mechanism, line, column }) => ({
      code: 'read/forgiven',
      args: { reason: 'log-authentication', mechanism },
      location: { line, column },
    }));
}
