/**
 * What a functional trace may have to say, by the name that `columns` of `segur.yaml` gives it. Sources: MSS/CONF.18 and its FAQ of 2025-10-16
 * (instant, actor, action, request, response), MSS/CONF.17 (mailbox), MSS/UX.37 (object, message), INS/va1.27 rule 16 and va1.39 rule 4 (instant,
 * actor, action, patient), INS/va1.06, va1.35, va1.38 rules 37, 39 and 48 (mode, outcome), INS/va1.46 rule 31 (partner).
 */
export interface TraceColumns {
  /** When, at the workstation; two columns when date and time are apart. */
  readonly instant?: string | readonly string[];
  /** Who did it: identifier of the authenticated user. */
  readonly actor?: string;
  /** National identifier of that user, where `actor` is the account of the software (EXI PSC 19). */
  readonly professional?: string;
  /** What was done: sending, consultation, deletion, call of INSi… */
  readonly action?: string;
  /** What it was done to: a document, a record. */
  readonly object?: string;
  /** What was asked of the server. */
  readonly request?: string;
  /** What the server answered, failures included. */
  readonly response?: string;
  /** Success or failure, or the return code of a teleservice. */
  readonly outcome?: string;
  /** Identifier of the patient concerned. */
  readonly patient?: string;
  /** MSSanté mailbox. */
  readonly mailbox?: string;
  /** Identifier of the mail. */
  readonly message?: string;
  /** With whom data were exchanged. */
  readonly partner?: string;
  /** How the teleservice was asked: carte Vitale, traits; or how the user authenticated. */
  readonly mode?: string;
}

export type TraceField = keyof TraceColumns;

export type Delimiter = ',' | ';' | '|' | 'tab';
export type LogCharset = 'utf-8' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'utf-16le' | 'utf-16be';
export type DatePattern = 'yyyy-MM-dd' | 'yyyy/MM/dd' | 'dd/MM/yyyy' | 'dd-MM-yyyy' | 'dd.MM.yyyy';
