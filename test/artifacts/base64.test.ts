import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeBase64Url } from '../../src/artifacts/base64.js';

describe('decodeBase64', () => {
  it('gives back any bytes, whatever the line breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
        const folded = Buffer.from(bytes)
          .toString('base64')
          .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n \t');
        expect(Buffer.from(decodeBase64(folded) ?? [1])).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'A===', '====', 'AA=A', 'AA==AAAA', 'AAAA=', 'AA-_', 'AAA!', 'é===', '%PDF-1.4'])(
    'refuses %s',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});

describe('decodeBase64Url', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(Buffer.from(decodeBase64Url(Buffer.from(bytes).toString('base64url')) ?? [1])).toEqual(
          Buffer.from(bytes),
        );
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA==', 'AA+/', 'A A', 'AA\n'])('refuses %j', (text) => {
    expect(decodeBase64Url(text)).toBeUndefined();
  });
});
