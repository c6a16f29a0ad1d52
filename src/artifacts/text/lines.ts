/** A line of a text. */
export interface TextLine {
  /** Without its end. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The lines of a text, ended by LF or CRLF as editors count them, one at a time: a capture may have millions. */
export function* textLines(text: string): Generator<TextLine> {
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    yield { text: text.slice(start, text[end - 1] === '\r' ? end - 1 : end), line: ++line };
    start = end + 1;
  }
}
