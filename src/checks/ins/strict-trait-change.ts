import { statusAfter } from '../../identity/statuses.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { feedRule, oncePerPath, placeArgs } from './feed/judging.js';
import { type FeedEntry, feedFileOf } from './feed/messages.js';
import { insOf, isValid, removedInsOf, strictChanges } from './feed/received.js';
import { type Change, changesIn, noChange, orderNeed } from './feed/sent.js';

const RULE_27 = feedRule("Guide d'implémentation de l'INS, règle 27 (INS/va1.60)");

type Rule = 'event' | 'ins-kept' | 'status' | 'removal';

/** A strict trait that changes is sent out by an A31, without the INS and with a status that fell; an A47 withdraws the INS of a qualified identity. */
export const strictTraitChange = defineSetCheck({
  id: 'ins/strict-trait-change',
  on: 'hl7v2',
  rules: { event: RULE_27, 'ins-kept': RULE_27, status: RULE_27, removal: RULE_27 },
  examples: [
    { rule: 'event', base: 'hl7v2-changes', part: 'strict', good: 'ADT^A31^ADT_A05', bad: 'ADT^A08^ADT_A01' },
    {
      rule: 'ins-kept',
      base: 'hl7v2-changes',
      part: 'strict',
      good: '&ISO^PI',
      bad: '&ISO^PI~285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
    },
    { rule: 'status', base: 'hl7v2-changes', part: 'strict', good: 'N||VALI', bad: 'N||PROV' },
    {
      rule: 'removal',
      base: 'hl7v2-changes',
      part: 'removal',
      good: 'MRG|285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
      bad: 'MRG|10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI',
    },
  ],
  keep: feedFileOf,
  run(files, context) {
    const changes = changesIn(
      files,
      (before, after) => strictChanges(before, after).length > 0 && !isQualification(before, after),
    );
    if (changes.length === 0) return noChange(files, context, 'need/strict-trait-change');
    const ordered = changes.filter((change) => orderNeed(change).length === 0);
    const judged = ordered.map(judge);
    return {
      evaluated: ordered.length,
      findings: judged.flatMap(({ findings }) => findings),
      needs: oncePerPath([...changes.flatMap(orderNeed), ...judged.flatMap(({ needs }) => needs)]),
    };
  },
});

/** An identity that gets its INS takes the traits of INSi with it: nobody corrected them. */
function isQualification(before: FeedEntry, after: FeedEntry): boolean {
  return !insOf(before) && !removedInsOf(before) && insOf(after) !== undefined && isValid(after);
}

function judge(change: Change): { findings: RawFinding<Rule>[]; needs: Need[] } {
  const { before, after } = change;
  const [changed] = strictChanges(before, after);
  const found = (rule: Rule, at = after.identity.at, actual?: string): RawFinding<Rule> => ({
    rule,
    at: placeIn(after, at),
    args: { ...placeArgs(before), trait: changed?.trait ?? '' },
    ...(actual !== undefined && { actual }),
  });
  const findings: RawFinding<Rule>[] = [];
  const ins = insOf(after);
  const held = insOf(before) ?? removedInsOf(before);
  // The A47 that withdraws the INS may tell the new trait itself.
  const told = after.event === 'A31' || (after.event === 'A47' && held !== undefined);
  if (!told) findings.push(found('event', undefined, after.event));
  if (ins) findings.push(found('ins-kept', ins.at, ins.value));
  const expected = statusExpected(change);
  if (!ins && expected !== undefined && after.status !== expected)
    findings.push({
      ...found('status', undefined, after.codes),
      args: { ...found('status').args, status: expected === 'validée' ? 'VALI' : 'PROV' },
    });
  return { findings: [...findings, ...removalFault(change, changed?.trait ?? '')], needs: removalNeed(change) };
}

/** What PID-32 must tell: a checked paper keeps an identity valid, INSi alone does not. Undefined when nothing was told before. */
function statusExpected({ before }: Change) {
  const carried = insOf(before) ?? removedInsOf(before);
  const status = carried ? 'qualifiée' : before.status;
  return status && statusAfter(status, 'strict-trait-changed');
}

/** The INS that was sent before a change must be withdrawn: no A47 was given at all. */
function removalNeed({ before, after, removals }: Change): Need[] {
  return insOf(before) && !removals.first ? [{ code: 'need/ins-removal', args: { file: after.path } }] : [];
}

/** Those that were given withdraw something else. */
function removalFault({ before, after, removals }: Change, trait: string): RawFinding<Rule>[] {
  const ins = insOf(before);
  const { first, withdrawn } = removals;
  if (!ins || !first || withdrawn.has(ins.value)) return [];
  return [{ rule: 'removal', at: placeIn(first, first.identity.at), args: { ...placeArgs(after), trait } }];
}
