import { defineSetCheck } from '../define.js';
import { readIdentityFeed } from './feed/identity-feed.js';
import { feedRule, judgeReceived } from './feed/judging.js';
import { feedFileOf } from './feed/messages.js';

const RULE_33 = feedRule("Guide d'implémentation de l'INS, règle 33 (INS/va1.62, va1.68, va1.73, scénario .02)");

/** A message of the identity feed that tells an INS without PID-32 at VALI is accepted, and its INS is left aside: nothing sent later carries it. */
export const feedUnqualified = defineSetCheck({
  id: 'ins/feed-unqualified',
  on: 'hl7v2',
  rules: { refused: RULE_33, 'ins-kept': RULE_33 },
  examples: [
    { rule: 'refused', base: 'hl7v2-feed-unqualified', part: 'acknowledgement', good: 'MSA|AA', bad: 'MSA|AE' },
    {
      rule: 'ins-kept',
      base: 'hl7v2-feed-unqualified',
      part: 'sent',
      good: 'ISO^PI|',
      bad: 'ISO^PI~152026912399108^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS|',
      trips: ['ins/message-status'],
    },
  ],
  keep: feedFileOf,
  run: (files, context) =>
    judgeReceived(files, context, { kind: 'unqualified', read: readIdentityFeed, rules: ['ins-kept'] }),
});
