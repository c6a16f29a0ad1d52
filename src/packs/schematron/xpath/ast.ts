/**
 * XPath 2.0 expressions as the parser gives them (XPath 2.0 §3). Abbreviations are written out: `//` is a step of `descendant-or-self::node()`, `@x` one of `attribute::x`, `..` one of
 * `parent::node()`; `.` is `context`. Parentheses around one expression leave no trace.
 */
export type Expr =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly type: 'integer' | 'decimal' | 'double'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string; readonly offset: number }
  | { readonly kind: 'context' }
  /** `()` and `(a, b)`. */
  | { readonly kind: 'sequence'; readonly items: readonly Expr[] }
  | { readonly kind: 'or' | 'and'; readonly operands: readonly Expr[] }
  /** `general`: `=`, `value`: `eq`, `node`: `is`. The operator is told in the words of value comparisons, whichever the style. */
  | {
      readonly kind: 'comparison';
      readonly style: 'general' | 'value' | 'node';
      readonly operator: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'is' | 'before' | 'after';
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly kind: 'range'; readonly from: Expr; readonly to: Expr }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*' | 'div' | 'idiv' | 'mod';
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly kind: 'sign'; readonly negative: boolean; readonly operand: Expr }
  | { readonly kind: 'union' | 'intersect' | 'except'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'instance' | 'treat'; readonly operand: Expr; readonly type: SequenceType }
  | {
      readonly kind: 'cast' | 'castable';
      readonly operand: Expr;
      /** `prefix:local` as written. */
      readonly type: QualifiedName;
      readonly optional: boolean;
    }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly kind: 'for'; readonly bindings: readonly Binding[]; readonly result: Expr }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'some' | 'every';
      readonly bindings: readonly Binding[];
      readonly satisfies: Expr;
    }
  /** Steps from the root of the context's tree (`root`), or from the context node; `/` alone has no step. */
  | { readonly kind: 'path'; readonly from: 'root' | 'context'; readonly steps: readonly Step[] }
  /** A primary expression with predicates; it stands in a path as a step. */
  | { readonly kind: 'filter'; readonly base: Expr; readonly predicates: readonly Expr[] }
  | {
      readonly kind: 'call';
      readonly name: QualifiedName;
      readonly args: readonly Expr[];
      readonly offset: number;
    };

/** A name as written: the prefix is looked up where the expression stands. */
export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
}

export interface Binding {
  readonly name: string;
  readonly in: Expr;
}

export type Axis =
  | 'child'
  | 'descendant'
  | 'attribute'
  | 'self'
  | 'descendant-or-self'
  | 'following-sibling'
  | 'following'
  | 'parent'
  | 'ancestor'
  | 'preceding-sibling'
  | 'preceding'
  | 'ancestor-or-self';

/** A step of a path: along an axis, or any expression evaluated once for each node that was reached. */
export type Step =
  | { readonly kind: 'axis'; readonly axis: Axis; readonly test: NodeTest; readonly predicates: readonly Expr[] }
  | { readonly kind: 'expression'; readonly expression: Expr };

/**
 * `name`: a prefix that is empty is no namespace, one that is undefined any (`*:local`); a local name that is undefined is any (`prefix:*`, `*`).
 * `kind`: `node()`, `text()`, `comment()`, `processing-instruction()`, `element()`, `attribute()`, `document-node()`, the last with an optional name.
 */
export type NodeTest =
  | { readonly kind: 'name'; readonly prefix: string | undefined; readonly local: string | undefined }
  | { readonly kind: 'node' | 'text' | 'comment' | 'document' }
  | { readonly kind: 'instruction'; readonly target: string | undefined }
  | { readonly kind: 'element' | 'attribute'; readonly name: QualifiedName | undefined };

export interface SequenceType {
  /** `empty` is `empty-sequence()`, `item` is `item()`. */
  readonly item:
    | { readonly kind: 'empty' | 'item' }
    | { readonly kind: 'atomic'; readonly type: QualifiedName }
    | NodeTest;
  readonly occurrence: 'one' | 'optional' | 'any' | 'some';
}
