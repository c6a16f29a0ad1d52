import type { Artifact, Declaration } from '../../../artifacts/artifact.js';
import { cwe, msg, xtn } from '../../../artifacts/hl7v2/data-types.js';
import { ERR, MSA, MSH, OBX, PRT, TXA } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../../artifacts/hl7v2/message.js';
import { segmentsNamed } from '../../../artifacts/hl7v2/named-segments.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';
import type { CheckContext } from '../../context.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { flagOf, participationsOf, segmentCalled, type Transport, transportsOf } from './transports.js';

// What checks on several messages together keep of each: plain values, and the places to point at.

/** A text and where it stands. */
export interface Told {
  readonly text: string;
  readonly at: Place;
}

/** What any message tells of itself. */
interface Sent {
  readonly path: string;
  /** Rank in the file, from 0. */
  readonly index: number;
  readonly role: Declaration['role'];
  /** MSH-10. */
  readonly id: string;
  /** MSH-9.2 */
  readonly event: string;
  /** MSH-3 to MSH-6. */
  readonly parties: readonly string[];
  readonly at: Place;
}

/** A document by the name that it gives itself, and by its bytes. */
export interface NamedDocument {
  readonly name: string | undefined;
  readonly sha256: string;
  readonly at: Place;
}

export interface SentTransport extends Sent {
  readonly volet: Transport['volet'];
  readonly documents: readonly NamedDocument[];
  /** TXA-12 as written, in its parts. */
  readonly documentIds: readonly string[];
  /** Events of the business acknowledgements that the message asks for. */
  readonly awaits: readonly string[];
  readonly profile: Told;
  readonly senders: readonly Told[];
  readonly recipients: readonly Told[];
  /** Message-ID of the mail, for a message that delivers one. */
  readonly mail: Told | undefined;
}

export interface Answer extends Sent {
  /** MSH-9.1: `ACK` */
  readonly type: string;
  /** MSA-1 */
  readonly code: Told;
  /** MSA-2 */
  readonly answers: Told;
  readonly errors: readonly ToldError[];
}

/** An ERR segment. */
interface ToldError {
  readonly at: Place;
  /** ERR-3.1 */
  readonly code: Told;
  /** ERR-4 */
  readonly severity: Told;
  /** ERR-5.1 */
  readonly application: Told;
}

/** The messages of a file that carry documents. */
export function sentTransports(artifact: Artifact<'hl7v2'>): SentTransport[] {
  const index = new Map(artifact.content.messages.map((message, rank) => [message, rank]));
  return transportsOf(artifact).map((transport) => {
    const { message, header, volet, others } = transport;
    const mail = others
      .find((obx) => obx.field(OBX.valueType).text.trim() === 'ED')
      ?.field(OBX.code)
      .component(1);
    return {
      ...sent(artifact, message, header, index.get(message) ?? 0),
      volet,
      documents: namedDocuments(artifact, transport),
      documentIds: (segmentCalled(message, 'TXA')?.field(TXA.documentId).components ?? [])
        .map(({ text }) => text.trim())
        .filter((text) => text !== ''),
      awaits: awaitedBy(transport),
      profile: tell(artifact, header.field(MSH.profiles)),
      senders: addressesOf(artifact, message, 'SB'),
      recipients: addressesOf(artifact, message, 'RCT'),
      mail: volet === 'deliver' && mail && !mail.isEmpty ? tell(artifact, mail) : undefined,
    };
  });
}

/** The documents that a message carries, where they could be read. */
export function namedDocuments(artifact: Artifact<'hl7v2'>, { documents }: Transport): NamedDocument[] {
  return documents.flatMap(({ cda, obx }) =>
    cda ? [{ name: nameOf(cda), sha256: cda.sha256, at: placeIn(artifact, obx.field(OBX.value).location) }] : [],
  );
}

/** PRT-15.4 of the participations of this code (`SB`, `RCT`, `REPLY`…). */
export function addressesOf(artifact: Artifact<'hl7v2'>, message: Hl7Message, code: string): Told[] {
  return participationsOf(message, code)
    .flatMap((prt) => prt.field(PRT.telecoms).repetitions.map((telecom) => xtn(telecom).address))
    .filter(({ text }) => text.trim() !== '')
    .map((address) => tell(artifact, address));
}

/** The messages of a file that answer others. */
export function answersOf(artifact: Artifact<'hl7v2'>): Answer[] {
  return artifact.content.messages.flatMap((message, index) => {
    const [header] = message.segments;
    const msa = segmentCalled(message, 'MSA');
    if (!header || !msa) return [];
    return [
      {
        ...sent(artifact, message, header, index),
        type: msg(header.field(MSH.type)).type.text.trim(),
        code: tell(artifact, msa.field(MSA.code)),
        answers: tell(artifact, msa.field(MSA.controlId)),
        errors: segmentsNamed(message, 'ERR').map((err) => ({
          at: placeIn(artifact, err.location),
          code: tell(artifact, cwe(err.field(ERR.code)).code),
          severity: tell(artifact, err.field(ERR.severity)),
          application: tell(artifact, cwe(err.field(ERR.applicationCode)).code),
        })),
      },
    ];
  });
}

/** What a message tells of itself. */
export function sent(artifact: Artifact<'hl7v2'>, message: Hl7Message, header: Hl7Segment, index: number): Sent {
  return {
    path: artifact.path,
    index,
    role: artifact.declared.role,
    id: header.field(MSH.controlId).text.trim(),
    event: msg(header.field(MSH.type)).event.text.trim(),
    parties: [3, 4, 5, 6].map((n) => header.field(n).component(1).text.trim()),
    at: placeIn(artifact, (message.segments[0] ?? header).location),
  };
}

export function tell(artifact: Pick<Artifact, 'path'>, value: Hl7Value): Told {
  return { text: value.text.trim(), at: placeIn(artifact, value.location) };
}

/** The id of a document, one way of writing for all. */
export function nameOf({ content }: Artifact<'cda'>): string | undefined {
  const { root, extension } = content.id ?? {};
  return root?.trim() ? `${root.trim()}^${extension?.trim() ?? ''}` : undefined;
}

/** ACK_RECEPTION asks for what the DMP and the mail servers answer, ACK_LECTURE_MSS for what readers do. */
function awaitedBy(transport: Transport): string[] {
  if (transport.volet !== 'send') return [];
  const set = (code: string): boolean => flagOf(transport, code) === 'Y';
  const toMail = set('DESTMSSANTEPS') || set('DESTMSSANTEPAT');
  const reception = set('ACK_RECEPTION');
  return [
    ...(reception && set('DESTDMP') ? ['Z01'] : []),
    ...(reception && toMail ? ['Z02'] : []),
    ...(toMail && (set('ACK_LECTURE_MSS') || set('ACK_LECTURE')) ? ['Z03'] : []),
  ];
}

/** Whether the artifacts are of a dossier: those that are judged without one have no declaration. */
export function isInDossier(roles: readonly Declaration['role'][], { patients }: CheckContext): boolean {
  return patients.length > 0 || roles.some((role) => role !== undefined);
}
