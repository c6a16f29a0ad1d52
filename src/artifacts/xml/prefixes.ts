/** The prefixes in scope while a document is read, each with the namespaces it was bound to, innermost last. */
export class Prefixes {
  readonly #bound = new Map<string, string[]>([
    ['xml', ['http://www.w3.org/XML/1998/namespace']],
    ['xmlns', ['http://www.w3.org/2000/xmlns/']],
  ]);
  /** What each open element declares. */
  readonly #declared: string[][] = [];

  open(): void {
    this.#declared.push(NOTHING);
  }

  /** Binds a prefix in the element opened last. */
  declare(prefix: string, namespace: string): void {
    const own = this.#declared.pop() ?? NOTHING;
    this.#declared.push(own === NOTHING ? [prefix] : own);
    if (own !== NOTHING) own.push(prefix);
    const bound = this.#bound.get(prefix);
    if (bound) bound.push(namespace);
    else this.#bound.set(prefix, [namespace]);
  }

  close(): void {
    const declared = this.#declared.pop() ?? NOTHING;
    // Few elements declare any.
    if (declared !== NOTHING) for (const prefix of declared) this.#bound.get(prefix)?.pop();
  }

  resolve(prefix: string): string | undefined {
    return this.#bound.get(prefix)?.at(-1);
  }
}

const NOTHING: string[] = [];
