/** What a parameter of a stored query holds (ITI TF-2 §3.18.4.1.2.3.5). */
interface Literals {
  /** Whether it stands between parentheses, as several values do. */
  readonly isList: boolean;
  /** Texts without their quotes; undefined when they are not quoted as they should. */
  readonly texts: readonly string[] | undefined;
}

const QUOTED = /'(?:[^']|'')*'/g;

/** Reads `'text'`, or `('text','text')`; a quote in a text is written twice. */
export function readLiterals(written: string): Literals {
  const text = written.trim();
  const isList = text.startsWith('(') && text.endsWith(')');
  const inner = isList ? text.slice(1, -1) : text;
  const quoted = inner.match(QUOTED) ?? [];
  const isRight = quoted.length > 0 && /^[\s,]*$/.test(inner.replace(QUOTED, ''));
  return {
    isList,
    texts: isRight ? quoted.map((each) => each.slice(1, -1).replaceAll("''", "'").trim()) : undefined,
  };
}
