import type { Artifact } from '../../../artifacts/artifact.js';
import type { RawFinding } from '../../define.js';
import { foundIn, objectsAt, rootOf } from './found.js';

/** How many times an element may stand at its place. */
export interface Cardinality<R extends string> {
  /** Rule that says it. */
  readonly rule: R;
  /** `content.attachment.size` */
  readonly element: string;
  readonly min?: 1;
  readonly max?: 0 | 1;
}

/** Elements, separated by spaces, that share a cardinality. */
export function cardinalities<R extends string>(
  rule: R,
  elements: string,
  bounds: Pick<Cardinality<R>, 'min' | 'max'>,
): Cardinality<R>[] {
  return elements
    .trim()
    .split(/\s+/)
    .map((element) => ({ rule, element, ...bounds }));
}

/** Elements that lack, or that are too many. What stands in an element that lacks is not asked for besides. */
export function judgeCardinalities<R extends string>(
  resource: Artifact<'fhir'>,
  table: readonly Cardinality<R>[],
): RawFinding<R>[] {
  return table.flatMap(({ rule, element, min = 0, max = Number.POSITIVE_INFINITY }) => {
    const cut = element.lastIndexOf('.');
    const name = element.slice(cut + 1);
    return objectsAt(rootOf(resource), element.slice(0, Math.max(cut, 0))).flatMap(({ path, value }) => {
      // Beside its name stands why a value is absent.
      const count = timesOf(value[name]) || timesOf(value[`_${name}`]);
      if (count >= min && count <= max) return [];
      return [foundIn(resource, rule, count === 0 ? path : [...path, name], { args: { element, count } })];
    });
  });
}

function timesOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}
