import { FIELD, lineEnd } from './header-fields.js';

/** `From ` (RFC 4155): a sender, and a date as asctime writes it, with a zone or not. Some agents write nothing after it. */
const FROM_LINE =
  /^From (?:(?:\S{1,320} +)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d{2}:\d{2}(?::\d{2})? .{0,20}\d{4}.{0,80})?$/;

const QUOTE = Buffer.from('\n>');

/** True when the line at `at` starts a mail of a mailbox: it has the form, and a field follows it. A text may start with `From ` too. */
export function startsMessage(bytes: Buffer, at: number): boolean {
  if (bytes.toString('latin1', at, at + 5) !== 'From ') return false;
  const next = lineEnd(bytes, at, bytes.length);
  if (next - at > 500 || !FROM_LINE.test(bytes.toString('latin1', at, next).trimEnd().padEnd(5))) return false;
  return FIELD.test(bytes.toString('latin1', next, next + 200));
}

/** The bytes without the `>` that keeps a line of the text from starting a mail; the same bytes when there is none. */
export function unquoted(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let after = at + 2;
    while (bytes[after] === 62) after++;
    if (bytes.toString('latin1', after, after + 5) !== 'From ') continue;
    pieces.push(bytes.subarray(done, at + 1));
    done = at + 2;
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(done)]);
}
