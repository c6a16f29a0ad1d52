import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';
import { raise } from './items.js';
import type { Flags, RegexNode } from './regex-ast.js';
import { longestSafeText } from './regex-cost.js';
import { parseRegex } from './regex-parse.js';
import { writeJs, writeRe2 } from './regex-write.js';

/** A regular expression of XPath, ready. No text makes it run away: see `longestSafeText`. */
export interface Regex {
  /** Capturing groups. */
  readonly groups: number;
  test(text: string): boolean;
  /** All matches in order. @param keepsGroups whether groups within quantifiers are read: they keep their last value, which JavaScript forgets */
  find(text: string, keepsGroups?: boolean): Match[];
}

/** `group(0)` is the whole; a group that did not take part is undefined. */
export interface Match {
  readonly start: number;
  readonly end: number;
  group(rank: number): string | undefined;
}

const CACHE = new Map<string, Regex>();
const CACHE_SIZE = 500;
/** Of a part of an expression, by quantities inside one another. */
const MOST_COPIES = 100_000;

/**
 * @param flags of `s`, `m`, `i`, `x`
 * @throws DynamicError FORX0001 for other flags, FORX0002 for what is no regular expression of XPath
 */
export function compileRegex(pattern: string, flags = ''): Regex {
  // No text of XML holds U+0000. A pattern as it stands is found without making a text of it each time.
  const key = flags === '' ? pattern : `\0${flags}/${pattern}`;
  const known = CACHE.get(key);
  if (known !== undefined) return known;
  if (/[^smix]/.test(flags)) return raise('FORX0001', `flags "${flags}"`);
  const compiled = compile(pattern, {
    all: flags.includes('s'),
    lines: flags.includes('m'),
    anyCase: flags.includes('i'),
    spaced: flags.includes('x'),
  });
  // A document may make expressions: the oldest goes.
  if (CACHE.size >= CACHE_SIZE) CACHE.delete(CACHE.keys().next().value ?? '');
  CACHE.set(key, compiled);
  return compiled;
}

function compile(pattern: string, flags: Flags): Regex {
  const { root, groups } = parseRegex(pattern, flags);
  if (quantity(root) > MOST_COPIES)
    return raise('FORX0002', `regular expression "${pattern}": quantities are too high`);
  const longest = longestSafeText(root, flags);
  const regex = compileJs(pattern, root, flags);
  const all = new RegExp(regex.source, `${regex.flags}g`);
  const forgets = hasGroup(root, false);
  let linear: RE2JS | undefined;
  const needLinear = (length: number): RE2JS => {
    linear ??= compileRe2(root, flags);
    return linear ?? raise('FORX0002', `regular expression "${pattern}": too costly on ${length} characters`);
  };
  return {
    groups,
    test: (text) => (text.length <= longest ? regex.test(text) : needLinear(text.length).matcher(text).find()),
    find: (text, keepsGroups = false) => {
      if (keepsGroups && forgets) linear ??= compileRe2(root, flags);
      if (text.length > longest || (keepsGroups && forgets && linear !== undefined))
        return findLinear(needLinear(text.length), text);
      return Array.from(text.matchAll(all), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        group: (rank) => match[rank],
      }));
    },
  };
}

function compileJs(pattern: string, root: RegexNode, flags: Flags): RegExp {
  try {
    return new RegExp(writeJs(root, flags), flags.anyCase ? 'iu' : 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return raise('FORX0002', `regular expression "${pattern}": ${error.message}`);
    throw error;
  }
}

/** Undefined where re2js cannot run it: references, lines, quantities above 1000. */
function compileRe2(root: RegexNode, flags: Flags): RE2JS | undefined {
  const source = writeRe2(root, flags);
  if (source === undefined || quantity(root) > 1000) return undefined;
  // Half a megabyte of code, that the published rules never ask for.
  const { RE2JS: Linear } = createRequire(import.meta.url)('re2js') as typeof import('re2js');
  return Linear.compile(source, flags.anyCase ? Linear.CASE_INSENSITIVE : 0);
}

function findLinear(regex: RE2JS, text: string): Match[] {
  const matcher = regex.matcher(text);
  const found: Match[] = [];
  while (matcher.find()) {
    const parts: (string | undefined)[] = [];
    for (let rank = 0; rank <= matcher.groupCount(); rank++) parts.push(matcher.group(rank) ?? undefined);
    found.push({ start: matcher.start(), end: matcher.end(), group: (rank) => parts[rank] });
  }
  return found;
}

/** Whether a group that captures stands within a quantifier. */
function hasGroup(node: RegexNode, repeated: boolean): boolean {
  switch (node.kind) {
    case 'group':
      return (repeated && node.capturing) || hasGroup(node.body, repeated);
    case 'sequence':
    case 'choice':
      return node.parts.some((part) => hasGroup(part, repeated));
    case 'repeat':
      return hasGroup(node.body, repeated || node.most > 1);
    default:
      return false;
  }
}

/** The highest product of quantities inside one another. */
function quantity(node: RegexNode): number {
  switch (node.kind) {
    case 'group':
      return quantity(node.body);
    case 'sequence':
    case 'choice':
      return Math.max(1, ...node.parts.map(quantity));
    case 'repeat':
      return Math.max(1, node.most === Number.POSITIVE_INFINITY ? node.least : node.most) * quantity(node.body);
    default:
      return 1;
  }
}
