import type { Artifact } from '../../../artifacts/artifact.js';
import { msg } from '../../../artifacts/hl7v2/data-types.js';
import { MSH } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';
import { readTs } from '../../../identity/hl7-time.js';
import { placeIn } from '../../context.js';
import type { RawFinding } from '../../define.js';

/** A field that is empty, or that has another value than the volet's. */
export type FieldFault = RawFinding<'required-field' | 'value'>;

/** What a field must hold. Without `wanted`, anything. */
interface Wanted {
  /** As a developer calls it: `MSH-12.1`. */
  readonly field: string;
  readonly value: Hl7Value;
  readonly wanted?: readonly string[];
  /** Case tells nothing. */
  readonly anyCase?: boolean;
}

/** The finding that a field deserves, if any. */
export function faultOfField(
  { path }: Pick<Artifact, 'path'>,
  { field, value, wanted, anyCase }: Wanted,
): FieldFault[] {
  const text = value.text.trim();
  const at = placeIn({ path }, value.location);
  if (text === '') return [{ rule: 'required-field', at, args: { field } }];
  const told = (one: string): string => (anyCase ? one.toUpperCase() : one);
  if (!wanted || wanted.some((each) => told(each) === told(text))) return [];
  return [{ rule: 'value', at, args: { field, wanted: wanted.join(' | ') }, actual: value.raw }];
}

/**
 * How a header breaks with what the volets ask of every message (IG trans-cda-r2 and trans-cda-mss, segment MSH).
 *
 * @param wanted types, written as MSH-9 has them, and versions of HL7.
 */
export function headerFaults(
  artifact: Pick<Artifact, 'path'>,
  header: Hl7Segment,
  wanted: { readonly types: readonly string[]; readonly versions: readonly string[] },
): FieldFault[] {
  const field = (n: number): Hl7Value => header.field(n);
  const fault = (each: Wanted): FieldFault[] => faultOfField(artifact, each);
  const time = field(MSH.time).component(1);
  const noTime = time.text.trim() !== '' && readTs(time.text.trim()) === undefined;
  return [
    ...separatorsFault(artifact, field(2)),
    ...[3, 4, 5, 6, MSH.time, MSH.controlId].flatMap((n) => fault({ field: `MSH-${n}`, value: field(n) })),
    ...(noTime ? fault({ field: 'MSH-7', value: time, wanted: ['AAAAMMJJhhmmss±ZZzz'] }) : []),
    ...typeFault(artifact, field(MSH.type), wanted.types),
    ...fault({ field: 'MSH-11', value: field(MSH.processing).component(1), wanted: ['P', 'T', 'D'] }),
    ...fault({ field: 'MSH-12.1', value: field(MSH.version).component(1), wanted: wanted.versions }),
    ...fault({ field: 'MSH-17', value: field(MSH.country), wanted: ['FRA'] }),
    ...fault({ field: 'MSH-18', value: field(MSH.charsets).repetition(1), wanted: ['UNICODE UTF-8', '8859/15'] }),
  ];
}

/** Separators other than the volet's. Those that are not ASCII are said by the reader. */
function separatorsFault(artifact: Pick<Artifact, 'path'>, value: Hl7Value): FieldFault[] {
  if (value.raw === '^~\\&' || /[^\x20-\x7e]/.test(value.raw)) return [];
  const at = placeIn(artifact, value.location);
  return [{ rule: 'value', at, args: { field: 'MSH-2', wanted: '^~\\&' }, actual: value.raw }];
}

function typeFault(artifact: Pick<Artifact, 'path'>, value: Hl7Value, types: readonly string[]): FieldFault[] {
  const { type, event, structure } = msg(value);
  const written = [type, event, structure].map(({ text }) => text.trim()).join('^');
  if (types.includes(written)) return [];
  const at = placeIn(artifact, value.location);
  return [{ rule: 'value', at, args: { field: 'MSH-9', wanted: types.join(' | ') }, actual: value.raw }];
}
