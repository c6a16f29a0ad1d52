import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { defineSetCheck } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName =
  | OutcomeRule
  | 'no-entry'
  | 'no-document'
  | 'no-entry-of-document'
  | 'id-case'
  | 'document-twice'
  | 'empty-document'
  | 'unused-part';

const ITI41 = 'ITI TF-2 §3.41.4.1.2';

/** Entry of the example's signature, and the document that the message carries for it. */
const SIGNATURE = 'urn:uuid:a967c168-a9d2-5a5e-8d08-1e1de7f31396';
const INCLUDED = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:signature@essai"/>';
const SENT = `<xds:Document id="${SIGNATURE}">${INCLUDED}</xds:Document>`;

const keep = keeperOf<RuleName>({
  request: (message) => (message.body.type === 'provide-and-register' ? judgePublication(message) : undefined),
  answer: ({ body }) => (body.type === 'registry-response' || body.type === 'fault' ? outcomeFaults(body) : undefined),
});

/** A publication (TD2.1, ITI-41) carries one document for each entry that it submits, under the id of that entry; and what the DMP answered. */
export const publication = defineSetCheck({
  id: 'dmp/publication',
  on: 'soap',
  rules: {
    ...outcomeRules(1),
    'no-entry': messageRule('error', 'primary', ITI41, 0, 1),
    'no-document': messageRule('error', 'primary', ITI41, 0, 1),
    'no-entry-of-document': messageRule('error', 'primary', ITI41, 0, 1),
    'id-case': messageRule('warning', 'primary', ITI41, 1, 1),
    'document-twice': messageRule('error', 'primary', ITI41, 0, 1),
    'empty-document': messageRule('error', 'primary', ITI41, 0, 1),
    'unused-part': messageRule('warning', 'primary', 'W3C, XOP §2 ; EX_2.1-1260 (MTOM)', 0, 1),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-publication',
      part: 'answer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:Failure"><rs:RegistryErrorList><rs:RegistryError errorCode="XDSRegistryMetadataError" codeContext="" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/></rs:RegistryErrorList></rs:RegistryResponse>',
    },
    {
      rule: 'outcome',
      base: 'dmp-publication',
      part: 'answer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:Failure"/>',
    },
    ...inMessage('no-entry', '{submission}', ''),
    ...inMessage('no-document', SENT, ''),
    ...inMessage('no-entry-of-document', `id="${SIGNATURE}"`, 'id="signature"'),
    ...inMessage('id-case', `id="${SIGNATURE}"`, `id="${SIGNATURE.replace('a967', 'A967')}"`),
    ...inMessage('document-twice', SENT, `${SENT}${SENT}`),
    ...inMessage('empty-document', INCLUDED, ''),
    // The document stands where the signature is expected.
    ...inMessage('unused-part', INCLUDED, INCLUDED.replace('signature', 'document')).map((each) => ({
      ...each,
      trips: ['dmp/signature-entry'],
    })),
  ],
  keep,
  run: (kept) => judgeExchanges(kept),
});

function inMessage(rule: RuleName, good: string, bad: string) {
  return [{ rule, base: 'dmp-publication', part: 'message', good, bad }] as const;
}

function judgePublication({ body, documents, attachments }: SoapMessage): Fault<RuleName>[] {
  if (body.type !== 'provide-and-register') return [];
  const { documentEntries, onDemandEntries, otherObjects } = body.metadata;
  const entries = [...documentEntries, ...onDemandEntries, ...otherObjects];
  const faults: Fault<RuleName>[] = [];
  if (entries.length === 0) faults.push({ rule: 'no-entry', at: body.node });
  const ids = new Set(entries.map(({ entryUuid }) => entryUuid));
  const lower = new Map(entries.map(({ entryUuid }) => [entryUuid.toLowerCase(), entryUuid]));
  const given = new Set<string>();
  for (const { id, node, form } of documents) {
    const alike = lower.get(id.toLowerCase());
    if (given.has(id)) faults.push({ rule: 'document-twice', at: node, actual: id });
    else if (!ids.has(id) && alike !== undefined)
      faults.push({ rule: 'id-case', at: node, args: { expected: alike }, actual: id });
    else if (!ids.has(id)) faults.push({ rule: 'no-entry-of-document', at: node, actual: id });
    given.add(id).add(alike ?? id);
    if (form === 'empty') faults.push({ rule: 'empty-document', at: node, actual: id });
  }
  for (const { entryUuid, node } of entries)
    if (!given.has(entryUuid)) faults.push({ rule: 'no-document', at: node, actual: entryUuid });
  const names = new Set(documents.map(({ name }) => name));
  for (const { name, line, contentId } of attachments)
    if (!names.has(name)) faults.push({ rule: 'unused-part', at: { line }, actual: contentId ?? name });
  return faults;
}
