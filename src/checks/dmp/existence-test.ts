import type { PatientQuery, PatientQueryResponse } from '../../artifacts/soap/patient-query.js';
import { childCalled } from '../../artifacts/xml/value.js';
import { readTs } from '../../identity/hl7-time.js';
import { defineSetCheck, type Place } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { DMP_DEVICE } from './messages/dmp-messages.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName =
  | Exclude<OutcomeRule, 'outcome'>
  | 'receiver'
  | 'identifiers'
  | 'creation-time'
  | 'interaction'
  | 'reason'
  | 'patient'
  | 'semantics'
  | 'answer-target'
  | 'answer-code'
  | 'no-authorization';

const WSDL = 'CI-SIS, volet Gestion du dossier patient partagé ; DMP, TD0.2';
const HL7 = 'HL7 v3, MCCI_MT000100UV01 et QUPA_MT201307UV02';

/** What a patient query of the DMP is for; a test of existence is one. */
const REASON = { code: 'TEST_EXST', system: '1.2.250.1.213.1.1.4.11' };
const OTHER_REASONS = /^(?:CNSLT_DATA|MODIF_DATA|FERM|REACT|CREA)/;

/** Identifiers of a message and of its query, `root^extension`: the answer repeats those of the request. */
interface Told {
  readonly message: string;
  readonly query: string;
  readonly at: Place;
}

const keep = keeperOf<RuleName, Told | undefined>({
  request: ({ body }) => (isTest(body) && body.type === 'patient-query' ? requestFaults(body) : undefined),
  answer({ body }) {
    if (body.type === 'fault')
      return outcomeFaults(body)
        .filter(({ rule }) => rule === 'refused')
        .map(asRefused);
    return isTest(body) && body.type === 'patient-query-response' ? answerFaults(body) : undefined;
  },
  told({ body }, place) {
    if (body.type === 'patient-query') {
      return { message: written(body.id), query: written(body.queryId), at: place(body.node) };
    }
    if (body.type !== 'patient-query-response') return undefined;
    const { targetMessage, queryId, node } = body;
    return { message: written(targetMessage), query: written(queryId), at: place(targetMessage?.node ?? node) };
  },
});

/** The test of existence (TD0.2) asks the DMP of one patient, for that reason, and the answer is that of the question. */
export const existenceTest = defineSetCheck({
  id: 'dmp/existence-test',
  on: 'soap',
  rules: {
    refused: outcomeRules(1).refused,
    receiver: messageRule('error', 'primary', WSDL, 0, 1),
    identifiers: messageRule('error', 'primary', HL7, 0, 1),
    'creation-time': messageRule('error', 'primary', HL7, 0, 1),
    interaction: messageRule('error', 'primary', HL7, 0, 1),
    reason: messageRule('error', 'primary', WSDL, 0, 1),
    patient: messageRule('error', 'primary', WSDL, 0, 1),
    semantics: messageRule('warning', 'observed', `${WSDL}, messages d'exemple`, 0, 1),
    'answer-target': messageRule('warning', 'primary', HL7, 0, 1),
    'answer-code': messageRule('warning', 'primary', 'HL7 v3, QUQI_MT120001UV01, queryResponseCode', 0, 1),
    'no-authorization': messageRule('warning', 'observed', `${WSDL}, messages d'exemple`, 0, 1),
  },
  examples: [
    ...inRequest('receiver', '<id root="1.2.250.1.213.4.1.1.1"/>', '<id root="2.999.7"/>'),
    ...inRequest('identifiers', '<queryId root="2.999.5" extension="1"/>', ''),
    ...inRequest('creation-time', '<creationTime value="20260316093000"/>', '<creationTime value="2026-03-16"/>'),
    ...inRequest('interaction', 'extension="PRPA_IN201307UV02"', 'extension="PRPA_IN201305UV02"'),
    ...inRequest('reason', 'code="TEST_EXST"', 'code="EXISTENCE"'),
    ...inRequest('patient', '<semanticsText>Patient.id</semanticsText>', '<value root="2.999.1" extension="1"/>'),
    ...inRequest('semantics', '<semanticsText>Patient.id</semanticsText>', '<semanticsText>Patient</semanticsText>'),
    ...inAnswer(
      'answer-target',
      '<id root="2.999.4" extension="question-1"/>',
      '<id root="2.999.4" extension="autre"/>',
    ),
    ...inAnswer('answer-code', '<queryResponseCode code="OK"/>', '<queryResponseCode code="OUI"/>'),
    ...inAnswer('no-authorization', 'code="AUTORISATION"', 'code="AUTORISE"'),
    ...inAnswer('refused', '<acknowledgement typeCode="AA">', '<acknowledgement typeCode="AE">'),
  ],
  keep,
  run: (kept) =>
    judgeExchanges(kept, (request, answer) => {
      if (!request || !answer) return [];
      const isRight = request.message === answer.message && request.query === answer.query;
      return isRight
        ? []
        : [{ rule: 'answer-target', at: answer.at, args: { expected: request.message }, actual: answer.message }];
    }),
});

