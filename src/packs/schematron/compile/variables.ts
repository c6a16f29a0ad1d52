import type { Let } from '../schema.js';
import { literal } from './emit-code.js';
import type { Emitter, Variable } from './emitter.js';
import type { Compiled, Expressions, Known, Loss, Names } from './expressions.js';

/** Variables in generated code: each a slot that is filled when it is first read, of the document or of the node that a rule fires on. */
export interface Variables {
  /** A variable of the schema: evaluated at most once per document, at its root; it sees all others, whatever their order. */
  ofSchema(declared: Let, names: () => Names): Known;
  /** A variable of a rule: evaluated at most once per firing. */
  ofRule(declared: Let, names: Names): Known;
  /** Declarations, and `forget`, which lets go of a document. */
  readonly code: string;
}

export function createVariables(emitter: Emitter, expressions: Expressions): Variables {
  let ids = 0;
  const slots: number[] = [];

  /** @param node where it is evaluated: the variable of generated code that holds it. @param now the variable whose change makes the value old. */
  const variable = (declared: Let, names: () => Names, node: '$N' | '$D', now: '$F' | '$G'): Known => {
    let result: Compiled<Variable> | Loss | undefined;
    let open = false;
    return {
      id: ids++,
      compiled: () => {
        if (open)
          return {
            loss: {
              reason: 'unsupported',
              detail: `$${declared.name} is defined by itself`,
              place: declared.value.place,
            },
          };
        open = true;
        result ??= expressions.compile(declared.value, names(), (expression, scope) => {
          if (expression.kind === 'string')
            return { js: literal(expression.value), type: 'string', literal: expression.value };
          const { js, type } = emitter.value(expression, scope, node);
          if (expression.kind === 'number') return { js, type };
          const slot = slots.push(slots.length) - 1;
          const read = emitter.function(
            `(){if($w${slot}!==${now}){const x=${js};$v${slot}=x;$w${slot}=${now}}return $v${slot}}`,
          );
          return { js: `${read}()`, type };
        });
        open = false;
        return result;
      },
    };
  };

  return {
    ofSchema: (declared, names) => variable(declared, names, '$D', '$G'),
    ofRule: (declared, names) => variable(declared, () => names, '$N', '$F'),
    get code() {
      const values = slots.map((slot) => `$v${slot}=`).join('');
      return `${slots.map((slot) => `let $v${slot},$w${slot}=-1;`).join('')}\nfunction forget(){${values}$N=$D=null}`;
    },
  };
}
