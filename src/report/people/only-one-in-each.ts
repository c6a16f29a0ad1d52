/** The only one that some set of each list has: those of the smallest list are gone through, since a name may be that of thousands. */
export function onlyOneInEach(lists: readonly (readonly ReadonlySet<number>[])[]): number | undefined {
  const sizeOf = (sets: readonly ReadonlySet<number>[]): number => sets.reduce((sum, { size }) => sum + size, 0);
  const [smallest = [], ...others] = [...lists].sort((a, b) => sizeOf(a) - sizeOf(b));
  let only: number | undefined;
  for (const set of smallest)
    for (const each of set) {
      if (each === only || !others.every((sets) => sets.some((other) => other.has(each)))) continue;
      if (only !== undefined) return undefined;
      only = each;
    }
  return only;
}
