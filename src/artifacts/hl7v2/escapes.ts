import { ReadError } from '../read-error.js';
import { decode } from '../text/decode.js';
import type { Delimiters } from './delimiters.js';

/**
 * Text whose escape sequences are replaced (HL7 v2.5 §2.7). What is no known sequence stays as written: a lone escape character, local sequences
 * (`\Z…\`), changes of character set (`\C…\`, `\M…\`). Line breaks of formatted text become one line break whatever their number.
 *
 * @param charset of the bytes of `\X…\`.
 */
export function withoutEscapes(raw: string, delimiters: Delimiters, charset: string): string {
  const mark = delimiters.escape;
  let at = raw.indexOf(mark);
  if (at === -1) return raw;
  const pieces: string[] = [];
  let done = 0;
  while (at !== -1) {
    const close = raw.indexOf(mark, at + 1);
    if (close === -1) break;
    const meaning = meaningOf(raw.slice(at + 1, close), delimiters, charset);
    if (meaning === undefined) at = close;
    else {
      pieces.push(raw.slice(done, at), meaning);
      done = close + 1;
      at = raw.indexOf(mark, done);
    }
  }
  return pieces.join('') + raw.slice(done);
}

function meaningOf(sequence: string, delimiters: Delimiters, charset: string): string | undefined {
  switch (sequence) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'P':
      return delimiters.truncation;
    case 'H':
    case 'N':
      return '';
  }
  if (sequence.startsWith('X')) return ofHex(sequence.slice(1), charset);
  const command = /^\.(br|ce|sp|in|ti|sk|fi|nf)[+-]?\d{0,4}$/.exec(sequence)?.[1];
  if (command === undefined) return undefined;
  if (command === 'sk') return ' ';
  return command === 'br' || command === 'ce' || command === 'sp' ? '\n' : '';
}

function ofHex(digits: string, charset: string): string | undefined {
  if (digits === '' || digits.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(digits)) return undefined;
  try {
    return decode(Buffer.from(digits, 'hex'), charset);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
