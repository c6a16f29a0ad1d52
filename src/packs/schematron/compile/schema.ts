import type { PackFiles } from '../../pack-files.js';
import type { AssertionInfo, Defect, RuleInfo, SchemaInfo } from '../outcome.js';
import type { LoadedSchema } from '../schema.js';
import { createContexts } from './contexts.js';
import { createEmitter } from './emit.js';
import { createExpressions, type Known } from './expressions.js';
import { createBodies } from './rules.js';
import { createVariables } from './variables.js';

/** A schema as code, a script whose value is a function of `$H` and `R` that gives `GeneratedRules`, and what the ranks in its outcomes stand for. */
export interface CompiledSchema {
  readonly info: SchemaInfo;
  /** Nothing but characters of Latin-1, so that it takes a byte for each. */
  readonly code: string;
}

/** Compiles a schema. What cannot be compiled is told among `info.defects`, and the rest is. */
export function compileSchema(schema: LoadedSchema, files: PackFiles): CompiledSchema {
  const emitter = createEmitter({ namespaces: schema.namespaces });
  const expressions = createExpressions(emitter, files, schema.path);
  const variables = createVariables(emitter, expressions);
  const bodyOf = createBodies(emitter, expressions, variables);
  const contexts = createContexts(emitter, schema.namespaces);

  const names = new Map<string, Known>();
  for (const declared of schema.lets)
    names.set(
      declared.name.trim(),
      variables.ofSchema(declared, () => names),
    );

  const rules: RuleInfo[] = [];
  const assertions: AssertionInfo[] = [];
  const defects: Defect[] = [];
  const rows: string[] = [];
  for (const [pattern, { rules: declared }] of schema.patterns.entries()) {
    for (const { id, context, role, flag, place, body: items } of declared) {
      const rank = rules.length;
      const first = assertions.length;
      const sets = expressions.compile(context, names, (expression, scope) => contexts.setsOf(expression, scope));
      const body = bodyOf(items, names);
      rules.push({ pattern, id, context: context.text, role, flag, place });
      for (const each of body.assertions) assertions.push({ rule: rank, ...each });
      if ('loss' in sets) defects.push({ ...sets.loss, rule: rank, assertion: undefined });
      else for (const [inner, loss] of body.losses) defects.push({ ...loss, rule: rank, assertion: first + inner });
      rows.push(`[${body.function},${first},[${'loss' in sets ? '' : sets.value.join()}]]`);
    }
  }
  const { id, path, title, version, phase, namespaces, missing, unresolved } = schema;
  const patterns = schema.patterns.map((pattern) => ({ id: pattern.id, name: pattern.name }));
  return {
    info: { id, path, title, version, phase, namespaces, patterns, rules, assertions, defects, missing, unresolved },
    // $N is the node of the firing, $D the root of the document, $F and $G count the ones and the others.
    code: `(function($H,R){"use strict";let $N=null,$D=null,$F=0,$G=0;
${variables.code}
${emitter.declarations}
const $RULES=[${rows.join(',\n')}];
return{sets:${contexts.code},contexts:$RULES.map((rule)=>rule[2]),
begin(root){$D=root;$G++},
fire(rank,node){$N=node;$F++;const rule=$RULES[rank];rule[0](node,rule[1])},
forget}})`,
  };
}
