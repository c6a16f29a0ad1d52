import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Size, decodeBase64, decodeBase64Bytes, decodeBase64Url } from '../../../src/artifacts/text/base64.js';

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

  it('gives back what is longer than what is decoded at a time', () => {
    const bytes = Buffer.alloc(3_000_000, 'une longue pièce jointe ');
    const folded = bytes.toString('base64').replace(/.{76}/g, '$&\n');
    expect(Buffer.compare(decodeBase64(folded) ?? Buffer.of(), bytes)).toBe(0);
    expect(decodeBase64(`${folded.slice(0, -8)}AA==${folded}`)).toBeUndefined();
    expect(decodeBase64(`${'A'.repeat((1 << 20) - 2)}==AAAA`)).toBeUndefined();
    expect(decodeBase64(`${'A'.repeat((1 << 20) - 2)}==\n`)).toHaveLength(((1 << 20) / 4) * 3 - 2);
  });

  it.each(['A', 'AA', 'AAA', 'A===', '====', 'AA=A', 'AA==AAAA', 'AAAA=', 'AA-_', 'AAA!', 'é===', '%PDF-1.4'])(
    'refuses %s',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});

describe('decodeBase64Bytes', () => {
  it('says of any text what decodeBase64 says', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom('A', 'b', '9', '+', '/', '=', ' ', '\n', '\r', '\t', '*', '-') }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64').replace(/.{10}/g, '$&\r\n')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const expected = decodeBase64(text);
        const bytes = decodeBase64Bytes(Buffer.from(text));
        expect(bytes && Buffer.from(bytes)).toEqual(expected && Buffer.from(expected));
        expect(base64Size(Buffer.from(text))).toBe(expected?.length);
      }),
    );
  });
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