function inRequest(rule: RuleName, good: string, bad: string) {
  return [{ rule, base: 'dmp-exchanges', part: 'existence', good, bad }] as const;
}

function inAnswer(rule: RuleName, good: string, bad: string) {
  return [{ rule, base: 'dmp-exchanges', part: 'existenceAnswer', good, bad }] as const;
}

/** Other queries of a patient have the same form: the reason tells them apart. */
function isTest(body: object): boolean {
  const reason = 'reason' in body ? (body as PatientQuery).reason?.code?.value : undefined;
  return !OTHER_REASONS.test(reason ?? '');
}

function requestFaults(body: PatientQuery): Fault<RuleName>[] {
  const { node, id, creationTime, receiver, sender, reason, queryId, patientIds } = body;
  const faults: Fault<RuleName>[] = [];
  if (receiver?.root?.value !== DMP_DEVICE)
    faults.push({ rule: 'receiver', at: receiver?.node ?? node, actual: receiver?.root?.value ?? '' });
  for (const [element, value] of Object.entries({ id, 'sender/device/id': sender, queryId }))
    if (!value?.root?.value) faults.push({ rule: 'identifiers', at: value?.node ?? node, args: { element } });
  if ((readTs(creationTime?.value)?.digits ?? 0) < 14)
    faults.push({ rule: 'creation-time', at: creationTime?.node ?? node, actual: creationTime?.value ?? '' });
  const interaction = childCalled(node, 'interactionId');
  if (interaction?.attribute('extension') !== node.localName)
    faults.push({
      rule: 'interaction',
      at: interaction ?? node,
      args: { expected: node.localName },
      actual: interaction?.attribute('extension') ?? '',
    });
  if (reason?.code?.value !== REASON.code || reason.codeSystem?.value !== REASON.system)
    faults.push({ rule: 'reason', at: reason?.node ?? node, actual: reason?.code?.value ?? '' });
  if (patientIds.length !== 1) faults.push({ rule: 'patient', at: node, args: { count: patientIds.length } });
  const parameters = childCalled(node, 'controlActProcess', 'queryByParameter', 'parameterList', 'patientIdentifier');
  const semantics = childCalled(parameters, 'semanticsText');
  if (parameters && patientIds.length === 1 && semantics?.textContent.trim() !== 'Patient.id')
    faults.push({ rule: 'semantics', at: semantics ?? parameters, actual: semantics?.textContent.trim() ?? '' });
  return faults;
}

function answerFaults(body: PatientQueryResponse): Fault<RuleName>[] {
  const { node, acknowledgement, queryResponseCode, attentionLines } = body;
  if (acknowledgement && acknowledgement.value !== 'AA')
    return [{ rule: 'refused', at: acknowledgement.node, args: { codes: acknowledgement.value } }];
  const faults: Fault<RuleName>[] = [];
  const code = queryResponseCode?.value;
  if (code !== 'OK' && code !== 'NF')
    faults.push({ rule: 'answer-code', at: queryResponseCode?.node ?? node, actual: code ?? '' });
  if (code === 'OK' && !attentionLines.some(({ keyword, value }) => keyword?.value === 'AUTORISATION' && value))
    faults.push({ rule: 'no-authorization', at: attentionLines[0]?.node ?? node });
  return faults;
}

function asRefused({ at, args }: Fault<OutcomeRule>): Fault<RuleName> {
  return { rule: 'refused', at, ...(args && { args }) };
}

function written(id: PatientQuery['id']): string {
  return `${id?.root?.value ?? ''}^${id?.extension?.value ?? ''}`;
}
