import { tryDecode } from '../text/decode.js';
import { hexDecode } from '../text/hex.js';
import { decodeEncodedWords, withoutControls } from './encoded-words.js';

/** Parameters that agents write in encoded words, against RFC 2047 §5: a boundary may look like one and is none. */
const NAMES: ReadonlySet<string> = new Set(['name', 'filename']);

/** Value and parameters of a structured field; RFC 2231 continuations and charsets decoded. Names are lower case. */
export function parameters(raw: string): { value: string; parameters: Map<string, string> } {
  const pieces = splitParameters(raw);
  const plain = new Map<string, string>();
  const sections = new Map<string, Section[]>();
  for (const piece of pieces.slice(1)) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const key = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1).trim());
    const section = /^([^*]+)\*(?:(\d+)(\*)?)?$/.exec(key);
    if (!section) {
      if (!plain.has(key)) plain.set(key, NAMES.has(key) ? decodeEncodedWords(text) : text);
      continue;
    }
    const list = sections.get(section[1] ?? '') ?? [];
    list.push({ index: Number(section[2] ?? 0), text, encoded: section[2] === undefined || section[3] === '*' });
    sections.set(section[1] ?? '', list);
  }
  for (const [name, list] of sections) plain.set(name, textOfSections(list));
  return { value: (pieces[0] ?? '').trim(), parameters: plain };
}

/** A piece of a parameter: `name*1*=…`. */
interface Section {
  readonly index: number;
  readonly text: string;
  readonly encoded: boolean;
}

/** The first section says the charset and the language of all: `UTF-8'fr'%C3%A9`. */
function textOfSections(list: Section[]): string {
  list.sort((a, b) => a.index - b.index);
  const first = /^([^']*)'[^']*'(.*)$/.exec(list[0]?.encoded ? list[0].text : '');
  const joined = list
    .map((each, rank) => (rank === 0 && first ? (first[2] ?? '') : each.text))
    .map((text, rank) => (list[rank]?.encoded ? hexDecode(text, /%([0-9A-Fa-f]{2})/g) : text))
    .join('');
  return withoutControls(tryDecode(Buffer.from(joined, 'latin1'), first?.[1] || 'utf-8') ?? joined);
}

function splitParameters(raw: string): string[] {
  const pieces = [''];
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === '\\' && quoted) {
      pieces[pieces.length - 1] += character + raw.charAt(++at);
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/g, '$1')
    : text;
}
