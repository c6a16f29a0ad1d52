/** Shorter ones are words of any text. */
const SHORTEST = 6;

/** Secrets that have no form of their own: found again to the letter, in time that does not depend on how many are known. */
export class ExactSecrets {
  readonly #all = new Set<string>();
  /** By their first characters, longest first. */
  #byStart: Map<string, string[]> | undefined;

  add(secret: string): void {
    if (secret.length < SHORTEST) return;
    this.#all.add(secret);
    this.#byStart = undefined;
  }

  hide(text: string): string {
    if (this.#all.size === 0 || text.length < SHORTEST) return text;
    this.#byStart ??= this.#index();
    let hidden = '';
    let done = 0;
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      const found = this.#byStart.get(text.slice(at, at + SHORTEST))?.find((each) => text.startsWith(each, at));
      if (found === undefined) continue;
      hidden += `${text.slice(done, at)}[jeton]`;
      done = at + found.length;
      at = done - 1;
    }
    return hidden + text.slice(done);
  }

  #index(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    for (const secret of [...this.#all].sort((a, b) => b.length - a.length)) {
      const list = index.get(secret.slice(0, SHORTEST));
      if (list) list.push(secret);
      else index.set(secret.slice(0, SHORTEST), [secret]);
    }
    return index;
  }
}
