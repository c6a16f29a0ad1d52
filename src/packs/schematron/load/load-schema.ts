import { byCodeUnit } from '../../../artifacts/by-code-unit.js';
import { fileStem, type PackFiles } from '../../pack-files.js';
import {
  type Let,
  type LoadedSchema,
  type MissingInclude,
  PackError,
  type Pattern,
  type Unresolved,
} from '../schema.js';
import { type Expansion, expandIncludes } from './expand-includes.js';
import { allNamed, expandPatterns, type PatternNode } from './expand-patterns.js';
import { readLet, refuseForeign, ruleReader } from './read-rules.js';
import {
  attributeOf,
  childrenNamed,
  nameOf,
  placeOf,
  SCHEMATRON,
  type SchemaNode,
  textOf,
  wrong,
} from './schema-node.js';

const BINDINGS = ['xslt2', 'xpath2'];

/**
 * Reads a schema as the ISO skeleton does in its three stages: includes, abstract patterns, then the patterns of the default phase.
 * @param path of the schema in the pack.
 * @throws PackError when it is no schema, when its query binding is another, or when it holds what cannot be run.
 */
export function loadSchema(files: PackFiles, path: string): LoadedSchema {
  const expansion = expandIncludes(files, path);
  const { root } = expansion;
  if (root.element.namespaceURI !== SCHEMATRON || root.element.localName !== 'schema')
    throw wrong(root, `${root.element.nodeName} is no schema`);
  const binding = attributeOf(root, 'queryBinding') ?? 'xslt';
  if (!BINDINGS.includes(binding)) throw new PackError('binding', binding, placeOf(root));
  for (const child of root.children) if (typeof child !== 'string') refuseForeign(child);

  const expanded = expandPatterns(expansion);
  const phase = attributeOf(root, 'defaultPhase') ?? '#ALL';
  const active = activePatterns(root, phase);
  const run = expanded.patterns.filter(({ id }) => !active || (id !== undefined && active.has(id)));
  const reader = ruleReader(rulesIn(root, expanded.patterns), expansion.count);
  const patterns = run.map(({ id, node }): Pattern => {
    for (const name of ['documents', 'document'])
      if (attributeOf(node, name)) throw new PackError('unsupported', `pattern/@${name}`, placeOf(node));
    return { id, name: titleOf(node) ?? id ?? '', rules: reader.rulesOf(node) };
  });
  const undefinedPatterns = undefinedIn(active, expanded.patterns);
  return {
    id: fileStem(path),
    path,
    title: titleOf(root) ?? attributeOf(root, 'id') ?? '',
    version: attributeOf(root, 'schemaVersion') ?? '',
    phase: active ? phase : undefined,
    namespaces: namespacesOf(root),
    lets: letsOf(root, run),
    patterns,
    missing: withPatterns(expansion, undefinedPatterns),
    files: [...expansion.files].sort(byCodeUnit),
    misnamed: expansion.misnamed,
    unresolved: [...phaseProblems(root, phase), ...undefinedPatterns, ...expanded.unresolved, ...reader.unresolved],
  };
}

/** Identifiers of the patterns of a phase, with where each is asked for; undefined when every pattern is run. */
function activePatterns(root: SchemaNode, phase: string): ReadonlyMap<string, SchemaNode> | undefined {
  if (phase === '#ALL') return undefined;
  const phases = childrenNamed(root, 'phase').filter((each) => attributeOf(each, 'id') === phase);
  const all = phases.flatMap((each) => childrenNamed(each, 'active'));
  return new Map(all.map((each) => [attributeOf(each, 'pattern') ?? '', each]));
}

function phaseProblems(root: SchemaNode, phase: string): Unresolved[] {
  const known = childrenNamed(root, 'phase').some((each) => attributeOf(each, 'id') === phase);
  return phase === '#ALL' || known ? [] : [{ kind: 'phase', name: phase, place: placeOf(root) }];
}

function undefinedIn(
  active: ReadonlyMap<string, SchemaNode> | undefined,
  patterns: readonly PatternNode[],
): Unresolved[] {
  const defined = new Set(patterns.map(({ id }) => id));
  return [...(active ?? [])]
    .filter(([id]) => !defined.has(id))
    .map(([id, node]) => ({ kind: 'pattern', name: id, place: placeOf(node) }));
}

/** What each missing file takes with it: the undefined patterns named like it; those that no missing file is named like, any may define. */
function withPatterns({ missing }: Expansion, lost: readonly Unresolved[]): MissingInclude[] {
  const stem = (path: string): string => fileStem(path).toLowerCase();
  const stems = new Set(missing.map(({ path }) => stem(path)));
  const names = lost.map(({ name }) => name);
  const unclaimed = names.filter((name) => !stems.has(name.toLowerCase()));
  return missing.map(({ within, ...each }) => {
    if (within) return { ...each, patterns: [attributeOf(within, 'id') ?? titleOf(within) ?? ''] };
    const own = names.filter((name) => name.toLowerCase() === stem(each.path));
    return { ...each, patterns: own.length > 0 ? own : unclaimed };
  });
}

/** Variables of the schema and of its phases, then those of the patterns that are run. */
function letsOf(root: SchemaNode, patterns: readonly PatternNode[]): Let[] {
  const own = root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (nameOf(child) === 'let') return [child];
    return nameOf(child) === 'phase' ? childrenNamed(child, 'let') : [];
  });
  return [...own, ...patterns.flatMap(({ node }) => childrenNamed(node, 'let'))].map(readLet);
}

/** Every rule that may be extended: those of patterns that are not run too, and those outside any pattern. */
function rulesIn(root: SchemaNode, patterns: readonly PatternNode[]): SchemaNode[] {
  return [...childrenNamed(root, 'rule'), ...patterns.flatMap(({ node }) => allNamed(node, 'rule'))];
}

/** Prefixes of expressions: those of the schema, and the two of XML Schema that the ISO skeleton declares. */
function namespacesOf(root: SchemaNode): Record<string, string> {
  const schema = 'http://www.w3.org/2001/XMLSchema';
  const own = childrenNamed(root, 'ns').map((each) => [
    attributeOf(each, 'prefix') ?? '',
    attributeOf(each, 'uri') ?? '',
  ]);
  return Object.fromEntries([['xs', schema], ['xsd', schema], ...own]);
}

function titleOf(node: SchemaNode): string | undefined {
  const title = childrenNamed(node, 'title').at(-1);
  return (
    title &&
    textOf(title)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
  );
}
