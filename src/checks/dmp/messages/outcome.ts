import type { SoapBody } from '../../../artifacts/soap/body.js';
import type { Rule } from '../../define.js';
import { messageRule } from '../../sources/message-rule.js';
import type { Fault } from './exchanges.js';

/** What an answer may be told of, whatever was asked. */
export type OutcomeRule = 'refused' | 'outcome';

const EBRS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
const IHE = 'urn:ihe:iti:2007:ResponseStatusType:';
const STATUSES = new Set([`${EBRS}Success`, `${EBRS}Failure`, `${IHE}PartialSuccess`]);

/** @param of how many official answers the rules apply to; none of them was refused. */
export function outcomeRules(of: number): Record<OutcomeRule, Rule> {
  return {
    refused: messageRule('warning', 'primary', 'ITI TF-3 §4.2.4 ; services du DMP, réponse', 0, of),
    outcome: messageRule('warning', 'primary', 'ITI TF-3 §4.2.4 ; OASIS ebRS 3.0 §2.1.3', 0, of),
  };
}

/** What a registry, a service of the DMP or a fault answers: whether it did what was asked, and whether it tells it clearly. */
export function outcomeFaults(body: SoapBody): Fault<OutcomeRule>[] {
  switch (body.type) {
    case 'fault': {
      const code = body.errors[0]?.code ?? body.subcodes.at(-1) ?? body.code;
      return [{ rule: 'refused', at: code?.node ?? body.node, args: { codes: code?.value ?? '' } }];
    }
    case 'registry-response':
    case 'stored-query-response':
    case 'retrieve-response':
      return registryFaults(body);
    case 'set-authorization-response':
    case 'patient-list-response': {
      const { status, node } = body;
      if (!status?.value) return [{ rule: 'outcome', at: status?.node ?? node, args: { errors: 0 }, actual: '' }];
      return /^DMPOk$/i.test(status.value) ? [] : [{ rule: 'refused', at: status.node, args: { codes: status.value } }];
    }
    default:
      return [];
  }
}

function registryFaults({
  node,
  status,
  errors,
}: Extract<
  SoapBody,
  { type: 'registry-response' | 'stored-query-response' | 'retrieve-response' }
>): Fault<OutcomeRule>[] {
  const at = status?.node ?? node;
  const serious = errors.filter(({ severity }) => !/:Warning$/.test(severity?.value ?? ''));
  const isSuccess = status?.value === `${EBRS}Success`;
  // PartialSuccess tells of errors as a failure does.
  const isClear = status !== undefined && STATUSES.has(status.value) && isSuccess === (serious.length === 0);
  const codes = [...new Set(serious.map(({ code }) => code?.value ?? ''))].filter(Boolean).slice(0, 5).join(', ');
  return [
    ...(isClear
      ? []
      : [{ rule: 'outcome' as const, at, args: { errors: serious.length }, actual: status?.value ?? '' }]),
    ...(isSuccess || serious.length === 0 ? [] : [{ rule: 'refused' as const, at, args: { codes } }]),
  ];
}
