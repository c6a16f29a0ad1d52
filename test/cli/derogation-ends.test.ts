import { expect, it } from 'vitest';
import { derogationEnds, todayHere } from '../../src/cli/derogation-ends.js';

const texts = { expired: 'over {on} {until}', soon: 'soon {on} {until}' };
const until = (day: string | null) => ({ kind: 'derogation' as const, on: { evidence: 'A.01.01.01' }, until: day });

it.each([
  ['2026-11-21', ['over A.01.01.01 2026-11-21']],
  ['2026-11-22', ['soon A.01.01.01 2026-11-22']],
  ['2026-12-22', ['soon A.01.01.01 2026-12-22']],
  ['2026-12-23', []],
  [null, []],
])('says that a derogation until %s is over, or soon', (day, lines) => {
  expect(derogationEnds([until(day)], '2026-11-22', texts)).toEqual(lines);
});

it('knows the day that it is', () => {
  expect(todayHere()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
