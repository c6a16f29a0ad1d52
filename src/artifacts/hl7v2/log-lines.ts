const SPACE = 0x20;
const LF = 0x0a;
const CR = 0x0d;
/** Bytes in which the first message of a log must start. */
const HEAD = 64 * 1024;
/** Characters that may stand on a line before its segment: an instant, a level, a thread, a direction. */
const PREFIX = 300;

const HEADER = /MSH\|[^\r\n|]{4}\|/;
const SEGMENT = /^\s*[A-Z][A-Z0-9]{2}\|/;
/** A segment behind what a log writes first on each line. */
const LOGGED_SEGMENT =
  /[\s:>\]"'=-](?:MSH\|[^\r\n|]{4}\||(?:PID|PV1|EVN|MSA|ERR|ORC|OBR|OBX|NTE|TXA|PRT|Z[A-Z0-9]{2})\|)/;
/** How lines of logs start: an instant, a level, a rule, a comment. */
const LOG_LINE =
  /^\s*(?:[[(<]?\s*(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}[-/.]\d{2}[-/.]\d{4}|\d{2}:\d{2}:\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* )|\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\b|[-=*_#]{3,}|#|\/\/|(?:<<<?|>>>?|<-|->|<--|-->)\s*$)/;

/**
 * The messages of a log, in bytes of the same length where what the log adds is blank, so that places stay those of the file; undefined for what is
 * no such log: it has a message, and every line is of a message or starts as those of logs do.
 */
export function withoutLogLines(bytes: Buffer): { readonly bytes: Buffer; readonly line: number } | undefined {
  if (!HEADER.test(bytes.toString('latin1', 0, HEAD))) return undefined;
  const kept = Buffer.from(bytes);
  let first: number | undefined;
  let number = 1;
  let opened = false;
  for (let start = 0; start < bytes.length; number++) {
    const end = endOfLine(bytes, start);
    const text = bytes.toString('latin1', start, Math.min(end, start + PREFIX + 16));
    const blankUpTo = blanked(text, end - start);
    if (blankUpTo === undefined) return undefined;
    const kind = /^\s*([A-Z][A-Z0-9]{2})\|/.exec(text.slice(blankUpTo))?.[1];
    // A trace that quotes the first segment of a message, or all of it in one line, is no log of messages.
    if (opened && (kind === undefined ? text.trim() !== '' : kind === 'MSH')) return undefined;
    if (kind !== undefined) opened = kind === 'MSH';
    if (blankUpTo > 0) {
      kept.fill(SPACE, start, start + blankUpTo);
      first ??= number;
    }
    start = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
  }
  return first === undefined || opened ? undefined : { bytes: kept, line: first };
}

/** How many bytes of a line are the log's; undefined for a line that is neither a log's nor a message's. */
function blanked(text: string, length: number): number | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what ends an MLLP block may stand alone.
  if (SEGMENT.test(text) || /^[\s\x0b\x1c]*$/.test(text)) return 0;
  if (!LOG_LINE.test(text)) return undefined;
  const segment = LOGGED_SEGMENT.exec(text);
  return segment ? segment.index + 1 : length;
}

function endOfLine(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}
