import { isObject, type JsonPath } from '../../artifacts/json/document.js';

/** An object in a FHIR resource, and where it is. */
export interface FhirObject {
  readonly path: JsonPath;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every object of a resource, itself first, in order; of a Bundle, what its entries tell beside their resources, which are artifacts of their own. */
export function fhirObjects(root: unknown): FhirObject[] {
  const found: FhirObject[] = [];
  const ofBundle = isObject(root) && root.resourceType === 'Bundle';
  // Values may be a million, at a depth of hundreds: no recursion.
  const open: { path: JsonPath; value: unknown }[] = [{ path: [], value: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next;
    if (isObject(value)) found.push({ path, value });
    const inner: (readonly [string | number, unknown])[] = Array.isArray(value)
      ? [...value.entries()]
      : Object.entries(isObject(value) ? value : {});
    for (const [name, each] of inner.reverse()) {
      if (typeof each !== 'object' || each === null) continue;
      if (ofBundle && path.length === 2 && path[0] === 'entry' && name === 'resource') continue;
      open.push({ path: [...path, name], value: each });
    }
  }
  return found;
}

/** The objects of a member that is an object or a list of them, by their path. */
export function objectsOf({ path, value }: FhirObject, member: string): FhirObject[] {
  const inner = value[member];
  if (isObject(inner)) return [{ path: [...path, member], value: inner }];
  if (!Array.isArray(inner)) return [];
  return inner.flatMap((each, index) => (isObject(each) ? [{ path: [...path, member, index], value: each }] : []));
}

/** The extensions of an object whose address ends with one of these names: those of FR Core have moved from one server to another. */
export function extensionsOf(object: FhirObject, ...names: readonly string[]): FhirObject[] {
  return objectsOf(object, 'extension').filter(
    ({ value: { url } }) => typeof url === 'string' && names.some((name) => url === name || url.endsWith(`/${name}`)),
  );
}
