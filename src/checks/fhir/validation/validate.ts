import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import { codings, isAmong } from './codings.js';
import type { ElementDefinition, ElementType, FhirDefinitions } from './definitions.js';
import { contentOf, type ElementNode, treeOf } from './element-tree.js';
import { judgeByCode } from './invariants.js';
import type { FhirFault, FhirIssue } from './issue.js';
import { primitiveFault, primitiveType } from './primitives.js';

type Members = Readonly<Record<string, unknown>>;

/** Where the walk is: what FHIRPath calls `%resource` and `%rootResource`. */
interface Around {
  readonly resource: unknown;
  readonly rootResource: unknown;
}

/** Types that any resource may be given for. */
const ANY_RESOURCE: ReadonlySet<string> = new Set(['Resource', 'DomainResource']);

/**
 * What is wrong with a resource by the structure of its type in R4: names, cardinalities, types, forms, required codes, invariants. The entries of
 * a Bundle are resources of their own, judged apart.
 *
 * @throws Error when an invariant can't be evaluated.
 */
export function validateResource(resource: unknown, definitions: FhirDefinitions): FhirIssue[] {
  return new Walk(definitions).resource(resource, [], undefined);
}

class Walk {
  readonly #issues: FhirIssue[] = [];

  constructor(readonly definitions: FhirDefinitions) {}

  resource(value: unknown, path: JsonPath, within: Around | undefined): FhirIssue[] {
    const type = isObject(value) && typeof value.resourceType === 'string' ? value.resourceType : '';
    const structure = this.definitions.structure(type);
    const tree = structure?.kind === 'resource' && !structure.abstract ? treeOf(structure) : undefined;
    if (!tree || !isObject(value)) {
      this.#add('resource-type', path, { expected: 'FHIR R4' }, type);
      return this.#issues;
    }
    // A contained resource is in its container; one in Parameters is a root of its own.
    const isContained = within !== undefined && path.at(-2) === 'contained';
    const around = { resource: value, rootResource: isContained ? within.rootResource : value };
    this.#constraints(tree.definition, type, value, path, around);
    this.#members(value, tree, tree, path, around);
    return this.#issues;
  }

