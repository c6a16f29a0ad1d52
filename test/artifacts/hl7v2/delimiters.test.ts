import { describe, expect, it } from 'vitest';
import { readDelimiters } from '../../../src/artifacts/hl7v2/delimiters.js';
import { caught } from '../../support/caught.js';
import { readHl7 } from '../../support/hl7.js';

describe('readDelimiters', () => {
  it('takes what MSH-1 and MSH-2 say', () => {
    expect(readDelimiters('MSH|^~\\&|A', 1, 1)).toEqual({
      field: '|',
      component: '^',
      repetition: '~',
      escape: '\\',
      subcomponent: '&',
      truncation: undefined,
    });
    expect(readDelimiters('MSH!%*?@#!A', 1, 1)).toMatchObject({ field: '!', component: '%', truncation: '#' });
    expect(readDelimiters('FHS|^~\\&\rMSH|', 1, 1)).toMatchObject({ subcomponent: '&' });
  });

  it.each([
    ['MSH', 'no-field-separator', 1, 4],
    ['MSH\rPID|', 'no-field-separator', 1, 4],
    ['MSHA^~\\&A', 'no-field-separator', 1, 4],
    ['MSH ^~\\& ', 'no-field-separator', 1, 4],
    ['MSH||A', 'delimiters-missing', 2, 5],
    ['MSH|^~|A', 'delimiters-missing', 2, 5],
    ['MSH|^~\\\rPID|', 'delimiters-missing', 2, 5],
    ['MSH|^~\\&#!|A', 'delimiters-many', 2, 5],
    ['MSH|^~\\a|A', 'delimiter-unfit', 2, 8],
    ['MSH|^1\\&|A', 'delimiter-unfit', 2, 6],
    ['MSH|^ \\&|A', 'delimiter-unfit', 2, 6],
    ['MSH|^\u{1f600}&|A', 'delimiter-unfit', 2, 6],
    ['MSH^~\\&|A|B', 'delimiter-unfit', 2, 9],
    ['MSH|^^\\&|A', 'delimiter-repeated', 2, 5],
  ])('refuses %j: %s', async (text, reason, field, column) => {
    expect(await caught(() => readDelimiters(text, 7, 1))).toMatchObject({
      code: 'read/hl7v2',
      args: { reason },
      location: { line: 7, column, path: `MSH[1]-${field}` },
    });
  });

  it('follows those that are not of ASCII, with a reserve', () => {
    const { message, reserves } = readHl7('MSH|^˜\\&|A|||||||||||||||UNICODE UTF-8\rPID|||1˜2');
    expect(message.segments[1]?.field(3).repetitions.map(({ text }) => text)).toEqual(['1', '2']);
    expect(reserves).toEqual([
      { code: 'read/forgiven', reason: 'delimiter-not-ascii', line: 1, column: 5, path: 'MSH[1]-2' },
    ]);
  });
});
