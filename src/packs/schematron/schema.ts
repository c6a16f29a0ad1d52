/** A Schematron schema (ISO/IEC 19757-3:2006, query binding xslt2) once its includes are read, its abstract patterns written out and its phase chosen. */
export interface Schema {
  /** File name without extension: `IHE`. */
  readonly id: string;
  /** Path in the pack, `/` on every system; `doc()` and `document()` are relative to its folder. */
  readonly path: string;
  readonly title: string;
  readonly version: string;
  /** The phase that is run: the default one, or all patterns. */
  readonly phase: string | undefined;
  /** By prefix, from the `ns` elements. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Variables of the schema, then those of every pattern that is run: the ISO skeleton makes both global. A later one of the same name wins. */
  readonly lets: readonly Let[];
  /** Patterns of the phase, in the order in which they are run. */
  readonly patterns: readonly Pattern[];
  /** What could not be read, and what is lost with it. */
  readonly missing: readonly MissingInclude[];
  /** Files it was read from, paths in the pack, sorted. */
  readonly files: readonly string[];
}

/** A schema with what is wrong with its files, short of an error. */
export interface LoadedSchema extends Schema {
  readonly misnamed: readonly MisnamedInclude[];
  readonly unresolved: readonly Unresolved[];
}

export interface Pattern {
  readonly id: string | undefined;
  /** Its title, as SVRL's `active-pattern/@name` tells it. */
  readonly name: string;
  /** Rules with a context, in order: the first whose context matches a node takes it. */
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly id: string | undefined;
  readonly context: Source;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  readonly place: Place;
  /** Variables and assertions in order, those of `extends` in their place. */
  readonly body: readonly RuleItem[];
}

/** `block`: what an `extends` brings; the same object for the same abstract rule, so that it is compiled once. */
export type RuleItem = Let | Assertion | Block;

/** The body of an abstract rule. */
export interface Block {
  readonly kind: 'block';
  readonly id: string;
  readonly body: readonly RuleItem[];
}

export interface Let {
  readonly kind: 'let';
  readonly name: string;
  readonly value: Source;
}

export interface Assertion {
  /** `assert` fails when the test is false, `report` speaks when it is true. */
  readonly kind: 'assert' | 'report';
  readonly id: string | undefined;
  readonly test: Source;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  readonly message: readonly MessagePart[];
  readonly place: Place;
}

/**
 * `name`: the name of the node at `path`, or of the context node. A message is its parts one after the
 * other, no blank between them.
 */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value-of'; readonly select: Source }
  | { readonly kind: 'name'; readonly path: Source | undefined };

/** An expression with the place of its attribute's element. */
export interface Source {
  readonly text: string;
  readonly place: Place;
}

/** Where something stands in a pack. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A file that a schema includes and that the pack lacks. */
export interface MissingInclude {
  /** Path in the pack that was looked for; the reference as it stands when it leads out of the pack. */
  readonly path: string;
  /** `unreadable`: empty, or not well formed; `no-fragment`: nothing in it can be included there. */
  readonly reason: 'absent' | 'unreadable' | 'no-fragment';
  readonly place: Place;
  /** Patterns of the phase that no file defines: those named like the file, or all those that no missing file is named like. */
  readonly patterns: readonly string[];
}

/** A file that a schema includes under a name whose case differs. */
export interface MisnamedInclude {
  readonly wanted: string;
  readonly path: string;
  readonly place: Place;
}

/** A name that nothing in the schema bears, which the ISO skeleton passes over. */
export interface Unresolved {
  /** `pattern`: of `active`; `rule`: of `extends`; `abstract`: the pattern of `is-a`; `phase`: the default one. */
  readonly kind: 'pattern' | 'rule' | 'abstract' | 'phase';
  readonly name: string;
  readonly place: Place;
}

/** A defect of the pack: what it is, where, and which of its rules cannot be run. */
export class PackError extends Error {
  constructor(
    readonly reason: PackErrorReason,
    readonly detail: string,
    readonly place: Place,
  ) {
    super(`${place.file}:${place.line}:${place.column}: ${reason}: ${detail}`);
  }
}

/** `xml`: not well formed; `schematron`: no schema of ISO Schematron; `binding`: another query binding; `xpath`: not an expression; `unsupported`: a construct that the compiler does not know. */
export type PackErrorReason = 'xml' | 'schematron' | 'binding' | 'xpath' | 'unsupported';
