import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../src/artifacts/hl7v2/frames.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { caught } from '../../support/caught.js';

const frames = (text: string) => framesOf(Buffer.from(text, 'latin1'), LIMITS).frames;
const seen = (text: string) =>
  frames(text).map(({ name, bytes, line, column, framed }) => [name, bytes.toString('latin1'), line, column, framed]);

describe('framesOf', () => {
  it.each([
    ['one message', 'MSH|a\rPID|\r', [['MSH', 'MSH|a\rPID|\r', 1, 1, false]]],
    ['blank lines first', '\r\n \nMSH|a', [['MSH', 'MSH|a', 3, 1, false]]],
    [
      'messages end to end',
      'MSH|a\nPID|\n\nMSH|b\r\nMSH|c\r',
      [
        ['MSH', 'MSH|a\nPID|\n\n', 1, 1, false],
        ['MSH', 'MSH|b\r\n', 4, 1, false],
        ['MSH', 'MSH|c\r', 5, 1, false],
      ],
    ],
    [
      'MLLP blocks',
      '\x0bMSH|a\r\x1c\r\x0bMSH|b\r\x1c\rMSH|c',
      [
        ['MSH', 'MSH|a\r', 1, 2, true],
        ['MSH', 'MSH|b\r', 3, 2, true],
        ['MSH', 'MSH|c', 5, 1, false],
      ],
    ],
    [
      'a batch in one block',
      '\x0bFHS|\rBHS|\rMSH|a\rBTS|\rFTS|\r\x1c\r',
      [
        ['FHS', 'FHS|\r', 1, 2, true],
        ['BHS', 'BHS|\r', 2, 1, true],
        ['MSH', 'MSH|a\r', 3, 1, true],
        ['BTS', 'BTS|\r', 4, 1, true],
        ['FTS', 'FTS|\r', 5, 1, true],
      ],
    ],
    [
      'marked files end to end',
      'MSH|a\r\xef\xbb\xbfMSH|b',
      [
        ['MSH', 'MSH|a\r\xef\xbb\xbf', 1, 1, false],
        ['MSH', 'MSH|b', 2, 4, false],
      ],
    ],
    ['wrapped base64 that starts as a header does', 'MSH|a\nMSHx\nMSH+', [['MSH', 'MSH|a\nMSHx\nMSH+', 1, 1, false]]],
    ['a header inside of a line', 'MSH|a|MSH|b', [['MSH', 'MSH|a|MSH|b', 1, 1, false]]],
    ['no header', 'PID|1\r', []],
  ])('cuts %s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it('tells a block that was not opened', () => {
    expect(framesOf(Buffer.from('\nMSH|a\r\x1c\r'), LIMITS).unopened).toBe(3);
    expect(framesOf(Buffer.from('\x0bMSH|a\r\x1c\r'), LIMITS).unopened).toBeUndefined();
  });

  it.each([
    ['is never closed', '\x0bMSH|a\r', 'mllp-cut', 1],
    ['opens before the other is closed', '\x0bMSH|a\r\n\x0bMSH|b\r\x1c\r', 'mllp-cut', 1],
    ['has text after it', '\x0bMSH|a\r\x1c\rPID|\r', 'mllp-text-after', 3],
  ])('refuses a block that %s', async (_, text, reason, line) => {
    expect(await caught(() => frames(text))).toMatchObject({
      code: 'read/hl7v2',
      args: { reason },
      location: { line },
    });
  });

  it.each([
    ['MSH|\r', 'hl7Messages'],
    ['BHS|\r', 'hl7Segments'],
  ] as const)('counts %j', async (text, limit) => {
    const limits = { ...LIMITS, hl7Messages: 3, hl7Segments: 3 };
    expect(framesOf(Buffer.from(text.repeat(3)), limits).frames).toHaveLength(3);
    expect(await caught(() => framesOf(Buffer.from(text.repeat(4)), limits))).toMatchObject({
      code: 'read/limit',
      args: { limit, maximum: 3, actual: 4 },
      location: { line: 4 },
    });
  });
});
