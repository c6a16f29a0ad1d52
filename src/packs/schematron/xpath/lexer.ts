/** An expression that is no XPath 2.0, or that is too deep to be read. `offset` counts UTF-16 code units from its start. */
export class XPathSyntaxError extends Error {
  override readonly name = 'XPathSyntaxError';

  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * `name`: an NCName, a QName (`a:b`) or a wildcard (`a:*`, `*:b`), as written; `*` alone is a symbol. Whether a name is a keyword is told by where it stands,
 * so the parser decides (XPath 2.0 §A.2.2).
 */
export interface Token {
  readonly kind: 'name' | 'integer' | 'decimal' | 'double' | 'string' | 'symbol' | 'end';
  /** Of a string, its value; of anything else, its text. */
  readonly text: string;
  readonly offset: number;
}

const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** NCName of XML Names 1.0, for a regular expression with the flag `u`. */
export const NCNAME = `[${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const NAME = new RegExp(`${NCNAME}(?::(?:${NCNAME}|\\*))?|\\*:${NCNAME}`, 'uy');
const NUMBER = /(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?/y;
const SYMBOL = /::|\.\.|\/\/|<<|>>|<=|>=|!=|[()[\],@$.|/+\-*=<>?]/y;
const STRING = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;
const SPACE = /[ \t\r\n]+/y;

/** @throws XPathSyntaxError */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  for (;;) {
    offset = skipBlank(text, offset);
    if (offset >= text.length) {
      tokens.push({ kind: 'end', text: '', offset });
      return tokens;
    }
    const start = offset;
    const token = readToken(read, text, start);
    offset += token.length;
    tokens.push({ kind: token.kind, text: token.text, offset: start });
  }
}

function readToken(
  read: (pattern: RegExp) => RegExpExecArray | null,
  text: string,
  offset: number,
): { kind: Token['kind']; text: string; length: number } {
  const name = read(NAME)?.[0];
  if (name !== undefined) return { kind: 'name', text: name, length: name.length };
  const number = read(NUMBER);
  if (number !== null) {
    const [whole, fraction, bare, exponent] = number;
    const after = text.codePointAt(offset + whole.length);
    // §A.2.2: a number and a name are told apart by a blank.
    if (after !== undefined && /[\p{L}_]/u.test(String.fromCodePoint(after))) {
      throw new XPathSyntaxError(`a blank is needed after the number ${whole}`, offset + whole.length);
    }
    const kind =
      exponent !== undefined ? 'double' : fraction !== undefined || bare !== undefined ? 'decimal' : 'integer';
    return { kind, text: whole, length: whole.length };
  }
  const string = read(STRING)?.[0];
  if (string !== undefined) {
    const quote = string.charAt(0);
    return { kind: 'string', text: string.slice(1, -1).replaceAll(quote + quote, quote), length: string.length };
  }
  const symbol = read(SYMBOL)?.[0];
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, length: symbol.length };
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  throw new XPathSyntaxError(
    character === '"' || character === "'" ? 'a string is not closed' : `unexpected character ${character}`,
    offset,
  );
}

/** Skips white space and comments, which nest (XPath 2.0 §2.6). */
function skipBlank(text: string, from: number): number {
  let offset = from;
  for (;;) {
    SPACE.lastIndex = offset;
    if (SPACE.test(text)) offset = SPACE.lastIndex;
    if (!text.startsWith('(:', offset)) return offset;
    const start = offset;
    let depth = 0;
    do {
      if (text.startsWith('(:', offset)) {
        depth++;
        offset += 2;
      } else if (text.startsWith(':)', offset)) {
        depth--;
        offset += 2;
      } else if (offset >= text.length) {
        throw new XPathSyntaxError('a comment is not closed', start);
      } else offset++;
    } while (depth > 0);
  }
}
