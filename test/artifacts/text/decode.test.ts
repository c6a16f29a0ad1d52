import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, decode, decodeFile, decodeXml, tryDecode } from '../../../src/artifacts/text/decode.js';
import { caught } from '../../support/caught.js';

describe('decode', () => {
  it('knows the 27 characters of windows-1252 that ISO-8859-1 does not have', () => {
    const high = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);
    const expected = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    expect(decode(high, 'windows-1252')).toBe(expected);
    expect(decode(high, 'CP1252')).toBe(expected);
    expect(decode(high, 'ISO-8859-1')).toBe(Buffer.from(high).toString('latin1'));
  });

  it('reads every other byte of windows-1252 as ISO-8859-1', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const kept = bytes.filter((byte) => byte < 0x80 || byte > 0x9f);
        expect(decode(kept, 'windows-1252')).toBe(Buffer.from(kept).toString('latin1'));
      }),
    );
  });

  it.each(['utf-8', 'UTF-8', ' utf8 ', 'us-ascii', 'ASCII'])('reads %s as UTF-8', (label) => {
    expect(decode(Buffer.from('é€🩺'), label)).toBe('é€🩺');
  });

  it('reads back any text written in UTF-8 or UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // A byte order mark is no text.
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(Buffer.from(text), 'utf-8')).toBe(text);
        expect(decode(Buffer.from(text, 'utf16le'), 'utf-16le')).toBe(text);
        expect(decodeFile(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
        expect(decodeFile(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toBe(text);
        expect(decodeFile(Buffer.from(`\ufeff${text}`))).toBe(text);
      }),
    );
  });

  it('refuses a charset that nobody knows', async () => {
    expect(await caught(() => decode(Buffer.from('a'), 'klingon'))).toMatchObject({
      code: 'read/encoding',
      args: { charset: 'klingon' },
    });
  });

  it.each([
    ['ff', 0],
    ['6161ff61', 2],
    ['c3a961fe', 3],
    ['6180', 1],
  ])('points at the first byte that is wrong in %s', async (hex, offset) => {
    expect(await caught(() => decode(Buffer.from(hex, 'hex'), 'utf-8'))).toMatchObject({
      code: 'read/encoding',
      args: { charset: 'UTF-8', offset },
    });
  });

  it('refuses a text cut inside a character', async () => {
    expect(await caught(() => decode(Buffer.from('é').subarray(0, 1), 'utf-8'))).toMatchObject({
      code: 'read/encoding',
    });
  });
});

it('knows the byte order marks', () => {
  expect(byteOrderMark(Buffer.from('efbbbf', 'hex'))).toEqual({ charset: 'utf-8', length: 3 });
  expect(byteOrderMark(Buffer.from('fffe', 'hex'))).toEqual({ charset: 'utf-16le', length: 2 });
  expect(byteOrderMark(Buffer.from('feff', 'hex'))).toEqual({ charset: 'utf-16be', length: 2 });
  expect(byteOrderMark(Buffer.from('efbb', 'hex'))).toBeUndefined();
});

it('takes the charset of an XML declaration only, not of what follows', () => {
  const text = '<?xml version="1.0"?><a encoding="ISO-8859-1">é</a>';
  expect(decodeXml(Buffer.from(text))).toBe(text);
});

describe('a charset', () => {
  // 0x80 to 0xff, but for what a table leaves out.
  it.each([
    ['iso-8859-2', 'iso88592'],
    ['ISO8859-15', 'iso885915'],
    ['latin9', 'iso885915'],
    ['iso-8859-9', 'iso88599'],
    ['iso-8859-16', 'iso885916'],
    ['cp1250', 'win1250'],
    ['windows-1251', 'win1251'],
    ['cp850', 'cp850'],
    ['IBM437', 'cp437'],
    ['cp858', 'cp858'],
    ['koi8-r', 'koi8r'],
    ['cp932', 'shiftjis'],
    ['gb2312', 'gbk'],
  ])('%s is decoded as its table says', (label, table) => {
    const text = '日本語 Łódź été € Привет'
      .split('')
      .filter((character) => iconv.decode(iconv.encode(character, table), table) === character)
      .join('');
    expect(text.length).toBeGreaterThan(5);
    expect(decode(iconv.encode(text, table), label)).toBe(text);
    expect(tryDecode(iconv.encode(text, table), label)).toBe(text);
  });

  it.each(['utf-7', 'UNICODE-1-1-UTF-7', 'klingon', '', '__proto__', 'hz-gb-2312', 'base64'])(
    '%j is refused by its name',
    async (label) => {
      expect(await caught(() => decode(Buffer.from('+AGE-'), label))).toMatchObject({
        args: { charset: label, offset: 0 },
      });
      expect(tryDecode(Buffer.from('a'), label)).toBeUndefined();
    },
  );

  it.each(['latin1', 'L1', 'cp819', 'iso_8859-1:1987', 'iso-8859-1'])('%s is ISO-8859-1, not windows-1252', (label) => {
    expect(decode(Uint8Array.of(0x80, 0xe9), label)).toBe('\u0080é');
  });

  it.each(['windows-1252', 'cp1252', 'ANSI', 'x-cp1252'])('%s is windows-1252', (label) => {
    expect(decode(Uint8Array.of(0x80, 0x9c), label)).toBe('€œ');
  });

  it('utf-16 follows its mark, else the order of the network', () => {
    const text = Buffer.from('é€', 'utf16le');
    expect(decode(Buffer.from(text).swap16(), 'utf-16')).toBe('é€');
    expect(decode(Buffer.concat([Buffer.of(0xff, 0xfe), text]), 'UTF-16')).toBe('é€');
    expect(decode(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(text).swap16()]), 'utf-16')).toBe('é€');
  });

  it.each<[string, string, number]>([
    ['utf-16le', '61003dd8', 2],
    ['utf-16le', '61003dd86200', 2],
    ['utf-16be', '0061dc00', 2],
    ['utf-16le', '610062', 2],
    ['utf-8', 'efbfbd61ff', 4],
    ['utf-8', 'efbfbdefbf', 3],
    ['iso-8859-11', '61db', 1],
    ['shift_jis', '61ff', 1],
  ])('%s tells where %s goes wrong', async (label, hex, offset) => {
    const bytes = Buffer.from(hex, 'hex');
    expect(await caught(() => decode(bytes, label))).toMatchObject({ code: 'read/encoding', args: { offset } });
    expect(tryDecode(bytes, label)).toBeUndefined();
  });

  it('is tried with the same outcome as it is decoded', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('utf-8', 'utf-16', 'iso-8859-15', 'cp850', 'gbk'), (given, label) => {
        let decoded: string | undefined;
        try {
          decoded = decode(given, label);
        } catch (error) {
          expect(error).toMatchObject({ code: 'read/encoding' });
        }
        expect(tryDecode(given, label)).toBe(decoded);
      }),
    );
  });
});
