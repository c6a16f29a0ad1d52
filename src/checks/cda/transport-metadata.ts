import type { Artifact } from '../../artifacts/artifact.js';
import { cwe, xtn } from '../../artifacts/hl7v2/data-types.js';
import { NTE, OBX, PRT } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Segment } from '../../artifacts/hl7v2/segment.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import { DESTINATIONS, isOutsideMatrix } from './hl7-transport/exchange-matrix.js';
import {
  flagOf,
  METADATA_CODES,
  notesAfter,
  participationsOf,
  type Transport,
  transportsOf,
} from './hl7-transport/transports.js';

const MESSAGES = 'messages ORU et MDM';
const TABLE = 'métadonnées DMP/MSSanté';

const RULES = {
  missing: voletRule(TABLE, 'error', 0, 31, MESSAGES),
  'acknowledgement-choice': voletRule(`${TABLE}, ACK_RECEPTION et ACK_LECTURE_MSS`, 'warning', 0, 21, MESSAGES),
  order: voletRule(TABLE, 'error', 0, 16, MESSAGES),
  repeated: voletRule(TABLE, 'error', 0, 33, MESSAGES),
  'unknown-code': voletRule('table MetaDMP/MSS', 'warning', 0, 33, MESSAGES),
  'former-code': voletRule('table MetaDMP/MSS', 'warning', 0, 33, MESSAGES),
  value: voletRule(`${TABLE}, OBX-5`, 'error', 0, 33, MESSAGES),
  form: voletRule(`${TABLE}, OBX-2, OBX-3.3, OBX-5.3 et OBX-11`, 'warning', 2, 33, MESSAGES),
  matrix: voletRule('règles de gestion MSSanté', 'warning', 8, 21, MESSAGES),
  'recipient-missing': voletRule('DESTMSSANTEPS, DESTMSSANTEPAT et PRT', 'warning', 0, 21, MESSAGES),
  // The DMP refuses both at once; where MSSanté is asked for too, its matrix says so.
  'both-masks': voletRule('MASQUE_PS et INVISIBLE_PATIENT ; guide DMP, EX_2.1-1050', 'warning', 0, 11, MESSAGES),
  'no-reply': voletRule('DESTMSSANTEPAT, NTE-4', 'warning', 0, 0, MESSAGES),
  'restricted-shared': voletRule("DESTDMP, point d'attention", 'warning', 0, 11, MESSAGES),
} as const;

type Rule = keyof typeof RULES;
type Found = RawFinding<Rule>;

/** What a message asks beside the document: who may see it, where it goes, and which acknowledgements are wished. */
export const transportMetadata = defineCheck({
  id: 'cda/transport-metadata',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    example('missing', 'OBX|6|CWE|MODIF_CONF_CODE^MODIF_CONF_CODE^MetaDMPMSS||N^^expandedYes-NoIndicator||||||F\n', ''),
    example(
      'acknowledgement-choice',
      'OBX|10|CWE|ACK_RECEPTION^ACK_RECEPTION^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F\n',
      '',
    ),
    example(
      'order',
      'MASQUE_PS^MASQUE_PS^MetaDMPMSS||N^^expandedYes-NoIndicator||||||F\nOBX|3|CWE|INVISIBLE_PATIENT^INVISIBLE_PATIENT',
      'INVISIBLE_PATIENT^INVISIBLE_PATIENT^MetaDMPMSS||N^^expandedYes-NoIndicator||||||F\nOBX|3|CWE|MASQUE_PS^MASQUE_PS',
    ),
    example('repeated', 'ACK_LECTURE_MSS^ACK_LECTURE_MSS', 'ACK_RECEPTION^ACK_RECEPTION'),
    example('unknown-code', 'ACK_LECTURE_MSS^ACK_LECTURE_MSS', 'ACK_LECTURE_DMP^ACK_LECTURE_DMP'),
    example('former-code', 'ACK_LECTURE_MSS^ACK_LECTURE_MSS', 'ACK_LECTURE^ACK_LECTURE'),
    example('value', 'DESTDMP^DESTDMP^MetaDMPMSS||Y', 'DESTDMP^DESTDMP^MetaDMPMSS||O'),
    example(
      'form',
      'DESTDMP^DESTDMP^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F',
      'DESTDMP^DESTDMP^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||C',
    ),
    example(
      'matrix',
      'INVISIBLE_PATIENT^INVISIBLE_PATIENT^MetaDMPMSS||N',
      'INVISIBLE_PATIENT^INVISIBLE_PATIENT^MetaDMPMSS||Y',
    ),
    example(
      'recipient-missing',
      '^^X.400^285076311399048@patient.mssante.fr',
      '^^X.400^claire.martin@exemple.mssante.fr',
    ),
    example('both-masks', flags('N', 'N', 'N', 'N', 'N', 'Y', 'Y', 'Y'), flags('Y', 'Y', 'N', 'N', 'N', 'Y', 'N', 'N')),
    example(
      'no-reply',
      'DESTMSSANTEPAT^DESTMSSANTEPAT^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F',
      'DESTMSSANTEPAT^DESTMSSANTEPAT^MetaDMPMSS||Y^^expandedYes-NoIndicator||||||F\nNTE|1||FIN',
    ),
    {
      ...example(
        'restricted-shared',
        '<confidentialityCode code="N" displayName="Normal"',
        '<confidentialityCode code="R" displayName="Restreint"',
      ),
      part: 'cda',
    },
  ],
  run: (artifact) => {
    const transports = transportsOf(artifact);
    if (transports.length === 0) return { evaluated: 0, findings: [], applies: false };
    return {
      evaluated: transports.reduce((sum, { metadata }) => sum + Math.max(metadata.length, 1), 0),
      findings: transports.flatMap((each) => [
        ...judgeCodes(artifact, each),
        ...each.metadata.flatMap((obx) => judgeMetadata(artifact, each, obx)),
        ...judgeDestinations(artifact, each),
      ]),
    };
  },
});

