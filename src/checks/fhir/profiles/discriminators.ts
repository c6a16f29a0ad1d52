import { isObject } from '../../../artifacts/json/document.js';
import { codings, isAmong } from '../validation/codings.js';
import type { ElementDefinition, FhirDefinitions } from '../validation/definitions.js';
import { type ElementNode, treeOf } from '../validation/element-tree.js';
import { type Constant, constantOf, meets } from './constants.js';
import { type Occurrence, occurrencesOf } from './occurrences.js';
import { type Step, stepsOf } from './steps.js';

export type Discriminator = NonNullable<NonNullable<ElementDefinition['slicing']>['discriminator']>[number];

/** What telling slices apart needs of the walk. */
export interface Discriminating {
  readonly definitions: FhirDefinitions;
  /** The resource that a reference refers to, when it is in the file. */
  resolve(reference: unknown): Record<string, unknown> | undefined;
  /** Whether a value conforms to one of these profiles; undefined when none of them is known. */
  conforms(occurrence: Occurrence, profiles: readonly string[]): boolean | undefined;
}

/** Whether a value is of a slice by all the discriminators; undefined when that can't be told. */
export function isOfSlice(
  occurrence: Occurrence,
  slice: ElementNode,
  discriminators: readonly Discriminator[],
  walk: Discriminating,
): boolean | undefined {
  const answers = discriminators.map((each) => matches(occurrence, slice, each, walk));
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(undefined) ? undefined : true;
}

function matches(
  occurrence: Occurrence,
  slice: ElementNode,
  { type, path }: Discriminator,
  walk: Discriminating,
): boolean | undefined {
  const steps = stepsOf(path);
  if (!steps) return undefined;
  const spots = spotsAt({ node: slice }, steps, walk.definitions);
  const { found, lost } = valuesAt(occurrence, steps, walk);
  if (type === 'exists') return existsAsWanted(spots, found.length > 0);
  const telling = spots.filter((spot) => tells(type, spot));
  const answers = telling.flatMap((spot) => found.map((value) => answer(type, value, spot, walk)));
  if (answers.includes(true)) return true;
  return telling.length === 0 || lost || answers.includes(undefined) ? undefined : false;
}

/** A place in a definition that a discriminator leads to, with what stands above it says of it. */
interface Spot {
  readonly node: ElementNode;
  readonly constant?: Constant | undefined;
  /** After `resolve()`: the profiles of what is referred to. */
  readonly profiles?: readonly string[];
}

function spotsAt(from: Spot, steps: readonly Step[], definitions: FhirDefinitions): Spot[] {
  return steps.reduce<Spot[]>((spots, step) => spots.flatMap((spot) => spotsUnder(spot, step, definitions)), [from]);
}

function spotsUnder(
  { node, constant = constantOf(node.definition) }: Spot,
  step: Step,
  definitions: FhirDefinitions,
): Spot[] {
  const { definition, children } = node;
  if (step.kind === 'resolve') {
    const profiles = (definition.type ?? []).flatMap(({ targetProfile }) => targetProfile ?? []);
    return treesOf(profiles, definitions).map(({ tree, profile }) => ({ node: tree, profiles: [profile] }));
  }
  if (step.kind === 'extension') {
    const slices = children.get('extension')?.slices ?? [];
    const own = slices.filter((each) => extensionUrls(each).includes(step.url));
    return (own.length > 0 ? own : treesOf([step.url], definitions).map(({ tree }) => tree)).map((each) => ({
      node: each,
    }));
  }
  // An extension's address is that of its definition, known or not.
  const urls = step.name === 'url' ? extensionUrls(node) : [];
  if (urls.length > 0)
    return urls.map((value) => ({ node: bareNode('url', false), constant: { kind: 'fixed', value } }));
  const inner = constant && isObject(constant.value) ? constant.value[step.name] : undefined;
  const constants = (Array.isArray(inner) ? inner : inner === undefined ? [] : [inner]) as readonly unknown[];
  const trees = children.size > 0 ? [node] : typeTrees(definition, definitions);
  const nodes = trees.flatMap((tree) => tree.children.get(step.name) ?? []);
  // The slices of a child may be what is constrained: `coding:x.system`.
  const each = nodes.flatMap((child) => [child, ...child.slices]);
  if (constant === undefined || constants.length === 0) return each.map((child) => ({ node: child }));
  if (each.length === 0) each.push(bareNode(step.name, false));
  return each.flatMap((child) => constants.map((value) => ({ node: child, constant: { kind: constant.kind, value } })));
}

/** What tells the content of an element that does not do it itself: the profiles of its types, else the types. */
function typeTrees({ type = [] }: ElementDefinition, definitions: FhirDefinitions): ElementNode[] {
  const profiled = treesOf(
    type.flatMap(({ profile }) => profile ?? []),
    definitions,
  ).map(({ tree }) => tree);
  if (profiled.length > 0) return profiled;
  return treesOf(
    type.map(({ code }) => code),
    definitions,
  ).map(({ tree }) => tree);
}

