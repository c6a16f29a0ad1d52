import { expect, it } from 'vitest';
import { ChildNames } from '../../src/artifacts/child-names.js';

it('gives no name twice, whatever it was given', () => {
  const names = new ChildNames();
  expect(['a', 'a#2', 'a', 'a', 'b!c', 'b%21c'].map((name) => names.of(name))).toEqual([
    ...['a', 'a#2', 'a#3', 'a#4'],
    ...['b%21c', 'b%21c#2'],
  ]);
});
