import type { Hl7Message } from './message.js';
import type { Hl7Segment } from './segment.js';

/** Segments of a message called `name`, in order. */
export function segmentsNamed({ segments }: Hl7Message, name: string): Hl7Segment[] {
  return segments.filter((segment) => segment.name === name);
}
