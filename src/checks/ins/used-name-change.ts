import { nameKey } from '../../identity/names.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { feedRule, oncePerPath, placeArgs } from './feed/judging.js';
import { type FeedEntry, feedFileOf } from './feed/messages.js';
import { insOf, strictChanges } from './feed/received.js';
import { type Change, changesIn, noChange, orderNeed } from './feed/sent.js';

const RULE_27 = feedRule("Guide d'implémentation de l'INS, règle 27 (INS/va1.60)");

type Rule = 'event' | 'ins-lost' | 'status';

/** A used name that changes, alone, is sent out by an A31 and takes nothing away: neither the INS nor the status. */
export const usedNameChange = defineSetCheck({
  id: 'ins/used-name-change',
  on: 'hl7v2',
  rules: { event: RULE_27, 'ins-lost': RULE_27, status: RULE_27 },
  examples: [
    { rule: 'event', base: 'hl7v2-changes', part: 'used', good: 'ADT^A31^ADT_A05', bad: 'ADT^A08^ADT_A01' },
    {
      rule: 'ins-lost',
      base: 'hl7v2-changes',
      part: 'used',
      good: '~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101',
      bad: '',
    },
    {
      rule: 'status',
      base: 'hl7v2-changes',
      part: 'used',
      good: 'N||VALI',
      bad: 'N||PROV',
      trips: ['ins/message-status'],
    },
  ],
  keep: feedFileOf,
  run(files, context) {
    const changes = changesIn(
      files,
      (before, after) => usedNameChanged(before, after) && strictChanges(before, after).length === 0,
    );
    if (changes.length === 0) return noChange(files, context, 'need/used-name-change');
    const ordered = changes.filter((change) => orderNeed(change).length === 0);
    return {
      evaluated: ordered.length,
      findings: ordered.flatMap(judge),
      needs: oncePerPath(changes.flatMap(orderNeed)),
    };
  },
});

/** A name told before and another after; that one appears or is told no more is a change in an A31 only, which tells all of an identity. */
function usedNameChanged(before: FeedEntry, after: FeedEntry): boolean {
  return (['usedName', 'usedGiven'] as const).some((trait) => {
    const [one, other] = [before.identity.traits[trait], after.identity.traits[trait]];
    if (one && other) return nameKey(one.value) !== nameKey(other.value);
    return one !== other && after.event === 'A31';
  });
}

function judge({ before, after }: Change): RawFinding<Rule>[] {
  const found = (rule: Rule, actual: string): RawFinding<Rule> => ({
    rule,
    at: placeIn(after, after.identity.at),
    args: { ...placeArgs(before), before: before.codes },
    actual,
  });
  const findings: RawFinding<Rule>[] = [];
  const [held, kept] = [insOf(before), insOf(after)];
  if (after.event !== 'A31') findings.push(found('event', after.event));
  if (held && kept?.value !== held.value) findings.push(found('ins-lost', kept?.value ?? ''));
  if (before.status !== undefined && after.status !== before.status) findings.push(found('status', after.codes));
  return findings;
}
