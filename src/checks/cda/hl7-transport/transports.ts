import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { cwe, ed, ei, msg } from '../../../artifacts/hl7v2/data-types.js';
import { MSH, OBX, ORC, PRT } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../../artifacts/hl7v2/message.js';
import { segmentsNamed } from '../../../artifacts/hl7v2/named-segments.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';

/** A document in an OBX segment of type ED. */
export interface TransportedDocument {
  readonly obx: Hl7Segment;
  /** The CDA that OBX-5 decodes to; undefined when it is something else, or nothing. */
  readonly cda: Artifact<'cda'> | undefined;
  /** OBX-5 can't be decoded: the reader says why. */
  readonly undecoded: boolean;
}

/** What is asked for a document: to file it, to replace another, to delete it. OBX-11 says it; ORC-1 and the event agree. */
type Request = 'F' | 'C' | 'D';

/** A message that carries a CDA, of one of the two volets of the CI-SIS on it. */
export interface Transport {
  readonly message: Hl7Message;
  /** MSH */
  readonly header: Hl7Segment;
  readonly type: 'ORU' | 'MDM';
  /** `R01`, `T02`, `T04`, `T10` */
  readonly event: string;
  /** `send`: to the platform, that publishes and mails it; `deliver`: from the platform, that received it by mail. */
  readonly volet: 'send' | 'deliver';
  /**
   * `current`: of volet 2.1 (1.1 to deliver), or of none that is known. `earlier`: of 2.0 (1.0), which had other orders, names of tables and
   * TXA-17. `first`: of wave 1, which had no PRT.
   */
  readonly edition: 'current' | 'earlier' | 'first';
  readonly documents: readonly TransportedDocument[];
  /** OBX segments of the table MetaDMPMSS, in order. */
  readonly metadata: readonly Hl7Segment[];
  /** OBX segments of neither: of a message that delivers, the mail. */
  readonly others: readonly Hl7Segment[];
}

/** Codes of MetaDMPMSS (IG trans-cda-r2 2.1.3, table MetaDMP/MSS), in the order that the volet asks for. */
export const METADATA_CODES: readonly string[] = [
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'CONNEXION_SECRETE',
  'MODIF_CONF_CODE',
  'DESTDMP',
  'DESTMSSANTEPS',
  'DESTMSSANTEPAT',
  'ACK_RECEPTION',
  'ACK_LECTURE_MSS',
  'CORPSMAIL_PS',
  'CORPSMAIL_PATIENT',
];

const EARLIER: ReadonlySet<string> = new Set(['2.0^CISIS_CDA_HL7_V2', '1.0^CISIS_CDA_HL7_LPS']);

/** What a file contains, by path. */
type Children = ReadonlyMap<string, Artifact>;

/** The messages of a file that carry a CDA, or say by MSH-21 that they do. */
export function transportsOf(artifact: Artifact<'hl7v2'>): Transport[] {
  const children = new Map(artifact.children.map((child) => [child.path, child]));
  return artifact.content.messages.flatMap((message) => transportOf(artifact.path, children, message) ?? []);
}

function transportOf(path: string, children: Children, message: Hl7Message): Transport | undefined {
  const [header] = message.segments;
  if (!header || message.segments.some(({ name }) => name === 'MSA')) return undefined;
  const { type, event } = msg(header.field(MSH.type));
  const kind = type.text.trim();
  if (kind !== 'ORU' && kind !== 'MDM') return undefined;
  const documents: TransportedDocument[] = [];
  const metadata: Hl7Segment[] = [];
  const others: Hl7Segment[] = [];
  for (const obx of segmentsNamed(message, 'OBX')) {
    const document = documentOf(path, children, obx);
    if (isMetadata(obx)) metadata.push(obx);
    else if (document) documents.push(document);
    else others.push(obx);
  }
  const profile = profileOf(header);
  if (profile === undefined && documents.every(({ cda }) => cda === undefined)) return undefined;
  return {
    message,
    header,
    type: kind,
    event: event.text.trim(),
    volet: profile?.namespace === 'CISIS_CDA_HL7_LPS' ? 'deliver' : 'send',
    edition: editionOf(profile),
    documents,
    metadata,
    others,
  };
}

