import type { Artifact } from '../../artifacts/artifact.js';
import { type CdaId, readId } from '../../artifacts/cda/values.js';
import { cwe, cx, ei } from '../../artifacts/hl7v2/data-types.js';
import { OBR, OBX, PID, TXA } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Value } from '../../artifacts/hl7v2/value.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import {
  requestOf,
  segmentCalled,
  type Transport,
  type TransportedDocument,
  transportsOf,
} from './hl7-transport/transports.js';

const MESSAGES = 'messages ORU et MDM';

const RULES = {
  'document-missing': voletRule('OBX-5', 'error', 17, 33, MESSAGES),
  'document-code': voletRule('OBR-4, OBX-3 et TXA-2', 'error', 0, 16, MESSAGES),
  'code-system': voletRule('OBR-4.3 et OBX-3.3', 'warning', 1, 16, MESSAGES),
  'document-id': voletRule('TXA-12, note 1', 'error', 1, 9, MESSAGES),
  'parent-id': voletRule('TXA-13, note 1', 'error', 0, 4, MESSAGES),
  'replaced-document': voletRule('remplacement (OBX-11 = C)', 'warning', 2, 5, MESSAGES),
  'same-id': voletRule('message ORU à deux documents', 'error', 0, 0, MESSAGES),
  'patient-id-unknown': voletRule('PID-3', 'warning', 4, 16, MESSAGES),
  'patient-id-missing': voletRule('PID-3', 'warning', 8, 16, MESSAGES),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** What a message says of the CDA that it carries is what the CDA says of itself. Who the patient is, `ins/…` judge. */
export const transportDocument = defineCheck({
  id: 'cda/transport-document',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    example('document-missing', '^Base64^{cda}', '^Base64^RG9jdW1lbnQ='),
    example('document-code', 'TXA|1|11488-4|', 'TXA|1|11502-2|'),
    example('code-system', 'visite^LN\nTXA', 'visite^TRE_A05\nTXA'),
    example('document-id', '2.999.2.20260316.1.2|', '2.999.2.20260316.1.9|'),
    example('parent-id', '|2.999.2.20260316.1.1|', '|2.999.2.20260316.1.8|'),
    {
      ...example('replaced-document', '{cda}||||||F', '{cda}||||||C'),
      base: 'hl7v2-document',
      part: 'message',
      trips: ['cda/transport-message'],
    },
    {
      ...example('same-id', '<id root="2.999.2.20260316.2.1"/>', '<id root="2.999.2.20260316.1.1"/>'),
      base: 'hl7v2-results',
      part: 'cda2',
    },
    example('patient-id-unknown', '10001^^^IPP', '10009^^^IPP'),
    example('patient-id-missing', '10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI~', ''),
  ],
  run: (artifact) => {
    const transports = transportsOf(artifact);
    if (transports.length === 0) return { evaluated: 0, findings: [], applies: false };
    return { evaluated: transports.length, findings: transports.flatMap((each) => judge(artifact, each)) };
  },
});

function judge(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  const { message, header, documents } = transport;
  const missing = documents.filter(({ cda, undecoded }) => !cda && !undecoded);
  const found: Found[] = missing.map(({ obx }) => ({
    rule: 'document-missing',
    at: placeIn(artifact, obx.field(OBX.value).location),
  }));
  if (documents.length === 0)
    found.push({
      rule: 'document-missing',
      at: placeIn(artifact, (segmentCalled(message, 'OBX') ?? header).location),
    });
  const ids = new Set<string>();
  for (const document of documents) {
    found.push(...judgeCodes(artifact, transport, document));
    if (!document.cda) continue;
    found.push(...judgePatientIds(artifact, transport, document.cda), ...judgeIds(artifact, transport, document));
    const { id } = document.cda.content;
    const name = id && `${id.root}^${id.extension}`;
    if (name !== undefined && ids.has(name))
      found.push({ rule: 'same-id', at: placeIn(artifact, document.obx.location), actual: id ? writtenEi(id) : '' });
    if (name !== undefined) ids.add(name);
  }
  return found;
}

