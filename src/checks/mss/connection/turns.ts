import type { Artifact } from '../../../artifacts/artifact.js';
import type { Connection, ImapLog, ImapTurn, SmtpLog, SmtpTurn } from '../../../artifacts/logs/dialogue.js';

/** A dialogue between the software and a mail server. */
export type DialogueArtifact = Artifact<'log'> & { readonly content: SmtpLog | ImapLog };

export type AnyTurn = SmtpTurn | ImapTurn;

export function isDialogue(log: Artifact<'log'>): log is DialogueArtifact {
  return log.content.protocol === 'smtp' || log.content.protocol === 'imap';
}

/** The connections of a dialogue, whatever its protocol. */
export function connectionsOf(log: DialogueArtifact): readonly Connection<AnyTurn>[] {
  return log.content.connections;
}

/** Commands that neither authenticate nor touch mail: they may come before TLS (RFC 3207 §4, RFC 9051 §6.1). */
const HARMLESS = new Set([
  'EHLO',
  'HELO',
  'LHLO',
  'NOOP',
  'RSET',
  'HELP',
  'STARTTLS',
  'CAPABILITY',
  'ID',
  'QUIT',
  'LOGOUT',
  'DONE',
]);

/** Name of the command that the client gives in a turn: `MAIL FROM`, `SELECT`; undefined when it gives none. */
export function commandOf(turn: AnyTurn): string | undefined {
  if (turn.kind !== 'command') return undefined;
  return 'verb' in turn ? turn.verb : turn.command;
}

/** True when the client authenticates in this turn. */
export function authenticates(turn: AnyTurn): boolean {
  return turn.kind === 'authentication' || /^(?:AUTH|AUTHENTICATE|LOGIN)$/.test(commandOf(turn) ?? '');
}

/** True when the client reads or writes mail in this turn: what it does once it is let in. */
export function usesMail(turn: AnyTurn): boolean {
  const command = commandOf(turn);
  return command !== undefined && !HARMLESS.has(command) && !authenticates(turn);
}

/** True for the answer of the server to a command, not for what it says in between. */
export function isFailure(turn: AnyTurn | undefined): boolean {
  if (turn?.kind === 'reply') return turn.code >= 400;
  return turn?.kind === 'response' && /^(?:NO|BAD)$/.test(turn.status);
}

/** True when the log starts where the connection does: the server greets first. */
export function startsWithGreeting({ turns: [first] }: Connection<AnyTurn>): boolean {
  if (first?.kind === 'reply') return first.code === 220;
  return first?.kind === 'response' && first.tag === '*' && /^(?:OK|PREAUTH)$/.test(first.status);
}
