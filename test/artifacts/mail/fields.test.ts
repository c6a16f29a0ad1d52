import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEncodedWords } from '../../../src/artifacts/mail/encoded-words.js';
import { parameters } from '../../../src/artifacts/mail/field-parameters.js';

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

describe('decodeEncodedWords', () => {
  it.each([
    ['Bonjour', 'Bonjour'],
    ['=?UTF-8?B?w4nDqQ==?=', 'Éé'],
    ['=?utf-8?b?w4nDqQ==?= suite', 'Éé suite'],
    ['=?UTF-8?Q?=C3=A9t=C3=A9_2026?=', 'été 2026'],
    ['=?iso-8859-1?q?=E9?=', 'é'],
    ['=?windows-1252?Q?l=92=80?=', 'l’€'],
    ['=?UTF-8*fr?Q?=C3=A9?=', 'é'],
    ['=?UTF-8?Q?a?= =?UTF-8?Q?b?=', 'ab'],
    ['=?UTF-8?Q?a?=  \t =?ISO-8859-1?B?6Q==?= =?UTF-8?Q?c?=', 'aéc'],
    ['=?UTF-8?Q?a?= b =?UTF-8?Q?c?=', 'a b c'],
    ['Re: =?UTF-8?Q?a_?= =?UTF-8?Q?b?= <x@y>', 'Re: a b <x@y>'],
    ['=?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fa=3F=3D?=', '=?UTF-8?Q?a?='],
    ['=?UTF-8?Q??=', ''],
  ])('reads %s', (raw, text) => {
    expect(decodeEncodedWords(raw)).toBe(text);
  });

  it.each(['=?klingon?Q?=E9?=', '=?UTF-8?Q?=E9?=', '=?UTF-8?B?w4n?=', '=?UTF-8?X?a?=', '=?UTF-8?Q?a b?=', '=??Q?a?='])(
    'shows %s as it was sent',
    (raw) => {
      expect(decodeEncodedWords(raw)).toBe(raw);
    },
  );

  it('takes raw UTF-8, and what is not UTF-8 as ISO-8859-1', () => {
    expect(decodeEncodedWords(latin1('été =?UTF-8?Q?=C3=A9?='))).toBe('été é');
    expect(decodeEncodedWords('\xe9')).toBe('é');
  });

  it('gives back any text, in either encoding and however it is cut', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (pieces, sides) => {
        const words = pieces.map((piece) => {
          const bytes = Buffer.from(piece);
          const quoted = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
          return sides.next().value ? `=?UTF-8?B?${bytes.toString('base64')}?=` : `=?UTF-8?Q?${quoted}?=`;
        });
        expect(decodeEncodedWords(words.join(' '))).toBe(pieces.join('').replaceAll('\ufeff', ''));
      }),
    );
  });
});

describe('parameters', () => {
  const read = (raw: string) => {
    const { value, parameters: found } = parameters(raw);
    return [value, Object.fromEntries(found)];
  };

  it.each<[string, string, Record<string, string>]>([
    ['text/plain', 'text/plain', {}],
    [' Text/Plain ; Charset="UTF-8" ;format=flowed', 'Text/Plain', { charset: 'UTF-8', format: 'flowed' }],
    ['a/b; name="x; y=\\"z\\" \\\\"', 'a/b', { name: 'x; y="z" \\' }],
    ['a/b; name=1; name=2', 'a/b', { name: '1' }],
    ['a/b; name="=?UTF-8?Q?=C3=A9?=.pdf"', 'a/b', { name: 'é.pdf' }],
    ["a/b; filename*=UTF-8'fr'%C3%A9t%C3%A9.pdf", 'a/b', { filename: 'été.pdf' }],
    ["a/b; filename*=iso-8859-1''%E9.pdf", 'a/b', { filename: 'é.pdf' }],
    ['a/b; filename*0="un"; filename*1=" deux"; filename*2=".pdf"', 'a/b', { filename: 'un deux.pdf' }],
    ['a/b; filename*2=c; filename*0=a; filename*1=b', 'a/b', { filename: 'abc' }],
    ['a/b; filename*0*=UTF-8\'\'%C3; filename*1*=%A9; filename*2="%20.pdf"', 'a/b', { filename: 'é%20.pdf' }],
    ["a/b; filename=e.pdf; filename*=UTF-8''%C3%A9.pdf", 'a/b', { filename: 'é.pdf' }],
    ["a/b; filename*=klingon''%E9.pdf", 'a/b', { filename: '\xe9.pdf' }],
    ['a/b; ; =x; charset', 'a/b', { '': 'x' }],
    ['', '', {}],
  ])('reads %s', (raw, value, expected) => {
    expect(read(raw)).toEqual([value, expected]);
  });

  it('takes more than nine sections in the order of their numbers', () => {
    const sections = Array.from({ length: 12 }, (_, index) => `; name*${index}=${String.fromCharCode(97 + index)}`);
    expect(read(`a/b${sections.reverse().join('')}`)).toEqual(['a/b', { name: 'abcdefghijkl' }]);
  });
});
