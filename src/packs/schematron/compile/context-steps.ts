import type { Expr, NodeTest } from '../xpath/ast.js';
import { literal } from './emit-code.js';

const HL7 = 'urn:hl7-org:v3';

/** How the elements that a test names are found: by a name, arguments of `nameCode` in generated code, or among all by a condition on `n`. Undefined for other kinds of nodes and for a prefix that nothing binds. */
export function namedNodes(
  test: NodeTest,
  namespaces: Readonly<Record<string, string>>,
): { readonly name: string | undefined; readonly condition: string | undefined } | undefined {
  if (test.kind === 'element') {
    if (test.name === undefined) return { name: undefined, condition: undefined };
    return namedNodes({ kind: 'name', ...test.name }, namespaces);
  }
  if (test.kind !== 'name') return undefined;
  const { prefix, local } = test;
  if (prefix === undefined)
    return { name: undefined, condition: local === undefined ? undefined : `n.localName===${literal(local)}` };
  const uri = prefix === '' ? '' : Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  if (uri === undefined) return undefined;
  if (local === undefined) return { name: undefined, condition: `n.uri===${literal(uri)}` };
  return { name: `${literal(uri)},${literal(local)}`, condition: undefined };
}

/** The templateId that a predicate asks for, which the index of the tree answers exactly, and what else it asks for. */
export function templateRoot(
  predicate: Expr,
  namespaces: Readonly<Record<string, string>>,
): { readonly root: string; readonly rest: readonly Expr[] } | undefined {
  if (predicate.kind === 'and') {
    for (const [rank, operand] of predicate.operands.entries()) {
      const found = templateRoot(operand, namespaces);
      if (found) return { root: found.root, rest: [...found.rest, ...predicate.operands.toSpliced(rank, 1)] };
    }
    return undefined;
  }
  if (predicate.kind === 'path') {
    // templateId[@root = '…']
    const [step, more] = predicate.steps;
    if (predicate.from !== 'context' || step?.kind !== 'axis' || more !== undefined || step.predicates.length !== 1)
      return undefined;
    const root = isTemplateId(step.axis, step.test, namespaces)
      ? equalTo(step.predicates[0], isRootAttribute)
      : undefined;
    return root === undefined ? undefined : { root, rest: [] };
  }
  // templateId/@root = '…'
  const root = equalTo(predicate, (path) => {
    if (path.kind !== 'path' || path.from !== 'context' || path.steps.length !== 2) return false;
    const [step, attribute] = path.steps;
    if (step?.kind !== 'axis' || step.predicates.length > 0 || attribute === undefined) return false;
    return (
      isTemplateId(step.axis, step.test, namespaces) &&
      isRootAttribute({ kind: 'path', from: 'context', steps: [attribute] })
    );
  });
  return root === undefined ? undefined : { root, rest: [] };
}

/** The text that a general comparison says is equal to a path. */
function equalTo(comparison: Expr | undefined, isPath: (path: Expr) => boolean): string | undefined {
  if (comparison?.kind !== 'comparison' || comparison.style !== 'general' || comparison.operator !== 'eq')
    return undefined;
  const { left, right } = comparison;
  if (right.kind === 'string' && isPath(left)) return right.value;
  return left.kind === 'string' && isPath(right) ? left.value : undefined;
}

function isTemplateId(axis: string, test: NodeTest, namespaces: Readonly<Record<string, string>>): boolean {
  if (axis !== 'child' || test.kind !== 'name' || test.local !== 'templateId' || !test.prefix) return false;
  return Object.hasOwn(namespaces, test.prefix) && namespaces[test.prefix] === HL7;
}

function isRootAttribute(path: Expr): boolean {
  if (path.kind !== 'path' || path.from !== 'context' || path.steps.length !== 1) return false;
  const [step] = path.steps;
  if (step?.kind !== 'axis' || step.axis !== 'attribute' || step.predicates.length > 0) return false;
  return step.test.kind === 'name' && step.test.prefix === '' && step.test.local === 'root';
}

/** Functions whose result is a boolean or a text: as a predicate it is no position. */
const NEVER_NUMBERS = new Set(
  'not empty exists boolean true false contains starts-with ends-with matches string concat normalize-space name local-name doc-available deep-equal'.split(
    ' ',
  ),
);

/** Whether a predicate may ask for a position, so that it has to be evaluated on all that its step reaches. */
export function positional(predicate: Expr): boolean {
  return mayBeNumber(predicate) || /"local":"(?:position|last)"/.test(JSON.stringify(predicate));
}

function mayBeNumber(expression: Expr): boolean {
  switch (expression.kind) {
    case 'string':
    case 'or':
    case 'and':
    case 'comparison':
    case 'union':
    case 'intersect':
    case 'except':
    case 'instance':
    case 'castable':
    case 'quantified':
      return false;
    case 'path': {
      const last = expression.steps.at(-1);
      return last?.kind === 'expression' && mayBeNumber(last.expression);
    }
    case 'call':
      return expression.name.prefix !== '' || !NEVER_NUMBERS.has(expression.name.local);
    case 'if':
      return mayBeNumber(expression.then) || mayBeNumber(expression.otherwise);
    default:
      return true;
  }
}
