import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/artifacts/http/form.js';

const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
const listed = (text: string) =>
  text.split('&').map((each) => ({ name: each.split('=')[0] ?? '', value: each.split('=')[1] ?? '' }));

describe('the parameters of a form', () => {
  it.each([
    ['its text alone', undefined, 'scope=openid+scope_all&uri=https%3A%2F%2Fa.fr', FORM],
    ['its text and an empty list', [], 'scope=openid+scope_all&uri=https%3A%2F%2Fa.fr', FORM],
    [
      'a list as it was sent, with its text',
      listed('scope=openid+scope_all&uri=https%3A%2F%2Fa.fr'),
      'scope=openid+scope_all&uri=https%3A%2F%2Fa.fr',
      FORM,
    ],
    ['a list as it was sent, alone', listed('scope=openid+scope_all&uri=https%3A%2F%2Fa.fr'), undefined, ''],
    ['a decoded list', listed('scope=openid scope_all&uri=https://a.fr'), undefined, FORM],
  ])('are read from %s', (_, params, body, mediaType) => {
    expect(formOf(params, body, mediaType)).toEqual([
      { name: 'scope', value: 'openid scope_all' },
      { name: 'uri', value: 'https://a.fr' },
    ]);
  });

  it('are none in another type of body', () => {
    expect(formOf(undefined, '{"a":"b=c"}', 'application/json')).toEqual([]);
  });

  it('leaves a decoded value as it is: a secret may hold signs', () => {
    const params = [
      { name: 'client_secret', value: 'a+b%zz' },
      { name: 'redirect_uri', value: 'https://a.fr' },
    ];
    expect(formOf(params, 'client_secret=a%2Bb%25zz&redirect_uri=https%3A%2F%2Fa.fr', FORM)).toEqual(params);
  });

  it('are those of the text, however a tool lists them beside it', () => {
    const pair = fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string({ unit: 'grapheme', maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const text = new URLSearchParams(pairs).toString();
        const own = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
        expect(formOf(listed(text), text, FORM)).toEqual(own);
        expect(formOf([], text, FORM)).toEqual(own);
      }),
    );
  });
});
