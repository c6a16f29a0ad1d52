import { expect, it } from 'vitest';
import { ALL_CHECKS } from '../../../src/checks/registry.js';

const RULES = ALL_CHECKS.filter(({ id }) => id.startsWith('mss/')).flatMap(({ id, rules }) =>
  Object.entries(rules).map(([name, rule]) => ({ name: `${id}/${name}`, ...rule })),
);
const named = (rules: typeof RULES) => rules.map(({ name }) => name);

it('gives an error for a primary source only, and no more than an information for a belief', () => {
  expect(named(RULES.filter(({ mark, severity }) => severity === 'error' && mark !== 'primary'))).toEqual([]);
  expect(named(RULES.filter(({ mark, severity }) => severity !== 'info' && mark === 'belief'))).toEqual([]);
});
