import type { Unresolved } from '../schema.js';
import type { Expansion } from './expand-includes.js';
import { attributeOf, childrenNamed, nameOf, placeOf, type SchemaNode, wrong } from './schema-node.js';

/** Characters of an expression or a text once parameters are replaced. */
const MAX_TEXT = 1_000_000;

/** A pattern as it is run, its title, rules and variables written out. */
export interface PatternNode {
  readonly id: string | undefined;
  readonly node: SchemaNode;
}

/**
 * Patterns of a schema in order, abstract ones left out and each `is-a` replaced by its abstract pattern, as the ISO skeleton's second stage
 * does: of the pattern that has the `is-a`, only the identifier and the parameters remain.
 */
export function expandPatterns({ root, count }: Expansion): {
  readonly patterns: readonly PatternNode[];
  readonly unresolved: readonly Unresolved[];
} {
  const byId = new Map<string, SchemaNode[]>();
  for (const pattern of allNamed(root, 'pattern')) {
    const id = attributeOf(pattern, 'id') ?? '';
    const same = byId.get(id);
    if (same) same.push(pattern);
    else byId.set(id, [pattern]);
  }
  const unresolved: Unresolved[] = [];
  const patterns: PatternNode[] = [];
  for (const pattern of childrenNamed(root, 'pattern')) {
    const id = attributeOf(pattern, 'id');
    const isA = attributeOf(pattern, 'is-a');
    if (isA === undefined) {
      if (attributeOf(pattern, 'abstract') !== 'true') patterns.push({ id, node: pattern });
      continue;
    }
    const models = byId.get(isA) ?? [];
    if (models.length === 0) unresolved.push({ kind: 'abstract', name: isA, place: placeOf(pattern) });
    const substitute = substitution(pattern);
    for (const model of models) patterns.push({ id, node: written(model, root, substitute, count) });
  }
  return { patterns, unresolved };
}

/** Every element of that name under `node`, in document order. */
export function allNamed(node: SchemaNode, name: string, found: SchemaNode[] = []): SchemaNode[] {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (nameOf(child) === name) found.push(child);
    allNamed(child, name, found);
  }
  return found;
}

function written(
  model: SchemaNode,
  parent: SchemaNode,
  substitute: (text: string) => string,
  count: (node: SchemaNode) => void,
): SchemaNode {
  const node: SchemaNode = { ...model, parent, children: [], substitute };
  count(node);
  for (const child of model.children)
    node.children.push(typeof child === 'string' ? substitute(child) : written(child, node, substitute, count));
  return node;
}

/** Each parameter is replaced wherever `$name` stands, in the order of the parameters: `$name` is replaced in `$names` too. */
function substitution(pattern: SchemaNode): (text: string) => string {
  const parameters = childrenNamed(pattern, 'param').map((each) => ({
    name: `$${attributeOf(each, 'name') ?? ''}`,
    value: attributeOf(each, 'value') ?? '',
  }));
  return (text) => {
    let replaced = text;
    for (const { name, value } of parameters) {
      if (!replaced.includes(name)) continue;
      const parts = replaced.split(name);
      if (replaced.length + parts.length * value.length > MAX_TEXT)
        throw wrong(pattern, `parameters make a text of more than ${MAX_TEXT} characters`);
      replaced = parts.join(value);
    }
    return replaced;
  };
}
