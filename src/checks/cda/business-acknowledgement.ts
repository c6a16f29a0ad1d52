import type { Artifact } from '../../artifacts/artifact.js';
import { cwe, msg, xtn } from '../../artifacts/hl7v2/data-types.js';
import { ERR, MSH, OBX } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import { segmentsNamed } from '../../artifacts/hl7v2/named-segments.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import {
  answersOf,
  isInDossier,
  type SentTransport,
  sent,
  sentTransports,
  type Told,
  tell,
} from './hl7-transport/exchanged.js';
import { faultOfField, headerFaults } from './hl7-transport/header-faults.js';
import { profileOf } from './hl7-transport/transports.js';

const ZAM = 'accusés métier';

const RULES = {
  'required-field': voletRule('accusés métier, segments MSH, OBX et ERR', 'error', 0, 6, ZAM),
  value: voletRule('accusés métier, segments MSH, OBX et ERR', 'error', 0, 6, ZAM),
  profile: voletRule('accusés métier, MSH-21', 'error', 0, 6, ZAM),
  statement: voletRule('table AckMetierZAM, premier OBX', 'error', 0, 6, ZAM),
  addressee: voletRule('table AckMetierZAM, DESTINATAIRE_MSS et LECTEUR_MSS', 'error', 0, 4, ZAM),
  'error-missing': voletRule('accusés métier, segment ERR', 'error', 0, 2, ZAM),
  'application-code': voletRule('accusés métier, ERR-5', 'warning', 0, 2, ZAM),
  reference: voletRule('accusés métier, OBX-4', 'error', 0, 6, ZAM),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** A business acknowledgement, as it was read. */
type Business = ReturnType<typeof sent> & {
  readonly findings: readonly Found[];
  /** OBX-4 of the statement. */
  readonly reference: Told | undefined;
};

interface Kept {
  readonly transports: readonly SentTransport[];
  readonly acknowledgements: readonly Business[];
  /** MSH-10 of messages that were refused: nothing becomes of their documents. */
  readonly refused: readonly string[];
}

/** What became of a document, as the platform tells it: received by the DMP (Z01), by a mail server (Z02), read (Z03). */
export const businessAcknowledgement = defineSetCheck({
  id: 'cda/business-acknowledgement',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    example('required-field', 'AckMetierZAM|MDM-1|Y', 'AckMetierZAM||Y'),
    example('value', '|2.6|', '|2.5|'),
    example('profile', '2.1^CISIS_CDA_HL7_V2', ''),
    example('statement', 'ACK_RECEPTION_DMP^', 'ACK_RECEPTION_MSS^'),
    { ...example('addressee', 'DESTINATAIRE_MSS^', 'DESTINATAIRE^'), part: 'delivered' },
    example('error-missing', '|MDM-1|Y^', '|MDM-1|N^'),
    { ...example('application-code', '^DMP_ERROR_CODE', '^HL70533'), base: 'hl7v2-refusal' },
    example('reference', '|MDM-1|Y', '|2.999.2.20260316.1.1|Y'),
  ],
  keep: (artifact): Kept => ({
    transports: sentTransports(artifact).filter(({ volet }) => volet === 'send'),
    acknowledgements: artifact.content.messages.flatMap((message, index) => businessOf(artifact, message, index)),
    refused: answersOf(artifact).flatMap(({ code, answers }) => (/^[AC][ER]$/.test(code.text) ? [answers.text] : [])),
  }),
  run: (files: readonly Kept[], context) => {
    const transports = files.flatMap((file) => file.transports);
    const acknowledgements = files.flatMap((file) => file.acknowledgements);
    const inDossier = isInDossier(
      [...transports, ...acknowledgements].map(({ role }) => role),
      context,
    );
    const refused = new Set(files.flatMap((file) => file.refused));
    const findings = acknowledgements.flatMap((each) => each.findings);
    const needs: Need[] = [];
    const byId = new Set(transports.map(({ id }) => id));
    const byDocument = new Map(transports.flatMap((each) => each.documentIds.map((id) => [id, each] as const)));
    const given = new Set(acknowledgements.map(({ event, reference }) => `${event} ${reference?.text}`));
    for (const { path, reference, event } of acknowledgements) {
      if (!reference?.text || byId.has(reference.text)) continue;
      const named = byDocument.get(reference.text);
      if (named)
        findings.push({
          rule: 'reference',
          at: reference.at,
          args: { id: named.id, other: named.path },
          actual: reference.text,
        });
      else if (inDossier)
        needs.push({ code: 'need/acknowledged-message', args: { file: path, id: reference.text, event } });
    }
    for (const { id, path, role, awaits } of transports) {
      if (role === undefined || refused.has(id)) continue;
      for (const event of awaits)
        if (!given.has(`${event} ${id}`))
          needs.push({ code: 'need/business-acknowledgement', args: { file: path, id, event } });
    }
    const evaluated = acknowledgements.length;
    return { evaluated, findings, needs, ...(evaluated === 0 && needs.length === 0 && { applies: false }) };
  },
});

/** What each event says (IG trans-cda-r2, table AckMetierZAM), of whom, and the table of its errors. */
const EVENTS: Readonly<Record<string, { statement: string; addressee?: string; errors: readonly string[] }>> = {
  // Official messages write the name of the table without its underscores.
  Z01: { statement: 'ACK_RECEPTION_DMP', errors: ['DMP_ERROR_CODE', 'DMPERRORCODE'] },
  Z02: { statement: 'ACK_RECEPTION_MSS', addressee: 'DESTINATAIRE_MSS', errors: ['SMTPERRORCODE'] },
  // The volet gives the table both names.
  Z03: {
    statement: 'ACK_LECTURE_MSS',
    addressee: 'LECTEUR_MSS',
    errors: ['applicationErrorCondition', 'applicationErrorCode'],
  },
};

