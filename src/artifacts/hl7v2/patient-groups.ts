import type { Hl7Message } from './message.js';
import type { Hl7Segment } from './segment.js';

/** A PID segment and what follows it up to the next: most messages have one, a merge or an answer to a query may have several. */
export interface PatientGroup {
  readonly pid: Hl7Segment;
  readonly following: readonly Hl7Segment[];
}

/** The patients of a message, in order; what stands before the first PID is of none. */
export function patientGroups({ segments }: Hl7Message): PatientGroup[] {
  const groups: { readonly pid: Hl7Segment; readonly following: Hl7Segment[] }[] = [];
  for (const segment of segments) {
    if (segment.name === 'PID') groups.push({ pid: segment, following: [] });
    else groups.at(-1)?.following.push(segment);
  }
  return groups;
}