/** Metadata that a message must have, by volet. The two of the acknowledgements are optional in a table of the volet, and required in its text. */
const REQUIRED: Readonly<Record<Transport['volet'], readonly string[]>> = {
  send: METADATA_CODES.slice(0, 8),
  deliver: ['MASQUE_PS', 'INVISIBLE_PATIENT', 'INVISIBLE_REP_LEGAUX', 'MODIF_CONF_CODE'],
};

const FORMER: Readonly<Record<string, string>> = { ACK_LECTURE: 'ACK_LECTURE_MSS' };

function codeOf(obx: Hl7Segment): string {
  const code = obx.field(OBX.code).component(1).text.trim();
  return FORMER[code] ?? code;
}

function judgeCodes(artifact: Artifact<'hl7v2'>, { metadata, documents, volet, edition, header }: Transport): Found[] {
  const codes = metadata.map(codeOf);
  const found: Found[] = [];
  // Where the last one stands, or the document: they would come after.
  const end = placeIn(artifact, (metadata.at(-1) ?? documents.at(-1)?.obx ?? header).location);
  const required = edition === 'first' ? [] : REQUIRED[volet];
  for (const code of required) if (!codes.includes(code)) found.push({ rule: 'missing', at: end, args: { code } });
  if (volet === 'send' && edition !== 'first')
    for (const code of ['ACK_RECEPTION', 'ACK_LECTURE_MSS'])
      if (!codes.includes(code)) found.push({ rule: 'acknowledgement-choice', at: end, args: { code } });
  const ranks = codes.map((code) => METADATA_CODES.indexOf(code));
  let last = -1;
  const late =
    edition === 'current'
      ? ranks.findIndex((rank) => {
          const isLate = rank !== -1 && rank < last;
          last = Math.max(last, rank);
          return isLate;
        })
      : -1;
  const seen = new Set<string>();
  for (const [index, obx] of metadata.entries()) {
    const code = codes[index] ?? '';
    const at = placeIn(artifact, obx.field(OBX.code).location);
    const written = obx.field(OBX.code).component(1).text.trim();
    if (ranks[index] === -1) found.push({ rule: 'unknown-code', at, actual: written });
    else if (written !== code) found.push({ rule: 'former-code', at, args: { code }, actual: written });
    if (seen.has(code)) found.push({ rule: 'repeated', at, actual: code });
    else if (index === late)
      found.push({ rule: 'order', at, args: { order: METADATA_CODES.join(', ') }, actual: code });
    seen.add(code);
  }
  return found;
}