function treesOf(names: readonly string[], definitions: FhirDefinitions): { tree: ElementNode; profile: string }[] {
  return names.flatMap((profile) => {
    const structure = definitions.profile(profile) ?? definitions.structure(profile);
    const tree = structure && treeOf(structure);
    return tree ? [{ tree, profile }] : [];
  });
}

/** Addresses of the extension that a slice is for. */
function extensionUrls({ definition, children }: ElementNode): readonly string[] {
  const url = children.get('url');
  const fixed = url && constantOf(url.definition)?.value;
  if (typeof fixed === 'string') return [fixed];
  const extensions = (definition.type ?? []).filter(({ code }) => code === 'Extension');
  return extensions.flatMap(({ profile = [] }) => profile.map((each) => each.replace(/\|.*$/, '')));
}

function valuesAt(
  from: Occurrence,
  steps: readonly Step[],
  walk: Discriminating,
): { found: Occurrence[]; lost: boolean } {
  let found = [from];
  let lost = false;
  for (const step of steps) {
    if (step.kind === 'resolve') {
      const resolved = found.map(({ value }) => walk.resolve(value));
      lost ||= resolved.includes(undefined);
      found = found.flatMap((each, index) => {
        const value = resolved[index];
        return value ? [{ ...each, value, extra: undefined, type: String(value.resourceType) }] : [];
      });
    } else found = found.flatMap((each) => under(each, step, walk.definitions));
  }
  return { found, lost };
}

function under(
  { value, extra, path }: Occurrence,
  step: Exclude<Step, { kind: 'resolve' }>,
  definitions: FhirDefinitions,
): Occurrence[] {
  const holder = isObject(value) ? value : extra;
  const name = step.kind === 'extension' ? 'extension' : step.name;
  const plain = occurrencesOf(holder, bareNode(name, false), path, definitions);
  const all = plain.length > 0 ? plain : occurrencesOf(holder, bareNode(name, true), path, definitions);
  return step.kind === 'extension' ? all.filter((each) => isObject(each.value) && each.value.url === step.url) : all;
}

function bareNode(name: string, choice: boolean): ElementNode {
  return { definition: { id: '', path: name, min: 0, max: '*' }, name, choice, children: new Map(), slices: [] };
}

/** Whether a place says anything that a discriminator can go by. */
function tells(type: string, { node, constant, profiles }: Spot): boolean {
  if (type !== 'value' && type !== 'pattern') return true;
  return constant !== undefined || profiles !== undefined || isConstrained(node);
}

function existsAsWanted(spots: readonly Spot[], exists: boolean): boolean | undefined {
  const [spot] = spots;
  if (!spot) return undefined;
  if (spot.node.definition.max === '0') return !exists;
  return spot.node.definition.min > 0 ? exists : undefined;
}

function answer(type: string, occurrence: Occurrence, spot: Spot, walk: Discriminating): boolean | undefined {
  const types = spot.node.definition.type ?? [];
  const profiles = spot.profiles ?? types.flatMap(({ profile }) => profile ?? []);
  switch (type) {
    case 'value':
    case 'pattern':
      return holdsAt(occurrence, spot, walk.definitions);
    case 'type': {
      const wanted = spot.profiles ? [spot.node.definition.path] : types.map(({ code }) => code);
      return occurrence.type === undefined || wanted.length === 0 ? undefined : wanted.includes(occurrence.type);
    }
    case 'profile':
      return walk.conforms(occurrence, profiles);
    default:
      return undefined;
  }
}

/** Whether a value has the constants and the required codes of a place, or else of what is under it. */
function holdsAt(
  { value, extra, path }: Occurrence,
  { node, constant = constantOf(node.definition) }: Spot,
  definitions: FhirDefinitions,
): boolean | undefined {
  if (constant) return meets(value, constant);
  const { binding, type = [] } = node.definition;
  if (binding?.strength === 'required' && binding.valueSet && type.length > 0) {
    const codes = definitions.valueSet(binding.valueSet);
    if (codes) return codings(value, type[0]?.code ?? '').some(({ system, code }) => isAmong(codes, system, code));
  }
  const holder = isObject(value) ? value : extra;
  const answers = [...node.children.values()].filter(isConstrained).map((child) => {
    const own = occurrencesOf(holder, child, path, definitions).map((each) =>
      holdsAt(each, { node: child }, definitions),
    );
    return own.includes(true) ? true : own.includes(undefined) ? undefined : false;
  });
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(undefined) ? undefined : true;
}

function isConstrained(node: ElementNode): boolean {
  const { binding } = node.definition;
  return (
    constantOf(node.definition) !== undefined ||
    binding?.strength === 'required' ||
    [...node.children.values()].some(isConstrained)
  );
}
