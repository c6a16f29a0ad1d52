import type { Flags, RegexNode } from './regex-ast.js';
import { type Range, ranges } from './regex-sets.js';

/** Line ends that `^` and `$` look at are line feeds alone, so the flag `m` of JavaScript is not used. */
const LINE_START = '(?:^|(?<=\\n)(?=[^]))';
const LINE_END = '(?:$|(?=\\n))';

/** The expression for JavaScript, flag `u`, and `i` for any case. */
export function writeJs(node: RegexNode, flags: Flags): string {
  return write(node, {
    start: flags.lines ? LINE_START : '^',
    end: flags.lines ? LINE_END : '$',
    set: (js) => js,
    reference: (group) => `(?:\\${group})`,
  });
}

/** The expression for re2js, undefined where it cannot be written so: references, and lines. */
export function writeRe2(node: RegexNode, flags: Flags): string | undefined {
  let possible = true;
  const no = (): string => {
    possible = false;
    return '';
  };
  const text = write(node, {
    get start() {
      return flags.lines ? no() : '\\A';
    },
    get end() {
      return flags.lines ? no() : '\\z';
    },
    set: (js) => writeSet(js, flags.anyCase),
    reference: no,
  });
  return possible ? text : undefined;
}

interface Dialect {
  readonly start: string;
  readonly end: string;
  set(js: string): string;
  reference(group: number): string;
}

function write(node: RegexNode, dialect: Dialect): string {
  switch (node.kind) {
    case 'set':
      return dialect.set(node.js);
    case 'start':
    case 'end':
      return dialect[node.kind];
    case 'reference':
      return dialect.reference(node.group);
    case 'group':
      return `(${node.capturing ? '' : '?:'}${write(node.body, dialect)})`;
    case 'sequence':
      return node.parts.map((part) => write(part, dialect)).join('');
    case 'choice':
      return node.parts.map((part) => write(part, dialect)).join('|');
    case 'repeat': {
      const { body, least, most, lazy } = node;
      const inner = write(body, dialect);
      const atom = body.kind === 'set' || body.kind === 'group' ? inner : `(?:${inner})`;
      return `${atom}{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}${lazy ? '?' : ''}`;
    }
  }
}

/** What names categories is written out: the tables of Unicode of both engines differ. So are subtractions. */
function writeSet(js: string, anyCase: boolean): string {
  if (js === '[^]') return '(?s:.)';
  if (/\\p|\\P|\(\?!/.test(js)) return `[${ranges(expand(js, anyCase)).replaceAll('\\u{', '\\x{')}]`;
  return js.replaceAll('\\u{', '\\x{');
}

const EXPANDED = new Map<string, Range[]>();
let everything: string | undefined;

/** All code points of a set. */
function expand(js: string, anyCase: boolean): Range[] {
  const key = `${anyCase}${js}`;
  const known = EXPANDED.get(key);
  if (known !== undefined) return known;
  everything ??= everyCharacter();
  const found: Range[] = [];
  for (const { 0: run } of everything.matchAll(new RegExp(`(?:${js})+`, anyCase ? 'giu' : 'gu'))) {
    const last = run.charCodeAt(run.length - 1);
    const isLow = last >= 0xdc00 && last <= 0xdfff;
    found.push([run.codePointAt(0) ?? 0, (isLow ? run.codePointAt(run.length - 2) : last) ?? 0]);
  }
  if (EXPANDED.size > 100) EXPANDED.clear();
  EXPANDED.set(key, found);
  return found;
}

/** In order, without surrogates. */
function everyCharacter(): string {
  let text = '';
  for (let code = 0; code <= 0x10ffff; code++) if (code < 0xd800 || code > 0xdfff) text += String.fromCodePoint(code);
  return text;
}
