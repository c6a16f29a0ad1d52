import { expect, it } from 'vitest';
import { dechunk } from '../../../src/artifacts/http/chunked.js';

it.each([
  ['with CRLF', '5\r\nhello\r\n1\r\n!\r\n0\r\n\r\nafter', 'hello!', 19],
  ['with LF, an extension and capital digits', 'A;x=1\nhello\nyou!\n0\n', 'hello\nyou!', 19],
  ['whose last line the end of the file cuts short', '1\na\n0', 'a', 5],
])('puts chunks together %s', (_, text, body, end) => {
  expect(dechunk(Buffer.from(text), 0)).toEqual({ body: Buffer.from(body), end });
});

it.each([
  ['cut in a chunk', '5\r\nhel'],
  ['without the last chunk', '5\r\nhello\r\n'],
  ['put together already', '<a/>'],
  ['of a wrong length', '4\r\nhello\r\n0\r\n'],
  ['empty', ''],
])('gives nothing for a body %s', (_, text) => {
  expect(dechunk(Buffer.from(text), 0)).toBeUndefined();
});
