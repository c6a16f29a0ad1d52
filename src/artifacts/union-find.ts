/** Sets that are only ever joined, over names and numbers: what is linked to the same thing is linked. */
export class UnionFind<T> {
  readonly #parents = new Map<T, T>();

  /** The member that stands for the set of `each`. */
  find(each: T): T {
    let root = each;
    for (
      let parent = this.#parents.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parents.get(root)
    )
      root = parent;
    // Each step on the way points at the root from now on: long chains are walked once.
    for (let at = each; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** The member that stands for `other` stands for both from now on. */
  join(one: T, other: T): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#parents.set(a, b);
  }
}
