import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import type { FhirDefinitions, StructureDefinition } from '../validation/definitions.js';
import { type ElementNode, nodeAt, treeOf } from '../validation/element-tree.js';
import { codeFault } from './code-fault.js';
import { constantOf, meets } from './constants.js';
import { isError, type ProfileFault, type ProfileIssue } from './issue.js';
import { type Occurrence, occurrencesOf } from './occurrences.js';
import { ownConstraints } from './own-constraints.js';
import { References } from './references.js';
import { assignSlices } from './slices.js';

/** Where the walk is: what FHIRPath calls `%resource` and `%rootResource`. */
export interface Around {
  readonly resource: unknown;
  readonly rootResource: unknown;
}

/** What could not be judged. */
export interface Unjudged {
  /** Value sets whose codes can't all be told, and where one of their codes first stands. */
  readonly valueSets: Map<string, JsonPath>;
  /** Profiles that their package defines without a snapshot. */
  readonly lacking: Set<string>;
  /** Invariants that can't be evaluated, with why. */
  readonly failures: Set<string>;
}

/**
 * Judges values of one file against profiles by their snapshots: cardinalities, types, constants, codes, slices, profiles of types and of targets,
 * invariants. What R4 itself asks is left to the judgement of the structure.
 */
export class ProfileJudge {
  readonly unjudged: Unjudged = { valueSets: new Map(), lacking: new Set(), failures: new Set() };
  readonly #references: References;
  /** What was found of a value by a profile: a value is judged once, and a circle of references ends. */
  readonly #judged = new WeakMap<object, Map<StructureDefinition, readonly ProfileIssue[]>>();
  #asked: ProfileJudge | undefined;

  /** @param root the whole resource of the file. */
  constructor(
    readonly definitions: FhirDefinitions,
    readonly root: unknown,
    references = new References(root),
  ) {
    this.#references = references;
  }

  /** What is wrong with the value at `path` by a profile. */
  judge(
    occurrence: Occurrence,
    profile: StructureDefinition,
    around: Around = { resource: this.root, rootResource: this.root },
  ): readonly ProfileIssue[] {
    const { value, path } = occurrence;
    const key = isObject(value) ? value : occurrence;
    const known = this.#judged.get(key) ?? new Map<StructureDefinition, readonly ProfileIssue[]>();
    this.#judged.set(key, known);
    const before = known.get(profile);
    if (before) return before;
    known.set(profile, []);
    const issues: ProfileIssue[] = [];
    const tree = treeOf(profile);
    if (!tree) this.unjudged.lacking.add(profile.url);
    else if (isObject(value) && typeof value.resourceType === 'string' && value.resourceType !== profile.type)
      issues.push({
        fault: 'profile-type',
        path,
        args: { profile: profile.url, type: profile.type },
        actual: value.resourceType,
      });
    else new ProfileWalk(this, profile, tree, issues).value({ ...occurrence, type: profile.type }, tree, around);
    known.set(profile, issues);
    return issues;
  }

  /** Whether a value conforms to one of these profiles, or is of one of these types; undefined when that can't be told. */
  conforms(occurrence: Occurrence, profiles: readonly string[], around: Around): boolean | undefined {
    // Apart from what is found: what a reference refers to is judged here, at a place that is not its own.
    this.#asked ??= new ProfileJudge(this.definitions, this.root, this.#references);
    this.#asked.#asked = this.#asked;
    return this.#asked.#conforms(occurrence, profiles, around);
  }

  #conforms(occurrence: Occurrence, profiles: readonly string[], around: Around): boolean | undefined {
    const { value } = occurrence;
    // What claims a profile is judged by it where it stands.
    if (isObject(value) && typeof value.resourceType === 'string' && claims(value, profiles)) return true;
    const answers = profiles.map((canonical) => {
      const profile = this.definitions.profile(canonical);
      if (profile) return treeOf(profile) && !this.judge(occurrence, profile, around).some(isError);
      const type = this.definitions.structure(canonical);
      return type && (type.abstract || type.type === occurrence.type);
    });
    if (answers.includes(true)) return true;
    return answers.length === 0 || answers.includes(undefined) ? undefined : false;
  }

  resolve(reference: unknown, { rootResource }: Around): Record<string, unknown> | undefined {
    return this.#references.resolve(reference, rootResource);
  }
}

class ProfileWalk {
  constructor(
    readonly judge: ProfileJudge,
    readonly profile: StructureDefinition,
    readonly tree: ElementNode,
    readonly issues: ProfileIssue[],
  ) {}

