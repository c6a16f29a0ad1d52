import type { Limits } from '../limits.js';
import { overLimit } from '../read-error.js';
import { SourceText } from '../text/source-text.js';
import { parseXmlText } from '../xml/parse.js';
import type { XmlDocument } from '../xml/tree.js';

const OPENING = /<((?:[\w.-]+:)?)Envelope[\s>]/g;
/** Bytes of a log in which what tells its tool must stand. */
const HEAD = 64 * 1024;
/** What JAX-WS, CXF and tcpmon write around the messages that they log. */
const TOOLS =
  /^---\[HTTP (?:request|response)|^(?:INFO: )?(?:In|Out)bound Message|\b(?:REQ|RESP|FAULT)_(?:IN|OUT)\b|^=+ Re(?:quest|sponse) =+$/m;
const BETWEEN = /^(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->)*$/;
/** Longest beginning of a line that is kept as blanks, so that columns are those of the file. */
const LONGEST_INDENT = 10_000;

/** True for a log that a known tool made of the messages that it sent and received: any other text may quote one as an example. */
export function isSoapLog(start: string): boolean {
  const head = start.slice(0, HEAD);
  return TOOLS.test(head) && /<(?:[\w.-]+:)?Envelope[\s>]/.test(start);
}

/** True for documents put end to end, of which two at least are envelopes, as in an export of a test tool. */
export function isSeveralEnvelopes(text: string): boolean {
  const spans = spansOf(text, 3);
  const [first, second] = spans;
  if (!first || !second) return false;
  return BETWEEN.test(text.slice(0, first.start)) && BETWEEN.test(text.slice(first.end, second.start));
}

/** The envelopes that a text holds, in order, with the places that they have in it. @throws ReadError `read/xml…`, `read/limit`. */
export function envelopesIn(text: string, limits: Limits): XmlDocument[] {
  const source = new SourceText(text);
  const spans = spansOf(text, limits.contained + 1);
  if (spans.length > limits.contained) throw overLimit(limits, 'contained', spans.length);
  return spans.map(({ start, end }) => {
    const { line, column } = source.locate(start);
    const indent = ' '.repeat(Math.min(column - 1, LONGEST_INDENT));
    return parseXmlText(indent + text.slice(start, end), limits, line);
  });
}

/** Where envelopes stand; one that is not closed goes up to the end. */
function spansOf(text: string, most: number): { readonly start: number; readonly end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const opening = new RegExp(OPENING);
  for (let found = opening.exec(text); found && spans.length < most; found = opening.exec(text)) {
    const closing = `</${found[1]}Envelope`;
    const close = text.indexOf(closing, opening.lastIndex);
    const bracket = close === -1 ? -1 : text.indexOf('>', close);
    const end = bracket === -1 ? text.length : bracket + 1;
    spans.push({ start: found.index, end });
    opening.lastIndex = end;
  }
  return spans;
}
