import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMasked } from '../../src/artifacts/masks.js';

it.each([
  '***',
  'XXXX',
  '…',
  '[jeton]',
  '<masked>',
  '{id_token}',
  'REDACTED',
  'jeton masqué',
  'SEGURCHECKREDACTED0001',
  '{{access_token}}',
  'eyJhbGciOi...c2ln',
  'a81f****',
])('knows %s for a mask', (text) => expect(isMasked(text)).toBe(true));

it.each([
  '',
  'illisible',
  'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
  'bxmaskab',
  'a'.repeat(300),
  '{"page":"/hidden"}',
  'https://lgc.example.org/?mask=1',
])('takes %s for what it is', (text) => expect(isMasked(text)).toBe(false));

it('takes no token for a mask', () => {
  const part = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  fc.assert(fc.property(part, part, (a, b) => !isMasked(`${a}.${b}.${a}`) && !isMasked(a)));
});
