import { createContext, Script } from 'node:vm';
import { parseXmlText } from '../../../../src/artifacts/xml/parse.js';
import { createEmitter } from '../../../../src/packs/schematron/compile/emit.js';
import type { Emitter, Variable } from '../../../../src/packs/schematron/compile/emitter.js';
import { createRuntime } from '../../../../src/packs/schematron/runtime/environment.js';
import { DynamicError } from '../../../../src/packs/schematron/runtime/items.js';
import { buildDocumentTree } from '../../../../src/packs/schematron/tree/build.js';
import type { TreeNode } from '../../../../src/packs/schematron/tree/node.js';
import type { Tree } from '../../../../src/packs/schematron/tree/tree.js';
import { parseXPath } from '../../../../src/packs/schematron/xpath/parse.js';

const NAMESPACES = { h: 'urn:h', x: 'urn:x', xsi: 'http://www.w3.org/2001/XMLSchema-instance' };

interface Given {
  readonly document: string;
  /** Files that `doc()` reads. */
  readonly files?: Readonly<Record<string, string>>;
  /** Names and expressions of variables, each evaluated when it is read. */
  readonly variables?: Readonly<Record<string, string>>;
}

const CONTEXT = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });

export type Mode = 'test' | 'text' | 'nodes';

function treeOf(text: string): Tree {
  return buildDocumentTree(parseXmlText(text));
}

function scopeOf(emitter: Emitter, variables: Given['variables'] = {}): Map<string, Variable> {
  const scope = new Map<string, Variable>();
  for (const [name, text] of Object.entries(variables)) {
    const parsed = parseXPath(text);
    const { js, type } = emitter.value(parsed, scope, '$N');
    if (parsed.kind === 'string') scope.set(name, { js, type, literal: parsed.value });
    else scope.set(name, { js: `${emitter.function(`(){return ${js}}`)}()`, type });
  }
  return scope;
}

/** The code of an expression, as the rules hold it. */
export function compile(expression: string, mode: Mode, variables?: Given['variables']): string {
  const emitter = createEmitter({ namespaces: NAMESPACES });
  const js = emitter[mode](parseXPath(expression), scopeOf(emitter, variables), '$N');
  return `(function(R){"use strict";let $N=null;${emitter.declarations}
return function(node){$N=node;return ${js}}})`;
}

/** Evaluates an expression at the root element; a dynamic error gives its code. */
export function evaluate(expression: string, mode: Mode, given: Given): unknown {
  const tree = treeOf(given.document);
  const opened = new Map<string, TreeNode>();
  const open = (reference: string): TreeNode => {
    const text = given.files?.[reference];
    if (text === undefined) throw new DynamicError('FODC0002', reference);
    const known = opened.get(reference) ?? treeOf(text).document;
    opened.set(reference, known);
    return known;
  };
  const runtime = createRuntime({
    open,
    isAvailable: (reference) => given.files?.[reference] !== undefined,
    texts: (reference, _, from) => {
      const document = open(reference);
      document.tree.recode();
      return from(document);
    },
  });
  const run = new Script(compile(expression, mode, given.variables)).runInContext(CONTEXT)(runtime);
  tree.recode();
  try {
    return run(tree.elements[0]);
  } catch (error) {
    if (error instanceof DynamicError) return error.code;
    throw error;
  }
}

export function referencesOf(expression: string, variables: Given['variables']): readonly (string | undefined)[] {
  const emitter = createEmitter({ namespaces: NAMESPACES });
  return emitter.documents(parseXPath(expression), scopeOf(emitter, variables));
}
