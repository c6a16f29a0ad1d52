import { defineSetCheck } from '../define.js';
import { readIdentityFeed } from './feed/identity-feed.js';
import { feedRule, judgeReceived } from './feed/judging.js';
import { feedFileOf } from './feed/messages.js';
import { insOf, isValid, type ReadEffect } from './feed/received.js';

const ANNEX = feedRule("Annexe CI-SIS « Prise en charge de l'INS », segment PID (INS/va1.16, va1.69, va1.72)");

/** A message received about a qualified identity, of whatever type, is accepted, and what is passed on of that patient carries the same INS. */
export const messageReception = defineSetCheck({
  id: 'ins/message-reception',
  on: 'hl7v2',
  rules: {
    refused: { ...ANNEX, samples: { broken: 0, of: 9, corpus: 'ansforge/hl7V2-exemples, 9 messages acquittés' } },
    'ins-lost': ANNEX,
    'ins-changed': ANNEX,
  },
  examples: [
    { ...example('acknowledgement'), rule: 'refused', good: 'MSA|AA', bad: 'MSA|AR' },
    {
      ...example('forwarded'),
      rule: 'ins-lost',
      good: '~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101',
      bad: '',
    },
    { ...example('forwarded'), rule: 'ins-changed', good: '~285076311399048^', bad: '~202112A00499202^' },
  ],
  keep: feedFileOf,
  run: (files, context) =>
    judgeReceived(files, context, { kind: 'carried', read: readCarried, rules: ['ins-lost', 'ins-changed'] }),
});

function example(part: string) {
  return { base: 'hl7v2-reception' as const, part };
}

const readCarried: ReadEffect = (entry, held) => {
  const ins = insOf(entry);
  if (ins && isValid(entry)) return { kind: 'carried', ins };
  // What takes the INS away, or leaves it aside, ends what was received before.
  return readIdentityFeed(entry, held) === undefined ? undefined : 'forgotten';
};
