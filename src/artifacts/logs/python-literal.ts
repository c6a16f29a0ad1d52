const ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[\s\S])/g;
const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Text of a Python literal, `'…'` or `b'…'` as `repr` writes it; undefined when it is none. Bytes are read as UTF-8, else as latin1. */
export function pythonText(literal: string): string | undefined {
  const bytes = literal.startsWith('b');
  const quoted = bytes ? literal.slice(1) : literal;
  const quote = quoted[0];
  if (quoted.length < 2 || (quote !== "'" && quote !== '"') || !quoted.endsWith(quote)) return undefined;
  const text = quoted
    .slice(1, -1)
    .replace(ESCAPE, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (NAMED[code] ?? code),
    );
  if (!bytes) return text;
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return utf8.includes('\uFFFD') ? text : utf8;
}
