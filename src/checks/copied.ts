/** Texts that were copied: paths and OIDs are the same in each of ten thousand documents. */
const TEXTS = new Map<string, string>();
const MOST_TEXTS = 100_000;

/** What was copied once is shared by all that keep it. */
const OWN = new WeakSet<object>();

/** A copy of plain values that shares no text with what was read, of which a slice would hold the whole; each text is kept once. */
export function copied<T>(value: T): T {
  const copy = copyOf(value, new Map());
  if (typeof copy === 'object' && copy !== null) OWN.add(copy);
  return copy as T;
}

function copyOf(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object' || value === null || OWN.has(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    done.set(value, list);
    for (const each of value) list.push(copyOf(each, done));
    return list;
  }
  // Maps, sets and dates are no one's shape of what is kept in thousands.
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  const members = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  done.set(value, copy);
  for (const name of Object.keys(members)) copy[name] = copyOf(members[name], done);
  return copy;
}

function textOf(text: string): string {
  const known = TEXTS.get(text);
  if (known !== undefined) return known;
  if (TEXTS.size === MOST_TEXTS) TEXTS.clear();
  const own = structuredClone(text);
  TEXTS.set(own, own);
  return own;
}
