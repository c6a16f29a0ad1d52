import type { Artifact } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { msg } from '../../artifacts/hl7v2/data-types.js';
import { MSH } from '../../artifacts/hl7v2/fields.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { voletRule } from '../sources/volet-rule.js';
import { answered } from './hl7-transport/answered.js';
import {
  type Answer,
  answersOf,
  isInDossier,
  type SentTransport,
  sent,
  sentTransports,
} from './hl7-transport/exchanged.js';
import { type FieldFault, headerFaults } from './hl7-transport/header-faults.js';

const PAIRS = 'messages acquittés';

const RULES = {
  'required-field': voletRule("message d'acquittement, segments MSH, MSA et ERR", 'error', 0, 12, PAIRS),
  value: voletRule("message d'acquittement, segment MSH", 'error', 0, 12, PAIRS),
  code: voletRule("message d'acquittement, MSA-1", 'error', 0, 12, PAIRS),
  'control-id': voletRule("message d'acquittement, MSA-2", 'error', 0, 12, PAIRS),
  event: voletRule("message d'acquittement, MSH-9", 'error', 0, 12, PAIRS),
  parties: voletRule("message d'acquittement, MSH-3 à MSH-6", 'warning', 1, 12, PAIRS),
  'error-missing': voletRule("message d'acquittement, segment ERR", 'error', 0, 0, PAIRS),
  'unknown-error': voletRule('table messageErrorCondition, ERR-3', 'warning', 0, 0, PAIRS),
  'application-code': voletRule('table applicationErrorCondition, ERR-5', 'warning', 0, 0, PAIRS),
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** What is kept of a file of messages. */
interface Kept {
  readonly requests: readonly (SentTransport | Business)[];
  readonly answers: readonly (Answer & { readonly faults: readonly FieldFault[] })[];
}

/** A business acknowledgement, which is acknowledged too. */
type Business = ReturnType<typeof sent> & { readonly volet: 'business' };

/** Each message that carries a document is acknowledged, by a message that says so in the volet's way. */
export const transportAcknowledgement = defineSetCheck({
  id: 'cda/transport-acknowledgement',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    { ...example('required-field', '^messageErrorCondition|E|', '^messageErrorCondition||'), base: 'hl7v2-refusal' },
    example('value', 'ACK^T02^ACK', 'ACK^T02'),
    example('code', 'MSA|AA', 'MSA|OK'),
    example('control-id', 'MSA|AA|MDM-1', 'MSA|AA|MDM-2'),
    example('event', 'ACK^T02^ACK', 'ACK^T10^ACK'),
    example('parties', 'EXEMPLE-PFI|ETAB-A|EXEMPLE-DPI', 'EXEMPLE-PFI|ETAB-A|EXEMPLE-SGL'),
    example('error-missing', 'MSA|AA', 'MSA|AR'),
    { ...example('unknown-error', '207^Application error', '999^Application error'), base: 'hl7v2-refusal' },
    {
      ...example('application-code', '|E|902^Identifiant patient inconnu^applicationErrorCode', '|E'),
      base: 'hl7v2-refusal',
    },
  ],
  keep: keptOf,
  run: (files: readonly Kept[], context) => {
    const requests = files.flatMap((file) => file.requests);
    const answers = files.flatMap((file) => file.answers);
    const { pairs, unanswered, strangers } = answered(requests, answers);
    const findings: Found[] = pairs.flatMap(({ request, answer }) => [...answer.faults, ...judge(request, answer)]);
    // An answer that names no message that was given, where one of the same event between the same two has none.
    const waitingFor = groupBy(unanswered, ({ event, parties }) => JSON.stringify([event, reverse(parties)]));
    const mistaken = new Set<Kept['requests'][number]>();
    for (const stranger of strangers) {
      const asked = waitingFor.get(JSON.stringify([stranger.event, stranger.parties]))?.shift();
      if (!asked) continue;
      mistaken.add(asked);
      findings.push({
        rule: 'control-id',
        at: stranger.answers.at,
        args: { id: asked.id, other: asked.path },
        actual: stranger.answers.text,
      });
    }
    // Messages that deliver a mail are for cda/mail-receipt, and business acknowledgements may be left without.
    const waiting = unanswered.filter((each) => each.volet === 'send' && !mistaken.has(each));
    const needs = isInDossier(
      requests.map(({ role }) => role),
      context,
    )
      ? waiting.map(
          ({ path, id, role }): Need =>
            role === undefined
              ? { code: 'need/message-role', args: { file: path } }
              : { code: 'need/acknowledgement', args: { file: path, id } },
        )
      : [];
    const evaluated = pairs.length + mistaken.size;
    return { evaluated, findings, needs, ...(evaluated === 0 && needs.length === 0 && { applies: false }) };
  },
});

