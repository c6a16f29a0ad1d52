/** Where a person is first met: a path, then a rank in the artifact. Compared by code unit. */
export interface Appearance {
  readonly path: string;
  readonly rank: number;
}

export function isBefore(a: Appearance, b: Appearance): boolean {
  return a.path === b.path ? a.rank < b.rank : a.path < b.path;
}

/** People who turn out to be the same, each known by a number and by where it is first met (union-find). */
export class Groups {
  readonly #parents: number[] = [];
  readonly #firsts: Appearance[] = [];

  add(at: Appearance): number {
    this.#firsts.push(at);
    return this.#parents.push(this.#parents.length) - 1;
  }

  /** The number that stands for all those of its group. */
  rootOf(node: number): number {
    let at = node;
    for (let parent = this.#parents[at] ?? at; parent !== at; parent = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  /** Says that two are one, and gives it. */
  merge(a: number, b: number): number {
    const [root, other] = [this.rootOf(a), this.rootOf(b)];
    if (root === other) return root;
    const first = this.firstOf(other);
    this.#parents[other] = root;
    this.seen(root, first);
    return root;
  }

  /** It is met here too. */
  seen(node: number, at: Appearance): void {
    const root = this.rootOf(node);
    if (isBefore(at, this.firstOf(root))) this.#firsts[root] = at;
  }

  firstOf(node: number): Appearance {
    return this.#firsts[this.rootOf(node)] ?? { path: '', rank: 0 };
  }

  /** Of each group, its rank from 1 in the order of first appearances. */
  ranks(): Map<number, number> {
    const roots = this.#parents.map((_, node) => node).filter((node) => this.rootOf(node) === node);
    roots.sort((a, b) => (isBefore(this.firstOf(a), this.firstOf(b)) ? -1 : 1));
    return new Map(roots.map((root, index) => [root, index + 1]));
  }
}
