/** Shorter texts are no sooner found than parsed. */
const SHORTEST = 512;

/** What a parser has to look at in element content: what ends a text, an entity, `]]>`, and all that is not printable ASCII, a tab or a line feed. */
const OTHER = /[^\t\n -%'-;=?-\\^-~]/g;

/** A part of a text, the character at `end` excluded. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Long stretches of an XML text, from the first `>` that follows a `<` to the next `<`, of which every character stands for itself if that `>`
 * ends a tag: nothing is known of where it stands. Base64 is most of what a document that holds files weighs, and says nothing to a parser.
 * Each character is looked at a fixed number of times.
 * @param text line ends are `\n`.
 */
export function* plainTexts(text: string, from: number): Generator<Range> {
  let close = -1;
  let open = text.indexOf('<', from);
  while (open !== -1) {
    const end = text.indexOf('<', open + 1);
    if (end - open > SHORTEST) {
      if (close < open) close = text.indexOf('>', open);
      // The rest is one tag that nothing ends.
      if (close === -1) return;
      const start = close + 1;
      if (end - start >= SHORTEST && isPlain(text, start, end)) yield { start, end };
    }
    open = end;
  }
}

/** @param end offset of a `<`. */
function isPlain(text: string, start: number, end: number): boolean {
  OTHER.lastIndex = start;
  return OTHER.exec(text)?.index === end;
}
