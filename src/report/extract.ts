import { showHidden } from './escape-text.js';
import { type Mask, NO_MASK } from './mask.js';

/** A few lines of a source around a place, with what must be hidden hidden, and control characters visible. */
export interface Extract {
  /** Number of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Number of the line that is meant. */
  readonly line: number;
  /** Where in that line as it is shown, from 0, when what is hidden or cut did not move it. */
  readonly column?: number;
}

/** Lines shown before and after the one that is meant. */
const AROUND = 2;
/** Lines read before and after those, since what must be hidden may be told by what stands around it. */
const CONTEXT = 30;
/** Characters of a line that are read, and that are shown: a document may be one line. */
const READ = 2000;
const SHOWN = 200;

/**
 * The lines of a source around a place. Undefined where there is no such place, and where a whole extract could not be hidden with certainty.
 *
 * @param lines of the source, without their ends.
 * @param place from 1, in UTF-16 units.
 */
export function extractOf(
  lines: readonly string[],
  { line, column }: { readonly line: number; readonly column?: number },
  mask: Mask,
): Extract | undefined {
  const meant = lines[line - 1];
  if (meant === undefined || (column ?? 1) > meant.length + 1) return undefined;
  const at = (column ?? 1) - 1;
  const start = Math.max(0, line - 1 - AROUND - CONTEXT);
  const cut = Math.max(0, at - READ / 2);
  const context = lines
    .slice(start, line + AROUND + CONTEXT)
    .map((text, index) => (start + index === line - 1 ? text.slice(cut, cut + READ) : text.slice(0, READ)));
  const hidden = mask(context.join('\n')).split('\n');
  // What is hidden runs over lines: they no longer have their numbers.
  if (hidden.length !== context.length) return undefined;
  const elided = mask === NO_MASK ? hidden : withoutEncoded(hidden);
  const own = line - 1 - start;
  const from = Math.max(0, own - AROUND);
  const before = context[own]?.slice(0, at - cut) ?? '';
  const whole = elided[own] === context[own];
  // Half a name may stand before the place: only its length is used.
  const middle = whole ? before.length : Math.min(mask(before).length, elided[own]?.length ?? 0);
  const shown = elided.slice(from, own + AROUND + 1).map((text, index) => {
    const isMeant = from + index === own;
    return windowOf(text, isMeant ? middle : 0, isMeant && cut > 0);
  });
  if (mask !== NO_MASK && !isHidden(shown.map(({ text }) => text).join('\n'), mask)) return undefined;
  const window = shown[own - from];
  return {
    first: start + from + 1,
    lines: shown.map(({ text }) => showHidden(text)),
    line,
    ...(whole && column !== undefined && window && { column: shownLength(window.text, middle - window.from) }),
  };
}

/** As much of a line as is shown around a place, and where in the line it begins, its ellipsis counted. */
function windowOf(text: string, middle: number, isCut: boolean): { text: string; from: number } {
  const start = middle > SHOWN / 2 || isCut ? Math.max(0, middle - SHOWN / 2) : 0;
  const before = start > 0 || isCut ? '…' : '';
  const after = text.length > start + SHOWN ? '…' : '';
  return { text: `${before}${text.slice(start, start + SHOWN)}${after}`, from: start - before.length };
}

/** What is visible of a control character takes more room than it. */
function shownLength(text: string, length: number): number {
  return showHidden(text.slice(0, length)).length;
}

/** What is encoded tells a reader nothing, and may tell somebody else a name. */
const ENCODED = /[A-Za-z0-9+/=_-]{60,}/g;
const ENCODED_LINE = /^\s*[A-Za-z0-9+/=_-]{24,}\s*$/;
const MAY_BE_ENCODED = /^\s*[A-Za-z0-9+/=_-]+\s*$/;

function withoutEncoded(lines: readonly string[]): string[] {
  const whole = lines.map((line) => ENCODED_LINE.test(line));
  return lines.map((line, index) => {
    const ends = MAY_BE_ENCODED.test(line) && (whole[index - 1] || whole[index + 1]);
    if (whole[index] || ends) return `[… ${line.length} …]`;
    return line.replace(ENCODED, (run) => `[… ${run.length} …]`);
  });
}

/** Ways in which a text is read as one where it is written as several: folded, wrapped by quoted-printable, marked up. */
const JOININGS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/=\n/g, ''),
  (text) => text.replace(/\n[ \t]*/g, ''),
  (text) => text.replace(/\n[ \t]*/g, ' '),
  (text) => text.replace(/<[^<>]*>/g, ''),
  (text) => text.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' '),
  // A value that is written against its label: `44CAMILLE`, `nomDUPONT`.
  (text) => text.replace(/(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})|(?<=\p{Ll})(?=\p{Lu})/gu, ' '),
];

/** True when nothing more is found to hide, however the lines are read. */
function isHidden(text: string, mask: Mask): boolean {
  return JOININGS.every((join) => {
    const joined = join(text);
    return mask(joined) === joined;
  });
}
