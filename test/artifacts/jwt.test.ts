import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { looksLikeJwt, parseJwt } from '../../src/artifacts/jwt.js';
import { caught } from '../support/caught.js';

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const token = (header: unknown, claims: unknown, signature = 'c2ln') => `${part(header)}.${part(claims)}.${signature}`;
const RS256 = { alg: 'RS256', typ: 'JWT' };

describe('parseJwt', () => {
  it('decodes what jose decodes', () => {
    // Names of JavaScript's own machinery are refused, and may come by chance.
    const value = fc
      .jsonValue({ maxDepth: 2 })
      .filter((each) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(each)));
    const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value);
    fc.assert(
      fc.property(object, object, (header, claims) => {
        const text = token({ ...header, alg: 'none', crit: undefined }, claims, '');
        const content = parseJwt(text);
        expect(content.header).toEqual(decodeProtectedHeader(text));
        expect(content.claims).toEqual(decodeJwt(text));
      }),
      { numRuns: 50 },
    );
  });

  it('decodes the header and the claims without verifying', () => {
    const text = token(RS256, { sub: '1', acr: 'eidas1', prénom: 'é' });
    expect(looksLikeJwt(`\n ${text}\r\n`)).toBe(true);
    expect(parseJwt(`\n ${text}\r\n`)).toMatchObject({
      header: RS256,
      claims: { sub: '1', acr: 'eidas1', prénom: 'é' },
      token: text,
    });
  });

  it('points at a claim in the claims as written', () => {
    const { json } = parseJwt(token(RS256, '{\n  "a": 1,\n  "b": [true]\n}'));
    expect(json.locate(['b', 0])).toEqual({ line: 3, column: 9, path: '$.b[0]' });
  });

  it('reads a token without signature', () => {
    expect(parseJwt(token({ alg: 'none' }, {}, '')).header).toEqual({ alg: 'none' });
  });

  it.each([
    ['claims that are not JSON', `${part(RS256)}.${part('hello')}.x`],
    ['claims that are a list', token(RS256, [])],
    ['claims that are a text', token(RS256, '"x"')],
    ['a header that is not JSON', `eyJ4.${part({})}.x`],
    ['a header that is a list', token([], {})],
    ['claims that are not base64url', `${part(RS256)}.e+/=.x`],
    ['two parts', `${part(RS256)}.${part({})}`],
  ])('refuses %s', async (_, text) => {
    expect(await caught(() => parseJwt(text))).toMatchObject({
      code: 'read/jwt',
      args: { reason: expect.any(String) },
    });
  });
});

it.each(['', 'eyJ', 'eyJ.eyJ', 'abc.def.ghi', 'eyJ0.e yJ.x', 'eyJ0.eyJ0.x.y.z'])('%j is no token', (text) => {
  expect(looksLikeJwt(text)).toBe(false);
});
