import type { PackFiles } from '../../pack-files.js';
import type { Defect } from '../outcome.js';
import { PackError, type Source } from '../schema.js';
import type { Expr } from '../xpath/ast.js';
import { XPathSyntaxError } from '../xpath/lexer.js';
import { parseXPath } from '../xpath/parse.js';
import { RefusedPattern } from './contexts.js';
import type { Emitter, Scope, Variable } from './emitter.js';

/** Why an expression of the pack cannot be compiled: what is lost with it is told by who needs it. */
export interface Loss {
  readonly loss: Pick<Defect, 'reason' | 'detail' | 'place'>;
}

export interface Compiled<T> {
  readonly value: T;
  /** Files of the pack that it reads, itself or by its variables. */
  readonly documents: readonly string[];
}

/** A variable in scope. It is compiled when first used: most schemas declare more than they use. */
export interface Known {
  /** Tells it from others of its name. */
  readonly id: number;
  compiled(): Compiled<Variable> | Loss;
}

export type Names = ReadonlyMap<string, Known>;

export interface Expressions {
  compile<T>(source: Source, names: Names, emit: (expression: Expr, scope: Scope) => T): Compiled<T> | Loss;
  /** Names of the variables that an expression mentions; none when it is not one. */
  variables(source: Source): readonly string[];
}

/** @param path the schema's, which references to documents are relative to. */
export function createExpressions(emitter: Emitter, files: PackFiles, path: string): Expressions {
  const known = new Map<string, Expr | XPathSyntaxError>();
  const mentioned = new Map<string, readonly string[]>();

  const parsed = (text: string): Expr | XPathSyntaxError => {
    let expression = known.get(text);
    if (expression === undefined) {
      expression = parsedNow(text);
      known.set(text, expression);
    }
    return expression;
  };

  const variables = ({ text }: Source): readonly string[] => {
    if (!text.includes('$')) return [];
    let names = mentioned.get(text);
    if (names === undefined) {
      const expression = parsed(text);
      const found = new Set<string>();
      if (!(expression instanceof XPathSyntaxError)) collectVariables(expression, found);
      names = [...found];
      mentioned.set(text, names);
    }
    return names;
  };

  return {
    variables,
    compile: (source, names, emit) => {
      const expression = parsed(source.text);
      const lost = (reason: Defect['reason'], detail: string): Loss => ({
        loss: { reason, detail, place: source.place },
      });
      if (expression instanceof XPathSyntaxError)
        return lost('xpath', `${expression.message} (${expression.offset + 1})`);
      const scope = new Map<string, Variable>();
      const documents = new Set<string>();
      for (const name of variables(source)) {
        const variable = names.get(name)?.compiled();
        if (variable === undefined) continue;
        if ('loss' in variable) return variable;
        scope.set(name, variable.value);
        for (const each of variable.documents) documents.add(each);
      }
      try {
        if (source.text.includes('doc'))
          for (const reference of emitter.documents(expression, scope)) {
            if (reference === undefined) continue;
            const found = files.resolve(path, reference);
            if (found === undefined) return lost('missing-document', reference);
            documents.add(found.path);
          }
        return { value: emit(expression, scope), documents: [...documents] };
      } catch (error) {
        if (error instanceof PackError) return lost(error.reason === 'xpath' ? 'xpath' : 'unsupported', error.detail);
        if (error instanceof RefusedPattern) return lost('unsupported', error.message);
        throw error;
      }
    },
  };
}

function parsedNow(text: string): Expr | XPathSyntaxError {
  try {
    return parseXPath(text);
  } catch (error) {
    if (error instanceof XPathSyntaxError) return error;
    throw error;
  }
}

function collectVariables(part: unknown, names: Set<string>): void {
  if (Array.isArray(part)) for (const each of part) collectVariables(each, names);
  else if (typeof part === 'object' && part !== null) {
    if ('kind' in part && part.kind === 'variable' && 'name' in part && typeof part.name === 'string')
      names.add(part.name);
    for (const each of Object.values(part)) if (typeof each === 'object') collectVariables(each, names);
  }
}
