import type { Artifact } from '../../artifacts/artifact.js';
import { ed } from '../../artifacts/hl7v2/data-types.js';
import { MSH, OBX, ORC, PID, PV1, TXA } from '../../artifacts/hl7v2/fields.js';
import { segmentsNamed } from '../../artifacts/hl7v2/named-segments.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import { faultOfField, headerFaults } from './hl7-transport/header-faults.js';
import { judgeParticipations } from './hl7-transport/participations.js';
import {
  eventRequest,
  orderedRequest,
  profileOf,
  requestOf,
  segmentCalled,
  type Transport,
  transportsOf,
} from './hl7-transport/transports.js';

const MESSAGES = 'messages ORU et MDM';

const RULES = {
  'required-segment': voletRule('profils ORU_R01 et MDM_T02', 'error', 0, 33, MESSAGES),
  'segment-order': voletRule('profils ORU_R01 et MDM_T02', 'error', 0, 33, MESSAGES),
  'several-documents': voletRule('profils ORU_R01 et MDM_T02', 'error', 0, 33, MESSAGES),
  'several-patients': voletRule('données du patient', 'error', 0, 33, MESSAGES),
  'required-field': voletRule('segments MSH, PID, PV1, TXA et OBX', 'error', 0, 33, MESSAGES),
  value: voletRule('segments MSH, PV1, ORC, TXA et OBX', 'error', 0, 33, MESSAGES),
  profile: voletRule('MSH-21', 'error', 0, 33, MESSAGES),
  'profile-version': voletRule('MSH-21', 'warning', 2, 33, MESSAGES),
  coherence: voletRule('ORC-1, OBX-11 et événement', 'error', 0, 33, MESSAGES),
  visit: voletRule('PV1-19', 'error', 0, 23, MESSAGES),
  'mail-observation': voletRule('informations du courriel MSSanté', 'error', 0, 4, MESSAGES),
  'sender-missing': voletRule('segment PRT, expéditeur (SC.DMP/CONF.12)', 'error', 0, 31, MESSAGES),
  'sender-field': voletRule('segment PRT, expéditeur (SC.DMP/CONF.12)', 'error', 0, 31, MESSAGES),
  'address-missing': voletRule('segment PRT, PRT-15', 'error', 0, 31, MESSAGES),
  'participation-value': voletRule('segment PRT', 'warning', 0, 31, MESSAGES),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** A message that carries a CDA is written as the volet says: header, segments, what is asked, who sends and who receives. */
export const transportMessage = defineCheck({
  id: 'cda/transport-message',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    example('required-segment', 'EVN||2026', 'ZVN||2026'),
    example(
      'segment-order',
      'ORC|CA\nOBR|1|||11488-4^CR ou fiche de consultation ou de visite^LN',
      'OBR|1|||11488-4^CR ou fiche de consultation ou de visite^LN\nORC|CA',
    ),
    {
      ...example(
        'several-documents',
        '\nPRT||UC||SB^',
        '\nOBX|2|ED|11488-4^CR ou fiche de consultation ou de visite^LN||^text^XML^Base64^{cda}||||||D\nPRT||UC||SB^',
      ),
      trips: ['cda/transport-document'],
    },
    example(
      'several-patients',
      '\nPV1|1|I|',
      '\nPID|2||10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI||TEST-ALPHA^CAMILLE^^^^^L\nPV1|1|I|',
    ),
    example('required-field', 'PV1|1|I|', 'PV1|1||'),
    example('value', '|2.6|', '|2.5|'),
    example('profile', '2.1^CISIS_CDA_HL7_V2', ''),
    example('profile-version', '2.1^CISIS_CDA_HL7_V2', '3.0^CISIS_CDA_HL7_V2'),
    example('coherence', 'ORC|CA', 'ORC|NW'),
    example('visit', 'S26000001^^^SEJOUR-EXEMPLE&2.999.1.3&ISO^VN', ''),
    { ...example('mail-observation', 'OBX|2|ED|', 'OBX|2|TX|'), base: 'hl7v2-delivery', part: 'forwarded' },
    example('sender-missing', 'SB^Send by^', 'AUT^Author^'),
    example('sender-field', 'SB^Send by^participation|899700100011^', 'SB^Send by^participation|^'),
    example(
      'address-missing',
      'REPLY^Reply To^participation|||||||||||^^X.400^claire.martin@exemple.mssante.fr',
      'REPLY^Reply To^participation|||||||||||^^X.400^',
    ),
    example('participation-value', 'SB^Send by^participation', 'SB^Send by^HL70912'),
  ],
  run: (artifact) => {
    const transports = transportsOf(artifact);
    if (transports.length === 0) return { evaluated: 0, findings: [], applies: false };
    return { evaluated: transports.length, findings: transports.flatMap((each) => judge(artifact, each)) };
  },
});

