/** A part of a mail of the conversation (`letter.headers`), or a mail as it travels (`letter.eml`), rewritten in one place. */
export interface Rewriting {
  readonly part: string;
  readonly good: string;
  readonly bad: string;
}

/** One fault planted in the conversation that conforms, and the checks that it trips: exactly these. */
export interface Alteration extends Rewriting {
  readonly trips: readonly string[];
}

/** An alteration of one part. */
export function altered(part: string, good: string, bad: string, ...trips: readonly string[]): Alteration {
  return { part, good, bad, trips };
}

/** The mail that an alteration or a rewriting is of. */
export function mailOf({ part }: Rewriting): string {
  return part.slice(0, part.indexOf('.'));
}

/** Lines as they travel. */
export function lines(...each: readonly string[]): string {
  return each.join('\r\n');
}
