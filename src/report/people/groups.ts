import { UnionFind } from '../../artifacts/union-find.js';

/** Where a person is first met: a path, then a rank in the artifact. Compared by code unit. */
export interface Appearance {
  readonly path: string;
  readonly rank: number;
}

export function isBefore(a: Appearance, b: Appearance): boolean {
  return a.path === b.path ? a.rank < b.rank : a.path < b.path;
}

/** People who turn out to be the same, each known by a number and by where it is first met. */
export class Groups {
  readonly #same = new UnionFind<number>();
  readonly #firsts: Appearance[] = [];

  add(at: Appearance): number {
    return this.#firsts.push(at) - 1;
  }

  /** The number that stands for all those of its group. */
  rootOf(node: number): number {
    return this.#same.find(node);
  }

  /** Says that two are one, and gives it. */
  merge(a: number, b: number): number {
    const [root, other] = [this.rootOf(a), this.rootOf(b)];
    if (root === other) return root;
    const first = this.firstOf(other);
    this.#same.join(other, root);
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
    const roots = this.#firsts.map((_, node) => node).filter((node) => this.rootOf(node) === node);
    roots.sort((a, b) => (isBefore(this.firstOf(a), this.firstOf(b)) ? -1 : 1));
    return new Map(roots.map((root, index) => [root, index + 1]));
  }
}
