import type { Declaration } from '../artifact.js';
import { ReadError, type ReadProblem } from '../read-error.js';
import type { Source } from '../source.js';
import { byteOrderMark, decode } from '../text/decode.js';
import { iconv } from '../text/iconv.js';
import { SourceText } from '../text/source-text.js';

/** The text of a log, and the way back to bytes for what it quotes. */
export interface LogText {
  readonly text: string;
  readonly reserves: readonly ReadProblem[];
  readonly encode: (text: string) => Uint8Array;
}

/**
 * Text of a log in the charset that its byte order mark or `segur.yaml` tells, else UTF-8. Tools of Windows write logs in windows-1252 without
 * saying so: what is no UTF-8 is read as that, with a reserve. Terminal escapes are dropped: lines stay, columns are those that a terminal shows.
 * @throws ReadError `read/encoding` in a declared charset, `read/log` (`log-nul`).
 */
export function logText(source: Source, declared: Declaration['charset']): LogText {
  const { text, ...rest } = decoded(source, declared);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new ReadError('read/log', { reason: 'log-nul' }, new SourceText(text).locate(nul));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes start with one (ECMA-48 §5.4, and OSC).
  const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\r\n]*(?:\x07|\x1b\\))/g;
  return { ...rest, text: text.includes('\x1b') ? text.replace(escapes, '') : text };
}

function decoded(source: Source, declared: Declaration['charset']): LogText {
  const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');
  if (declared !== undefined && !byteOrderMark(source.bytes)) {
    const back = (text: string): Uint8Array => iconv().encode(text, declared);
    return { text: decode(source.bytes, declared), reserves: [], encode: back };
  }
  try {
    return { text: source.text, reserves: [], encode };
  } catch (error) {
    if (!(error instanceof ReadError) || byteOrderMark(source.bytes)) throw error;
    const text = decode(source.bytes, 'windows-1252');
    const location = new SourceText(text).locate(Number(error.args.offset ?? 0));
    const args = { reason: 'log-windows-1252', offset: error.args.offset ?? 0 };
    return {
      text,
      reserves: [{ code: 'read/forgiven', args, location }],
      encode: (quoted) => iconv().encode(quoted, 'windows-1252'),
    };
  }
}
