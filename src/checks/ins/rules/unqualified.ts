import type { Artifact } from '../../../artifacts/artifact.js';
import { authorityOf, isInsOid } from '../../../identity/oids.js';
import { traitKey } from '../../../identity/traits.js';
import { type CheckContext, patientOf } from '../../context.js';
import type { Outcome, Rule } from '../../define.js';

/** Rule 28 of the Guide d'implémentation de l'INS. Every official sample has a qualified patient: none is judged by it. */
export const RULE_28: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: "Guide d'implémentation de l'INS, règle 28 (INS/va1.53, INS/va1.59)",
  samples: null,
};

/**
 * Runs `judge` on an artifact of a patient declared with an identity that is not qualified: the INS of a qualified one may be sent, and
 * without a declaration nothing tells which case it is.
 */
export function whenUnqualified<R extends string>(
  artifact: Artifact,
  context: CheckContext,
  judge: () => Outcome<R>,
): Outcome<R> {
  const patient = patientOf(artifact, context);
  if (!patient && context.patients.length === 0) return { evaluated: 0, findings: [], applies: false };
  if (!patient) return { evaluated: 0, findings: [], needs: [{ code: 'need/patient-status' }] };
  return patient.status === 'qualifiée' ? { evaluated: 0, findings: [], applies: false } : judge();
}

/**
 * Tells whether an identifier is the matricule that is declared of the artifact's patient, whatever authority it stands under: that of the billing
 * number excepted, which is often the same.
 */
export function declaredMatricule(artifact: Artifact, context: CheckContext): (value: string, oid: string) => boolean {
  const { matricule } = patientOf(artifact, context) ?? {};
  return (value, oid) =>
    matricule !== undefined &&
    authorityOf(oid)?.nature !== 'NSS' &&
    traitKey('matricule', value) === traitKey('matricule', matricule);
}

/** The OID of the INS that a text holds, e.g. in the assigning authority of an HL7 identifier. */
export function insOidIn(text: string): string | undefined {
  return text.match(/\d+(?:\.\d+)+/g)?.find(isInsOid);
}
