import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { defineSetCheck } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName = OutcomeRule | 'nothing-changed';

const ITI57 = 'ITI TF-2 §3.57.4.1 ; DMP, TD3.3';
const STATUS = 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus';

const keep = keeperOf<RuleName>({
  request: ({ body }) => (body.type === 'update' || body.type === 'register' ? updateFaults(body) : undefined),
  answer: ({ body }) => (body.type === 'registry-response' || body.type === 'fault' ? outcomeFaults(body) : undefined),
});

/** An update of an entry of the DMP (TD3.3a to d, ITI-57) changes a status, or sends an entry again, and nothing else; and what the DMP answered. */
export const entryUpdate = defineSetCheck({
  id: 'dmp/entry-update',
  on: 'soap',
  rules: {
    ...outcomeRules(2),
    'nothing-changed': messageRule('error', 'primary', ITI57, 0, 2),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-exchanges',
      part: 'deletionAnswer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:Failure"><rs:RegistryErrorList><rs:RegistryError errorCode="XDSMetadataUpdateError" codeContext="" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/></rs:RegistryErrorList></rs:RegistryResponse>',
    },
    {
      rule: 'outcome',
      base: 'dmp-exchanges',
      part: 'deletionAnswer',
      good: 'ResponseStatusType:Success"/>',
      bad: 'ResponseStatusType:Failure"/>',
    },
    {
      rule: 'nothing-changed',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus',
      bad: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
    },
  ],
  keep,
  run: (kept) => judgeExchanges(kept),
});

function updateFaults(
  body: Extract<SoapMessage['body'], { type: 'update' | 'register' | 'provide-and-register' }>,
): Fault<RuleName>[] {
  const { node, metadata } = body;
  const changes = metadata.associations.some(({ type }) => type === STATUS) || metadata.documentEntries.length > 0;
  return changes ? [] : [{ rule: 'nothing-changed', at: node }];
}
