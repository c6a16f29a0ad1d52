import type { ElementDefinition, FhirDefinitions, StructureDefinition } from './definitions.js';

/** An element of a snapshot with what stands under it. */
export interface ElementNode {
  readonly definition: ElementDefinition;
  /** Name in its parent, without `[x]`. */
  readonly name: string;
  /** True when its JSON name ends with its type: `value[x]`. */
  readonly choice: boolean;
  /** By name; a choice is under its name without `[x]`. */
  readonly children: ReadonlyMap<string, ElementNode>;
  /** Slices of this element, in the order of the snapshot. */
  readonly slices: readonly ElementNode[];
}

interface OpenNode extends ElementNode {
  readonly children: Map<string, ElementNode>;
  readonly slices: ElementNode[];
}

const TREES = new WeakMap<StructureDefinition, ElementNode | undefined>();

/** The snapshot of a definition as a tree, or undefined when it has none. */
export function treeOf(definition: StructureDefinition): ElementNode | undefined {
  if (!TREES.has(definition)) TREES.set(definition, buildTree(definition.snapshot?.element ?? []));
  return TREES.get(definition);
}

/** Elements are in order, each after its parent; an id tells which slice an element is in (`Patient.identifier:INS.system`). */
function buildTree(elements: readonly ElementDefinition[]): ElementNode | undefined {
  const [first] = elements;
  if (!first) return undefined;
  const nodes = new Map<string, OpenNode>();
  for (const definition of elements) {
    const own = openNode(definition);
    const id = definition.id || definition.path;
    nodes.set(id, own);
    if (definition === first) continue;
    const last = id.slice(id.lastIndexOf('.') + 1);
    const slice = last.indexOf(':');
    if (slice !== -1)
      slicedBy(nodes, id.slice(0, id.length - last.length + slice), last.slice(slice + 1))?.slices.push(own);
    else nodes.get(id.slice(0, -last.length - 1))?.children.set(own.name, own);
  }
  return nodes.get(first.id || first.path);
}

/** What a slice is a part of: the element, or another slice of it when its name says so (`a/b` is a slice of `a`). */
function slicedBy(nodes: ReadonlyMap<string, OpenNode>, element: string, name: string): OpenNode | undefined {
  const resliced = name.lastIndexOf('/');
  const whole = resliced === -1 ? undefined : nodes.get(`${element}:${name.slice(0, resliced)}`);
  return whole ?? nodes.get(element);
}

function openNode(definition: ElementDefinition): OpenNode {
  const last = definition.path.slice(definition.path.lastIndexOf('.') + 1);
  return {
    definition,
    name: last.replace(/\[x\]$/, ''),
    choice: last.endsWith('[x]'),
    children: new Map(),
    slices: [],
  };
}

/** Node whose children an element's value has: its own, those of the element that it refers to, else those of its type. */
export function contentOf(
  node: ElementNode,
  type: string,
  root: ElementNode,
  definitions: FhirDefinitions,
): { node: ElementNode; root: ElementNode } | undefined {
  if (node.children.size > 0) return { node, root };
  const { contentReference } = node.definition;
  if (contentReference) {
    const target = nodeAt(root, contentReference.slice(contentReference.lastIndexOf('#') + 1));
    return target && { node: target, root };
  }
  const structure = definitions.structure(type);
  const tree = structure && treeOf(structure);
  return tree && { node: tree, root: tree };
}

/** The element of a tree that an id names (`Bundle.link`), slices left out. */
export function nodeAt(root: ElementNode, id: string): ElementNode | undefined {
  let node: ElementNode | undefined = root;
  for (const name of id.split('.').slice(1)) node = node?.children.get(name);
  return node;
}