function judge(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  return [
    ...judgeHeader(artifact, transport),
    ...judgeSegments(artifact, transport),
    ...judgePatient(artifact, transport),
    ...judgeDocument(artifact, transport),
    ...judgeRequest(artifact, transport),
    ...judgeParticipations(artifact, transport),
  ];
}

function judgeHeader(artifact: Artifact<'hl7v2'>, { header, type, volet }: Transport): Found[] {
  const profile = profileOf(header);
  const mdm = ['MDM^T02^MDM_T02', 'MDM^T10^MDM_T02', 'MDM^T04^MDM_T02'];
  const found: Found[] = headerFaults(artifact, header, {
    types: type === 'ORU' ? ['ORU^R01^ORU_R01'] : mdm,
    versions: [type === 'ORU' ? '2.5' : '2.6'],
  });
  if (volet === 'deliver' && type === 'ORU') found.push(...faultOfField(artifact, ofType(header, mdm)));
  const { raw, location } = profile?.at ?? header.field(MSH.profiles);
  const at = placeIn(artifact, location);
  if (!profile) found.push({ rule: 'profile', at, actual: raw });
  else if (!KNOWN_PROFILES.has(`${profile.version}^${profile.namespace}`))
    found.push({ rule: 'profile-version', at, actual: raw });
  return found;
}

function ofType(header: Transport['header'], wanted: readonly string[]) {
  return { field: 'MSH-9', value: header.field(MSH.type), wanted };
}

/** Versions of the volets in official messages and guides of wave 2. */
const KNOWN_PROFILES: ReadonlySet<string> = new Set([
  '2.0^CISIS_CDA_HL7_V2',
  '2.1^CISIS_CDA_HL7_V2',
  '1.0^CISIS_CDA_HL7_LPS',
  '1.1^CISIS_CDA_HL7_LPS',
]);

function judgeSegments(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  const { message, header, type, edition, documents } = transport;
  const order =
    type === 'ORU' ? ['PID', 'PV1', 'ORC', 'OBR', 'OBX'] : ['EVN', 'PID', 'PV1', 'ORC', 'OBR', 'TXA', 'OBX'];
  const found: Found[] = [];
  let last: { readonly name: string; readonly rank: number } | undefined;
  for (const name of order) {
    const rank = message.segments.findIndex((each) => each.name === name);
    const segment = message.segments[rank];
    if (!segment) {
      // Messages of the earlier versions had neither order nor request.
      if (edition === 'current' || !['ORC', 'OBR'].includes(name))
        found.push({
          rule: 'required-segment',
          at: placeIn(artifact, header.location),
          args: { segment: name, order: ['MSH', ...order].join(' ') },
        });
      continue;
    }
    if (last && rank < last.rank)
      found.push({
        rule: 'segment-order',
        at: placeIn(artifact, segment.location),
        args: { segment: name, after: last.name, order: ['MSH', ...order].join(' ') },
      });
    else last = { name, rank };
  }
  const extra = documents[type === 'ORU' ? 2 : 1];
  if (extra)
    found.push({
      rule: 'several-documents',
      at: placeIn(artifact, extra.obx.location),
      args: { type, count: documents.length },
    });
  const [, second] = segmentsNamed(message, 'PID');
  if (second) found.push({ rule: 'several-patients', at: placeIn(artifact, second.location) });
  return found;
}

