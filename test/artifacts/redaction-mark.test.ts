import { expect, it } from 'vitest';
import { isRedacted, redactionMark } from '../../src/artifacts/redaction-mark.js';

it('knows its own marks again, whatever their rank and length', () => {
  for (const [rank, length] of [
    [1, 0],
    [1, 43],
    [123456, 6],
  ] as const)
    expect(isRedacted(redactionMark(rank, length))).toBe(true);
});

it('keeps the length of what it replaces, when that is long enough', () => {
  expect(redactionMark(7, 43)).toHaveLength(43);
  expect(redactionMark(7)).toBe('SEGURCHECKREDACTED0007');
});

it('tells the marks of two ranks apart', () => {
  expect(redactionMark(1, 43)).not.toBe(redactionMark(2, 43));
});

it('takes no other text for a mark', () => {
  for (const text of ['', 'redacted', '[jeton]', 'eyJhbGciOiJSUzI1NiJ9']) expect(isRedacted(text)).toBe(false);
});
