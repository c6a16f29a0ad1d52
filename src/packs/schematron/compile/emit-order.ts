import type { Expr, Step } from '../xpath/ast.js';

/** What is asked of a loop over nodes: nothing (`any`), each of them once (`distinct`), and in document order (`order`). */
export type Need = 'any' | 'distinct' | 'order';

/**
 * How loops reach nodes. `single`: at most one; `peers`: in document order, none inside another; `nested`: in document order; `mixed`: neither.
 * `distinct`: none twice.
 */
export interface Order {
  readonly shape: 'single' | 'peers' | 'nested' | 'mixed';
  readonly distinct: boolean;
}

export const startOrder: Order = { shape: 'single', distinct: true };
const MIXED: Order = { shape: 'mixed', distinct: false };

/** The order of the nodes of a step from nodes that come in an order. */
export function stepOrder(before: Order, step: Step): Order {
  if (step.kind === 'expression') return before.shape === 'single' ? expressionOrder(step.expression) : MIXED;
  const { shape, distinct } = before;
  if (!distinct) return MIXED;
  const ordered = (next: Order['shape']): Order => ({ shape: next, distinct: true });
  const isPeer = shape === 'single' || shape === 'peers';
  switch (step.axis) {
    case 'self':
      return before;
    case 'child':
      if (shape === 'single' && step.predicates.some(isFirst)) return startOrder;
      return ordered(isPeer ? 'peers' : 'mixed');
    case 'attribute':
      return ordered(shape === 'mixed' ? 'mixed' : shape === 'single' && isNamed(step.test) ? 'single' : 'peers');
    case 'descendant':
    case 'descendant-or-self':
      return isPeer ? ordered('nested') : MIXED;
    case 'parent':
      return shape === 'single' ? before : MIXED;
    case 'following-sibling':
      return shape === 'single' ? ordered('peers') : MIXED;
    case 'following':
      return shape === 'single' ? ordered('nested') : MIXED;
    default:
      // Reverse axes: the nearest first.
      return shape === 'single' ? ordered('mixed') : MIXED;
  }
}

/** Of other expressions: their own loops keep the order of their nodes. */
function expressionOrder(expression: Expr): Order {
  return expression.kind === 'filter' && expression.predicates.some(isFirst)
    ? startOrder
    : { shape: 'nested', distinct: true };
}

function isFirst(predicate: Expr): boolean {
  return predicate.kind === 'number' && predicate.type === 'integer';
}

function isNamed(test: Extract<Step, { kind: 'axis' }>['test']): boolean {
  return test.kind === 'name' && test.prefix !== undefined && test.local !== undefined;
}
