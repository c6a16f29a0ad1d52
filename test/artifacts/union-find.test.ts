import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnionFind } from '../../src/artifacts/union-find.js';

it('says the same of two members as walking from one join to the next', () => {
  const pair = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(fc.array(pair), fc.nat(12), fc.nat(12), (joins, one, other) => {
      const sets = new UnionFind<number>();
      for (const [a, b] of joins) sets.join(a, b);
      const reached = new Set([one]);
      for (let before = 0; before < reached.size; ) {
        before = reached.size;
        for (const [a, b] of joins) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
      }
      expect(sets.find(one) === sets.find(other)).toBe(reached.has(other));
    }),
  );
});
