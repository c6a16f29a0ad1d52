/** A function of a list of artifacts, computed once for the checks that ask for the same artifacts in the same order. */
export function sharedBy<A extends object, T>(compute: (artifacts: readonly A[]) => T): (artifacts: readonly A[]) => T {
  const known = new WeakMap<A, { readonly of: readonly A[]; readonly value: T }[]>();
  return (artifacts) => {
    const [first] = artifacts;
    if (!first) return compute(artifacts);
    const before = known.get(first) ?? [];
    known.set(first, before);
    const same = before.find(
      ({ of }) => of.length === artifacts.length && of.every((each, index) => each === artifacts[index]),
    );
    if (same) return same.value;
    const value = compute(artifacts);
    before.push({ of: artifacts, value });
    return value;
  };
}