function editionOf(profile: { version: string; namespace: string } | undefined): Transport['edition'] {
  if (profile?.namespace === 'CISIS_CDA_HL7_V1') return 'first';
  return EARLIER.has(`${profile?.version}^${profile?.namespace}`) ? 'earlier' : 'current';
}

/** The volet that MSH-21 names: `2.1^CISIS_CDA_HL7_V2`, `1.1^CISIS_CDA_HL7_LPS`. */
export function profileOf(header: Hl7Segment): { version: string; namespace: string; at: Hl7Value } | undefined {
  for (const value of header.field(MSH.profiles).repetitions) {
    const { id, namespace } = ei(value);
    if (namespace.text.trim().startsWith('CISIS_CDA_HL7'))
      return { version: id.text.trim(), namespace: namespace.text.trim(), at: value };
  }
  return undefined;
}

function isMetadata(obx: Hl7Segment): boolean {
  const { code, system } = cwe(obx.field(OBX.code));
  return /^M[eé]taDMP\/?MSS$/i.test(system.text.trim()) || METADATA_CODES.includes(code.text.trim());
}

/** An OBX-5 that holds a CDA, whatever it says of it, or that says that it holds XML. */
function documentOf(path: string, children: Children, obx: Hl7Segment): TransportedDocument | undefined {
  if (obx.field(OBX.valueType).text.trim() !== 'ED') return undefined;
  const [value] = obx.field(OBX.value).repetitions;
  if (!value) return undefined;
  const child = children.get(`${path}!${value.path}`);
  const { subtype, data } = ed(value);
  if (child && isKind(child, 'cda')) return { obx, cda: child, undecoded: false };
  if (subtype.text.trim().toUpperCase() !== 'XML') return undefined;
  return { obx, cda: undefined, undecoded: !child && !data.isEmpty };
}

/** OBX-11: what is asked for a document. */
export function requestOf({ obx }: TransportedDocument): Request | undefined {
  return asRequest(obx.field(OBX.status).text.trim());
}

/** What ORC-1 says of it; undefined for none of the volet's values. */
export function orderedRequest(message: Hl7Message): Request | undefined {
  return { NW: 'F', RO: 'C', CA: 'D' }[segmentCalled(message, 'ORC')?.field(ORC.control).text.trim() ?? ''] as
    | Request
    | undefined;
}

/** What the event of an MDM says of it. */
export function eventRequest(event: string): Request | undefined {
  return { T02: 'F', T10: 'C', T04: 'D' }[event] as Request | undefined;
}

function asRequest(text: string): Request | undefined {
  return text === 'F' || text === 'C' || text === 'D' ? text : undefined;
}

/** What a metadata of the message is set to: `Y` or `N`; undefined when it is absent, or something else. */
export function flagOf({ metadata }: Pick<Transport, 'metadata'>, code: string): 'Y' | 'N' | undefined {
  const obx = metadata.find((each) => each.field(OBX.code).component(1).text.trim() === code);
  const value = obx?.field(OBX.value).component(1).text.trim();
  return value === 'Y' || value === 'N' ? value : undefined;
}

/** The participations of a message of one function: `SB` who sends, `RCT` who receives, `REPLY` whom to answer. */
export function participationsOf(message: Hl7Message, code: string): Hl7Segment[] {
  return segmentsNamed(message, 'PRT').filter(
    (prt) => prt.field(PRT.participation).component(1).text.trim().toUpperCase() === code,
  );
}

export function segmentCalled({ segments }: Hl7Message, name: string): Hl7Segment | undefined {
  return segments.find((segment) => segment.name === name);
}

/** The NTE segments of an observation. */
export function notesAfter({ segments }: Hl7Message, obx: Hl7Segment): Hl7Segment[] {
  const from = segments.indexOf(obx) + 1;
  const next = segments.findIndex(({ name }, index) => index >= from && name === 'OBX');
  return segments.slice(from, next === -1 ? undefined : next).filter(({ name }) => name === 'NTE');
}
