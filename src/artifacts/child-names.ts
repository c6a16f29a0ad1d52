/** Gives everything that a file contains a name of its own there: of two called alike, the second is `name#2`. */
export class ChildNames {
  readonly #taken = new Set<string>();
  /** Rank of the last copy of each name. */
  readonly #copies = new Map<string, number>();

  of(given: string): string {
    const wanted = withoutBang(given);
    let copy = this.#copies.get(wanted) ?? 1;
    let name = copy === 1 ? wanted : `${wanted}#${copy}`;
    while (this.#taken.has(name)) name = `${wanted}#${++copy}`;
    this.#copies.set(wanted, copy);
    this.#taken.add(name);
    return name;
  }
}

/** `!` parts a container from its entry in paths: in a name it is written `%21`, so that no two artifacts share a path. */
export function withoutBang(name: string): string {
  return name.replaceAll('!', '%21');
}
