import { evalFhirPathTyped, PropertyType, parseFhirPath, type TypedValue, toTypedValue } from '@medplum/core';
import type { JsonPath, JsonView } from '../../artifacts/json/document.js';
import type { Evaluate } from '../evaluate.js';

/** Throws what is wrong with a FHIRPath. */
export function compileFhirPath(test: unknown): void {
  if (typeof test !== 'string') throw new TypeError('a FHIRPath test is a string');
  parseFhirPath(test);
}

/** Evaluates a FHIRPath test on each value that `each` selects, or on the resource. Only `true` holds, as for an invariant. */
export const evaluateFhirPath: Evaluate<JsonView> = (document, each, test) => {
  if (typeof test !== 'string') throw new TypeError('a FHIRPath test is a string');
  const root = toTypedValue(document.value);
  const values = each === undefined ? [root] : evalFhirPathTyped(each, [root]);
  const failures = values.filter((value) => !holds(evalFhirPathTyped(test, [value])));
  return {
    evaluated: values.length,
    failures: failures.map((value) => document.locate(pathOf(document.value, value.value) ?? [])),
  };
};

function holds(result: readonly TypedValue[]): boolean {
  return result.length === 1 && result[0]?.type === PropertyType.boolean && result[0].value === true;
}

/** FHIRPath forgets where a value came from: it is found again by identity. A primitive has none. */
function pathOf(from: unknown, wanted: unknown, path: JsonPath = []): JsonPath | undefined {
  if (from === wanted) return path;
  if (typeof from !== 'object' || from === null || typeof wanted !== 'object') return undefined;
  for (const [key, value] of Object.entries(from)) {
    const found = pathOf(value, wanted, [...path, Array.isArray(from) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
