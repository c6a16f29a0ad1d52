import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import { placeIn } from '../../context.js';
import type { RawFinding } from '../../define.js';
import type { Told } from '../../found.js';
import { type FhirObject, objectsOf } from '../../identities/fhir-objects.js';

/** A finding in a resource. */
export function foundIn<R extends string>(
  resource: Artifact<'fhir'>,
  rule: R,
  path: JsonPath,
  told: Told = {},
): RawFinding<R> {
  return {
    rule,
    at: placeIn(resource, resource.content.json.locate(path)),
    ...(told.args && { args: told.args }),
    ...(told.actual !== undefined && { actual: told.actual }),
  };
}

/** The resource as an object. */
export function rootOf({ content }: Artifact<'fhir'>): FhirObject {
  return { path: [], value: isObject(content.json.value) ? content.json.value : {} };
}

/** Every object at `path` under an object, `content.attachment`, through lists. */
export function objectsAt(object: FhirObject, path: string): FhirObject[] {
  if (path === '') return [object];
  return path
    .split('.')
    .reduce<FhirObject[]>((found, step) => found.flatMap((each) => objectsOf(each, step)), [object]);
}

/** A member that is a text, when it is one. */
export function textOf(object: FhirObject | undefined, member: string): string | undefined {
  const value = object?.value[member];
  return typeof value === 'string' ? value : undefined;
}
