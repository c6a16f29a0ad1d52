import { defineSetCheck } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName = OutcomeRule | 'action' | 'role';

const WSDL = 'WSDL du DMP, Habilitations, setAuthorization (TD0.3)';

const keep = keeperOf<RuleName>({
  request({ body }) {
    if (body.type !== 'set-authorization') return undefined;
    const { action, role, node } = body;
    const faults: Fault<RuleName>[] = [];
    if (!/^(?:AJOUT|SUPPRESSION)$/.test(action?.value ?? ''))
      faults.push({ rule: 'action', at: action?.node ?? node, actual: action?.value ?? '' });
    if (role && role.value !== 'MEDECIN_TRAITANT') faults.push({ rule: 'role', at: role.node, actual: role.value });
    return faults;
  },
  answer: ({ body }) =>
    body.type === 'set-authorization-response' || body.type === 'fault' ? outcomeFaults(body) : undefined,
});

/** An authorisation given or taken away (TD0.3) says which with the words of the service, and what the DMP answered. */
export const authorization = defineSetCheck({
  id: 'dmp/authorization',
  on: 'soap',
  rules: {
    ...outcomeRules(1),
    action: messageRule('error', 'primary', WSDL, 0, 1),
    role: messageRule('error', 'primary', WSDL, 0, 1),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-exchanges',
      part: 'authorizationAnswer',
      good: '<hab:status>DMPOk<',
      bad: '<hab:status>DMPAccessDenied<',
    },
    {
      rule: 'outcome',
      base: 'dmp-exchanges',
      part: 'authorizationAnswer',
      good: '<hab:status>DMPOk</hab:status>',
      bad: '',
    },
    {
      rule: 'action',
      base: 'dmp-exchanges',
      part: 'authorization',
      good: '<action>AJOUT<',
      bad: '<action>AJOUTER<',
    },
    {
      rule: 'role',
      base: 'dmp-exchanges',
      part: 'authorization',
      good: '<role>MEDECIN_TRAITANT<',
      bad: '<role>MEDECIN<',
    },
  ],
  keep,
  run: (kept) => judgeExchanges(kept),
});
