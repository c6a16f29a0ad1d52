import type { Credential } from './credentials.js';
import type { TlsSession } from './tls-session.js';

/** Something that one side said, at its place in the log. */
export interface Turn {
  readonly direction: 'client' | 'server';
  /** As written, lines of a reply joined by LF; secrets are replaced by `[jeton]`, they are in the connection's credentials. */
  readonly text: string;
  readonly line: number;
  /** Where what was said starts, after the log's own prefix. */
  readonly column: number;
  /** Time, as the log writes it. */
  readonly at: string | undefined;
}

/** RFC 5321 §4.1.1. */
interface SmtpCommand extends Turn {
  readonly kind: 'command';
  /** Upper case; `MAIL FROM` and `RCPT TO` as one verb. */
  readonly verb: string;
  /** What follows the verb; for MAIL FROM and RCPT TO, the path and its parameters. */
  readonly argument: string;
}

/** RFC 5321 §4.2. */
interface SmtpReply extends Turn {
  readonly kind: 'reply';
  readonly code: number;
  /** Enhanced status code (RFC 3463) of its first line. */
  readonly enhanced: string | undefined;
  /** Texts of its lines, without code. */
  readonly lines: readonly string[];
  /** False when the last line announces another one. */
  readonly complete: boolean;
}

/** What follows the reply 354, or an IMAP literal. */
interface MessageData extends Turn {
  readonly kind: 'data';
  readonly lineCount: number;
  /** False when its end is not in the log: a client that hides the content of mails, or a log that is cut. */
  readonly complete: boolean;
}

/** An answer to an authentication challenge. */
export interface AuthenticationResponse extends Turn {
  readonly kind: 'authentication';
}

/** What has no form of the protocol. */
interface OtherTurn extends Turn {
  readonly kind: 'other';
}

export type SmtpTurn = SmtpCommand | SmtpReply | MessageData | AuthenticationResponse | OtherTurn;

/** RFC 9051 §6. */
interface ImapCommand extends Turn {
  readonly kind: 'command';
  readonly tag: string;
  /** Upper case; `UID FETCH` as one. */
  readonly command: string;
  readonly argument: string;
}

/** RFC 9051 §7. */
interface ImapResponse extends Turn {
  readonly kind: 'response';
  /** `*` for an untagged one, `+` for a continuation request. */
  readonly tag: string;
  /** Upper case: OK, NO, BAD, BYE, PREAUTH, or the name of the data. */
  readonly status: string;
  /** Response code in brackets, without them. */
  readonly code: string | undefined;
  readonly argument: string;
}

export type ImapTurn = ImapCommand | ImapResponse | MessageData | AuthenticationResponse | OtherTurn;

/** The command that starts TLS on a connection in clear (RFC 3207, RFC 9051 §6.2.1). */
export interface StartTls {
  /** Index of the command in the turns: what comes after the answer is encrypted. */
  readonly command: number;
  /** Index of the server's answer. */
  readonly answer: number | undefined;
  readonly accepted: boolean;
}

/** A connection, from the greeting to the close. */
export interface Connection<T extends Turn> {
  readonly turns: readonly T[];
  /** The first STARTTLS. */
  readonly startTls: StartTls | undefined;
  readonly credentials: readonly Credential[];
}

interface DialogueLog<T extends Turn> {
  /** How the log marks who speaks. */
  readonly form: DialogueForm;
  readonly connections: readonly Connection<T>[];
  /** TLS sessions that the same log tells of. */
  readonly tls: readonly TlsSession[];
}

/** `letters`: C: and S:; `chevrons`: >>> and <<<; `arrows`: -> and <-; `signs`: > and <; `plain`: nothing, as said on the wire. */
export type DialogueForm = 'letters' | 'chevrons' | 'arrows' | 'signs' | 'python' | 'mozilla' | 'plain';

/** What a mail client and its server said by SMTP. The mails sent are contained artifacts. */
export interface SmtpLog extends DialogueLog<SmtpTurn> {
  readonly protocol: 'smtp';
}

/** What a mail client and its server said by IMAP. The mails of complete literals are contained artifacts. */
export interface ImapLog extends DialogueLog<ImapTurn> {
  readonly protocol: 'imap';
}
