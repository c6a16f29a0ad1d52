import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thumbprintForm } from '../../../../src/checks/psc/exchanges/thumbprint.js';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

describe('the thumbprint of a certificate', () => {
  it('is told apart by how it is written', () => {
    fc.assert(
      fc.property(hash, (bytes) => {
        expect(thumbprintForm(bytes.toString('base64url'))).toBe('rfc');
        expect(thumbprintForm(bytes.toString('base64'))).toBe('base64');
        for (const hex of [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]) {
          expect(thumbprintForm(Buffer.from(hex).toString('base64'))).toBe('hex');
          expect(thumbprintForm(Buffer.from(hex).toString('base64url'))).toBe('hex');
          expect(thumbprintForm(hex)).toBeUndefined();
        }
      }),
    );
  });

  it.each([undefined, null, 42, '', 'AAAA', 'A'.repeat(42), 'A'.repeat(44), 'A'.repeat(86)])(
    'is none in %s',
    (written) => {
      expect(thumbprintForm(written)).toBeUndefined();
    },
  );

  it('is none for another hash', () => {
    expect(thumbprintForm(Buffer.alloc(20).toString('base64url'))).toBeUndefined();
    expect(thumbprintForm(Buffer.alloc(64).toString('base64url'))).toBeUndefined();
  });
});
