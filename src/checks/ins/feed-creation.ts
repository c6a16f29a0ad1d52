import { defineSetCheck } from '../define.js';
import { readIdentityFeed } from './feed/identity-feed.js';
import { feedRule, judgeReceived } from './feed/judging.js';
import { feedFileOf } from './feed/messages.js';

const RULE_33 = feedRule(
  "Guide d'implémentation de l'INS, règle 33 (INS/va1.62, va1.67, va1.68, va1.73, scénario .01)",
);

/** A message of the identity feed that tells a qualified identity is accepted, and what is sent later of that patient carries its INS. */
export const feedCreation = defineSetCheck({
  id: 'ins/feed-creation',
  on: 'hl7v2',
  rules: { refused: RULE_33, 'ins-lost': RULE_33, 'ins-changed': RULE_33, 'status-lost': RULE_33 },
  examples: [
    { ...example('acknowledgement'), rule: 'refused', good: 'MSA|AA', bad: 'MSA|AE' },
    {
      ...example('sent'),
      rule: 'ins-lost',
      good: '~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101',
      bad: '',
    },
    { ...example('sent'), rule: 'ins-changed', good: '~285076311399048^', bad: '~202112A00499202^' },
    {
      rule: 'status-lost',
      base: 'hl7v2-feed',
      part: 'sent',
      good: 'N||VALI',
      bad: 'N||PROV',
      trips: ['ins/message-status'],
    },
  ],
  keep: feedFileOf,
  run: (files, context) =>
    judgeReceived(files, context, {
      kind: 'creation',
      read: readIdentityFeed,
      rules: ['ins-lost', 'ins-changed', 'status-lost'],
    }),
});

/** What the patient's INS becomes is for the reception of any message too. */
function example(part: string) {
  return { base: 'hl7v2-feed' as const, part, trips: ['ins/message-reception'] };
}