function businessOf(artifact: Artifact<'hl7v2'>, message: Hl7Message, index: number): Business[] {
  const [header] = message.segments;
  if (!header || msg(header.field(MSH.type)).type.text.trim() !== 'ZAM') return [];
  const own = sent(artifact, message, header, index);
  const [statement, ...others] = segmentsNamed(message, 'OBX');
  return [
    {
      ...own,
      findings: [
        ...judgeHeader(artifact, header),
        ...judgeStatement(artifact, header, own.event, statement),
        ...judgeAddressee(artifact, header, own.event, others),
        ...judgeErrors(artifact, message, own.event, statement),
      ],
      reference: statement && tell(artifact, statement.field(OBX.subId)),
    },
  ];
}

function judgeHeader(artifact: Artifact<'hl7v2'>, header: Hl7Segment): Found[] {
  const types = Object.keys(EVENTS).map((event) => `ZAM^${event}^ZAM_Z01`);
  const found: Found[] = headerFaults(artifact, header, { types, versions: ['2.6'] });
  const profiles = header.field(MSH.profiles);
  if (profileOf(header)?.namespace !== 'CISIS_CDA_HL7_V2')
    found.push({ rule: 'profile', at: placeIn(artifact, profiles.location), actual: profiles.raw });
  return found;
}

function judgeStatement(
  artifact: Artifact<'hl7v2'>,
  header: Hl7Segment,
  event: string,
  statement: Hl7Segment | undefined,
): Found[] {
  const wanted = EVENTS[event]?.statement;
  if (wanted === undefined) return [];
  const code = statement?.field(OBX.code).component(1);
  if (!statement || code?.text.trim() !== wanted)
    return [
      {
        rule: 'statement',
        at: placeIn(artifact, (code ?? header).location),
        args: { event, wanted },
        actual: code?.raw ?? '',
      },
    ];
  const answer = statement.field(OBX.value);
  return [
    ...faultOfField(artifact, { field: 'OBX-2', value: statement.field(OBX.valueType), wanted: ['CWE'] }),
    ...tableFault(artifact, statement),
    ...faultOfField(artifact, { field: 'OBX-4', value: statement.field(OBX.subId) }),
    ...faultOfField(artifact, { field: 'OBX-5.1', value: answer.component(1), wanted: ['Y', 'N'] }),
    ...faultOfField(artifact, { field: 'OBX-11', value: statement.field(OBX.status), wanted: ['F'] }),
  ];
}

/** The volet itself writes the name of the table with and without its accent. */
function tableFault(artifact: Artifact<'hl7v2'>, obx: Hl7Segment) {
  const value = cwe(obx.field(OBX.code)).system;
  return faultOfField(artifact, { field: 'OBX-3.3', value, wanted: ['AckMetierZAM', 'AckMétierZAM'] });
}

function judgeAddressee(
  artifact: Artifact<'hl7v2'>,
  header: Hl7Segment,
  event: string,
  others: readonly Hl7Segment[],
): Found[] {
  const wanted = EVENTS[event]?.addressee;
  if (wanted === undefined) return [];
  const obx = others.find((each) => each.field(OBX.code).component(1).text.trim() === wanted);
  if (!obx) return [{ rule: 'addressee', at: placeIn(artifact, header.location), args: { event, wanted } }];
  const { equipment, address } = xtn(obx.field(OBX.value));
  return [
    ...faultOfField(artifact, { field: 'OBX-2', value: obx.field(OBX.valueType), wanted: ['XTN'] }),
    ...tableFault(artifact, obx),
    ...faultOfField(artifact, { field: 'OBX-5.3', value: equipment, wanted: ['X.400'] }),
    ...faultOfField(artifact, { field: 'OBX-5.4', value: address }),
    ...faultOfField(artifact, { field: 'OBX-11', value: obx.field(OBX.status), wanted: ['F'] }),
  ];
}

function judgeErrors(
  artifact: Artifact<'hl7v2'>,
  message: Hl7Message,
  event: string,
  statement: Hl7Segment | undefined,
): Found[] {
  const answer = statement?.field(OBX.value).component(1);
  const errors = segmentsNamed(message, 'ERR');
  const found: Found[] = [];
  if (answer?.text.trim() === 'N' && errors.length === 0)
    found.push({ rule: 'error-missing', at: placeIn(artifact, answer.location) });
  for (const error of errors) {
    found.push(
      ...faultOfField(artifact, { field: 'ERR-3.1', value: error.field(ERR.code).component(1), wanted: ['207'] }),
      ...faultOfField(artifact, { field: 'ERR-4', value: error.field(ERR.severity) }),
    );
    const application = cwe(error.field(ERR.applicationCode));
    const tables = EVENTS[event]?.errors ?? [];
    if (application.code.text.trim() === '' || !tables.includes(application.system.text.trim()))
      found.push({
        rule: 'application-code',
        at: placeIn(artifact, error.field(ERR.applicationCode).location),
        args: { event, tables: tables.join(' | ') },
        actual: error.field(ERR.applicationCode).raw,
      });
  }
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-exchange' as const, part: 'received', good, bad };
}
