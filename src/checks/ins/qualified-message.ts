import { PID } from '../../artifacts/hl7v2/fields.js';
import { patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import { isInsOid } from '../../identity/oids.js';
import { patientOf, placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { identityOfPatient } from '../identities/identities-of-hl7v2.js';

/** Every message that the software sends about a patient whose identity is qualified carries the INS in PID-3. */
export const qualifiedMessage = defineCheck({
  id: 'ins/qualified-message',
  on: 'hl7v2',
  rules: {
    'no-ins': {
      severity: 'error',
      mark: 'primary',
      clause: "Annexe CI-SIS « Prise en charge de l'INS », segment PID (INS/va1.61, INS/va1.71)",
      samples: { broken: 0, of: 40, corpus: 'ansforge/hl7V2-exemples, 40 PID' },
    },
  },
  examples: [
    {
      rule: 'no-ins',
      base: 'hl7v2-adt',
      part: 'message',
      good: '~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101',
      bad: '',
    },
  ],
  run(artifact, context) {
    const patients = artifact.content.messages.flatMap(patientGroups);
    const received = artifact.declared.role === 'incoming';
    if (patients.length === 0 || received || patientOf(artifact, context)?.status !== 'qualifiée')
      return { evaluated: 0, findings: [], applies: false };
    const bare = patients.filter(
      (group) => !identityOfPatient(group).matricules.some(({ former, oid }) => !former && isInsOid(oid?.value)),
    );
    const findings = bare.map(({ pid }) => ({
      rule: 'no-ins' as const,
      at: placeIn(artifact, pid.field(PID.identifiers).location),
      actual: pid.field(PID.identifiers).raw,
    }));
    return { evaluated: patients.length, findings };
  },
});
