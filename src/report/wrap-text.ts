/** Takes no column: combining marks, variation selectors, joiners. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u200D]$/u;

/** Takes two columns: emoji shown as such and the East Asian wide blocks. */
const WIDE = new RegExp(
  '^(?:\\p{Emoji_Presentation}|[\\u1100-\\u115F\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F' +
    '\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFD}])$',
  'u',
);

/** Columns that `text` takes in a terminal, near enough to align and wrap. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character < '\u0300') width += 1;
    else if (!ZERO_WIDTH.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** `text` in at most `width` columns, with an ellipsis where it was cut. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A piece of text and how to show it once it is in its place. */
export interface Segment {
  readonly text: string;
  readonly style: (text: string) => string;
}

/** Words are split at spaces; a word wider than a line, such as a long path, is split where the line ends. */
interface Word {
  readonly text: string;
  readonly width: number;
  readonly style: (text: string) => string;
}

/**
 * Lays out segments, a space between each, in lines of `width` columns: the first is indented by `indent` columns, the
 * others by `hanging`. `Infinity` as width gives one line.
 */
export function wrapSegments(segments: readonly Segment[], width: number, indent: number, hanging: number): string[] {
  const room = Math.max(width - Math.max(indent, hanging), 10);
  const words = segments.flatMap(({ text, style }) => splitWords(text, style, room));
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let used = indent;
  let empty = true;
  for (const word of words) {
    if (!empty && used + 1 + word.width > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(hanging);
      used = hanging;
      empty = true;
    }
    line += (empty ? '' : ' ') + (word.text === '' ? '' : word.style(word.text));
    used += (empty ? 0 : 1) + word.width;
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Not inside of guillemets, nor before the double signs that French parts from their word. */
const BREAK = /(?<!(?:^|[ (])«) (?![»:;?!](?:[ .,)]|$))/;

function splitWords(text: string, style: Word['style'], room: number): Word[] {
  return text
    .split(BREAK)
    .flatMap((word) => chunks(word, room).map((chunk) => ({ text: chunk, width: displayWidth(chunk), style })));
}

function chunks(word: string, room: number): string[] {
  if (displayWidth(word) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const width = displayWidth(character);
    if (used + width > room) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += width;
  }
  return [...parts, part];
}
