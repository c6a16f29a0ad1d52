import type { Expr } from '../xpath/ast.js';

/**
 * What is known of a value when a schema is compiled. `nodes`: any number of nodes in document order, without duplicates; `any`: a sequence of any items.
 * The others are exactly one value: `integer` and `number` (xs:double) are numbers of JavaScript, `untyped` is the atomised value of a node that is there.
 */
export type StaticType = 'boolean' | 'integer' | 'number' | 'string' | 'untyped' | 'nodes' | 'any';

/** A variable as generated code reads it. */
export interface Variable {
  /** A JavaScript expression: lazy variables are calls. */
  readonly js: string;
  readonly type: StaticType;
  /** Its value, where it is a literal: the path of a value set. */
  readonly literal?: string;
}

export type Scope = ReadonlyMap<string, Variable>;

/**
 * Turns expressions into JavaScript. `node` is a JavaScript expression of the context node, a `TreeNode`. What is given is an expression to put in place; the
 * functions that it calls are in `declarations`, each generated once however often it is used.
 */
export interface Emitter {
  /** The effective boolean value. */
  test(expression: Expr, scope: Scope, node: string): string;
  /** The text that `xsl:value-of` writes: the items, as strings, one space apart. */
  text(expression: Expr, scope: Scope, node: string): string;
  /** The nodes, an array in document order; a dynamic error of type when there is something else. */
  nodes(expression: Expr, scope: Scope, node: string): string;
  /** The value of a variable. */
  value(expression: Expr, scope: Scope, node: string): { readonly js: string; readonly type: StaticType };
  /** Files of the pack that an expression reads, as its literals name them; undefined among them for one that is computed. */
  documents(expression: Expr, scope: Scope): readonly (string | undefined)[];
  /** A constant of the generated code: the code of a name, a set, a regular expression. @param js how it is made; the same is made once. */
  constant(js: string): string;
  /** A function of the generated code. @param js its parameters and body; the same is declared once. @returns its name. */
  function(js: string): string;
  readonly declarations: string;
}