function judgeMetadata(artifact: Artifact<'hl7v2'>, { type, edition }: Transport, obx: Hl7Segment): Found[] {
  const code = codeOf(obx);
  const value = obx.field(OBX.value);
  const isMailBody = code.startsWith('CORPSMAIL');
  const found: Found[] = [];
  const told = (field: string, at: typeof value, wanted: string): void => {
    if (at.text.trim() !== wanted)
      found.push({
        rule: 'form',
        at: placeIn(artifact, at.location),
        args: { field, wanted, code },
        actual: at.raw,
      });
  };
  told('OBX-2', obx.field(OBX.valueType), isMailBody ? 'ED' : type === 'ORU' ? 'CE' : 'CWE');
  if (edition !== 'first') told('OBX-3.3', cwe(obx.field(OBX.code)).system, 'MetaDMPMSS');
  told('OBX-11', obx.field(OBX.status), 'F');
  if (isMailBody || !METADATA_CODES.includes(code)) return found;
  const answer = value.component(1);
  if (!['Y', 'N'].includes(answer.text.trim()))
    found.push({ rule: 'value', at: placeIn(artifact, answer.location), args: { code }, actual: answer.raw });
  if (edition === 'current') told('OBX-5.3', value.component(3), 'expandedYes-NoIndicator');
  return found;
}

/** Where the document goes agrees with who may see it, and with who is to receive it. */
function judgeDestinations(artifact: Artifact<'hl7v2'>, transport: Transport): Found[] {
  const { message, documents, metadata, volet, edition } = transport;
  // Those of wave 1 named their recipients in the document.
  if (volet !== 'send' || edition === 'first') return [];
  const set = (code: string): boolean => flagOf(transport, code) === 'Y';
  const flags = DESTINATIONS.map((code) => `${code} = ${flagOf(transport, code)}`).join(', ');
  const segment = (code: string) => metadata.find((obx) => codeOf(obx) === code);
  const at = (code: string) => placeIn(artifact, (segment(code) ?? transport.header).location);
  const toProfessionals = set('DESTMSSANTEPS');
  const toPatient = set('DESTMSSANTEPAT');
  const found: Found[] = [];
  // A flag that is missing or wrong is another's fault.
  if (isOutsideMatrix(transport))
    found.push({ rule: 'matrix', at: at(toProfessionals ? 'DESTMSSANTEPS' : 'DESTMSSANTEPAT'), actual: flags });
  const bothMasks = set('DESTDMP') && set('MASQUE_PS') && set('INVISIBLE_PATIENT');
  if (bothMasks && !toProfessionals && !toPatient) found.push({ rule: 'both-masks', at: at('INVISIBLE_PATIENT') });
  const addresses = participationsOf(message, 'RCT').map((prt) => xtn(prt.field(PRT.telecoms)).address.text.trim());
  if (toProfessionals && !addresses.some((address) => address !== '' && !isPatientAddress(address)))
    found.push({ rule: 'recipient-missing', at: at('DESTMSSANTEPS'), args: { code: 'DESTMSSANTEPS' } });
  if (toPatient && !addresses.some(isPatientAddress))
    found.push({ rule: 'recipient-missing', at: at('DESTMSSANTEPAT'), args: { code: 'DESTMSSANTEPAT' } });
  const asked = segment('DESTMSSANTEPAT');
  for (const note of asked ? notesAfter(message, asked) : [])
    if (note.field(NTE.commentType).component(1).text.trim() !== 'FIN')
      found.push({
        rule: 'no-reply',
        at: placeIn(artifact, note.field(NTE.commentType).location),
        actual: note.field(NTE.commentType).raw,
      });
  for (const { cda } of documents) {
    const code = cda?.content.root.first('confidentialityCode')?.attribute('code');
    if (set('DESTDMP') && (code === 'R' || code === 'V'))
      found.push({ rule: 'restricted-shared', at: at('DESTDMP'), actual: code });
  }
  return found;
}

/** The observations of an example that tell who may see the document and where it goes, in their order. */
function flags(...values: readonly ('Y' | 'N')[]): string {
  const written = values.map((value, index) => {
    const code = METADATA_CODES[index];
    return `OBX|${index + 2}|CWE|${code}^${code}^MetaDMPMSS||${value}^^expandedYes-NoIndicator||||||F\n`;
  });
  return written.join('');
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-removal' as const, part: 'request', good, bad };
}
