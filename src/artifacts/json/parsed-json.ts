import { bufferOf } from '../buffer-of.js';

/** The value of a JSON text, whatever it claims to be; undefined for what is none, and for bytes that are more than a text can hold. */
export function parsedJson(written: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof written === 'string' ? written : bufferOf(written).toString('utf8'));
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
    if (error instanceof SyntaxError || isTooLong) return undefined;
    throw error;
  }
}
