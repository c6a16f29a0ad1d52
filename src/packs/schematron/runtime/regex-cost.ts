import type { Flags, RegexNode } from './regex-ast.js';

/** Steps that one match may take in JavaScript's engine, which tries all ways: some milliseconds. */
const MOST_STEPS = 1e6;
/** Characters of an expression, quantities written out, up to which it is looked whether there is but one way. */
const MOST_POSITIONS = 400;
/** Matching is not asked for more text than this: 2 ** 26 characters. */
const LONGEST = 26;

/** The longest text on which JavaScript's engine stays below the steps, in UTF-16 code units. Infinity where it is linear. */
export function longestSafeText(root: RegexNode, flags: Flags): number {
  const anchored = !flags.lines && startsAtStart(root);
  const single = isDeterministic(root, flags);
  if (single && anchored) return Number.POSITIVE_INFINITY;
  const widest = width(root);
  const refers = widest === Number.POSITIVE_INFINITY && hasReference(root);
  let longest = 0;
  for (let power = 0; power <= LONGEST; power++) {
    const length = 2 ** power;
    // Without an anchor, each place of the text is a start.
    // The characters of a reference are compared one by one.
    const steps = single ? Math.min(length, widest) : ways(root, length) * (refers ? length : 1);
    if (steps * (anchored ? 1 : length) > MOST_STEPS) break;
    longest = length;
  }
  return longest;
}

/** Characters of the longest match. */
function width(node: RegexNode): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'reference':
      return Number.POSITIVE_INFINITY;
    case 'group':
      return width(node.body);
    case 'sequence':
      return node.parts.reduce((total, part) => total + width(part), 0);
    case 'choice':
      return Math.max(0, ...node.parts.map(width));
    case 'repeat':
      return width(node.body) === 0 || node.most === 0 ? 0 : node.most * width(node.body);
    default:
      return 0;
  }
}

function hasReference(node: RegexNode): boolean {
  switch (node.kind) {
    case 'reference':
      return true;
    case 'sequence':
    case 'choice':
      return node.parts.some(hasReference);
    case 'group':
    case 'repeat':
      return hasReference(node.body);
    default:
      return false;
  }
}

/** Bounds the ways in which an expression may match from one place, where quantifiers stand side by side; Infinity for those inside one another. */
function ways(node: RegexNode, length: number): number {
  switch (node.kind) {
    case 'sequence':
      return node.parts.reduce((product, part) => product * ways(part, length), 1);
    case 'choice':
      return node.parts.reduce((total, part) => total + ways(part, length), 0);
    case 'group':
      return ways(node.body, length);
    case 'repeat': {
      const inner = ways(node.body, length);
      if (node.most === Number.POSITIVE_INFINITY) return inner > 1 ? Number.POSITIVE_INFINITY : length + 1;
      return (node.most - node.least + 1) * inner ** node.most;
    }
    default:
      return 1;
  }
}

function startsAtStart(node: RegexNode): boolean {
  switch (node.kind) {
    case 'start':
      return true;
    case 'sequence':
      return node.parts[0] !== undefined && startsAtStart(node.parts[0]);
    case 'choice':
      return node.parts.every(startsAtStart);
    case 'group':
      return startsAtStart(node.body);
    case 'repeat':
      return node.least > 0 && startsAtStart(node.body);
    default:
      return false;
  }
}

/** The characters of a set below 128, and whether it may have others. */
interface Mask {
  readonly low: bigint;
  readonly others: boolean;
}

interface Fragment {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const EMPTY: Fragment = { first: [], last: [], nullable: true };

/**
 * Whether a character of the text never leaves a choice: what may follow each place of the expression are sets that share no character, each reached in one
 * way (a one-unambiguous expression, Brüggemann-Klein and Wood 1998). Trying all ways then is trying one.
 */
function isDeterministic(root: RegexNode, flags: Flags): boolean {
  const masks: Mask[] = [];
  /** What may follow each place, and at 0 what may come first. */
  const follows: Mask[] = [{ low: 0n, others: false }];
  let single = true;

  const link = (from: readonly number[], to: readonly number[]): void => {
    for (const one of from) {
      for (const other of to) {
        const known = follows[one] as Mask;
        const added = masks[other] as Mask;
        if ((known.low & added.low) !== 0n || (known.others && added.others)) single = false;
        if (!single) return;
        follows[one] = { low: known.low | added.low, others: known.others || added.others };
      }
    }
  };

  const join = (one: Fragment, other: Fragment): Fragment => {
    link(one.last, other.first);
    return {
      first: one.nullable ? [...one.first, ...other.first] : one.first,
      last: other.nullable ? [...one.last, ...other.last] : other.last,
      nullable: one.nullable && other.nullable,
    };
  };

  const build = (node: RegexNode): Fragment => {
    if (!single) return EMPTY;
    switch (node.kind) {
      case 'set': {
        const place = follows.length;
        if (place > MOST_POSITIONS) single = false;
        follows.push({ low: 0n, others: false });
        masks[place] = maskOf(node.js, flags.anyCase);
        return { first: [place], last: [place], nullable: false };
      }
      case 'reference':
        single = false;
        return EMPTY;
      case 'group':
        return build(node.body);
      case 'sequence':
        return node.parts.reduce((whole, part) => join(whole, build(part)), EMPTY);
      case 'choice': {
        const parts = node.parts.map(build);
        return {
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
          nullable: parts.some(({ nullable }) => nullable),
        };
      }
      case 'repeat':
        return repeat(node);
      default:
        return EMPTY;
    }
  };

  /** As copies: `a{2,3}` is `aaa?`, `a{2,}` is `aa+`. */
  const repeat = ({ body, least, most }: Extract<RegexNode, { kind: 'repeat' }>): Fragment => {
    const copies = most === Number.POSITIVE_INFINITY ? Math.max(least, 1) : most;
    if (copies > MOST_POSITIONS) {
      single = false;
      return EMPTY;
    }
    let whole = EMPTY;
    let previous: readonly number[] = [];
    for (let copy = 1; copy <= copies && single; copy++) {
      const built = build(body);
      if (most === Number.POSITIVE_INFINITY && copy === copies) link(built.last, built.first);
      if (copy <= least || copy === 1 || built.nullable) {
        whole = join(whole, copy > least ? { ...built, nullable: true } : built);
      } else {
        // A copy that may be missing comes after the one before it alone: `a{0,2}` is `(aa?)?`.
        link(previous, built.first);
        whole = { ...whole, last: [...whole.last, ...built.last] };
      }
      previous = built.last;
    }
    return whole;
  };

  const built = build(root);
  link([0], built.first);
  return single;
}

const MASKS = new Map<string, Mask>();

function maskOf(js: string, anyCase: boolean): Mask {
  const key = `${anyCase}${js}`;
  const known = MASKS.get(key);
  if (known !== undefined) return known;
  const set = new RegExp(js, anyCase ? 'iu' : 'u');
  let low = 0n;
  for (let code = 0; code < 128; code++) if (set.test(String.fromCharCode(code))) low |= 1n << BigInt(code);
  const plain = /^(?:[A-Za-z0-9]|\\u\{[0-7]?[0-9a-f]\}|\[(?:[A-Za-z0-9-]|\\u\{[0-7]?[0-9a-f]\})+\])$/.test(js);
  // The Kelvin sign and the long s are other cases of k and s.
  const mask = { low, others: !plain || (anyCase && (set.test('k') || set.test('s'))) };
  if (MASKS.size > 1000) MASKS.clear();
  MASKS.set(key, mask);
  return mask;
}
