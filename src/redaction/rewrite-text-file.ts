import { Withheld } from './withheld.js';

/** Bytes that windows-1252 has as letters and signs, where ISO-8859-1 has controls; others are of a code page of DOS. */
const USUAL = /[\x80\x85\x8c\x91-\x97\x9c\xa0-\xff]/;

interface Decoded {
  readonly text: string;
  readonly encode: (text: string) => Buffer;
}

/** Rewrites a file of text in its own charset. @throws Withheld when that can't be told. */
export function rewriteTextFile(bytes: Buffer, rewrite: (text: string) => string): Buffer {
  const { text, encode } = decoded(bytes);
  const made = rewrite(text);
  return made === text ? bytes : encode(made);
}

function decoded(bytes: Buffer): Decoded {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && bytes.length > 2))
    return { text: bytes.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
    return { text: swapped.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le').swap16() };
  }
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return { text, encode: (made) => Buffer.from(made) };
  const latin = bytes.toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: of binary files.
  if (/[\x00-\x07\x0e-\x1a]/.test(latin)) throw new Withheld('binary');
  if ([...(latin.match(/[\x80-\xff]/g) ?? [])].some((each) => !USUAL.test(each))) throw new Withheld('charset');
  return { text: latin, encode: (made) => Buffer.from(made, 'latin1') };
}

/** Rewrites a log of raw HTTP: a body that was rewritten is announced by its own length. */
export function rewriteHttpText(text: string, rewrite: (text: string) => string): string {
  const form = /^(Content-Length:[ \t]*)(\d{1,9})([ \t]*)$/gim;
  let made = '';
  let done = 0;
  for (const { 0: all, 1: name = '', 2: count = '', 3: after = '', index } of text.matchAll(form)) {
    if (index < done) continue;
    const rest = text.slice(index + all.length);
    const head = /^[\s\S]*?(?:\r\n\r\n|\n\n)/.exec(rest)?.[0];
    if (head === undefined || head.length > 100_000) continue;
    const body = Buffer.from(rest.slice(head.length)).subarray(0, Number(count)).toString('utf8');
    if (body.includes('\ufffd') || Buffer.byteLength(body) !== Number(count)) continue;
    const rewritten = rewrite(body);
    made += rewrite(text.slice(done, index)) + name + Buffer.byteLength(rewritten) + after + rewrite(head) + rewritten;
    done = index + all.length + head.length + body.length;
  }
  return made + rewrite(text.slice(done));
}
