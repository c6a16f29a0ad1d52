import type { ImapLog, SmtpLog } from './dialogue.js';
import type { TlsLog } from './tls-session.js';
import type { TraceLog } from './trace.js';

/** A trace written by the vendor's software or by a tool beside it; `protocol` tells what it is a trace of. */
export type LogContent = SmtpLog | ImapLog | TlsLog | TraceLog;
