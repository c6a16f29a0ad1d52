import { describe, expect, it } from 'vitest';
import { encodingReserves } from '../../../src/artifacts/xml/encoding-reserves.js';
import { parseXml } from '../../../src/artifacts/xml/parse.js';
import { caught } from '../../support/caught.js';

const reservesOf = (bytes: Buffer) =>
  encodingReserves(bytes, parseXml(bytes)).map(({ args: { reason }, location }) => [
    reason,
    location.line,
    location.column,
  ]);
const declared = (charset: string, body: string) => `<?xml version="1.0" encoding="${charset}"?>\n<a>${body}</a>`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('nothing is doubtful', () => {
  it.each<[string, Buffer]>([
    ['in ASCII', Buffer.from('<a/>')],
    ['in UTF-8', Buffer.from(declared('utf-8', 'Étâ€¢… Ã\u00a0 Ã'))],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${declared('UTF-8', 'é')}`)],
    ['in UTF-16 with its mark', utf16(`\ufeff${declared('UTF-16', 'é')}`)],
    ['in UTF-16 without its mark', utf16(declared('utf-16le', 'é'))],
    ['in ISO-8859-1', Buffer.from(declared('ISO-8859-1', 'Hélène'), 'latin1')],
    ['in windows-1252', Buffer.from(declared('windows-1252', 'l\x92\xe9t\xe9'), 'latin1')],
    ['in US-ASCII with a mark', Buffer.from(`\ufeff${declared('US-ASCII', 'e')}`)],
  ])('%s', (_, bytes) => {
    expect(reservesOf(bytes)).toEqual([]);
  });
});

describe('what is doubtful is said, where it starts', () => {
  it.each<[string, string, Buffer, number, number]>([
    [
      'a mark that contradicts the declaration',
      'encoding-contradicted',
      Buffer.from(`\ufeff${declared('ISO-8859-1', 'é')}`),
      1,
      1,
    ],
    ['UTF-16 that is declared as UTF-8', 'encoding-contradicted', utf16(declared('UTF-8', 'é')), 1, 1],
    [
      'UTF-8 that is declared as Latin-1',
      'utf8-declared-otherwise',
      Buffer.from(declared('ISO-8859-1', '<b/>Hélène')),
      2,
      9,
    ],
    ['text that was encoded twice', 'mojibake', Buffer.from(declared('UTF-8', 'HÃ©lÃ¨ne')), 2, 5],
    ['a quote that was encoded twice', 'mojibake', Buffer.from(declared('UTF-8', 'lâ€™ete')), 2, 5],
    [
      'windows-1252 that is declared as ISO-8859-1',
      'c1-controls',
      Buffer.from(declared('ISO-8859-1', 'l\x92ete'), 'latin1'),
      2,
      5,
    ],
  ])('%s', (_, reason, bytes, line, column) => {
    expect(reservesOf(bytes)).toEqual([[reason, line, column]]);
  });
});

describe('what can not be read is refused', () => {
  it.each<[string, Buffer, object]>([
    ['UTF-32', Buffer.from('fffe00003c000000', 'hex'), { charset: 'UTF-32', byte: '0xFF' }],
    ['UTF-32 without a mark', Buffer.from('0000003c', 'hex'), { charset: 'UTF-32' }],
    [
      'UTF-16 that is declared only',
      Buffer.from(declared('UTF-16', '')),
      { charset: 'UTF-16', reason: 'declared-utf16' },
    ],
  ])('%s', async (_, bytes, args) => {
    expect(await caught(() => parseXml(bytes))).toMatchObject({
      code: 'read/encoding',
      args,
      location: { line: 1, column: 1 },
    });
  });
});
