import type { Limits } from '../limits.js';
import { overLimit, spend } from '../read-error.js';
import type { TextLine } from '../text/lines.js';

/** The lines of a log, ended by LF, CRLF or CR in any mixture, one at a time: a log may have millions. @throws ReadError `read/limit`. */
export function* linesOf(text: string, limits: Limits): Generator<TextLine> {
  let line = 0;
  // The next of each is looked for once, not once a line: a text may have only one of them, at its other end.
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  for (let start = 0; start < text.length; ) {
    if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
    if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start);
    const end = Math.min(feed === -1 ? text.length : feed, carriage === -1 ? text.length : carriage);
    spend(limits, 1, { line });
    if (++line > limits.logLines) throw overLimit(limits, 'logLines', line, { line });
    if (end - start > limits.logLineCharacters)
      throw overLimit(limits, 'logLineCharacters', end - start, { line, column: 1 });
    yield { text: text.slice(start, end), line };
    start = end === carriage && feed === end + 1 ? end + 2 : end + 1;
  }
}

/** Limits to look at what stands first in a file that may be no log. */
export function unlimited({ spent: _, ...limits }: Limits): Limits {
  const none = Number.POSITIVE_INFINITY;
  return { ...limits, logLines: none, logLineCharacters: none, logFields: none };
}
