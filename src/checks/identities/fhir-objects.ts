import { isObject, type JsonPath } from '../../artifacts/json/document.js';

/** An object in a FHIR resource, and where it is. */
export interface FhirObject {
  readonly path: JsonPath;
  readonly value: Members;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The objects of a resource that are wanted, itself first, in order; of a Bundle, what its entries tell beside their resources, which are
 * artifacts of their own.
 * @param enters tells what is looked into; the path that it is given is only good while it runs.
 */
export function* fhirObjects(
  root: unknown,
  wanted: (value: Members) => boolean,
  enters: (value: Members, path: JsonPath) => boolean = () => true,
): Generator<FhirObject> {
  const ofBundle = isObject(root) && root.resourceType === 'Bundle';
  // One path, copied for what is wanted, and no recursion: values may be a million, at a depth of hundreds.
  const path: (string | number)[] = [];
  const open = [innerOf(root)];
  if (isObject(root) && !enters(root, path)) return;
  if (isObject(root) && wanted(root)) yield { path: [], value: root };
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const next = inner.next();
    if (next.done) {
      open.pop();
      path.pop();
      continue;
    }
    const [name, value] = next.value;
    if (typeof value !== 'object' || value === null) continue;
    if (ofBundle && path.length === 2 && path[0] === 'entry' && name === 'resource') continue;
    path.push(name);
    if (isObject(value) && !enters(value, path)) {
      path.pop();
      continue;
    }
    open.push(innerOf(value));
    if (isObject(value) && wanted(value)) yield { path: [...path], value };
  }
}

function innerOf(value: unknown): Iterator<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return (isObject(value) ? Object.entries(value) : []).values();
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
