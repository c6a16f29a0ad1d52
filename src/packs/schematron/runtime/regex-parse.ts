import { raise } from './items.js';
import type { Flags, RegexNode } from './regex-ast.js';
import { CLASS_ESCAPES, character, property } from './regex-sets.js';

const MAX_DEPTH = 100;
/** Characters that an escape gives as they are. */
const PLAIN_ESCAPES = '\\|.-^?*+{}()[]$';
const LINE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['n', 0xa],
  ['r', 0xd],
  ['t', 0x9],
]);

/**
 * Reads a regular expression of XPath (XPath functions §7.6.1, XML Schema part 2 §F), with the group that does not capture, `(?:…)`, which the reference
 * engine takes too.
 * @returns with the number of capturing groups
 * @throws DynamicError FORX0002
 */
export function parseRegex(pattern: string, flags: Flags): { readonly root: RegexNode; readonly groups: number } {
  let offset = 0;
  let groups = 0;
  let depth = 0;
  const closed = new Set<number>();

  const fail = (message: string): never =>
    raise('FORX0002', `regular expression "${pattern}": ${message} (at ${offset + 1})`);
  const skip = (): void => {
    while (flags.spaced && offset < pattern.length && ' \t\r\n'.includes(pattern.charAt(offset))) offset++;
  };
  const peek = (): string => {
    skip();
    return pattern.charAt(offset);
  };
  const take = (text: string): boolean => {
    skip();
    if (!pattern.startsWith(text, offset)) return false;
    offset += text.length;
    return true;
  };
  const next = (): string => {
    const code = pattern.codePointAt(offset);
    if (code === undefined) return fail('it ends too early');
    const text = String.fromCodePoint(code);
    offset += text.length;
    return text;
  };
  const codeOf = (text: string): number => text.codePointAt(0) ?? 0;

  const choice = (): RegexNode => {
    const parts = [sequence()];
    while (take('|')) parts.push(sequence());
    return parts.length === 1 ? (parts[0] as RegexNode) : { kind: 'choice', parts };
  };

  const sequence = (): RegexNode => {
    const parts: RegexNode[] = [];
    for (let ahead = peek(); ahead !== '' && ahead !== '|' && ahead !== ')'; ahead = peek())
      parts.push(quantified(atom()));
    return parts.length === 1 ? (parts[0] as RegexNode) : { kind: 'sequence', parts };
  };

  const quantified = (body: RegexNode): RegexNode => {
    const bounds = quantifier();
    if (bounds === undefined) return body;
    const [least, most] = bounds;
    return { kind: 'repeat', body, least, most, lazy: take('?') };
  };

  const quantifier = (): readonly [number, number] | undefined => {
    if (take('?')) return [0, 1];
    if (take('*')) return [0, Number.POSITIVE_INFINITY];
    if (take('+')) return [1, Number.POSITIVE_INFINITY];
    if (!take('{')) return undefined;
    const end = pattern.indexOf('}', offset);
    const match = /^(\d+)(,(\d*))?$/.exec(pattern.slice(offset, Math.max(end, offset)));
    if (match === null) return fail('a quantity is expected');
    offset = end + 1;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (most < least) return fail('a quantity whose bounds are reversed');
    return [least, most];
  };

  const atom = (): RegexNode => {
    const text = next();
    switch (text) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '(':
        return group();
      case '[':
        return { kind: 'set', js: characterClass() };
      case '.':
        return { kind: 'set', js: flags.all ? '[^]' : '[^\\n\\r]' };
      case '\\':
        return escapeInAtom();
      case '?':
      case '*':
      case '+':
      case '{':
      case ']':
        return fail(`unexpected ${text}`);
      default:
        return { kind: 'set', js: character(codeOf(text)) };
    }
  };

  const group = (): RegexNode => {
    if (++depth > MAX_DEPTH) fail('too deep');
    const capturing = !take('?:');
    const number = capturing ? ++groups : 0;
    const body = choice();
    if (!take(')')) fail('a group is not closed');
    if (capturing) closed.add(number);
    depth--;
    return { kind: 'group', capturing, body };
  };

  const escapeInAtom = (): RegexNode => {
    const digit = pattern.charAt(offset);
    if (!/^[1-9]$/.test(digit)) {
      const escaped = readEscape();
      return { kind: 'set', js: typeof escaped === 'number' ? character(escaped) : `[${escaped}]` };
    }
    offset++;
    let number = Number(digit);
    // Further digits belong to it as long as there are so many groups.
    for (
      let more = pattern.charAt(offset);
      /^\d$/.test(more) && number * 10 + Number(more) <= groups;
      more = pattern.charAt(offset)
    ) {
      number = number * 10 + Number(more);
      offset++;
    }
    if (!closed.has(number)) fail(`no group ${number} is closed before`);
    return { kind: 'reference', group: number };
  };

  /** After the backslash: the code of a character, or the content of a class. */
  const readEscape = (): number | string => {
    if (flags.spaced) skip();
    const text = next();
    if (PLAIN_ESCAPES.includes(text)) return codeOf(text);
    const line = LINE_ESCAPES.get(text);
    if (line !== undefined) return line;
    const known = CLASS_ESCAPES.get(text);
    if (known !== undefined) return known;
    if (text !== 'p' && text !== 'P') return fail(`unknown escape \\${text}`);
    const end = pattern.indexOf('}', offset);
    if (pattern.charAt(offset) !== '{' || end < 0) return fail('{ and } are expected after \\p');
    const name = pattern.slice(offset + 1, end);
    offset = end + 1;
    return property(name, text === 'P', flags.anyCase);
  };

  /** After `[`; it gives a whole atom. */
  const characterClass = (): string => {
    if (++depth > MAX_DEPTH) fail('too deep');
    const negated = pattern.charAt(offset) === '^';
    if (negated) offset++;
    let content = '';
    let subtracted: string | undefined;
    for (;;) {
      if (pattern.charAt(offset) === ']' && content !== '') break;
      if (pattern.startsWith('-[', offset) && content !== '') {
        offset += 2;
        subtracted = characterClass();
        if (pattern.charAt(offset) !== ']') fail('] is expected after a subtraction');
        break;
      }
      content += classItem();
    }
    offset++;
    depth--;
    const whole = `[${negated ? '^' : ''}${content}]`;
    return subtracted === undefined ? whole : `(?:(?!${subtracted})${whole})`;
  };

  const classItem = (): string => {
    const start = offset;
    const first = classCharacter();
    if (typeof first === 'string') return first;
    // No end of a range is a hyphen, unless it is escaped (XML Schema part 2, second edition, §F.1).
    const hyphenFirst = pattern.charAt(start) === '-';
    if (hyphenFirst && pattern.charAt(offset) === '-') return fail('two hyphens');
    // A hyphen before the end or a subtraction is itself.
    if (pattern.charAt(offset) !== '-' || pattern.charAt(offset + 1) === ']' || pattern.charAt(offset + 1) === '[')
      return character(first);
    offset++;
    if (pattern.charAt(offset) === '-') return fail('a range that begins or ends with a hyphen');
    const last = classCharacter();
    if (typeof last === 'string') return fail('a range ends with a class');
    if (last < first) return fail('a range is reversed');
    return `${character(first)}-${character(last)}`;
  };

  const classCharacter = (): number | string => {
    const text = next();
    if (text === '\\') return readEscape();
    if (text === '[' || text === ']') return fail(`unexpected ${text} in a class`);
    return codeOf(text);
  };

  const root = choice();
  if (offset < pattern.length) fail('unexpected )');
  return { root, groups };
}
