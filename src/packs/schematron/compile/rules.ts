import type { AssertionInfo } from '../outcome.js';
import type { Assertion, Block, MessagePart, RuleItem } from '../schema.js';
import type { Expr } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import type { Emitter } from './emitter.js';
import type { Expressions, Known, Loss, Names } from './expressions.js';
import type { Variables } from './variables.js';

/** What a rule, or an abstract one that others extend, does with a node, in generated code: a function of the node and of the rank of its first assertion. */
export interface Body {
  readonly function: string;
  readonly assertions: readonly Omit<AssertionInfo, 'rule'>[];
  /** By rank among its assertions. */
  readonly losses: ReadonlyMap<number, Loss['loss']>;
  /** Variables that it declares: what follows an `extends` sees them. */
  readonly declared: Names;
}

/** @returns the body of a rule. An abstract rule is compiled once for all that extend it and give the variables that it mentions the same meaning. */
export function createBodies(
  emitter: Emitter,
  expressions: Expressions,
  variables: Variables,
): (items: readonly RuleItem[], names: Names) => Body {
  const variants = new Map<Block, Map<string, Body>>();
  const mentions = new Map<Block, readonly string[]>();

  const bodyOf = (items: readonly RuleItem[], given: Names): Body => {
    const names = new Map(given);
    const declared = new Map<string, Known>();
    const assertions: Omit<AssertionInfo, 'rule'>[] = [];
    const losses = new Map<number, Loss['loss']>();
    const js: string[] = [];
    const declare = (name: string, variable: Known): void => {
      names.set(name, variable);
      declared.set(name, variable);
    };
    for (const item of items) {
      const rank = assertions.length;
      if (item.kind === 'let') declare(item.name.trim(), variables.ofRule(item, new Map(names)));
      else if (item.kind === 'block') {
        const block = blockOf(item, names);
        if (block.assertions.length > 0) js.push(`${block.function}(n,b+${rank});`);
        for (const [name, variable] of block.declared) declare(name, variable);
        for (const [inner, loss] of block.losses) losses.set(rank + inner, loss);
        for (const each of block.assertions) assertions.push(each);
      } else {
        const { kind, id, test, role, flag, place } = item;
        const compiled = assertion(item, names, rank);
        const isLost = 'loss' in compiled;
        if (isLost) {
          const { reason, detail } = compiled.loss;
          losses.set(rank, compiled.loss);
          js.push(`$H.lost(b+${rank},${literal(reason)},${literal(detail)});`);
        } else js.push(compiled.js);
        const documents = isLost ? [] : compiled.documents;
        assertions.push({ kind, id, test: test.text, role, flag, place, documents });
      }
    }
    return { function: emitter.function(`(n,b){${js.join('\n')}}`), assertions, losses, declared };
  };

  const blockOf = (block: Block, names: Names): Body => {
    let bodies = variants.get(block);
    if (bodies === undefined) {
      bodies = new Map();
      variants.set(block, bodies);
    }
    const meaning = mentionedIn(block)
      .map((name) => names.get(name)?.id ?? '')
      .join();
    let body = bodies.get(meaning);
    if (body === undefined) {
      body = bodyOf(block.body, names);
      bodies.set(meaning, body);
    }
    return body;
  };

  /** Names of the variables that a block mentions, those that it declares itself among them. */
  const mentionedIn = (block: Block): readonly string[] => {
    let names = mentions.get(block);
    if (names === undefined) {
      names = [
        ...new Set(
          block.body.flatMap((item) =>
            item.kind === 'block'
              ? mentionedIn(item)
              : sourcesOf(item).flatMap((source) => expressions.variables(source)),
          ),
        ),
      ];
      mentions.set(block, names);
    }
    return names;
  };

  const assertion = (
    item: Assertion,
    names: Names,
    rank: number,
  ): { readonly js: string; readonly documents: readonly string[] } | Loss => {
    const test = expressions.compile(item.test, names, (expression, scope) => emitter.test(expression, scope, 'n'));
    if ('loss' in test) return test;
    const message = messageOf(item.message, names);
    if (typeof message !== 'string') return message;
    const speaks = item.kind === 'report' ? test.value : `!(${test.value})`;
    return {
      js: `try{if(${speaks})$H.said(b+${rank},${message})}catch(e){$H.failed(b+${rank},e)}`,
      documents: test.documents,
    };
  };

  /** The text of a message, made only when it is needed. */
  const messageOf = (parts: readonly MessagePart[], names: Names): string | Loss => {
    const js: string[] = [];
    for (const part of parts) {
      const value = part.kind === 'text' ? literal(part.text) : partOf(part, names);
      if (typeof value !== 'string') return value;
      js.push(value);
    }
    if (js.length === 0) return '""';
    return parts.every((part) => part.kind === 'text')
      ? js.join('+')
      : `${emitter.function(`(n){return ${js.join('+')}}`)}(n)`;
  };

  const partOf = (part: Exclude<MessagePart, { kind: 'text' }>, names: Names): string | Loss => {
    if (part.kind === 'name' && part.path === undefined)
      return emitter.text(nameOf({ kind: 'context' }), new Map(), 'n');
    const source = part.kind === 'name' ? part.path : part.select;
    if (source === undefined) return '""';
    const compiled = expressions.compile(source, names, (expression, scope) =>
      emitter.text(part.kind === 'name' ? nameOf(expression) : expression, scope, 'n'),
    );
    return 'loss' in compiled ? compiled : compiled.value;
  };

  return bodyOf;
}

function nameOf(node: Expr): Expr {
  return { kind: 'call', name: { prefix: '', local: 'name' }, args: [node], offset: 0 };
}

function sourcesOf(item: Exclude<RuleItem, Block>) {
  if (item.kind === 'let') return [item.value];
  const inMessage = item.message.map((part) =>
    part.kind === 'value-of' ? part.select : part.kind === 'name' ? part.path : undefined,
  );
  return [item.test, ...inMessage.filter((source) => source !== undefined)];
}
