import type { Contained, Reader } from '../source.js';
import { ByteLines } from './byte-lines.js';
import { lineEnd } from './header-fields.js';
import { withoutMark } from './looks-like-mail.js';
import { MailWatch } from './mail-watch.js';
import { startsMessage, unquoted } from './mailbox-lines.js';

const FROM = Buffer.from('\nFrom ');
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A file of several mails, one after the other (mbox, RFC 4155); they are its children, in its order. */
export interface MailboxContent {
  readonly messages: readonly MailboxEntry[];
}

/** A mail of a mailbox. */
interface MailboxEntry {
  /** Name of the child. */
  readonly name: string;
  /** The line that starts it, as written: `From ` with the sender and the date of delivery. */
  readonly from: string;
  /** Line of the file where it stands, from 1: the mail's own line 1 is the next. */
  readonly line: number;
}

/** Knows a file that holds two mails at least; one alone is a mail. */
export const mailbox: Reader = ({ bytes: file, limits }) => {
  const bytes = withoutMark(file);
  if (!startsMessage(bytes, 0)) return undefined;
  const lines = new ByteLines(bytes);
  const watch = new MailWatch(limits, []);
  const starts = [0];
  for (let feed = bytes.indexOf(FROM); feed !== -1; feed = bytes.indexOf(FROM, feed + 1)) {
    const at = feed + 1;
    if (!followsEmptyLine(bytes, at) || !startsMessage(bytes, at)) continue;
    watch.keepTo('mailMessages', starts.push(at), lines.lineAt(at));
  }
  if (starts.length === 1) return undefined;
  const messages = starts.map((start, index) => ({
    name: `mail-${index + 1}.eml`,
    from: bytes.toString('latin1', start, nextLine(bytes, start)).trimEnd(),
    line: lines.lineAt(start),
  }));
  const contains = starts.map((start, index): Contained => {
    const next = starts[index + 1] ?? bytes.length;
    // The empty line after a mail is the mailbox's.
    const end = followsEmptyLine(bytes, next) ? next - (bytes[next - 2] === CARRIAGE_RETURN ? 2 : 1) : next;
    return {
      name: messages[index]?.name ?? '',
      get bytes() {
        return unquoted(bytes.subarray(nextLine(bytes, start), end));
      },
    };
  });
  return { kind: 'mailbox', content: { messages }, contains };
};

function nextLine(bytes: Buffer, at: number): number {
  return lineEnd(bytes, at, bytes.length);
}

function followsEmptyLine(bytes: Buffer, at: number): boolean {
  return bytes[at - 2] === LINE_FEED || (bytes[at - 2] === CARRIAGE_RETURN && bytes[at - 3] === LINE_FEED);
}
