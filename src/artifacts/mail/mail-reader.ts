import { bufferOf } from '../buffer-of.js';
import { ReadError, type ReadProblem } from '../read-error.js';
import type { Contained, Reader } from '../source.js';
import { byteOrderMark } from '../text/decode.js';
import { looksLikeMail } from './looks-like-mail.js';
import { attachments, type MailPart } from './mail.js';
import { readMail } from './read-mail.js';

/** Bytes: a head is small, and what is longer holds a message. */
const LONGEST_HEAD = 64 * 1024;

/** Reads a mail; its attachments and the mails attached to it are its children. What a report says is in the mail itself. */
export const mail: Reader = ({ bytes, head, limits }) => {
  if (!looksLikeMail(bytes)) {
    if (byteOrderMark(bytes)?.charset.startsWith('utf-16') && looksLikeMail(Buffer.from(head, 'latin1'))) {
      throw new ReadError('read/mail', { reason: 'utf-16' }, { line: 1 });
    }
    return undefined;
  }
  const reserves: ReadProblem[] = [];
  const content = readMail(bytes, limits, reserves);
  const inside = attachments(content).map((part, index) => ({ part, name: part.fileName || `part-${index + 1}` }));
  const contains = inside
    .filter(({ part }) => !content.reports.some((report) => report.part === part))
    // The head of the mail that a report is about (RFC 6522 §3), and no mail: it has no content.
    .filter(({ part }) => !isHead(part))
    .map(
      ({ part, name }): Contained => ({
        name,
        // Decoded when its turn comes, so that two attachments are never decoded at once.
        get bytes() {
          return part.body;
        },
      }),
    );
  return { kind: 'mail', content, contains, reserves };
};

/** Exchange and others return the head alone as a message whose body is empty. */
function isHead({ mediaType, body }: MailPart): boolean {
  if (mediaType === 'text/rfc822-headers') return true;
  if (mediaType !== 'message/rfc822') return false;
  if (body.length > LONGEST_HEAD) return false;
  const text = bufferOf(body).toString('latin1');
  const end = text.search(/\n\r?\n/);
  return end === -1 || text.slice(end).trim() === '';
}
