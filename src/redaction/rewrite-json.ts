const LITERAL = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/** True for a text that is an object or an array, or one a line. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]\d]))/.test(text) && /[}\]]\s*$/.test(text);
}

/** Rewrites the strings of a JSON text and the numbers between them; names of members, order and layout stay. */
export function rewriteJson(text: string, value: (text: string) => string, number: (text: string) => string): string {
  let made = '';
  let done = 0;
  for (const { 0: literal, 1: written = '', 2: colon, index } of text.matchAll(LITERAL)) {
    made += number(text.slice(done, index));
    done = index + literal.length;
    made += colon === undefined ? rewritten(literal, written, value) : literal;
  }
  return made + number(text.slice(done));
}

function rewritten(literal: string, written: string, value: (text: string) => string): string {
  let read = written;
  try {
    if (written.includes('\\')) read = String(JSON.parse(literal));
  } catch {
    // A string that no reader takes: as it is written.
  }
  const made = value(read);
  return made === read ? literal : JSON.stringify(made);
}
