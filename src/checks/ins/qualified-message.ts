import { PID } from '../../artifacts/hl7v2/fields.js';
import { patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import { authorityOf } from '../../identity/oids.js';
import { patientOf, placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { identityOfPatient } from '../identities/identities-of-hl7v2.js';
import { isNotDeclared } from '../identities/identity-divergences.js';
import { keyOfLocalId, type ToldIdentity, type ToldMatricule } from '../identities/told-identity.js';

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
    const declared = patientOf(artifact, context);
    if (patients.length === 0 || received || declared?.status !== 'qualifiée')
      return { evaluated: 0, findings: [], applies: false };
    const told = patients.map((group) => ({ pid: group.pid, identity: identityOfPatient(group) }));
    const qualified = told.filter(({ identity }) => identity.matricules.some(isIns));
    const isOther = othersThan(qualified.map(({ identity }) => identity));
    const bare = told
      .filter(({ identity }) => !identity.matricules.some(isIns))
      .filter(({ identity }) => !isOther(identity) && !isNotDeclared(identity, declared));
    const findings = bare.map(({ pid }) => ({
      rule: 'no-ins' as const,
      at: placeIn(artifact, pid.field(PID.identifiers).location),
      actual: pid.field(PID.identifiers).raw,
    }));
    return { evaluated: qualified.length + bare.length, findings };
  },
});

/** A day of messages is about several patients, of whom one is declared: those whom a local authority tells apart from all that carry an INS are others. */
function othersThan(qualified: readonly ToldIdentity[]): (identity: ToldIdentity) => boolean {
  const ids = new Set(qualified.flatMap(({ localIds }) => localIds.map(keyOfLocalId)));
  const authorities = new Set(qualified.flatMap(({ localIds }) => localIds.map(({ authority }) => authority)));
  return ({ localIds }) =>
    localIds.some(({ authority }) => authorities.has(authority)) && !localIds.some((id) => ids.has(keyOfLocalId(id)));
}

/** True for what tells to be an INS, even wrongly: `ins/message-identity` judges how it is told. */
function isIns({ former, oid }: ToldMatricule): boolean {
  return !former && authorityOf(oid?.value)?.nature !== 'INS-C';
}
