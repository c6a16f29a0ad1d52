import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import type { FhirDefinitions } from '../validation/definitions.js';
import type { ElementNode } from '../validation/element-tree.js';

/** A value that an element has in a resource. */
export interface Occurrence {
  /** Name in the JSON form: `valueString` for `value[x]`. */
  readonly key: string;
  /** Name of its type; undefined where the JSON form does not tell it. */
  readonly type: string | undefined;
  /** Undefined when only its extensions are there. */
  readonly value: unknown;
  /** What the `_name` twin holds. */
  readonly extra: unknown;
  readonly path: JsonPath;
}

/** The values of an element in the object that holds it. */
export function occurrencesOf(
  value: unknown,
  { name, choice, definition }: ElementNode,
  path: JsonPath,
  definitions: FhirDefinitions,
): Occurrence[] {
  if (!isObject(value)) return [];
  if (!choice) {
    const [only, ...others] = definition.type ?? [];
    return membersOf(value, name, others.length === 0 ? only?.code : undefined, path);
  }
  const written = new Set(Object.keys(value).map((key) => key.replace(/^_/, '')));
  return [...written].flatMap((key) => {
    const type = key.startsWith(name) ? typeNamed(key.slice(name.length), definitions) : undefined;
    return type === undefined ? [] : membersOf(value, key, type, path);
  });
}

function membersOf(
  value: Readonly<Record<string, unknown>>,
  key: string,
  type: string | undefined,
  path: JsonPath,
): Occurrence[] {
  const own = Object.hasOwn(value, key) ? value[key] : undefined;
  const twin = Object.hasOwn(value, `_${key}`) ? value[`_${key}`] : undefined;
  if (own === undefined && twin === undefined) return [];
  const at = own === undefined ? [...path, `_${key}`] : [...path, key];
  if (!Array.isArray(own ?? twin)) return [occurrence(key, type, own, twin, at)];
  const owns: unknown[] = Array.isArray(own) ? own : [];
  const twins: unknown[] = Array.isArray(twin) ? twin : [];
  return Array.from({ length: Math.max(owns.length, twins.length) }, (_, index) =>
    occurrence(key, type, owns[index] ?? undefined, twins[index] ?? undefined, [...at, index]),
  );
}

function occurrence(key: string, type: string | undefined, value: unknown, extra: unknown, path: JsonPath): Occurrence {
  const isResource = isObject(value) && typeof value.resourceType === 'string';
  return { key, type: isResource ? String(value.resourceType) : type, value, extra, path };
}

/** The type that ends the JSON name of a choice: `String` is `string`, `CodeableConcept` itself. */
function typeNamed(suffix: string, definitions: FhirDefinitions): string | undefined {
  if (!/^[A-Z]\w*$/.test(suffix)) return undefined;
  const primitive = suffix.charAt(0).toLowerCase() + suffix.slice(1);
  return [primitive, suffix].find((name) => definitions.structure(name) !== undefined);
}
