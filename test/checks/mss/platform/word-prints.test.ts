import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordPrints } from '../../../../src/checks/mss/platform/word-prints.js';

it('knows a text in another, however it is folded and whatever follows it', () => {
  const proposed = wordPrints('Cher confrère,\n\nVous trouverez l’examen.');
  expect(
    wordPrints("Cher confre\u0300re ,\r\nVous\r\ntrouverez l'examen.\n--\nEnvoi automatique").includes(proposed),
  ).toBe(true);
  expect(wordPrints('Cher confrère, vous trouverez l’examen.').includes(proposed)).toBe(false);
  expect(wordPrints('Cher confrère, Vous trouverez l’ examens.').includes(proposed)).toBe(false);
});

it('has nothing of a text without words', () => {
  expect(wordPrints(' \n-- …')).toBe('');
});

it('holds no word, and is short', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{9,14}$/), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(words, words, words, (before, own, after) => {
      const prints = wordPrints([...before, ...own, ...after].join(' '));
      expect(prints.includes(wordPrints(own.join('\n')))).toBe(true);
      expect(own.some((word) => prints.includes(word))).toBe(false);
    }),
  );
  expect(wordPrints('mot '.repeat(100_000)).length).toBeLessThan(110_000);
});