  /** Judges one value against one element of the profile. */
  value(occurrence: Occurrence, node: ElementNode, outer: Around): void {
    const { value, extra, path, key } = occurrence;
    const { definition } = node;
    const isResource = isObject(value) && typeof value.resourceType === 'string';
    const around = isResource ? enter(value, path, outer) : outer;
    const constant = constantOf(definition);
    if (constant && value !== undefined && !meets(value, constant))
      this.#add(constant.kind, path, { element: key, wanted: JSON.stringify(constant.value) }, value);
    this.#code(occurrence, node);
    this.#constraints(occurrence, node, around);
    if (node !== this.tree) this.#typeProfiles(occurrence, node, around);
    this.#targets(occurrence, node, around);
    const { contentReference } = definition;
    const isReferred = node.children.size === 0 && contentReference?.startsWith('#');
    const content = isReferred ? nodeAt(this.tree, contentReference?.slice(1) ?? '') : node;
    const holder = isObject(value) ? value : extra;
    const at = isObject(value) || value === undefined ? path : twinOf(path);
    if (content && isObject(holder))
      for (const child of content.children.values()) this.#element(holder, child, at, around);
  }

  #element(holder: Readonly<Record<string, unknown>>, node: ElementNode, path: JsonPath, around: Around): void {
    const found = occurrencesOf(holder, node, path, this.judge.definitions);
    const { definition } = node;
    const element = node.choice ? `${node.name}[x]` : node.name;
    const place = found[0] ? placeOf(found[0].path) : path;
    if (definition.max === '0' && found.length > 0) this.#add('forbidden', place, { element });
    else if (definition.max !== '*' && found.length > Number(definition.max) && definition.base?.max !== definition.max)
      this.#add('too-many', place, { element, max: definition.max, count: found.length });
    if (definition.max === '0') return;
    // A value of a wrong type is of no slice either.
    const typed = found.filter((each) => this.#type(each, node));
    for (const each of found) this.value(each, node, around);
    const lacking = typed.length === found.length && this.#slices(found, node, path, around);
    // Fewer than R4 itself asks is a fault of the structure; what lacks is named by its slice when it has one.
    if (!lacking && found.length < definition.min && found.length >= (definition.base?.min ?? 0))
      this.#add('missing', place, { element, min: definition.min, count: found.length });
  }

