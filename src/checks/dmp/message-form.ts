import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { UUID_URN } from '../../identity/oids.js';
import { defineSetCheck, type Place, type RawFinding } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { actionsOf } from './messages/actions.js';
import { contentTypeFaults } from './messages/content-type.js';
import { type Fault, judgeExchanges, type KeptMessage, keeperOf } from './messages/exchanges.js';

type RuleName =
  | 'soap-version'
  | 'action'
  | 'message-id'
  | 'message-id-form'
  | 'reply-to'
  | 'content-type'
  | 'content-action'
  | 'inline-document'
  | 'endpoint'
  | 'answer-action'
  | 'relates-to';

const DMPEX = 'GIE SESAM-Vitale, exemples de messages du DMP';
const ADDRESSING = 'W3C, WS-Addressing 1.0 Core §3';
const ANONYMOUS = 'http://www.w3.org/2005/08/addressing/anonymous';

/** What the other message of an exchange is compared with. */
interface Told {
  readonly isFault: boolean;
  readonly action: string | undefined;
  readonly at: Place;
  /** Actions of the answers to this request. */
  readonly answers: readonly string[];
}

const keep = keeperOf<RuleName, Told>({
  request: (message) => [
    ...(message.version === '1.1'
      ? [{ rule: 'soap-version' as const, at: message.document.documentElement, actual: '1.1' }]
      : []),
    ...addressingFaults(message),
    ...contentTypeFaults(message),
    ...inlineFaults(message),
    ...endpointFaults(message),
  ],
  answer: ({ addressing, body, document, http }) =>
    addressing.relatesTo?.value || body.type === 'fault' || http
      ? []
      : [{ rule: 'relates-to', at: addressing.relatesTo?.node ?? document.documentElement, actual: '' }],
  told: ({ addressing, body, document }, place) => ({
    isFault: body.type === 'fault',
    action: addressing.action?.value,
    at: place(addressing.action?.node ?? document.documentElement),
    answers: actionsOf(body).answer,
  }),
});

/** A message of the DMP is a SOAP 1.2 envelope that its headers describe as its body is, over HTTP as MTOM wants it. */
export const messageForm = defineSetCheck({
  id: 'dmp/message-form',
  on: 'soap',
  rules: {
    'soap-version': messageRule('warning', 'primary', 'WSDL des services du DMP (liaison SOAP 1.2)', 1, 16),
    action: messageRule('error', 'primary', `${ADDRESSING}.3 ; WSDL des services du DMP et d'IHE`, 0, 16),
    'message-id': messageRule('error', 'primary', `${ADDRESSING}.4`, 0, 16),
    'message-id-form': messageRule('warning', 'observed', DMPEX, 0, 16),
    'reply-to': messageRule('warning', 'observed', DMPEX, 0, 16),
    'content-type': messageRule('error', 'primary', 'W3C, SOAP 1.2 partie 2 §7.1.4 ; MTOM §3.2', 0, 1),
    'content-action': messageRule('warning', 'primary', 'W3C, SOAP 1.2 partie 2 §6.5 et §7.1.4', 1, 1),
    'inline-document': messageRule('warning', 'second-hand', "Guide d'intégration DMP, EX_2.1-1260 (MTOM)", 0, 1),
    endpoint: messageRule('warning', 'observed', `${DMPEX} ; adresses des services`, 0, 0),
    'answer-action': messageRule('warning', 'primary', `${ADDRESSING}.3 ; WSDL des services du DMP et d'IHE`, 1, 13),
    'relates-to': messageRule('warning', 'primary', `${ADDRESSING}.4`, 0, 12),
  },
  examples: [
    {
      rule: 'soap-version',
      base: 'dmp-exchanges',
      part: 'search',
      good: 'http://www.w3.org/2003/05/soap-envelope',
      bad: 'http://schemas.xmlsoap.org/soap/envelope/',
    },
    {
      rule: 'action',
      base: 'dmp-exchanges',
      part: 'search',
      good: '<wsa:Action>urn:ihe:iti:2007:RegistryStoredQuery<',
      bad: '<wsa:Action>urn:ihe:iti:2007:RetrieveDocumentSet<',
    },
    {
      rule: 'message-id',
      base: 'dmp-publication',
      part: 'message',
      good: '<wsa:MessageID>urn:uuid:df922d4b-5814-50f3-89ac-812a3e833592</wsa:MessageID>',
      bad: '',
    },
    {
      rule: 'inline-document',
      base: 'dmp-publication',
      part: 'message',
      good: '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:signature@essai"/>',
      bad: 'QQ==',
      trips: ['dmp/publication', 'dmp/signature-entry'],
    },
    {
      rule: 'message-id-form',
      base: 'dmp-publication',
      part: 'message',
      good: '<wsa:MessageID>urn:uuid:',
      bad: '<wsa:MessageID>uuid:',
    },
    {
      rule: 'reply-to',
      base: 'dmp-exchanges',
      part: 'search',
      good: '<wsa:ReplyTo><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous<',
      bad: '<wsa:ReplyTo><wsa:Address>https://lps.exemple.fr/reponses<',
    },
    {
      rule: 'content-type',
      base: 'dmp-publication',
      part: 'http',
      good: 'type="application/xop+xml"',
      bad: 'type="text/xml"',
    },
    {
      rule: 'content-action',
      base: 'dmp-publication',
      part: 'http',
      good: 'start-info="application/soap+xml"',
      bad: 'start-info="application/soap+xml"; action="urn:ihe:iti:2007:RegisterDocumentSet-b"',
    },
    {
      rule: 'endpoint',
      base: 'dmp-publication',
      part: 'http',
      good: '/services/repository',
      bad: '/services/registry',
    },
    {
      rule: 'answer-action',
      base: 'dmp-exchanges',
      part: 'searchAnswer',
      good: 'RegistryStoredQueryResponse',
      bad: 'RetrieveDocumentSetResponse',
    },
    {
      rule: 'relates-to',
      base: 'dmp-publication',
      part: 'answer',
      good: '<wsa:RelatesTo>urn:uuid:',
      bad: '<wsa:RelatesTo>urn:uuid:0',
    },
  ],
  keep,
  run(kept) {
    const outcome = judgeExchanges(kept, (request, answer) => {
      const { action, at, isFault } = answer;
      return isFault || !action || request.answers.length === 0 || request.answers.includes(action)
        ? []
        : [{ rule: 'answer-action', at, args: { expected: request.answers[0] ?? '' }, actual: action }];
    });
    return { ...outcome, findings: [...outcome.findings, ...kept.flatMap(otherAnswers)] };
  },
});

