import type { Expr, NodeTest, Step } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import { type Context, focused, local, namespaceOf, type Value } from './emit-context.js';
import { type Need, type Order, startOrder, stepOrder } from './emit-order.js';
import { isPositional, withPredicates } from './emit-predicates.js';
import { typeOf } from './emit-types.js';
import { eachItem } from './emit-value.js';

/** Statements for one item. */
export type Body = (item: Value) => string;

export type Path = Extract<Expr, { kind: 'path' }>;
type AxisStep = Extract<Step, { kind: 'axis' }>;

/** Statements that run a body for every item of a path. */
export function eachOfPath(path: Path, context: Context, need: Need, body: Body): string {
  const steps = withDescendants(path.steps, context);
  const order = pathOrder({ ...path, steps });
  const start: Value = path.from === 'root' ? rootOf(context) : context.item;
  if (steps.length === 0) return body(start);
  const last = steps.at(-1);
  const nodesAlone = last?.kind === 'axis' || typeOf(path, context) === 'nodes';
  if (need === 'any' || isKept(order, need)) {
    // A last step that gives values is taken once for each node before it, in their order.
    if (nodesAlone || need === 'any' || steps.length === 1) return walk(steps, 0, start, context, need, body);
    const before = pathOrder({ ...path, steps: steps.slice(0, -1) });
    if (isKept(before, need)) return walk(steps, 0, start, context, need, body);
  }
  const sorted = nodesAlone ? steps : steps.slice(0, -1);
  const nodes = local(context);
  const node = local(context);
  const collect = walk(sorted, 0, start, context, need, ({ js }) => `${nodes}.push(${js});`);
  const rest = nodesAlone
    ? body({ js: node, type: 'node' })
    : walk(steps, steps.length - 1, { js: node, type: 'node' }, context, need, body);
  return `const ${nodes}=[];${collect}for(const ${node} of R.inOrder(${nodes})){${rest}}`;
}

function isKept(order: Order, need: Need): boolean {
  return need === 'distinct' ? order.distinct : order.distinct && order.shape !== 'mixed';
}

/** The order in which a path's loops reach its nodes. */
function pathOrder(path: Path): Order {
  let order = startOrder;
  for (const step of path.steps) order = stepOrder(order, step);
  return order;
}

function rootOf(context: Context): Value {
  return { js: `${nodeOf(context.item)}.tree.document`, type: 'node' };
}

/** The context item where it has to be a node. */
function nodeOf(item: Value): string {
  return item.type === 'node' ? item.js : `R.nodeOf(${item.js})`;
}

function walk(steps: readonly Step[], index: number, from: Value, context: Context, need: Need, body: Body): string {
  const step = steps[index];
  if (!step) return body(from);
  const next: Body = (item) => walk(steps, index + 1, item, context, need, body);
  if (step.kind === 'axis') return eachOfStep(step, nodeOf(from), context, next);
  const inner = focused(
    context,
    index === 0 && from === context.item ? from : { ...from, js: nodeOf(from), type: 'node' },
  );
  return eachItem(step.expression, index === 0 && from === context.item ? context : inner, need, next);
}

/** `//x` is one step where no predicate counts children. */
function withDescendants(steps: readonly Step[], context: Context): readonly Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const before = joined.at(-1);
    if (
      isAnyDescendant(before) &&
      step.kind === 'axis' &&
      step.axis === 'child' &&
      !step.predicates.some((each) => isPositional(each, context))
    )
      joined[joined.length - 1] = { ...step, axis: 'descendant' };
    else joined.push(step);
  }
  return joined;
}

function isAnyDescendant(step: Step | undefined): boolean {
  return (
    step?.kind === 'axis' &&
    step.axis === 'descendant-or-self' &&
    step.test.kind === 'node' &&
    step.predicates.length === 0
  );
}

function eachOfStep(step: AxisStep, from: string, context: Context, body: Body): string {
  return withPredicates(step.predicates, context, (each) => axisLoop(step, from, context, each), body);
}