  /** Whether a value is of a type that the element may have. */
  #type({ type, path, key }: Occurrence, { definition, choice }: ElementNode): boolean {
    const codes = (definition.type ?? []).map(({ code }) => code);
    const isChosen = choice || codes.some((code) => this.judge.definitions.structure(code)?.kind === 'resource');
    if (!isChosen || type === undefined || codes.includes(type)) return true;
    if (codes.some((code) => this.judge.definitions.structure(code)?.abstract !== false)) return true;
    this.#add('type', path, { element: key, expected: codes.join(', ') }, type);
    return false;
  }

  /** Judges the values by their slices. True when a slice lacks some. */
  #slices(found: readonly Occurrence[], node: ElementNode, path: JsonPath, around: Around): boolean {
    if (node.slices.length === 0) return false;
    const { definitions } = this.judge;
    const { groups, issues } = assignSlices(found, node, {
      definitions,
      resolve: (reference) => this.judge.resolve(reference, around),
      conforms: (occurrence, profiles) => this.judge.conforms(occurrence, profiles, inside(occurrence, around)),
    });
    for (const { fault, at, args } of issues) this.#add(fault, at ?? path, args);
    for (const { slice, occurrences } of groups) {
      for (const each of occurrences) this.value(each, slice, around);
      this.#slices(occurrences, slice, path, around);
    }
    return issues.some(({ fault }) => fault === 'slice-missing');
  }

  /** A value fits the profile of its type, or one of them. Entries and what claims the profile itself are judged as such. */
  #typeProfiles(occurrence: Occurrence, { definition }: ElementNode, around: Around): void {
    const { value, path, key, type } = occurrence;
    const types = (definition.type ?? []).filter(({ code }) => type === undefined || code === type || isAny(code));
    const profiles = types.flatMap(({ profile }) => profile ?? []);
    if (profiles.length === 0 || !isObject(value) || claims(value, profiles)) return;
    const [only, ...others] = profiles;
    const known = only === undefined || others.length > 0 ? undefined : this.judge.definitions.profile(only);
    if (known) this.issues.push(...this.judge.judge(occurrence, known, around));
    else if (this.judge.conforms(occurrence, profiles, around) === false)
      this.#add('type-profile', path, { element: key, profiles: profiles.join(', ') });
  }

  /** What a reference refers to is of one of the types and profiles that the profile names. */
  #targets({ value, path, key }: Occurrence, { definition }: ElementNode, around: Around): void {
    const targets = (definition.type ?? []).flatMap(({ targetProfile }) => targetProfile ?? []);
    if (targets.length === 0) return;
    const target = this.judge.resolve(value, around);
    if (!target) return;
    const type = String(target.resourceType);
    const found: Occurrence = { key, type, value: target, extra: undefined, path };
    const { rootResource } = around;
    const isContained = isObject(value) && String(value.reference).startsWith('#');
    const there = { resource: target, rootResource: isContained ? rootResource : target };
    if (this.judge.conforms(found, targets, there) === false)
      this.#add('target', path, { element: key, expected: targets.join(', ') }, type);
  }

  #code(occurrence: Occurrence, { definition }: ElementNode): void {
    const { valueSet = '' } = definition.binding ?? {};
    const found = codeFault(occurrence, definition, this.judge.definitions);
    if (found === undefined) return;
    const { valueSets } = this.judge.unjudged;
    if (found !== 'unknown') this.#add(found.fault, occurrence.path, { element: occurrence.key, valueSet }, found.code);
    else if (!valueSets.has(valueSet)) valueSets.set(valueSet, occurrence.path);
  }

  #constraints({ value, path, type }: Occurrence, { definition }: ElementNode, around: Around): void {
    if (value === undefined) return;
    const code = type ?? definition.type?.[0]?.code ?? '';
    for (const { key, severity, expression, human } of ownConstraints(definition, this.judge.definitions)) {
      if (this.#holds(key, expression, { type: code, value }, around)) continue;
      const fault = severity === 'error' ? 'invariant' : 'invariant-warning';
      this.#add(fault, path, { invariant: key, human: human ?? expression });
    }
  }

  #holds(key: string, expression: string, value: { type: string; value: unknown }, around: Around): boolean {
    const { definitions, unjudged } = this.judge;
    try {
      // They need what only a server has, or are done by halves by the evaluator.
      const [asked] = /\b(?:resolve|memberOf|conformsTo|subsumes|subsumedBy)\(/.exec(expression) ?? [];
      if (asked) throw new Error(`${asked}) can't be evaluated`);
      return definitions.holds(expression, value, around);
    } catch (error) {
      unjudged.failures.add(`${key} (${this.profile.url}): ${error instanceof Error ? error.message : String(error)}`);
      return true;
    }
  }

  #add(fault: ProfileFault, path: JsonPath, args: ProfileIssue['args'], actual?: unknown): void {
    const shown = typeof actual === 'object' ? '{…}' : actual === undefined ? undefined : String(actual);
    const named = { profile: this.profile.url, ...args };
    this.issues.push({ fault, path, args: named, ...(shown !== undefined && { actual: shown }) });
  }
}

/** What is around a resource inside another: an entry of a Bundle is a root of its own, a contained resource is not. */
function enter(resource: unknown, path: JsonPath, outer: Around): Around {
  if (resource === outer.resource) return outer;
  return { resource, rootResource: path.at(-2) === 'contained' ? outer.rootResource : resource };
}

function inside({ value, path }: Occurrence, around: Around): Around {
  return isObject(value) && typeof value.resourceType === 'string' ? enter(value, path, around) : around;
}

function isAny(code: string): boolean {
  return code === 'Resource' || code === 'DomainResource';
}

/** Whether a resource claims one of these profiles: it is judged by it where it stands. */
function claims(resource: Readonly<Record<string, unknown>>, profiles: readonly string[]): boolean {
  const { meta } = resource;
  const claimed: unknown[] = isObject(meta) && Array.isArray(meta.profile) ? meta.profile : [];
  return claimed.some((each) => typeof each === 'string' && profiles.some((one) => bare(one) === bare(each)));
}

function bare(canonical: string): string {
  return canonical.replace(/\|.*$/, '');
}

/** The list of which a value is an item, else the value itself. */
function placeOf(path: JsonPath): JsonPath {
  return typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
}

/** Where the extensions of a primitive are. */
function twinOf(path: JsonPath): JsonPath {
  const index = path.findLastIndex((step) => typeof step === 'string');
  return path.map((step, at) => (at === index && !String(step).startsWith('_') ? `_${step}` : step));
}
