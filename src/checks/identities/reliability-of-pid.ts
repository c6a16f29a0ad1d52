import { PID } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { IdentityAttribute, IdentityStatus } from '../../identity/statuses.js';
import type { Told } from './told-identity.js';

/** What PID-32 tells of an identity. */
interface Reliability {
  /** The code of each repetition that is not empty, in order. */
  readonly codes: readonly Told[];
  /**
   * By the first code that tells one. `VALI` gives `validée`: before PAM FR told `QUAL`, an identity validated that carries an INS is a qualified one.
   */
  readonly status: IdentityStatus | undefined;
  readonly attributes: readonly IdentityAttribute[];
}

const STATUS_OF: ReadonlyMap<string, IdentityStatus> = new Map([
  ['PROV', 'provisoire'],
  ['RECUP', 'récupérée'],
  ['VALI', 'validée'],
  ['QUAL', 'qualifiée'],
]);

const ATTRIBUTE_OF: ReadonlyMap<string, IdentityAttribute> = new Map([
  ['DOUT', 'douteuse'],
  ['FICT', 'fictive'],
  ['HOMA', 'homonyme'],
  ['HOMD', 'homonyme'],
]);

/** The reliability of the identity of a PID segment (PID-32, HL7 table 0445 as extended in France). */
export function reliabilityOfPid(pid: Hl7Segment): Reliability {
  const codes = pid.field(PID.reliability).repetitions.flatMap((repetition) => {
    const value = repetition.component(1).text.trim();
    return value === '' ? [] : [{ value, at: repetition.location }];
  });
  const attributes = codes.flatMap(({ value }) => ATTRIBUTE_OF.get(value) ?? []);
  return {
    codes,
    status: codes.map(({ value }) => STATUS_OF.get(value)).find((status) => status !== undefined),
    attributes: [...new Set(attributes)],
  };
}
