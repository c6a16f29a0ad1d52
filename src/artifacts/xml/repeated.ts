/** The name of an element or attribute: a document has few, and millions of nodes that carry them. */
export interface XmlName {
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
}

/** Longer texts are rarely said twice. */
const LONGEST = 64;
/** Texts remembered at most: what a document repeats comes early. */
const MOST = 50_000;

/** Gives one value for all that are equal, while a document is read: what is said a thousand times is kept once. */
export class Repeated {
  readonly #texts = new Map<string, string>();

  text(text: string): string {
    if (text.length > LONGEST) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < MOST) this.#texts.set(text, text);
    return text;
  }
}
