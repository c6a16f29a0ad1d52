import { decodeBase64 } from '../text/base64.js';
import { tryDecode } from '../text/decode.js';
import { hexDecode } from '../text/hex.js';

/** What can't be decoded in a field body: it is then shown as transmitted, and a check judges it. */
export type FieldFault = 'header-8bit' | 'encoded-control' | 'undecodable-word';

interface Word {
  /** Blanks between the word before and this one. */
  readonly gap: string;
  readonly raw: string;
  readonly charset: string;
  readonly bytes: Uint8Array | undefined;
}

/**
 * Text of a field body: encoded words decoded, the blank between two of them dropped (RFC 2047 §6.2); raw UTF-8 accepted (RFC 6532). A
 * character cut between two words of one charset is joined, as mail agents do.
 */
export function decodeEncodedWords(raw: string, note: (fault: FieldFault) => void = () => undefined): string {
  const field = utf8(raw, note);
  let text = '';
  let done = 0;
  let run: Word[] = [];
  for (const match of field.matchAll(/=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/g)) {
    const [word, charset = '', encoding = '', content = ''] = match;
    const gap = field.slice(done, match.index);
    const adjacent = run.length > 0 && /^[ \t]*$/.test(gap);
    if (!adjacent) {
      text += textOfRun(run, note) + gap;
      run = [];
    }
    const bytes = encoding.toUpperCase() === 'B' ? decodeBase64(content) : decodeQ(content);
    run.push({ gap: adjacent ? gap : '', raw: word, charset: charset.toLowerCase().split('*')[0] ?? '', bytes });
    done = match.index + word.length;
  }
  return text + textOfRun(run, note) + field.slice(done);
}

function textOfRun(run: readonly Word[], note: (fault: FieldFault) => void): string {
  let text = '';
  for (let at = 0; at < run.length; ) {
    let end = at;
    while (end < run.length && run[end]?.charset === run[at]?.charset && run[end]?.bytes) end++;
    const words = run.slice(at, Math.max(end, at + 1));
    text += textOfWords(words) ?? words.map((word) => textOfWords([word]) ?? shown(word, note)).join('');
    at += words.length;
  }
  if (!hasControl(text)) return text;
  note('encoded-control');
  return withoutControls(text);
}

function shown({ gap, raw }: Word, note: (fault: FieldFault) => void): string {
  note('undecodable-word');
  return gap + raw;
}

/** Text of words of one charset, or undefined when they are not in it. */
function textOfWords(words: readonly Word[]): string | undefined {
  const bytes = words.flatMap((word) => word.bytes ?? []);
  const charset = words[0]?.charset ?? '';
  return bytes.length === words.length ? tryDecode(Buffer.concat(bytes), charset) : undefined;
}

function decodeQ(text: string): Uint8Array {
  return Buffer.from(hexDecode(text.replace(/_/g, ' '), /=([0-9A-Fa-f]{2})/g), 'latin1');
}

/** Line breaks and nulls that an encoding brings in would forge a field or cut a name where it is written out. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}

function hasControl(text: string): boolean {
  return text.search(CONTROLS) !== -1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a field can't hold.
const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f]/g;

function utf8(latin1: string, note: (fault: FieldFault) => void): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  const text = tryDecode(Buffer.from(latin1, 'latin1'), 'utf-8');
  if (text === undefined) note('header-8bit');
  return text ?? latin1;
}