function judgePatient(artifact: Artifact<'hl7v2'>, { message, volet, edition }: Transport): Found[] {
  const pid = segmentCalled(message, 'PID');
  const pv1 = segmentCalled(message, 'PV1');
  const found: Found[] = [];
  if (pid)
    for (const n of [PID.identifiers, PID.names])
      found.push(...faultOfField(artifact, { field: `PID-${n}`, value: pid.field(n) }));
  if (!pv1) return found;
  const patientClass = pv1.field(PV1.patientClass);
  const delivers = volet === 'deliver' && edition === 'current';
  found.push(...faultOfField(artifact, { field: 'PV1-2', value: patientClass, ...(delivers && { wanted: ['N'] }) }));
  const visit = pv1.field(PV1.visit);
  if (volet === 'send' && 'EIOR'.includes(patientClass.text.trim() || '—') && visit.component(1).text.trim() === '')
    found.push({
      rule: 'visit',
      at: placeIn(artifact, visit.location),
      args: { 'patient-class': patientClass.text.trim() },
    });
  return found;
}

/** TXA, and the OBX segments of the documents. */
function judgeDocument(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  const { message, type, volet, edition, documents, header, others } = transport;
  const found: Found[] = [];
  const txa = type === 'MDM' ? segmentCalled(message, 'TXA') : undefined;
  if (txa) {
    found.push(
      ...faultOfField(artifact, { field: 'TXA-1', value: txa.field(1), wanted: ['1'] }),
      ...faultOfField(artifact, { field: 'TXA-2', value: txa.field(TXA.type) }),
      ...faultOfField(artifact, { field: 'TXA-3', value: txa.field(TXA.presentation), wanted: ['TEXT'] }),
      ...faultOfField(artifact, { field: 'TXA-12', value: txa.field(TXA.documentId) }),
      ...faultOfField(artifact, {
        field: 'TXA-17',
        value: txa.field(TXA.completion),
        wanted: edition === 'current' ? ['AU'] : ['AU', 'LA'],
      }),
    );
    if (transport.event === 'T10')
      found.push(...faultOfField(artifact, { field: 'TXA-13', value: txa.field(TXA.parentDocumentId) }));
  }
  for (const { obx } of documents) {
    const value = ed(obx.field(OBX.value));
    found.push(
      ...faultOfField(artifact, { field: 'OBX-3.1', value: obx.field(OBX.code).component(1) }),
      ...faultOfField(artifact, { field: 'OBX-5.2', value: value.type, wanted: ['TEXT'], anyCase: true }),
      ...faultOfField(artifact, { field: 'OBX-5.3', value: value.subtype, wanted: ['XML'], anyCase: true }),
      ...faultOfField(artifact, { field: 'OBX-5.4', value: value.encoding, wanted: ['Base64'], anyCase: true }),
    );
  }
  const mail = others.find((obx) => obx.field(OBX.valueType).text.trim() === 'ED');
  if (volet === 'deliver' && edition === 'current' && !mail?.field(OBX.code).component(1).text.trim())
    found.push({ rule: 'mail-observation', at: placeIn(artifact, (mail?.field(OBX.code) ?? header).location) });
  return found;
}

/** ORC-1, OBX-11 and the event say the same: the platform rejects what does not agree. */
function judgeRequest(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  const { message, event, edition, documents } = transport;
  const found: Found[] = [];
  const orc = segmentCalled(message, 'ORC');
  if (orc && edition === 'current')
    found.push(
      ...faultOfField(artifact, { field: 'ORC-1', value: orc.field(ORC.control), wanted: ['NW', 'RO', 'CA'] }),
    );
  const said = [orderedRequest(message), eventRequest(event)];
  for (const document of documents) {
    const status = document.obx.field(OBX.status);
    found.push(...faultOfField(artifact, { field: 'OBX-11', value: status, wanted: ['F', 'C', 'D'] }));
    const requests = new Set([...said, requestOf(document)].filter((each) => each !== undefined));
    if (requests.size > 1)
      found.push({
        rule: 'coherence',
        at: placeIn(artifact, status.location),
        args: { order: orc?.field(ORC.control).text.trim() ?? '', event, status: status.text.trim() },
        actual: [orc?.field(ORC.control).text.trim() || '—', status.text.trim() || '—', event].join(' / '),
      });
  }
  return found;
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-removal' as const, part: 'request', good, bad };
}