/** The type of the document, wherever the message tells it: as the CDA does, or as OBR-4 when no CDA can be read. */
function judgeCodes(
  artifact: Artifact<'hl7v2'>,
  { message, type, edition }: Transport,
  { cda, obx }: TransportedDocument,
): Found[] {
  // Before, the request was of an act, and not of its document.
  const obr = edition === 'current' ? segmentCalled(message, 'OBR')?.field(OBR.service) : undefined;
  const txa = type === 'MDM' ? segmentCalled(message, 'TXA')?.field(TXA.type) : undefined;
  const code = cda ? cda.content.code?.code : obr?.component(1).text.trim();
  if (!code) return [];
  const found: Found[] = [];
  const places: [string, Hl7Value | undefined][] = [
    ['OBR-4.1', obr],
    ['OBX-3.1', obx.field(OBX.code)],
    ['TXA-2', txa],
  ];
  for (const [field, value] of places) {
    const written = value?.component(1);
    if (!written || written.text.trim() === '' || written.text.trim() === code) continue;
    found.push({
      rule: 'document-code',
      at: placeIn(artifact, written.location),
      args: { field, code, source: cda ? 'ClinicalDocument/code' : 'OBR-4.1' },
      actual: written.text,
    });
  }
  const system = SYSTEMS[cda?.content.code?.codeSystem ?? ''];
  if (system === undefined) return found;
  for (const [field, value] of places.slice(0, 2)) {
    const written = value && cwe(value).system;
    if (!written || written.text.trim() === system) continue;
    found.push({
      rule: 'code-system',
      at: placeIn(artifact, written.location),
      args: { field: field.replace('.1', '.3'), system, code },
      actual: written.text,
    });
  }
  return found;
}

/** How HL7 v2 calls the code systems of document types, by their OID in a CDA. */
const SYSTEMS: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.6.1': 'LN',
  '1.2.250.1.213.1.1.4.12': 'TRE_A05',
};

function judgeIds(
  artifact: Artifact<'hl7v2'>,
  { message, type, edition }: Transport,
  document: TransportedDocument,
): Found[] {
  const { cda, obx } = document;
  if (!cda) return [];
  const parents = cda.content.root
    .childrenNamed('relatedDocument')
    .filter((node) => node.attribute('typeCode') === 'RPLC')
    .flatMap((node) => node.all('parentDocument', 'id').map(readId));
  const found: Found[] = [];
  const [parent] = parents;
  if (!parent && requestOf(document) === 'C')
    found.push({ rule: 'replaced-document', at: placeIn(artifact, obx.field(OBX.status).location) });
  const txa = type === 'MDM' ? segmentCalled(message, 'TXA') : undefined;
  const { id } = cda.content;
  const own = txa?.field(TXA.documentId);
  if (own && !own.isEmpty && id?.root && !isSameId(own, id, edition))
    found.push({
      rule: 'document-id',
      at: placeIn(artifact, own.location),
      args: { document: writtenEi(id) },
      actual: own.raw,
    });
  const replaced = txa?.field(TXA.parentDocumentId);
  if (replaced && !replaced.isEmpty && parent && !parents.some((each) => isSameId(replaced, each, edition)))
    found.push({
      rule: 'parent-id',
      at: placeIn(artifact, replaced.location),
      args: { document: writtenEi(parent) },
      actual: replaced.raw,
    });
  return found;
}

/** How the volet writes the id of a document: the root alone, or with the extension before it. */
function writtenEi({ root = '', extension }: CdaId): string {
  return extension?.trim() ? `${extension}^^${root}^ISO` : root;
}

/** The volet's form, or the same id with its issuer named, or its two halves in the other order. */
function isSameId(value: Hl7Value, { root, extension }: CdaId, edition: Transport['edition']): boolean {
  const parts = ei(value);
  const [id, namespace, universal] = [parts.id, parts.namespace, parts.universalId].map(({ text }) => text.trim());
  if (!extension?.trim()) return id === root;
  if (edition !== 'current' && id === `${root}.${extension.trim()}`) return true;
  if (id === extension.trim()) return universal === root || (universal === '' && namespace === root);
  return id === root && namespace === extension.trim();
}

function judgePatientIds(artifact: Artifact<'hl7v2'>, { message }: Transport, cda: Artifact<'cda'>): Found[] {
  const field = segmentCalled(message, 'PID')?.field(PID.identifiers);
  const [patient] = cda.content.root.all('recordTarget', 'patientRole');
  if (!field || field.isEmpty || !patient) return [];
  const told = patient.childrenNamed('id').flatMap((node) => {
    const { root, extension } = readId(node);
    return root && extension ? [{ root: root.trim(), value: extension.trim() }] : [];
  });
  const written = field.repetitions.flatMap((at) => {
    const { id, authority } = cx(at);
    // An issuer without OID can't be compared with one of a CDA.
    return authority.universalId.isEmpty
      ? []
      : [{ root: authority.universalId.text.trim(), value: id.text.trim(), at: id }];
  });
  const known = new Set(told.map(({ root, value }) => `${root}^${value}`));
  const issuers = new Set(written.map(({ root }) => root));
  const unknown = written.filter(({ root, value }) => !known.has(`${root}^${value}`));
  const missing = told.filter(({ root }) => !issuers.has(root));
  return [
    ...unknown.map(
      ({ root, value, at }): Found => ({
        rule: 'patient-id-unknown',
        at: placeIn(artifact, at.location),
        args: { oid: root },
        actual: value,
      }),
    ),
    ...missing.map(
      ({ root }): Found => ({
        rule: 'patient-id-missing',
        at: placeIn(artifact, field.location),
        args: { oid: root },
      }),
    ),
  ];
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-removal' as const, part: 'request', good, bad };
}
