import type { Artifact, Declaration } from '../../../artifacts/artifact.js';
import { cx, ed } from '../../../artifacts/hl7v2/data-types.js';
import { NTE, OBX, PID } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../../artifacts/hl7v2/message.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import { tryDecode } from '../../../artifacts/text/decode.js';
import { isOutsideMatrix } from '../../cda/hl7-transport/exchange-matrix.js';
import { addressesOf, type NamedDocument, namedDocuments, type Told } from '../../cda/hl7-transport/exchanged.js';
import {
  flagOf,
  notesAfter,
  requestOf,
  segmentCalled,
  type Transport,
  transportsOf,
} from '../../cda/hl7-transport/transports.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { wordPrints } from './word-prints.js';

/** A metadata of the message that is `Y` or `N`. */
export interface Flag {
  readonly value: 'Y' | 'N';
  readonly at: Place;
}

/** What a message asks the platform to mail: one document, or two of one act, to professionals, to the patient, or to both. */
export interface MailRequest {
  readonly path: string;
  readonly role: Declaration['role'];
  readonly documents: readonly NamedDocument[];
  /** OBX-11 is `D`: the recipients are told to delete the document. */
  readonly deletes: boolean;
  readonly toProfessionals: Flag | undefined;
  readonly toPatient: Flag | undefined;
  readonly hiddenFromProfessionals: Flag | undefined;
  readonly hiddenFromPatient: Flag | undefined;
  readonly outsideMatrix: boolean;
  /** PRT-15.4 of the participations `RCT` and `REPLY`. */
  readonly recipients: readonly Told[];
  readonly replies: readonly Told[];
  /** Those of PID-3. */
  readonly matricules: readonly string[];
  /** NTE-4 under DESTMSSANTEPAT, where it is `FIN`. */
  readonly noReply: Place | undefined;
  /** CORPSMAIL_PS and CORPSMAIL_PATIENT, as prints of their words. */
  readonly textForProfessionals: Told | undefined;
  readonly textForPatient: Told | undefined;
  /** ACK_LECTURE_MSS and ACK_RECEPTION. */
  readonly asksReading: Flag | undefined;
  readonly asksReception: Flag | undefined;
}

/** The messages of a file that say whether their documents go by mail. Those of wave 1 named no recipient. */
export function mailRequests(artifact: Artifact<'hl7v2'>): MailRequest[] {
  return transportsOf(artifact).flatMap((transport) => {
    const { volet, edition } = transport;
    if (volet !== 'send' || edition === 'first') return [];
    const flag = (...codes: string[]) => flagNamed(artifact, transport, codes);
    const toProfessionals = flag('DESTMSSANTEPS');
    const toPatient = flag('DESTMSSANTEPAT');
    if (!toProfessionals && !toPatient) return [];
    const { message, documents } = transport;
    return [
      {
        path: artifact.path,
        role: artifact.declared.role,
        documents: namedDocuments(artifact, transport),
        deletes: documents.some((document) => requestOf(document) === 'D'),
        toProfessionals,
        toPatient,
        hiddenFromProfessionals: flag('MASQUE_PS'),
        hiddenFromPatient: flag('INVISIBLE_PATIENT'),
        outsideMatrix: isOutsideMatrix(transport),
        recipients: addressesOf(artifact, message, 'RCT'),
        replies: addressesOf(artifact, message, 'REPLY'),
        matricules: matriculesOf(message),
        noReply: noReplyOf(artifact, transport),
        textForProfessionals: textNamed(artifact, transport, 'CORPSMAIL_PS'),
        textForPatient: textNamed(artifact, transport, 'CORPSMAIL_PATIENT'),
        // The second as official messages write it.
        asksReading: flag('ACK_LECTURE_MSS', 'ACK_LECTURE'),
        asksReception: flag('ACK_RECEPTION'),
      },
    ];
  });
}

function metadataNamed({ metadata }: Transport, code: string): Hl7Segment | undefined {
  return metadata.find((obx) => obx.field(OBX.code).component(1).text.trim() === code);
}

function flagNamed(artifact: Artifact<'hl7v2'>, transport: Transport, codes: readonly string[]): Flag | undefined {
  for (const code of codes) {
    const value = flagOf(transport, code);
    const obx = metadataNamed(transport, code);
    if (value !== undefined && obx) return { value, at: placeIn(artifact, obx.location) };
  }
  return undefined;
}

function matriculesOf(message: Hl7Message): string[] {
  const ids = segmentCalled(message, 'PID')?.field(PID.identifiers).repetitions ?? [];
  return ids.map(cx).flatMap(({ id, type }) => (type.text.trim() === 'INS' ? [id.text.trim()] : []));
}

function noReplyOf(artifact: Artifact<'hl7v2'>, transport: Transport): Place | undefined {
  const asked = metadataNamed(transport, 'DESTMSSANTEPAT');
  const notes = asked ? notesAfter(transport.message, asked) : [];
  const end = notes.find((note) => note.field(NTE.commentType).component(1).text.trim() === 'FIN');
  return end && placeIn(artifact, end.field(NTE.commentType).location);
}

/** The text of a mail that the message proposes; undefined when there is none that can be read as plain text. */
function textNamed(artifact: Artifact<'hl7v2'>, transport: Transport, code: string): Told | undefined {
  const obx = metadataNamed(transport, code);
  const text = obx && textIn(obx);
  const prints = text === undefined ? '' : wordPrints(text);
  return obx && prints !== '' ? { text: prints, at: placeIn(artifact, obx.location) } : undefined;
}

/** What an observation holds as plain text, whatever its type. Official messages lack the end of their base64: what is there is read. */
export function textIn(obx: Hl7Segment): string | undefined {
  const value = obx.field(OBX.value);
  if (obx.field(OBX.valueType).text.trim() !== 'ED') return value.text;
  const { subtype, encoding, data } = ed(value);
  if (!/^(?:plain)?$/i.test(subtype.text.trim())) return undefined;
  if (encoding.text.trim().toLowerCase() !== 'base64') return data.text;
  const bytes = Buffer.from(data.text, 'base64');
  return tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, obx.source.charset);
}
