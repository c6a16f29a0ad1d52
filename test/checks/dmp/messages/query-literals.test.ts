import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLiterals } from '../../../../src/checks/dmp/messages/query-literals.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

it.each([
  ["'a'", { isList: false, texts: ['a'] }],
  ["('a')", { isList: true, texts: ['a'] }],
  [" ( 'a' ,\n'b' ) ", { isList: true, texts: ['a', 'b'] }],
  ["('l''un','l''autre')", { isList: true, texts: ["l'un", "l'autre"] }],
  ['a', { isList: false, texts: undefined }],
  ['(a)', { isList: true, texts: undefined }],
  ["('a' b)", { isList: true, texts: undefined }],
  ["('a", { isList: false, texts: undefined }],
  ['', { isList: false, texts: undefined }],
  ['()', { isList: true, texts: undefined }],
])('reads %j', (written, literals) => {
  expect(readLiterals(written)).toEqual(literals);
});

it('reads back any texts that were quoted', () => {
  const texts = fc.array(
    fc.string().map((text) => text.trim()),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      expect(readLiterals(`(${all.map(quoted).join(',')})`)).toEqual({ isList: true, texts: all });
    }),
  );
});

it('is quick on hostile quotes', () => {
  expect(readLiterals("'".repeat(100_001)).texts).toBeUndefined();
});