  /** Judges the members of an object against the children of an element. */
  #members(value: Members, node: ElementNode, root: ElementNode, path: JsonPath, around: Around): void {
    const taken = new Set<string>(['resourceType']);
    for (const child of node.children.values()) {
      const found = this.#valuesOf(value, child);
      for (const { key } of found) taken.add(key).add(`_${key}`);
      const [first, second] = found;
      if (second) this.#add('several-types', [...path, second.key], { element: second.key, other: first?.key ?? '' });
      if (!first) {
        if (child.definition.min > 0) this.#add('missing-element', path, { element: jsonName(child) });
        continue;
      }
      this.#element(first, child, root, path, around);
    }
    for (const key of Object.keys(value)) {
      if (!taken.has(key)) this.#add('unknown-element', [...path, key], { element: key });
    }
  }

  /** The members of an object that an element is written as: one, but for a choice that is made twice. */
  #valuesOf(value: Members, node: ElementNode): Written[] {
    const types = node.definition.type ?? [];
    const named = node.choice
      ? types.map((type) => ({ key: `${node.name}${capitalised(type.code)}`, type }))
      : [{ key: node.name, type: types[0] }];
    return named
      .filter(({ key }) => Object.hasOwn(value, key) || Object.hasOwn(value, `_${key}`))
      .map(({ key, type }) => ({ key, type, value: value[key] ?? undefined, extra: value[`_${key}`] ?? undefined }));
  }

  #element(written: Written, node: ElementNode, root: ElementNode, path: JsonPath, around: Around): void {
    const { key, value, extra } = written;
    const { definition } = node;
    const at = [...path, key];
    const repeats = (definition.base?.max ?? definition.max) !== '1';
    if (repeats !== Array.isArray(value ?? extra)) {
      this.#add(repeats ? 'not-a-list' : 'a-list', at, { element: key });
      return;
    }
    if (!repeats) {
      this.#value(written, node, root, at, around);
      return;
    }
    const values = Array.isArray(value) ? value : [];
    const extras = Array.isArray(extra) ? extra : [];
    const count = Math.max(values.length, extras.length);
    if (count === 0) this.#add('empty', at, { element: key });
    for (let index = 0; index < count; index++) {
      const item = { ...written, value: values[index] ?? undefined, extra: extras[index] ?? undefined };
      this.#value(item, node, root, [...at, index], around);
    }
  }

  #value(written: Written, node: ElementNode, root: ElementNode, path: JsonPath, around: Around): void {
    const { key, value, extra, type } = written;
    const { definition } = node;
    if (value === undefined && extra === undefined) {
      this.#add('empty', path, { element: key });
      return;
    }
    const code = type?.code ?? '';
    // R4 types Resource.id as a string, and says that it is an id (§2.26).
    const primitive = definition.base?.path === 'Resource.id' ? 'id' : type && primitiveType(code, fhirTypeOf(type));
    if (primitive) {
      this.#primitive(written, primitive, definition, path, around);
      return;
    }
    if (!isObject(value)) {
      this.#add('json-type', path, { element: key, type: code || 'Element' }, shown(value));
      return;
    }
    if (Object.keys(value).length === 0) {
      this.#add('empty', path, { element: key });
      return;
    }
    if (isResourceType(code, this.definitions)) {
      // The entries of a Bundle are artifacts of their own.
      if (definition.path !== 'Bundle.entry.resource') this.#contained(value, code, path, around);
      return;
    }
    this.#code(value, definition, code, path);
    this.#constraints(definition, code, value, path, around);
    const content = contentOf(node, code, root, this.definitions);
    if (!content) return;
    // What is asked of every value of the type, or of the element that is referred to.
    if (content.node !== node) this.#constraints(content.node.definition, code, value, path, around, definition);
    this.#members(value, content.node, content.root, path, around);
  }

  #contained(value: Members, code: string, path: JsonPath, around: Around): void {
    if (!ANY_RESOURCE.has(code) && value.resourceType !== code) {
      this.#add('resource-type', path, { expected: code }, shown(value.resourceType));
      return;
    }
    this.resource(value, path, around);
  }

  #primitive(
    { key, value, extra }: Written,
    type: string,
    definition: ElementDefinition,
    path: JsonPath,
    around: Around,
  ): void {
    if (extra !== undefined) this.#extra(extra, path, around);
    if (value === undefined) return;
    const fault = primitiveFault(type, value);
    if (fault) {
      this.#add(fault, path, { element: key, type }, shown(value));
      return;
    }
    this.#code(value, definition, type, path);
    this.#constraints(definition, type, value, path, around);
  }

  /** The id and the extensions of a primitive, that its `_name` twin holds. */
  #extra(extra: unknown, path: JsonPath, around: Around): void {
    const key = String(path.at(-1));
    const at = typeof path.at(-1) === 'number' ? path : [...path.slice(0, -1), `_${key}`];
    const structure = this.definitions.structure('Element');
    const tree = structure && treeOf(structure);
    if (!isObject(extra)) this.#add('json-type', at, { element: key, type: 'Element' }, shown(extra));
    else if (tree) this.#members(extra, tree, tree, at, around);
  }

  /** A code of a required binding is one of its value set. */
  #code(value: unknown, { binding }: ElementDefinition, type: string, path: JsonPath): void {
    if (binding?.strength !== 'required' || !binding.valueSet) return;
    const codes = this.definitions.valueSet(binding.valueSet);
    if (!codes || codings(value, type).some(({ system, code }) => isAmong(codes, system, code))) return;
    const [first] = codings(value, type);
    if (first) this.#add('code', path, { valueSet: binding.valueSet }, first.code);
  }

  /** @param judged element whose invariants are already judged. */
  #constraints(
    definition: ElementDefinition,
    type: string,
    value: unknown,
    path: JsonPath,
    around: Around,
    judged?: ElementDefinition,
  ): void {
    for (const { key, severity, expression } of definition.constraint ?? []) {
      if (severity !== 'error' || judged?.constraint?.some((each) => each.key === key)) continue;
      const byCode = judgeByCode(key, { value, rootResource: around.rootResource });
      const holds =
        byCode === 'expression'
          ? expression === undefined || this.definitions.holds(expression, { type, value }, around)
          : byCode;
      if (!holds) this.#add('invariant', path, { invariant: key, expression: expression ?? '' });
    }
  }

  #add(fault: FhirFault, path: JsonPath, args: FhirIssue['args'], actual?: string): void {
    this.#issues.push({ fault, path, args, ...(actual !== undefined && { actual }) });
  }
}

/** A member of an object, with its `_name` twin. */
interface Written {
  readonly key: string;
  readonly type: ElementType | undefined;
  readonly value: unknown;
  readonly extra: unknown;
}

function jsonName({ name, choice }: ElementNode): string {
  return choice ? `${name}[x]` : name;
}

function capitalised(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1);
}

function fhirTypeOf({ extension }: ElementType): string | undefined {
  return extension?.find(({ url }) => url.endsWith('/structuredefinition-fhir-type'))?.valueUrl;
}

function isResourceType(code: string, definitions: FhirDefinitions): boolean {
  return ANY_RESOURCE.has(code) || (/^[A-Z]/.test(code) && definitions.structure(code)?.kind === 'resource');
}

function shown(value: unknown): string {
  return isObject(value) || Array.isArray(value) ? '{…}' : String(value);
}
