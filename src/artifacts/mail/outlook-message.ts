import { ReadError } from '../read-error.js';
import type { Reader } from '../source.js';

/** Start of a compound file (MS-CFB §2.2), as old Office documents are too. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
/** A stream that every Outlook item has (MS-OXMSG §2.4). */
const PROPERTIES = Buffer.from('__properties_version1.0', 'utf16le');

/**
 * Knows a mail saved by Outlook, and reads none: it holds no MIME, only what Outlook kept of it, so that nothing of what was sent could be
 * judged.
 *
 * @throws ReadError `read/mail`.
 */
export const outlookMessage: Reader = ({ bytes }) => {
  if (bytes.toString('hex', 0, 8) === COMPOUND_FILE && bytes.includes(PROPERTIES)) {
    throw new ReadError('read/mail', { reason: 'outlook-msg' });
  }
  return undefined;
};