function axisLoop({ axis, test }: AxisStep, from: string, context: Context, body: Body): string {
  const node = local(context);
  const name = exactName(test);
  const condition = (principal: 1 | 2, mixed: boolean): string => nodeTest(test, node, context, principal, mixed);
  const when = (tested: string, leaf = test.kind === 'text'): string => {
    const then = body({ js: node, type: 'node', leaf });
    return tested === '' ? then : `if(${tested}){${then}}`;
  };
  const elementsOnly = test.kind === 'name' || test.kind === 'element';
  switch (axis) {
    case 'child':
      return elementsOnly
        ? `for(let ${node}=${from}.firstElement;${node}!==null;${node}=${node}.nextElement){${when(condition(1, false))}}`
        : `for(let ${node}=${from}.first;${node}!==null;${node}=${node}.next){${when(condition(1, true))}}`;
    case 'attribute':
      if (name)
        return `const ${node}=R.attribute(${from},${codeOf(name, context)});if(${node}!==null){${when('', true)}}`;
      return `for(let ${node}=${from}.firstAttribute;${node}!==null;${node}=${node}.next){${when(condition(2, false), true)}}`;
    case 'self':
      return `const ${node}=${from};${when(condition(1, true), false)}`;
    case 'parent':
      return `const ${node}=${from}.parent;if(${node}!==null){${when(condition(1, true))}}`;
    case 'ancestor':
    case 'ancestor-or-self':
      return `for(let ${node}=${from}${axis === 'ancestor' ? '.parent' : ''};${node}!==null;${node}=${node}.parent){${when(condition(1, true), false)}}`;
    case 'descendant':
    case 'descendant-or-self':
      if (!elementsOnly)
        return `for(const ${node} of R.below(${from},${axis !== 'descendant'})){${when(condition(1, true))}}`;
      return descendants(
        axis === 'descendant',
        name && codeOf(name, context),
        { from, node, context },
        when(name ? '' : condition(1, false)),
      );
    case 'following-sibling':
    case 'preceding-sibling':
    case 'following':
    case 'preceding':
      return `for(const ${node} of R.${AXIS_FUNCTIONS[axis]}(${from})){${when(condition(1, true))}}`;
  }
}

const AXIS_FUNCTIONS = {
  'following-sibling': 'followingSiblings',
  'preceding-sibling': 'precedingSiblings',
  following: 'following',
  preceding: 'preceding',
} as const;

/** A range of the elements in document order, or of those of one name. */
function descendants(
  strict: boolean,
  code: string | undefined,
  { from, node, context }: { from: string; node: string; context: Context },
  body: string,
): string {
  const [all, index, above] = [local(context), local(context), local(context)];
  const [list, first] =
    code === undefined
      ? [`${above}.tree.elements`, 'R.firstElement']
      : [`${above}.tree.byName(${code})`, 'R.firstNamed'];
  return (
    `const ${above}=${from},${all}=${list};` +
    `for(let ${index}=${first}(${all},${above},${strict});${index}<${all}.length&&${all}[${index}].order<=${above}.end;${index}++)` +
    `{const ${node}=${all}[${index}];${body}}`
  );
}

/** The name that a test asks for, when it is a full one. */
function exactName(test: NodeTest): { prefix: string; local: string } | undefined {
  if (test.kind === 'name' && test.prefix !== undefined && test.local !== undefined)
    return { prefix: test.prefix, local: test.local };
  return (test.kind === 'element' || test.kind === 'attribute') && test.name ? test.name : undefined;
}

function codeOf(name: { prefix: string; local: string }, context: Context): string {
  return context.code.nameCode(namespaceOf(context, name.prefix), name.local);
}

/** The condition that a node passes a test: empty when each does. @param mixed whether nodes of several kinds are tested. */
export function nodeTest(test: NodeTest, node: string, context: Context, principal: 1 | 2, mixed: boolean): string {
  const kind = (number: number): string => `${node}.kind===${number}`;
  const conditions: string[] = [];
  switch (test.kind) {
    case 'node':
      break;
    case 'text':
      return kind(3);
    case 'comment':
      return kind(8);
    case 'document':
      return kind(9);
    case 'instruction':
      return test.target === undefined ? kind(7) : `${kind(7)}&&${node}.localName===${literal(test.target)}`;
    case 'element':
    case 'attribute':
      if (mixed || (test.kind === 'attribute') !== (principal === 2))
        conditions.push(kind(test.kind === 'element' ? 1 : 2));
      if (test.name) conditions.push(`${node}.code===${codeOf(test.name, context)}`);
      break;
    case 'name': {
      if (mixed) conditions.push(kind(principal));
      const name = exactName(test);
      if (name) conditions.push(`${node}.code===${codeOf(name, context)}`);
      else if (test.local !== undefined) conditions.push(`${node}.localName===${literal(test.local)}`);
      else if (test.prefix !== undefined)
        conditions.push(`${node}.uri===${literal(namespaceOf(context, test.prefix))}`);
    }
  }
  return conditions.join('&&');
}

/** An attribute of the context node, asked for by name alone: it needs no function of its own. */
export function singleAttribute(expression: Expr, context: Context): { node: string; code: string } | undefined {
  if (expression.kind !== 'path' || expression.from !== 'context' || expression.steps.length !== 1) return undefined;
  const [step] = expression.steps;
  if (step?.kind !== 'axis' || step.axis !== 'attribute' || step.predicates.length > 0) return undefined;
  const name = exactName(step.test);
  return name && { node: nodeOf(context.item), code: codeOf(name, context) };
}
