/** Texts that were copied: paths and OIDs are the same in each of ten thousand documents. */
const TEXTS = new Map<string, string>();
const MOST_TEXTS = 100_000;

/** A copy of plain values that shares no text with what was read, of which a slice would hold the whole; each text is kept once. */
export function copied<T>(value: T): T {
  return copyOf(structuredClone(value), new Set()) as T;
}

/** The values are ours already: what is in them is replaced. */
function copyOf(value: unknown, done: Set<unknown>): unknown {
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object' || value === null || done.has(value)) return value;
  done.add(value);
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    const own = members[name];
    if (typeof own === 'string' || typeof own === 'object') members[name] = copyOf(own, done);
  }
  return value;
}

function textOf(text: string): string {
  const known = TEXTS.get(text);
  if (known !== undefined) return known;
  if (TEXTS.size === MOST_TEXTS) TEXTS.clear();
  TEXTS.set(text, text);
  return text;
}
