import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { caught } from '../../support/caught.js';
import { readHl7 } from '../../support/hl7.js';

const announcing = (charset: string, value = '') =>
  `\nMSH|^~\\&|||||2026||ACK|1|D|2.5||||||${charset}\rMSA|AA|${value}\r`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const valueIn = (bytes: Uint8Array) => readHl7(bytes).message.segments[1]?.field(2).text;
const reasonsIn = (bytes: Uint8Array) => readHl7(bytes).reserves.map(({ reason, path }) => [reason, path]);

describe('the charset of a message', () => {
  it.each([
    ['8859/1', 'é', 'iso88591'],
    ['8859/2', 'ř', 'iso88592'],
    ['8859/3', 'ĝ', 'iso88593'],
    ['8859/4', 'ķ', 'iso88594'],
    ['8859/5', 'Ж', 'iso88595'],
    ['8859/6', 'ب', 'iso88596'],
    ['8859/7', 'λ', 'iso88597'],
    ['8859/8', 'ש', 'iso88598'],
    ['8859/9', 'ş', 'iso88599'],
    ['8859/15', '€œ', 'iso885915'],
    [' unicode utf-8 ', 'é€', 'utf8'],
    ['UNICODE', 'é€', 'utf8'],
    ['GB 18030-2000', '中', 'gb18030'],
    ['KS X 1001', '한', 'euc-kr'],
    ['BIG-5', '中', 'big5'],
    ['ISO IR14', 'ｱ', 'shift_jis'],
    ['8859/15~UNICODE UTF-8', '€', 'iso885915'],
  ])('%s is the one that it announces', (charset, value, encoding) => {
    const bytes = iconv.encode(announcing(charset, value), encoding);
    expect(valueIn(bytes)).toBe(value);
    expect(reasonsIn(bytes)).toEqual([]);
  });

  it('is known as announced and as used', () => {
    expect(readHl7(latin1(announcing('8859/15', 'é'))).message.charset).toEqual({
      announced: '8859/15',
      used: 'iso-8859-15',
    });
    expect(readHl7(announcing('')).message.charset).toEqual({ announced: '', used: 'us-ascii' });
  });

  it.each(['', 'ASCII', 'ISO IR6', 'CNS 11643-1992'])('%j is enough for ASCII', (charset) => {
    expect(valueIn(latin1(announcing(charset, 'e')))).toBe('e');
    expect(reasonsIn(latin1(announcing(charset, 'e')))).toEqual([]);
  });

  it('is that of each message', () => {
    const bytes = Buffer.concat([latin1(announcing('8859/1', 'é')), Buffer.from(announcing('UNICODE UTF-8', 'é'))]);
    expect(readHl7(bytes).content.messages.map(({ segments }) => segments[1]?.field(2).text)).toEqual(['é', 'é']);
  });

  it.each([
    ['absent, of UTF-8', Buffer.from(announcing('', 'é')), 'é', 'charset-absent'],
    ['absent, of UTF-16', utf16(announcing('', 'é')), 'é', 'charset-absent'],
    ['of another table', Buffer.from(announcing('UTF-8', 'é')), 'é', 'charset-unknown'],
    ['of another table, of ASCII', Buffer.from(announcing('X-NONE', 'e')), 'e', 'charset-unknown'],
    ['Latin, of UTF-8', Buffer.from(announcing('8859/1', 'é')), 'Ã©', 'charset-is-utf8'],
  ])('%s is forgiven', (_, bytes, value, reason) => {
    expect(valueIn(bytes)).toBe(value);
    expect(reasonsIn(bytes)).toEqual([[reason, 'MSH[1]-18']]);
  });

  it.each([
    ['utf16le', Buffer.from([0xff, 0xfe])],
    ['utf16le', Buffer.alloc(0)],
    ['utf16be', Buffer.from([0xfe, 0xff])],
    ['utf16be', Buffer.alloc(0)],
  ])('may be %s, marked or not', (encoding, mark) => {
    for (const name of ['UNICODE UTF-16', 'UNICODE']) {
      const bytes = Buffer.concat([mark, iconv.encode(announcing(name, 'é€'), encoding)]);
      expect([valueIn(bytes), reasonsIn(bytes)]).toEqual(['é€', []]);
    }
  });

  it('may be marked UTF-8', () => {
    expect(valueIn(Buffer.from(`\ufeff${announcing('UNICODE UTF-8', 'é').trim()}\r`))).toBe('é');
  });

  const prefix = announcing('UNICODE UTF-8').length - 1;
  it.each<[string, Buffer, { charset: string; offset: number }, number | undefined]>([
    ['UTF-8 that is Latin-1', latin1(announcing('UNICODE UTF-8', 'é')), { charset: 'UTF-8', offset: prefix }, 3],
    [
      'UTF-8 that is Latin-1, marked',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin1(announcing('UNICODE UTF-8', 'é'))]),
      { charset: 'UTF-8', offset: prefix + 3 },
      3,
    ],
    ['ASCII that is UTF-8', Buffer.from(announcing('ASCII', 'é')), { charset: 'ASCII', offset: prefix - 8 }, 3],
    ['none that is Latin-1', latin1(announcing('', 'é')), { charset: 'ASCII', offset: prefix - 13 }, 3],
    ['UTF-16 that is UTF-8', Buffer.from(announcing('UNICODE UTF-16')), { charset: 'UNICODE UTF-16', offset: 1 }, 2],
    ['UTF-32 that is UTF-8', Buffer.from(announcing('UNICODE UTF-32')), { charset: 'UNICODE UTF-32', offset: 1 }, 2],
    ['UTF-8 that is UTF-16', utf16(announcing('UNICODE UTF-8')), { charset: 'UNICODE UTF-8', offset: 1 }, 2],
    [
      'UTF-8 with a null',
      Buffer.from(announcing('UNICODE UTF-8', '\0')),
      { charset: 'UNICODE UTF-8', offset: prefix },
      3,
    ],
    ['one that is not known', Buffer.from(announcing('X-NONE', 'é')), { charset: 'x-none', offset: 1 }, 2],
    [
      'UTF-32',
      iconv.encode(announcing('UNICODE UTF-32').trim(), 'utf-32le'),
      { charset: 'UTF-32', offset: 0 },
      undefined,
    ],
  ])('refuses %s, with the offset', async (_, bytes, args, line) => {
    expect(await caught(() => readHl7(bytes))).toMatchObject({
      code: 'read/encoding',
      args,
      location: line === undefined ? {} : { line },
    });
  });
});
