/** A decoded text with what is needed to turn an offset into a line and a column (both 1-based, UTF-16 units). */
export class SourceText {
  /** Line breaks before each stride of the text, and where the line that it starts in begins. */
  #index: { readonly lines: Uint32Array; readonly starts: Uint32Array } | undefined;

  /** @param firstLine line of the file where the text starts. */
  constructor(
    readonly text: string,
    readonly firstLine = 1,
  ) {}

  locate(offset: number): { line: number; column: number } {
    this.#index ??= indexOfLines(this.text);
    const { lines, starts } = this.#index;
    const stride = Math.min(Math.floor(offset / STRIDE), lines.length - 1);
    let line = lines[stride] ?? 0;
    let start = starts[stride] ?? 0;
    const before = this.text.slice(stride * STRIDE, offset);
    for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) {
      line++;
      start = stride * STRIDE + at + 1;
    }
    return { line: line + this.firstLine, column: offset - start + 1 };
  }
}

/** Characters between two entries of the index of lines: a text of line breaks alone must not weigh eight times its size. */
const STRIDE = 16_384;

function indexOfLines(text: string): { lines: Uint32Array; starts: Uint32Array } {
  const strides = Math.floor(text.length / STRIDE) + 1;
  const lines = new Uint32Array(strides);
  const starts = new Uint32Array(strides);
  let [line, start, stride] = [0, 0, 1];
  for (let at = text.indexOf('\n'); stride < strides; at = text.indexOf('\n', at + 1)) {
    for (; stride < strides && (at === -1 || stride * STRIDE <= at); stride++) {
      lines[stride] = line;
      starts[stride] = start;
    }
    line++;
    start = at + 1;
  }
  return { lines, starts };
}
