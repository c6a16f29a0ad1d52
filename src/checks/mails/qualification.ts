import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { matriculeFault } from '../../identity/matricule.js';
import { isInsOid, isTestOid } from '../../identity/oids.js';

/** Whether a document tells a qualified INS, or what it lacks. */
type Qualification = 'qualified' | 'no-ins' | 'no-trait' | 'wrong-key' | 'wrong-test-key';

/** A document holds a qualified INS when it tells its matricule, its OID and the four traits (ECO.2.4.2). */
export function qualificationOf(patient: CdaPatient | undefined): Qualification {
  const ins = patient?.ids.find((id) => isInsOid(id.root));
  if (!patient || !ins) return 'no-ins';
  const { birthName, firstGiven, birthTime, gender } = patient;
  const traits = [birthName?.normalizedText, firstGiven?.normalizedText, birthTime?.attribute('value'), gender?.code];
  if (traits.some((trait) => !trait)) return 'no-trait';
  const fault = matriculeFault(ins.extension ?? '');
  if (fault === undefined) return 'qualified';
  return fault === 'key' && isTestOid(ins.root) ? 'wrong-test-key' : fault === 'key' ? 'wrong-key' : 'no-ins';
}
