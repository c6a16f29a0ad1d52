import type { Axis, Expr, Step } from './ast.js';
import { isKindTest, parseNodeTest, RESERVED } from './parse-types.js';
import { splitName, type TokenReader, variableName } from './token-reader.js';

const AXES: ReadonlySet<string> = new Set<Axis>([
  'child',
  'descendant',
  'attribute',
  'self',
  'descendant-or-self',
  'following-sibling',
  'following',
  'parent',
  'ancestor',
  'preceding-sibling',
  'preceding',
  'ancestor-or-self',
]);

const ANY_NODE = { kind: 'node' } as const;
const DESCENDANTS: Step = { kind: 'axis', axis: 'descendant-or-self', test: ANY_NODE, predicates: [] };

/**
 * Reads paths, down to primary expressions (XPath 2.0 §3.1, §3.2).
 * @param within how what stands in parentheses and brackets is read, and an argument
 */
export function pathParser(reader: TokenReader, within: { expression(): Expr; single(): Expr }): () => Expr {
  const { expression, single } = within;

  const path = (): Expr => {
    const steps: Step[] = [];
    let from: 'root' | 'context' = 'context';
    if (reader.take('/')) {
      from = 'root';
      if (!startsStep()) return { kind: 'path', from, steps };
    } else if (reader.take('//')) {
      from = 'root';
      steps.push(DESCENDANTS);
    }
    const first = step();
    if (from === 'context' && !reader.isSymbol('/') && !reader.isSymbol('//')) {
      return first.kind === 'expression' ? first.expression : { kind: 'path', from, steps: [first] };
    }
    steps.push(first);
    for (;;) {
      if (reader.take('//')) steps.push(DESCENDANTS);
      else if (!reader.take('/')) break;
      steps.push(step());
    }
    return { kind: 'path', from, steps: steps.map(stepOfContext).filter(isNeeded) };
  };

  /** Whether what follows `/` belongs to its path. */
  const startsStep = (): boolean => {
    const { kind, text } = reader.peek();
    if (kind === 'symbol') return ['@', '.', '..', '*', '(', '$'].includes(text);
    return kind !== 'end';
  };

  const step = (): Step => {
    const primary = parsePrimary();
    if (primary !== undefined) {
      const found = predicates();
      return {
        kind: 'expression',
        expression: found.length === 0 ? primary : { kind: 'filter', base: primary, predicates: found },
      };
    }
    if (reader.take('..')) return { kind: 'axis', axis: 'parent', test: ANY_NODE, predicates: predicates() };
    const axis = parseAxis();
    return { kind: 'axis', axis, test: parseNodeTest(reader), predicates: predicates() };
  };

  const parseAxis = (): Axis => {
    if (reader.take('@')) return 'attribute';
    if (reader.isSymbol('::', 1)) {
      const name = reader.next();
      reader.next();
      if (!AXES.has(name.text)) reader.fail(`no axis ${name.text}`, name);
      return name.text as Axis;
    }
    // §3.2.4: attribute(…) abbreviates attribute::attribute(…).
    return isKindTest(reader) && reader.isName('attribute') ? 'attribute' : 'child';
  };

  const predicates = (): Expr[] => {
    const found: Expr[] = [];
    while (reader.take('[')) {
      found.push(expression());
      reader.expect(']');
    }
    return found;
  };

  const parsePrimary = (): Expr | undefined => {
    const token = reader.peek();
    const { kind, text, offset } = token;
    switch (kind) {
      case 'string':
        reader.next();
        return { kind: 'string', value: text };
      case 'integer':
      case 'decimal':
      case 'double':
        reader.next();
        // A number of JavaScript holds so many digits exactly.
        if (kind !== 'double' && text.replace('.', '').replace(/^0+/, '').length > 15) {
          reader.fail('a number of more than 15 digits is not supported', token);
        }
        return { kind: 'number', type: kind, value: Number(text) };
      case 'symbol':
        if (reader.take('$')) return { kind: 'variable', name: variableName(reader), offset };
        if (reader.take('.')) return { kind: 'context' };
        return reader.take('(') ? parenthesised() : undefined;
      case 'name':
        if (!reader.isSymbol('(', 1) || text.includes('*') || RESERVED.has(text)) return undefined;
        reader.next();
        reader.next();
        return { kind: 'call', name: splitName(text), args: callArguments(), offset };
      default:
        return undefined;
    }
  };

  const parenthesised = (): Expr => {
    if (reader.take(')')) return { kind: 'sequence', items: [] };
    const inner = expression();
    reader.expect(')');
    return inner;
  };

  const callArguments = (): Expr[] => {
    const args: Expr[] = [];
    if (reader.take(')')) return args;
    do args.push(single());
    while (reader.take(','));
    reader.expect(')');
    return args;
  };

  return path;
}

/** `.` in a path is one of its nodes. */
function stepOfContext(step: Step): Step {
  if (step.kind === 'axis') return step;
  const { expression } = step;
  const predicates =
    expression.kind === 'context'
      ? []
      : expression.kind === 'filter' && expression.base.kind === 'context'
        ? expression.predicates
        : undefined;
  return predicates === undefined ? step : { kind: 'axis', axis: 'self', test: ANY_NODE, predicates };
}

/** `./a` and `a/./b` are `a` and `a/b`; a last `.` stays, for it makes sure of nodes. */
function isNeeded(step: Step, index: number, steps: readonly Step[]): boolean {
  return (
    !(step.kind === 'axis' && step.axis === 'self' && step.test === ANY_NODE && step.predicates.length === 0) ||
    index === steps.length - 1
  );
}
