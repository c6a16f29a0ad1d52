/** Message identifiers that a field lists (RFC 5322 §3.6.4), and what stands beside them, comments left out. */
export interface MessageIdentifiers {
  /** In order, with their brackets. */
  readonly ids: readonly string[];
  readonly rest: string;
}

const IDENTIFIER = /<[^<>]*>/g;

export function messageIdentifiers(raw: string): MessageIdentifiers {
  const rest = raw.replace(IDENTIFIER, ' ').replace(/\([^()]*\)/g, ' ');
  return { ids: raw.match(IDENTIFIER) ?? [], rest: rest.trim() };
}