/** In a capture of HTTP, an answer names the request just before it. */
function otherAnswers(messages: readonly KeptMessage<RuleName, Told>[]): RawFinding<RuleName>[] {
  return messages.flatMap((answer, rank) => {
    const request = messages[rank - 1];
    const follows = request && request.direction === 'request' && request.index + 1 === answer.index;
    if (!follows || answer.direction !== 'response' || !answer.ordered || !answer.told) return [];
    return !answer.answers || !request.id || answer.answers === request.id
      ? []
      : [{ rule: 'relates-to', at: answer.told.at, actual: answer.answers }];
  });
}

function addressingFaults({ addressing, body, document }: SoapMessage): Fault<RuleName>[] {
  const { action, messageId, replyTo } = addressing;
  const root = document.documentElement;
  const [expected, ...others] = actionsOf(body).request;
  const faults: Fault<RuleName>[] = [];
  // The WSDL of some services of the DMP gives no action at all.
  const isWanted = others.length === 0 || Boolean(action?.value);
  if (expected && isWanted && ![expected, ...others].includes(action?.value ?? ''))
    faults.push({ rule: 'action', at: action?.node ?? root, args: { expected }, actual: action?.value ?? '' });
  if (!messageId?.value) faults.push({ rule: 'message-id', at: messageId?.node ?? root });
  else if (!UUID_URN.test(messageId.value))
    faults.push({ rule: 'message-id-form', at: messageId.node, actual: messageId.value });
  if (replyTo && !replyTo.value.endsWith('/anonymous'))
    faults.push({ rule: 'reply-to', at: replyTo.node, args: { expected: ANONYMOUS }, actual: replyTo.value });
  return faults;
}

/** What was saved without the fields of its parts tells nothing: tools put the parts back in the envelope. */
function inlineFaults({ body, documents, http, partHeaders }: SoapMessage): Fault<RuleName>[] {
  if (body.type !== 'provide-and-register' || (!http && partHeaders.length === 0)) return [];
  const inline = documents.find(({ form }) => form === 'inline');
  return inline ? [{ rule: 'inline-document', at: inline.node }] : [];
}

/** The service of the DMP at which each transaction of IHE is. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['provide-and-register', 'repository'],
  ['retrieve', 'repository'],
  ['stored-query', 'registry'],
  ['update', 'registry'],
  ['register', 'registry'],
]);

function endpointFaults({ http, addressing, body }: SoapMessage): Fault<RuleName>[] {
  const expected = SERVICES.get(body.type);
  const target = http && 'target' in http ? http.target : undefined;
  const service = /\/services\/(repository|registry|patients|habilitations)\b/i.exec(
    target ?? addressing.to?.value ?? '',
  )?.[1];
  if (!expected || !service || service.toLowerCase() === expected) return [];
  const at = target === undefined ? addressing.to?.node : undefined;
  return [{ rule: 'endpoint', at: at ?? { line: http?.line ?? 1 }, args: { expected }, actual: service }];
}
