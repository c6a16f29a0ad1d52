import type { Expr, NodeTest, Step } from '../xpath/ast.js';
import { namedNodes, positional, templateRoot } from './context-steps.js';
import { literal } from './emit-code.js';
import type { Emitter, Scope } from './emitter.js';

/** Contexts of rules as sets of nodes of a document, in generated code. A set is told by the one before it and a step: contexts that begin alike share what they begin with. */
export interface Contexts {
  /**
   * @returns ranks of the sets whose nodes the context matches, one for each alternative of a union.
   * @throws RefusedPattern when it is not a pattern that elements or the root can match, and whatever the emitter throws.
   */
  setsOf(context: Expr, scope: Scope): readonly number[];
  /** Every set, rows of `ContextSet`. Set 0 is the root. */
  readonly code: string;
}

/** Why an expression is no pattern of XSLT 2.0 §5.5 that an element can match. */
export class RefusedPattern extends Error {}

/** @param namespaces by prefix. */
export function createContexts(emitter: Emitter, namespaces: Readonly<Record<string, string>>): Contexts {
  const rows: string[] = ['null'];
  const ranks = new Map<string, number>();

  const rowOf = (row: string): number => {
    let rank = ranks.get(row);
    if (rank === undefined) {
      rank = rows.push(row) - 1;
      ranks.set(row, rank);
    }
    return rank;
  };

  const steps = new Map<string, number | undefined>();

  /** A set from another one, by a step down. Hundreds of contexts begin alike: variables mean the same in all. */
  const stepDown = (from: number, descending: boolean, step: Step, scope: Scope): number | undefined => {
    const key = JSON.stringify([from, descending, step]);
    if (!steps.has(key)) steps.set(key, newStepDown(from, descending, step, scope));
    return steps.get(key);
  };

  const newStepDown = (from: number, descending: boolean, step: Step, scope: Scope): number | undefined => {
    if (step.kind !== 'axis') throw new RefusedPattern('step');
    if (step.axis === 'attribute' || step.test.kind === 'text') return undefined;
    if (step.axis !== 'child') throw new RefusedPattern(`${step.axis}::`);
    const test = namedNodes(step.test, namespaces);
    if (test === undefined) throw new RefusedPattern(kindOf(step.test));
    const head = `${from},${descending ? 1 : 0},${test.name === undefined ? 0 : emitter.constant(`R.nameCode(${test.name})`)}`;
    if (step.predicates.some(positional)) {
      const nodes = emitter.nodes({ kind: 'path', from: 'context', steps: [step] }, scope, 'n');
      return rowOf(`[${head},"",null,${emitter.function(`(n){return ${nodes}}`)}]`);
    }
    let root: string | undefined;
    const tests = test.condition === undefined ? [] : [test.condition];
    for (const predicate of step.predicates) {
      const indexed = root === undefined ? templateRoot(predicate, namespaces) : undefined;
      if (indexed !== undefined) root = indexed.root;
      for (const rest of indexed === undefined ? [predicate] : indexed.rest) tests.push(emitter.test(rest, scope, 'n'));
    }
    const all = tests.map((each) => `(${each})`).join('&&');
    const passes = all === '' ? 'null' : emitter.function(`(n){return ${all}}`);
    return rowOf(`[${head},${literal(root ?? '')},${passes},null]`);
  };

  const setOf = (alternative: Expr, scope: Scope): number | undefined => {
    if (alternative.kind !== 'path') throw new RefusedPattern(alternative.kind);
    // A pattern that begins nowhere matches wherever its first step may stand: below the root.
    let descending = alternative.from === 'context';
    let set = 0;
    for (const [rank, step] of alternative.steps.entries()) {
      if (isDescent(step) && rank < alternative.steps.length - 1) {
        descending = true;
        continue;
      }
      const next = stepDown(set, descending, step, scope);
      if (next === undefined) return undefined;
      set = next;
      descending = false;
    }
    return set;
  };

  return {
    setsOf: (context, scope) =>
      alternatives(context)
        .map((each) => setOf(each, scope))
        .filter((set) => set !== undefined),
    get code() {
      return `[${rows.join(',\n')}]`;
    },
  };
}

function alternatives(context: Expr): readonly Expr[] {
  return context.kind === 'union' ? [...alternatives(context.left), ...alternatives(context.right)] : [context];
}

/** What `//` is written out as. */
function isDescent(step: Step): boolean {
  return (
    step.kind === 'axis' &&
    step.axis === 'descendant-or-self' &&
    step.test.kind === 'node' &&
    step.predicates.length === 0
  );
}

function kindOf(test: NodeTest): string {
  return test.kind === 'name' ? `${test.prefix ?? '*'}:${test.local ?? '*'}` : `${test.kind}()`;
}
