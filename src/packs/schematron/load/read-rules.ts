import { groupBy } from '../../../artifacts/group-by.js';
import { type Block, type Let, PackError, type Rule, type RuleItem, type Unresolved } from '../schema.js';
import { readMessage } from './read-message.js';
import { attributeOf, childrenNamed, nameOf, placeOf, type SchemaNode, sourceOf, wrong } from './schema-node.js';

/** Assertions of a rule, those of its abstract rules counted as often as they come. */
const MAX_ASSERTIONS = 50_000;

/** Reads the rules of patterns; an abstract rule that several of them extend becomes one block. */
export interface RuleReader {
  rulesOf(pattern: SchemaNode): Rule[];
  /** Abstract rules that are extended, and that nothing defines. */
  readonly unresolved: readonly Unresolved[];
}

/** @param count is told each rule that an `extends` brings, so that a few elements cannot bring millions. */
export function ruleReader(rules: readonly SchemaNode[], count: (node: SchemaNode) => void): RuleReader {
  const byId = groupBy(rules, idOf);
  const byIdInPattern = new Map<SchemaNode, ReadonlyMap<string, readonly SchemaNode[]>>();
  const localsOf = ({ parent }: SchemaNode): ReadonlyMap<string, readonly SchemaNode[]> => {
    if (!parent) return new Map();
    const locals = byIdInPattern.get(parent) ?? groupBy(childrenNamed(parent, 'rule'), idOf);
    byIdInPattern.set(parent, locals);
    return locals;
  };
  const blocks = new Map<SchemaNode, { readonly block: Block; readonly size: number }>();
  const open: SchemaNode[] = [];
  const unresolved: Unresolved[] = [];

  const bodyOf = (rule: SchemaNode): { readonly body: RuleItem[]; readonly size: number } => {
    const body: RuleItem[] = [];
    let size = 0;
    for (const child of rule.children) {
      if (typeof child === 'string') continue;
      const name = nameOf(child);
      if (name === 'extends') {
        for (const extended of extendedBy(child, rule)) {
          const { block, size: more } = blockOf(extended, child);
          body.push(block);
          size += more;
        }
      } else if (name === 'assert' || name === 'report') {
        body.push({
          kind: name,
          id: attributeOf(child, 'id'),
          test: sourceOf(child, 'test'),
          role: attributeOf(child, 'role'),
          flag: attributeOf(child, 'flag'),
          message: readMessage(child),
          place: placeOf(child),
        });
        size++;
      } else if (name === 'let') body.push(readLet(child));
      else refuseForeign(child);
    }
    if (size > MAX_ASSERTIONS) throw wrong(rule, `more than ${MAX_ASSERTIONS} assertions in a rule`);
    return { body, size };
  };

  /** Abstract rules of its own pattern come first; else those of the whole schema. */
  const extendedBy = (child: SchemaNode, rule: SchemaNode): SchemaNode[] => {
    const id = attributeOf(child, 'rule') ?? '';
    const found = (localsOf(rule).get(id) ?? byId.get(id) ?? []).filter(isAbstract);
    for (const each of found) count(each);
    if (found.length === 0) unresolved.push({ kind: 'rule', name: id, place: placeOf(child) });
    return found;
  };

  const blockOf = (rule: SchemaNode, at: SchemaNode): { readonly block: Block; readonly size: number } => {
    const known = blocks.get(rule);
    if (known) return known;
    const id = attributeOf(rule, 'id') ?? '';
    if (open.includes(rule)) throw wrong(at, `rule ${id} extends itself`);
    open.push(rule);
    const { body, size } = bodyOf(rule);
    open.pop();
    const made = { block: { kind: 'block', id, body } as const, size };
    blocks.set(rule, made);
    return made;
  };

  const ruleOf = (node: SchemaNode): Rule => {
    if (attributeOf(node, 'context') === undefined) throw wrong(node, 'rule without a context');
    return {
      id: attributeOf(node, 'id'),
      context: sourceOf(node, 'context'),
      role: attributeOf(node, 'role'),
      flag: attributeOf(node, 'flag'),
      place: placeOf(node),
      body: bodyOf(node).body,
    };
  };
  return {
    rulesOf: (pattern) =>
      childrenNamed(pattern, 'rule')
        .filter((rule) => !isAbstract(rule))
        .map(ruleOf),
    unresolved,
  };
}

export function readLet(node: SchemaNode): Let {
  const value = sourceOf(node, 'value');
  if (attributeOf(node, 'value') === undefined)
    throw new PackError('unsupported', 'let without a value', placeOf(node));
  return { kind: 'let', name: (attributeOf(node, 'name') ?? '').trim(), value };
}

/** Instructions of XSLT, which the ISO skeleton takes over into what it compiles. @throws PackError */
export function refuseForeign(node: SchemaNode): void {
  const { namespaceURI, nodeName } = node.element;
  if (namespaceURI === 'http://www.w3.org/1999/XSL/Transform')
    throw new PackError('unsupported', nodeName, placeOf(node));
}

function idOf(rule: SchemaNode): string | undefined {
  return attributeOf(rule, 'id');
}

function isAbstract(rule: SchemaNode): boolean {
  return attributeOf(rule, 'abstract') === 'true';
}
