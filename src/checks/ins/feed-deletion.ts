import { defineSetCheck } from '../define.js';
import { readIdentityFeed } from './feed/identity-feed.js';
import { feedRule, judgeReceived } from './feed/judging.js';
import { feedFileOf } from './feed/messages.js';

const RULE_33 = feedRule("Guide d'implémentation de l'INS, règle 33 (INS/va1.62, va1.68, va1.73, scénario .03)");

/** A message of the identity feed that takes the INS of a patient away is accepted, and what is sent later of that patient is without it. */
export const feedDeletion = defineSetCheck({
  id: 'ins/feed-deletion',
  on: 'hl7v2',
  rules: { refused: RULE_33, 'ins-kept': RULE_33 },
  examples: [
    { rule: 'refused', base: 'hl7v2-feed-deletion', part: 'acknowledgement', good: 'MSA|AA', bad: 'MSA|AR' },
    {
      rule: 'ins-kept',
      base: 'hl7v2-feed-deletion',
      part: 'sent',
      good: 'ISO^PI|',
      bad: 'ISO^PI~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS|',
      trips: ['ins/message-status'],
    },
  ],
  keep: feedFileOf,
  run: (files, context) =>
    judgeReceived(files, context, { kind: 'deletion', read: readIdentityFeed, rules: ['ins-kept'] }),
});
