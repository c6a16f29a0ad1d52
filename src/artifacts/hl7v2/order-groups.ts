import type { Hl7Message } from './message.js';
import type { Hl7Segment } from './segment.js';

/** An OBX segment with what follows it up to the next: PRT, NTE, in ZAM messages ERR. */
interface Observation {
  readonly segment: Hl7Segment;
  readonly following: readonly Hl7Segment[];
}

/** An order and its observations (HL7 v2.5 §7.3.1, ORDER_OBSERVATION; MDM and ZAM messages alike). */
export interface OrderGroup {
  readonly order: Hl7Segment | undefined;
  readonly request: Hl7Segment | undefined;
  /** What stands between these and the first observation: TXA, PRT, NTE. */
  readonly following: readonly Hl7Segment[];
  readonly observations: readonly Observation[];
}

interface GrowingGroup {
  order: Hl7Segment | undefined;
  request: Hl7Segment | undefined;
  readonly following: Hl7Segment[];
  readonly observations: { readonly segment: Hl7Segment; readonly following: Hl7Segment[] }[];
}

/** The groups that ORC and OBR open; observations before any of them form a group of their own. */
export function orderGroups({ segments }: Hl7Message): OrderGroup[] {
  const groups: GrowingGroup[] = [];
  const opened = (): GrowingGroup => {
    const group: GrowingGroup = { order: undefined, request: undefined, following: [], observations: [] };
    groups.push(group);
    return group;
  };
  for (const segment of segments) {
    const open = groups.at(-1);
    const observation = open?.observations.at(-1);
    if (segment.name === 'ORC') opened().order = segment;
    else if (segment.name === 'OBR') {
      const own = open && !open.request && !observation ? open : opened();
      own.request = segment;
    } else if (segment.name === 'OBX') (open ?? opened()).observations.push({ segment, following: [] });
    else (observation ?? open)?.following.push(segment);
  }
  return groups;
}
