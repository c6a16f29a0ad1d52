import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../src/artifacts/text/decode.js';
import { strictUtf8 } from '../../../src/artifacts/text/utf8.js';
import { caught } from '../../support/caught.js';

const problemOf = (bytes: Uint8Array, skipped?: number) => caught(() => strictUtf8(bytes, skipped));

describe('strictUtf8', () => {
  it('reads any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = Buffer.from(text).toString();
        expect(strictUtf8(Buffer.from(whole))).toBe(whole);
      }),
    );
  });

  it('reads a long text back, whatever stands where it is cut', () => {
    for (const character of ['é', '’', '🩺', '\ufeff']) {
      for (let before = 65_530; before <= 65_537; before++) {
        const text = `${'a'.repeat(before)}${character}${'b'.repeat(70_000)}${character}`;
        expect(strictUtf8(Buffer.from(text)) === text).toBe(true);
      }
    }
    const wide = '🩺'.repeat(50_000);
    expect(strictUtf8(Buffer.from(wide)) === wide).toBe(true);
    expect(strictUtf8(Buffer.alloc(0))).toBe('');
  });

  it('gives line feeds for line ends of every kind, whatever stands where it is cut', () => {
    for (const end of ['\r\n', '\r', '\n', '\r\r\n', '\n\r', 'é\r\n']) {
      for (let before = 65_530; before <= 65_537; before++) {
        const text = `${'a'.repeat(before)}${end}${'b'.repeat(70_000)}’${end}`;
        expect(strictUtf8(Buffer.from(text), 0, 'lf') === text.replace(/\r\n?/g, '\n')).toBe(true);
        expect(strictUtf8(Buffer.from(text)) === text).toBe(true);
      }
    }
  });

  it('refuses what TextDecoder refuses, at the first byte that it replaces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 12 }), async (bytes) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const bad = text.indexOf('\ufffd');
        fc.pre(!Buffer.from(bytes).includes(Buffer.from('\ufffd')));
        if (bad === -1) expect(strictUtf8(bytes)).toBe(text);
        else
          expect(await problemOf(bytes)).toMatchObject({
            code: 'read/encoding',
            args: { charset: 'UTF-8', offset: Buffer.byteLength(text.slice(0, bad)) },
          });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['é in Latin-1', 'c\xe9', 'looks-cp1252', '0xE9', 1],
    ['quotes of windows-1252', 'a\x92b \x93c\x94', 'looks-cp1252', '0x92', 1],
    ['what is overlong', '\xc0\xaf\x81', 'not-utf8', '0xC0', 0],
    ['half of a pair', '\xed\xbf\x83', 'not-utf8', '0xED', 0],
    ['what no Unicode has', '\xf4\x90\x80\x80', 'not-utf8', '0xF4', 0],
    ['bytes of an image', '\x89PNG\r\n\x1a\n\x81\x82\x83', 'not-utf8', '0x89', 0],
  ])('guesses what it is: %s', async (_, latin1, reason, byte, offset) => {
    // What follows keeps a lead byte from being the end of the text.
    expect(await problemOf(Buffer.from(`${latin1}....`, 'latin1'))).toMatchObject({ args: { reason, byte, offset } });
  });

  it('tells a text that is cut inside a character', async () => {
    expect(await problemOf(Buffer.from('a🩺').subarray(0, 3))).toMatchObject({
      args: { reason: 'utf8-cut', offset: 1 },
    });
  });

  it('gives the line and the column in characters, and the offset in the file', async () => {
    const bytes = Buffer.concat([Buffer.from('é\n🩺é'), Buffer.from([0xff]), Buffer.from('\n')]);
    expect(await problemOf(bytes, 3)).toMatchObject({ args: { offset: 12 }, location: { line: 2, column: 4 } });
  });
});

describe('a file without a declaration', () => {
  it.each(['utf-16le', 'utf-16be'])('is recognised as %s by its null bytes', (charset) => {
    const bytes = Buffer.from('{"é": 1}', 'utf16le');
    expect(decodeFile(charset === 'utf-16le' ? bytes : bytes.swap16())).toBe('{"é": 1}');
  });

  it('gives the offset in the file, its mark included', async () => {
    expect(await caught(() => decodeFile(Buffer.from('\xef\xbb\xbfa\xe9a', 'latin1')))).toMatchObject({
      args: { offset: 4 },
      location: { line: 1, column: 2 },
    });
  });
});
