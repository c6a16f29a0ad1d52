import { expect, it } from 'vitest';
import { mergedReasons } from '../../src/engine/merged-reasons.js';
import type { Reason } from '../../src/engine/plan.js';

const lacking = (check: string, path = 'a.har', need = 'need/jwks'): Reason => ({
  code: 'reason/need',
  args: { need, check, path },
});

it('says once what several checks lack of the same artifact, and names a few of them', () => {
  const reasons = ['a', 'b', 'b', 'c', 'd', 'e'].map((check) => lacking(check));
  expect(mergedReasons(reasons)).toEqual([lacking('a, b, c… (+2)')]);
});

it('keeps apart other needs, other artifacts and what a check alone says', () => {
  const none: Reason = { code: 'reason/nothing-looked-at', args: { check: 'a', path: 'a.har' } };
  const other: Reason = { ...none, args: { check: 'b', path: 'a.har' } };
  const reasons = [lacking('a'), lacking('b', 'b.har'), lacking('c', 'a.har', 'need/nil'), none, other];
  expect(mergedReasons([...reasons, none])).toEqual(reasons);
});