function keptOf(artifact: Artifact<'hl7v2'>): Kept {
  const { messages } = artifact.content;
  return {
    requests: [
      ...sentTransports(artifact),
      ...messages.flatMap((message, index): Business[] => {
        const [header] = message.segments;
        if (!header || msg(header.field(MSH.type)).type.text.trim() !== 'ZAM') return [];
        return [{ ...sent(artifact, message, header, index), volet: 'business' }];
      }),
    ],
    answers: answersOf(artifact).map((answer) => {
      const header = messages[answer.index]?.segments[0];
      const versions = [answer.event === 'R01' ? '2.5' : '2.6'];
      return { ...answer, faults: header ? headerFaults(artifact, header, { types: TYPES, versions }) : [] };
    }),
  };
}

const TYPES = ['R01', 'T02', 'T10', 'T04', 'Z01', 'Z02', 'Z03'].map((event) => `ACK^${event}^ACK`);

/** HL7 table 0357, of which the volets list some. */
const ERRORS: ReadonlySet<string> = new Set('0 100 101 102 103 104 198 199 200 201 202 203 204 205 206 207'.split(' '));

const ACCEPTED = ['AA', 'CA'];
const REFUSED = ['AE', 'AR', 'CE', 'CR'];

function judge(request: Kept['requests'][number], answer: Answer): Found[] {
  const { code, errors } = answer;
  const found: Found[] = [];
  if (![...ACCEPTED, ...REFUSED].includes(code.text)) found.push({ rule: 'code', at: code.at, actual: code.text });
  if (answer.type === 'ACK' && answer.event !== request.event)
    found.push({
      rule: 'event',
      at: answer.at,
      args: { event: request.event, other: request.path },
      actual: answer.event,
    });
  if (!isReverse(request.parties, answer.parties))
    found.push({
      rule: 'parties',
      at: answer.at,
      args: { wanted: reverse(request.parties).join(' | '), other: request.path },
      actual: answer.parties.join(' | '),
    });
  if (REFUSED.includes(code.text) && errors.length === 0)
    found.push({ rule: 'error-missing', at: code.at, actual: code.text });
  for (const error of errors) {
    for (const [field, value] of [
      ['ERR-3', error.code],
      ['ERR-4', error.severity],
    ] as const)
      if (value.text === '') found.push({ rule: 'required-field', at: value.at, args: { field } });
    if (error.code.text !== '' && !ERRORS.has(error.code.text))
      found.push({ rule: 'unknown-error', at: error.code.at, actual: error.code.text });
    if (error.code.text === '207' && error.application.text === '')
      found.push({ rule: 'application-code', at: error.application.at });
  }
  return found;
}

/** Who answers was asked, and who is answered had asked. */
function isReverse(asked: readonly string[], answering: readonly string[]): boolean {
  return reverse(asked).every((party, rank) => party === answering[rank]);
}

function reverse([application = '', facility = '', ...receiver]: readonly string[]): string[] {
  return [...receiver, application, facility];
}

function example<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-exchange' as const, part: 'ack', good, bad };
}
