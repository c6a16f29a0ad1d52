import type { Place } from '../schema.js';
import { createCode } from './emit-code.js';
import { type Binding, type Context, newFrame } from './emit-context.js';
import { referencesOf } from './emit-documents.js';
import { singleAttribute } from './emit-path.js';
import { testOf } from './emit-test.js';
import { typeOf } from './emit-types.js';
import { boxed, itemsOf, valueIn } from './emit-value.js';
import type { Emitter, Scope, StaticType, Variable } from './emitter.js';

/** What a `PackError` tells when nobody knows better: who compiles an expression knows its place. */
const NOWHERE: Place = { file: '', line: 0, column: 0 };

/**
 * Compiles expressions to JavaScript that reads `R`, the runtime (`runtime/environment.ts`).
 * The emitter throws PackError: `xpath` for a variable or prefix that is not declared, `unsupported` for a function or type that it does not know.
 * @param options namespaces by prefix.
 */
export function createEmitter(options: { readonly namespaces: Readonly<Record<string, string>> }): Emitter {
  const code = createCode();
  const contextOf = (scope: Scope, node: string): Context => {
    const frame = newFrame(undefined);
    const current: Binding = { frame, type: 'node', handed: node, lazy: false };
    const variables = new Map<string, Binding>();
    for (const [name, variable] of scope) variables.set(name, bindingOf(variable, frame));
    return {
      code,
      frame,
      place: NOWHERE,
      namespaces: options.namespaces,
      item: { js: node, type: 'node' },
      current,
      position: undefined,
      last: undefined,
      variables,
    };
  };

  return {
    constant: code.constant,
    function: code.function,
    get declarations() {
      return code.declarations;
    },
    test: (expression, scope, node) => testOf(expression, contextOf(scope, node)),
    text: (expression, scope, node) => {
      const context = contextOf(scope, node);
      const attribute = singleAttribute(expression, context);
      if (attribute) return `(R.attributeValue(${attribute.node},${attribute.code})??"")`;
      const value = valueIn(expression, context);
      if (value.type === 'string' || value.type === 'untyped') return value.js;
      return `R.textOf(${value.type === 'nodes' || value.type === 'any' ? value.js : `[${boxed(value)}]`})`;
    },
    nodes: (expression, scope, node) => {
      const context = contextOf(scope, node);
      const items = itemsOf(expression, context);
      return typeOf(expression, context) === 'nodes' ? items : `R.nodesOf(${items})`;
    },
    value: (expression, scope, node) => {
      const context = contextOf(scope, node);
      const type = typeOf(expression, context);
      if (isStatic(type)) return { js: valueIn(expression, context).js, type };
      return { js: itemsOf(expression, context), type: type === 'node' ? 'nodes' : 'any' };
    },
    documents: (expression, scope) => referencesOf(expression, contextOf(scope, 'n')),
  };
}

function isStatic(type: string): type is StaticType {
  return ['boolean', 'integer', 'number', 'string', 'untyped', 'nodes', 'any'].includes(type);
}

function bindingOf({ js, type, literal }: Variable, frame: Binding['frame']): Binding {
  const common = { frame, type, literal };
  const called = /^([\w$.]+)\(\)$/.exec(js)?.[1];
  if (called !== undefined) return { ...common, handed: called, lazy: true };
  const isPlain = literal !== undefined || /^[\w$.]+$/.test(js);
  return isPlain ? { ...common, handed: js, lazy: false } : { ...common, handed: `()=>(${js})`, lazy: true };
}
