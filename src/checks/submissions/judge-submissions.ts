import type { Artifact } from '../../artifacts/artifact.js';
import type { XdsObject } from '../../artifacts/xds/metadata.js';
import { SIGNATURE_CLASS } from '../../artifacts/xds/names.js';
import type { Outcome, RawFinding } from '../define.js';
import { DMP_RESOURCE, isAddressedToDmp, resourcesOf } from '../dmp/messages/dmp-messages.js';
import { type Submission, submissionsOf } from './submissions-of.js';

/** Judges each submission of an archive or of SOAP messages; what has nothing to look at is not what the check is about. */
export function judgeSubmissions<R extends string>(
  artifact: Artifact<'xdm'> | Artifact<'soap'>,
  judge: (submission: Submission) => { readonly evaluated: number; readonly findings: readonly RawFinding<R>[] },
): Outcome<R> {
  const judged = submissionsOf(artifact).map(judge);
  const evaluated = judged.reduce((sum, each) => sum + each.evaluated, 0);
  const findings = judged.flatMap((each) => each.findings);
  return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
}

/** True when a message goes to the DMP: its address or its VIHF says so, or it names no other service. */
export function isForDmp({ message }: Submission): boolean {
  if (!message) return false;
  const resources = resourcesOf(message);
  return resources.length === 0 || resources.includes(DMP_RESOURCE) || isAddressedToDmp(message);
}

/** Formats and type that only the entry of a signature has (IHE ITI TF-3 §5.10.3.2, DSG). */
export const SIGNATURE_FORMATS: readonly string[] = [
  'http://www.w3.org/2000/09/xmldsig#',
  'urn:ihe:iti:dsg:detached:2014',
];
export const SIGNATURE_TYPE = 'E1762';

/** True for the entry of a signature: any of the codes that only a signature has. */
export function isSignatureEntry(entry: XdsObject): boolean {
  return (
    entry.codes('classCode').some(({ value }) => value === SIGNATURE_CLASS) ||
    entry.codes('typeCode').some(({ value }) => value === SIGNATURE_TYPE) ||
    entry.codes('formatCode').some(({ value }) => SIGNATURE_FORMATS.includes(value))
  );
}
