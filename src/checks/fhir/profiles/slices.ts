import type { JsonPath } from '../../../artifacts/json/document.js';
import type { ElementNode } from '../validation/element-tree.js';
import { type Discriminating, type Discriminator, isOfSlice } from './discriminators.js';
import type { ProfileFault } from './issue.js';
import type { Occurrence } from './occurrences.js';

/** The values of an element by the slices that they are of, and what is wrong with how they share out. */
export interface Sliced {
  readonly groups: readonly { readonly slice: ElementNode; readonly occurrences: readonly Occurrence[] }[];
  readonly issues: readonly {
    readonly fault: ProfileFault;
    /** Undefined for the element as a whole. */
    readonly at: JsonPath | undefined;
    readonly args: Readonly<Record<string, string | number>>;
  }[];
}

/** Choices are sliced by type where nothing is said. */
const BY_TYPE: readonly Discriminator[] = [{ type: 'type', path: '$this' }];

/** Shares the values of an element out among its slices (FHIR R4 §5.1.0.5 to §5.1.0.9). */
export function assignSlices(found: readonly Occurrence[], node: ElementNode, walk: Discriminating): Sliced {
  const { slices, definition, choice, name } = node;
  const { discriminator = choice ? BY_TYPE : [], rules, ordered } = definition.slicing ?? {};
  // Rank of the slice of each value; -1 for none, undefined when it can't be told.
  const ranks = found.map((occurrence) => {
    const answers = slices.map((slice) => isOfSlice(occurrence, slice, discriminator, walk));
    const rank = answers.indexOf(true);
    return rank === -1 && answers.includes(undefined) ? undefined : rank;
  });
  const untold = ranks.filter((rank) => rank === undefined).length;
  const groups = slices.map((slice, rank) => ({
    slice,
    occurrences: found.filter((_, index) => ranks[index] === rank),
  }));
  const issues: Sliced['issues'][number][] = [];
  for (const { slice, occurrences } of groups) {
    const { min, max, sliceName = '' } = slice.definition;
    const args = { element: name, slice: sliceName, count: occurrences.length };
    if (occurrences.length + untold < min)
      issues.push({ fault: 'slice-missing', at: undefined, args: { ...args, min } });
    if (max !== '*' && occurrences.length > Number(max))
      issues.push({ fault: 'slice-too-many', at: occurrences.at(-1)?.path, args: { ...args, max } });
  }
  const names = slices.map((slice) => slice.definition.sliceName ?? '').join(', ');
  let last = -1;
  let strangers = 0;
  for (const [index, { path }] of found.entries()) {
    const rank = ranks[index];
    if (rank === undefined) continue;
    if (rank === -1) {
      strangers++;
      if (rules === 'closed') issues.push({ fault: 'slice-closed', at: path, args: { element: name, slices: names } });
      continue;
    }
    if ((ordered && rank < last) || (rules === 'openAtEnd' && strangers > 0))
      issues.push({ fault: 'slice-order', at: path, args: { element: name, slices: names } });
    last = Math.max(last, rank);
  }
  return { groups, issues };
}
