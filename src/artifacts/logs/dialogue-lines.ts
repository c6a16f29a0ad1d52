import type { Limits } from '../limits.js';
import type { DialogueForm, Turn } from './dialogue.js';
import { linesOf } from './log-lines.js';
import { pythonText } from './python-literal.js';

/** A line that one side said, found in a log. */
export interface SaidLine {
  /** Undefined in a log that does not mark it: what is said tells. */
  readonly direction: 'client' | 'server' | undefined;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly at: string | undefined;
  /** Connection that the log names, when it names them. */
  readonly connection: string;
}

/** What was said, as a turn of one side. */
export function turnOf({ text, line, column, at }: SaidLine, direction: Turn['direction']): Turn {
  return { direction, text, line, column, at };
}

interface Split {
  readonly direction: SaidLine['direction'];
  /** Offset of what is said. */
  readonly start: number;
  readonly text: string;
  readonly connection?: string;
}

/** No prefix of a log is longer. */
const PREFIX = 240;
const BEFORE = String.raw`(?:^|[\s\])|:])`;

/** Marks of who speaks, the client's in the first group, sought in what stands first in a line. */
const MARKS: Readonly<Record<Exclude<DialogueForm, 'plain'>, RegExp>> = {
  letters: new RegExp(`${BEFORE}(?:(C|client)|S|server):[ \\t]?`, 'i'),
  chevrons: new RegExp(`${BEFORE}(?:SMTP|IMAP)?(?:(>{2,3})|<{2,3})[ \\t]?`),
  arrows: new RegExp(`${BEFORE}(?:(-{1,2}>|=>|~>)|<-{1,2}|<=|<~|<\\*\\*)(?:[ \\t]{1,2}|$)`),
  signs: new RegExp(`${BEFORE}(?:(>)|<)(?:[ \\t]|$)`),
  python: /(?:^|\s)(?:(send)|reply): (?=b?['"])/,
  mozilla: /(?:(SMTP Send|SendData)|SMTP Response|CreateNewLineFromSocket): /,
};

export const DIALOGUE_FORMS = [...Object.keys(MARKS), 'plain'] as readonly DialogueForm[];

/** Every line said in a log of one form; what the log says itself is left out. */
export function* saidLines(text: string, form: DialogueForm, limits: Limits): Generator<SaidLine> {
  for (const { text: written, line } of linesOf(text, limits)) {
    const split = form === 'plain' ? splitPlain(written) : splitMarked(written, form);
    if (!split) continue;
    const { direction, start, connection = '' } = split;
    const at = start < 6 ? undefined : timeIn(written.slice(0, start));
    const literal = form === 'python' || form === 'signs' ? pythonText(split.text) : undefined;
    const place = { direction, line, column: start + 1, at, connection };
    if (literal === undefined) yield { ...place, text: split.text };
    // Python writes what it sends in one piece, a whole mail at times.
    else for (const each of linesOf(literal, limits)) yield { ...place, text: each.text };
  }
}

function splitMarked(written: string, form: Exclude<DialogueForm, 'plain'>): Split | undefined {
  const head = written.slice(0, PREFIX);
  const mark = MARKS[form].exec(head);
  if (!mark || !isPrefix(head.slice(0, mark.index))) return undefined;
  const start = mark.index + mark[0].length;
  return {
    direction: mark[1] === undefined ? 'server' : 'client',
    start,
    text: written.slice(start),
    connection: mark.index === 0 ? '' : connectionIn(head.slice(0, mark.index)),
  };
}

/** What a log writes before what was said: nothing, or something with a time, a bracket, a level or a protocol. */
function isPrefix(text: string): boolean {
  return text.trim() === '' || /\d:\d\d|[\])|]$|\b(?:DEBUG|TRACE|INFO|FINE|SMTP|IMAP)\b/i.test(text.trim());
}

/** Jakarta Mail writes the dialogue as it is, and what it does in lines of its own. */
function splitPlain(written: string): Split | undefined {
  const hidden = /^DEBUG (?:SMTP|IMAP)S?: (AUTH|AUTHENTICATE|LOGIN)\b ?([\w-]*) ?command trace suppressed/.exec(
    written,
  );
  if (hidden?.[1] === 'AUTH') return { direction: 'client', start: 0, text: `AUTH ${hidden[2]} ***` };
  if (hidden) return { direction: 'client', start: 0, text: `? ${hidden[1]} ${hidden[2] || '***'} ***` };
  return /^DEBUG\b/.test(written) ? undefined : { direction: undefined, start: 0, text: written };
}

const TIME =
  /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?|\d{2}:\d{2}[:.]\d{2}(?:[.,]\d{1,9})?/;

function timeIn(prefix: string): string | undefined {
  return TIME.exec(prefix)?.[0];
}

/** `[a1b2c3]` of nodemailer, the address of Thunderbird's connection object. */
function connectionIn(prefix: string): string {
  return (/\[#?([A-Za-z0-9]{5,24})\]\s*$/.exec(prefix) ?? /\bI\/IMAP (0?x?[0-9a-f]+):/.exec(prefix))?.[1] ?? '';
}
