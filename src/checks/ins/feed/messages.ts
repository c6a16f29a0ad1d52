import type { Artifact, Declaration } from '../../../artifacts/artifact.js';
import { msg } from '../../../artifacts/hl7v2/data-types.js';
import { MSA, MSH } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../../artifacts/hl7v2/message.js';
import { patientGroups } from '../../../artifacts/hl7v2/patient-groups.js';
import type { IdentityStatus } from '../../../identity/statuses.js';
import { identityOfPatient } from '../../identities/identities-of-hl7v2.js';
import { reliabilityOfPid } from '../../identities/reliability-of-pid.js';
import type { ToldIdentity } from '../../identities/told-identity.js';

/** What one message tells of one patient, and what orders it among the others. */
export interface FeedEntry {
  readonly path: string;
  /** Rank of the message in its file, from 0. */
  readonly rank: number;
  readonly role: Declaration['role'];
  readonly order: number | undefined;
  /** Id of the patient that the vendor declares. */
  readonly patient: string | undefined;
  /** MSH-7 as written. */
  readonly time: string;
  /** MSH-10. */
  readonly id: string;
  /** MSH-3. */
  readonly sender: string;
  /** MSH-9: `ADT`. */
  readonly type: string;
  /** `A31`. */
  readonly event: string;
  readonly identity: ToldIdentity;
  /** By PID-32: `validée` for VALI, with or without INS. */
  readonly status: IdentityStatus | undefined;
  /** PID-32 as written. */
  readonly codes: string;
}

/** A message that answers another. */
export interface Acknowledgement {
  readonly path: string;
  /** The place of its MSA segment. */
  readonly at: ToldIdentity['at'];
  /** MSA-1. */
  readonly code: string;
  /** MSA-2. */
  readonly answers: string;
  /** MSH-5. */
  readonly receiver: string;
}

/** What is kept of a file of messages. */
export interface FeedFile {
  readonly entries: readonly FeedEntry[];
  readonly acknowledgements: readonly Acknowledgement[];
}

/** What checks on the ordered exchanges of HL7 v2 keep of a file. */
export function feedFileOf(artifact: Artifact<'hl7v2'>): FeedFile {
  const { messages } = artifact.content;
  return {
    entries: messages.flatMap((message, rank) => entriesOf(message, rank, artifact)),
    acknowledgements: messages.flatMap((message) => acknowledgementOf(message, artifact.path)),
  };
}

function acknowledgementOf({ segments }: Hl7Message, path: string): Acknowledgement[] {
  const answer = segments.find(({ name }) => name === 'MSA');
  if (!answer) return [];
  return [
    {
      path,
      at: answer.location,
      code: answer.field(MSA.code).text.trim(),
      answers: answer.field(MSA.controlId).text.trim(),
      receiver: segments[0]?.field(MSH.receivingApplication).component(1).text ?? '',
    },
  ];
}

/** One entry for each PID segment; none for an answer, which tells of a patient what it was asked. */
function entriesOf(
  message: Hl7Message,
  rank: number,
  { path, declared }: Pick<Artifact, 'path' | 'declared'>,
): FeedEntry[] {
  const [header] = message.segments;
  if (!header || message.segments.some(({ name }) => name === 'MSA')) return [];
  const { type, event } = msg(header.field(MSH.type));
  const { role, order, patient } = declared;
  return patientGroups(message).map((group) => {
    const { status, codes } = reliabilityOfPid(group.pid);
    return {
      path,
      rank,
      role,
      order,
      patient,
      time: header.field(MSH.time).component(1).text.trim(),
      id: header.field(MSH.controlId).text.trim(),
      sender: header.field(MSH.sendingApplication).component(1).text,
      type: type.text,
      event: event.text,
      identity: identityOfPatient(group),
      status,
      codes: codes.map(({ value }) => value).join('~'),
    };
  });
}
