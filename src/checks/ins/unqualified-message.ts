import type { Artifact } from '../../artifacts/artifact.js';
import { cx } from '../../artifacts/hl7v2/data-types.js';
import { PID } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import { patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { authorityOf, isInsOid } from '../../identity/oids.js';
import { type CheckContext, type DeclaredPatient, patientOf, placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { identityOfPatient, isNational, mailboxesOf } from '../identities/identities-of-hl7v2.js';
import { isNotDeclared } from '../identities/identity-divergences.js';
import { reliabilityOfPid } from '../identities/reliability-of-pid.js';
import { RULE_28, whenUnqualified } from './unqualified.js';

const RULES = {
  'ins-id': RULE_28,
  'ins-oid': RULE_28,
  mailbox: RULE_28,
  // The dossier declares one status of the patient, who may have had another when the message was sent.
  validated: {
    severity: 'warning',
    mark: 'primary',
    clause: "Guide d'implémentation de l'INS, règle 20 (INS/va1.43, INS/va1.45), PID-32",
    samples: null,
  },
} as const satisfies Readonly<Record<string, Rule>>;

type Found = RawFinding<keyof typeof RULES>;

/** Relatives, guarantors and insured are not the patient; an MRG takes an INS away; a PRT has a rule of its own. */
const NOT_SEARCHED: ReadonlySet<string> = new Set(['MRG', 'NK1', 'GT1', 'IN1', 'IN2', 'IN3', 'PRT']);

/** PID-3 has a rule of its own; PID-21 is the mother's. */
const PID_NOT_SEARCHED: readonly number[] = [PID.identifiers, PID.motherIdentifiers];

/** The messages about a patient whose identity is not qualified identify the patient without the INS. */
export const unqualifiedMessage = defineCheck({
  id: 'ins/unqualified-message',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    {
      ...example('ins-id'),
      good: '10004^^^IPP-EXEMPLE&2.999.1.1&ISO^PI',
      bad: '10004^^^IPP-EXEMPLE&2.999.1.1&ISO^PI~171041305599142^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
      trips: ['ins/message-status'],
    },
    { ...example('ins-oid'), good: 'PV1|1|N', bad: 'PV1|1|N\nZFI|171041305599142^^^&1.2.250.1.213.1.4.10&ISO' },
    {
      ...example('mailbox'),
      good: 'PV1|1|N',
      bad: 'PV1|1|N\nPRT||UC||RCT^Result Copies To^participation|||||||||||^^X.400^171041305599142@patient.mssante.fr',
    },
    { ...example('validated'), good: '|N||PROV', bad: '|N||VALI' },
  ],
  run: (artifact, context) => {
    const messages = artifact.content.messages.filter((message) => patientGroups(message).length > 0);
    if (messages.length === 0) return { evaluated: 0, findings: [], applies: false };
    return whenUnqualified(artifact, context, () => {
      const declared = patientOf(artifact, context);
      const own = messages.filter((message) => messages.length === 1 || !isOfAnother(message, declared, context));
      return { evaluated: own.length, findings: own.flatMap((message) => judgeMessage(artifact, message, context)) };
    });
  },
});

function example<R extends string>(rule: R) {
  return { rule, base: 'hl7v2-unqualified' as const, part: 'message' };
}

/** True for a message of a file of several that carries the INS of a patient declared as qualified, or is clearly not about the one declared. */
function isOfAnother(message: Hl7Message, declared: DeclaredPatient | undefined, { patients }: CheckContext): boolean {
  const qualified = new Set(patients.filter(({ status }) => status === 'qualifiée').map(({ matricule }) => matricule));
  const identities = patientGroups(message).map(identityOfPatient);
  return (
    identities.some(({ matricules }) => matricules.some(({ value, former }) => !former && qualified.has(value))) ||
    (declared !== undefined && identities.every((identity) => isNotDeclared(identity, declared)))
  );
}

function judgeMessage(artifact: Artifact<'hl7v2'>, message: Hl7Message, context: CheckContext): Found[] {
  const declared = patientOf(artifact, context)?.status;
  return [
    ...patientGroups(message).flatMap(({ pid }) => judgePid(artifact, pid, declared === 'validée')),
    ...message.segments
      .flatMap(mailboxesOf)
      .flatMap(({ matricules }) => matricules.map(({ at }): Found => ({ rule: 'mailbox', at: placeIn(artifact, at) }))),
    ...message.segments
      .filter(({ name }) => !NOT_SEARCHED.has(name))
      .flatMap((segment) => insOidsIn(segment))
      .map(({ field, oid }): Found => ({ rule: 'ins-oid', at: placeIn(artifact, field.location), args: { oid } })),
  ];
}

function judgePid(artifact: Artifact<'hl7v2'>, pid: Hl7Segment, validated: boolean): Found[] {
  const found = pid
    .field(PID.identifiers)
    .repetitions.filter((each) => cx(each).id.text !== '' && isNational(each))
    .filter((each) => authorityOf(cx(each).authority.universalId.text)?.nature !== 'INS-C')
    .map((each): Found => {
      const { id, authority } = cx(each);
      return {
        rule: 'ins-id',
        at: placeIn(artifact, id.location),
        args: { oid: authority.universalId.text || '—' },
        actual: id.text,
      };
    });
  const status = reliabilityOfPid(pid).codes.find(({ value }) => value === 'VALI' || value === 'QUAL');
  const allowed = validated && status?.value === 'VALI';
  if (status && !allowed) found.push({ rule: 'validated', at: placeIn(artifact, status.at), actual: status.value });
  return found;
}

/** The fields of a segment where the OID of an INS stands. A document that one encapsulates is judged by itself. */
function insOidsIn(segment: Hl7Segment): { readonly field: Hl7Value; readonly oid: string }[] {
  if (!segment.raw.includes('1.2.250.1.213.1.4.')) return [];
  const found: { readonly field: Hl7Value; readonly oid: string }[] = [];
  for (let n = 1; n <= segment.fieldCount; n++) {
    if (segment.name === 'PID' && PID_NOT_SEARCHED.includes(n)) continue;
    const field = segment.field(n);
    const oid = [...field.raw.matchAll(/(?<![\d.])1\.2\.250\.1\.213\.1\.4\.\d{1,3}(?!\.?\d)/g)].find(([each]) =>
      isInsOid(each),
    );
    if (oid) found.push({ field, oid: oid[0] });
  }
  return found;
}
