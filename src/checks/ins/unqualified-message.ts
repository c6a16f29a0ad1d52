import type { Artifact } from '../../artifacts/artifact.js';
import { cx, msg } from '../../artifacts/hl7v2/data-types.js';
import { MSH, PID } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import { patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { authorityOf } from '../../identity/oids.js';
import type { IdentityStatus } from '../../identity/statuses.js';
import { type CheckContext, type DeclaredPatient, patientOf, placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { identityOfPatient, isNational, mailboxesOf } from '../identities/identities-of-hl7v2.js';
import { isNotDeclared } from '../identities/identity-divergences.js';
import { reliabilityOfPid } from '../identities/reliability-of-pid.js';
import { declaredMatricule, insOidIn, RULE_28, whenUnqualified } from './rules/unqualified.js';

const RULES = {
  'ins-id': RULE_28,
  matricule: RULE_28,
  'ins-oid': RULE_28,
  mailbox: RULE_28,
  // The dossier declares one status of the patient, who may have had another when the message was sent.
  validated: {
    severity: 'warning',
    mark: 'primary',
    clause: "Guide d'implémentation de l'INS, règle 20 (INS/va1.43, INS/va1.45), PID-32",
    samples: null,
  },
  'status-untold': {
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
    { ...example('matricule'), good: '10004^^^IPP-EXEMPLE', bad: '171041305599142^^^IPP-EXEMPLE' },
    {
      ...example('mailbox'),
      good: 'PV1|1|N',
      bad: 'PV1|1|N\nPRT||UC||RCT^Result Copies To^participation|||||||||||^^X.400^171041305599142@patient.mssante.fr',
    },
    { ...example('validated'), good: '|N||PROV', bad: '|N||VALI' },
    { ...example('status-untold'), base: 'hl7v2-provisional', good: '|N||PROV', bad: '|N||' },
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
  const isDeclared = declaredMatricule(artifact, context);
  return [
    ...patientGroups(message).flatMap(({ pid }) => [
      ...judgePid(artifact, pid, declared === 'validée'),
      ...declaredIn(artifact, pid, isDeclared),
      ...(isRemoval(message) ? [] : untoldStatus(artifact, pid, declared)),
    ]),
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
        args: { oid: authority.universalId.text },
        actual: id.text,
      };
    });
  const status = reliabilityOfPid(pid).codes.find(({ value }) => value === 'VALI' || value === 'QUAL');
  const allowed = validated && status?.value === 'VALI';
  if (status && !allowed) found.push({ rule: 'validated', at: placeIn(artifact, status.at), actual: status.value });
  return found;
}

/** The matricule of the patient among the local identifiers; `NH` types the number of the health insurance. */
function declaredIn(
  artifact: Artifact<'hl7v2'>,
  pid: Hl7Segment,
  isDeclared: ReturnType<typeof declaredMatricule>,
): Found[] {
  return pid
    .field(PID.identifiers)
    .repetitions.map((each) => ({ each, ...cx(each) }))
    .filter(({ each, type }) => !isNational(each) && type.text.trim() !== 'NH')
    .filter(({ id, authority }) => isDeclared(id.text, authority.universalId.text))
    .map(({ id, authority }) => ({
      rule: 'matricule',
      at: placeIn(artifact, id.location),
      args: { oid: authority.universalId.text || authority.namespace.text || '—' },
      actual: id.text,
    }));
}

/** PID-32 of the statuses that it has a code for: a retrieved identity has none in table 0445. */
const CODES_OF: Partial<Readonly<Record<IdentityStatus, readonly [string, ...string[]]>>> = {
  provisoire: ['PROV', 'VIDE'],
  validée: ['VALI'],
};

/** PID-32 tells less than the declared status, or nothing; what it tells beyond is for `validated`. */
function untoldStatus(artifact: Artifact<'hl7v2'>, pid: Hl7Segment, declared: IdentityStatus | undefined): Found[] {
  const expected = CODES_OF[declared ?? 'qualifiée'];
  const { codes } = reliabilityOfPid(pid);
  if (!expected || codes.some(({ value }) => [...expected, 'VALI', 'QUAL'].includes(value))) return [];
  const told = codes.map(({ value }) => value).join('~');
  const at = placeIn(artifact, pid.field(PID.reliability).location);
  return [{ rule: 'status-untold', at, args: { expected: expected[0] }, actual: told || '—' }];
}

/** A message that joins two records or takes identifiers away need not tell the whole identity. */
function isRemoval({ segments: [header] }: Hl7Message): boolean {
  return header !== undefined && ['A40', 'A47'].includes(msg(header.field(MSH.type)).event.text);
}

/** The fields of a segment where the OID of an INS stands. A document that one encapsulates is judged by itself. */
function insOidsIn(segment: Hl7Segment): { readonly field: Hl7Value; readonly oid: string }[] {
  if (!segment.raw.includes('1.2.250.1.213.1.4.')) return [];
  const found: { readonly field: Hl7Value; readonly oid: string }[] = [];
  for (let n = 1; n <= segment.fieldCount; n++) {
    if (segment.name === 'PID' && PID_NOT_SEARCHED.includes(n)) continue;
    const field = segment.field(n);
    const oid = insOidIn(field.raw);
    if (oid !== undefined) found.push({ field, oid });
  }
  return found;
}
