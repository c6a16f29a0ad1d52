import { groupBy } from '../../../artifacts/group-by.js';
import type { CheckContext } from '../../context.js';
import { placeIn } from '../../context.js';
import type { Need, Outcome, RawFinding, Rule } from '../../define.js';
import type { FeedEntry, FeedFile } from './messages.js';
import { compareOrder } from './patients.js';
import { answersIn, insOf, isValid, type ReadEffect, type Received, receivedIn } from './received.js';

/** What a message sent may have wrong about the INS that was received. */
export type SentFault = 'ins-lost' | 'ins-changed' | 'status-lost' | 'ins-kept';

/** Rules of requirements on a feed: every official sample holds one message, none a feed. */
export function feedRule(clause: string): Rule {
  return { severity: 'error', mark: 'primary', clause, samples: null };
}

/**
 * Judges the messages received that have the effect `kind`: each is accepted by its acknowledgement, and what is sent later about its patient
 * agrees with it.
 */
export function judgeReceived<R extends SentFault>(
  files: readonly FeedFile[],
  context: CheckContext,
  { kind, read, rules }: { kind: Received['kind']; read: ReadEffect; rules: readonly R[] },
): Outcome<R | 'refused'> {
  const received = receivedIn(files, read).filter((each) => each.kind === kind);
  if (received.length === 0) return withoutRole(files, context, kind, read);
  const answerTo = answersIn(files);
  const accepted = groupBy(
    received.filter(({ entry }) => {
      const answer = answerTo(entry);
      return answer !== undefined && answer.refused === undefined;
    }),
    newsOf,
  );
  const isSentAgain = (one: Received): boolean =>
    (accepted.get(newsOf(one) ?? '') ?? []).some((other) => compareOrder(one.entry, other.entry) < 0);
  const findings: RawFinding<R | 'refused'>[] = [];
  const needs: Need[] = [];
  for (const each of received) {
    const { entry, ins, later } = each;
    const answer = answerTo(entry);
    const refused = answer?.refused && !isSentAgain(each) ? answer.refused : undefined;
    if (!answer) needs.push({ code: 'need/acknowledgement', args: { file: entry.path, id: entry.id } });
    if (refused)
      findings.push({
        rule: 'refused',
        at: placeIn(refused, refused.at),
        args: placeArgs(entry),
        actual: refused.code,
      });
    for (const sent of later) {
      const fault = faultOf(sent, kind, ins.value);
      const rule = rules.find((each) => each === fault);
      if (rule === undefined) continue;
      if (compareOrder(entry, sent) < 0) findings.push({ rule, ...told(sent, rule), args: placeArgs(entry) });
      else needs.push({ code: 'need/message-order', args: { file: entry.path, other: sent.path } });
    }
  }
  const sent = received.reduce((sum, { later }) => sum + later.length, 0);
  return { evaluated: received.length + sent, findings, needs: oncePerPath(needs) };
}

/** Names what a message of identities says: one that was refused may be sent again under another identifier. Others are each their own. */
function newsOf({ entry, ins }: Received): string | undefined {
  return entry.type === 'ADT' ? JSON.stringify([entry.event, ins.value]) : undefined;
}

/** Where the other message of a finding is. */
export function placeArgs({ path, identity }: FeedEntry): Readonly<Record<string, string | number>> {
  return { other: path, 'other-line': identity.at.line ?? 0, 'other-path': identity.at.path ?? '' };
}

/** One need for each pair of files. */
export function oncePerPath(needs: readonly Need[]): Need[] {
  return [
    ...new Map(needs.map((need) => [JSON.stringify([need.code, need.args?.path, need.args?.other]), need])).values(),
  ];
}

/** How a message sent breaks with what was received. */
function faultOf(sent: FeedEntry, kind: Received['kind'], ins: string): SentFault | undefined {
  const own = insOf(sent);
  if (kind === 'unqualified' || kind === 'deletion') return own?.value === ins ? 'ins-kept' : undefined;
  if (!own) return 'ins-lost';
  if (own.value !== ins) return 'ins-changed';
  return isValid(sent) ? undefined : 'status-lost';
}

function told(sent: FeedEntry, fault: SentFault): Pick<RawFinding, 'at' | 'actual'> {
  const own = insOf(sent);
  if (fault === 'status-lost') return { at: placeIn(sent, sent.identity.at), actual: sent.codes };
  return { at: placeIn(sent, own?.at ?? sent.identity.at), ...(own && { actual: own.value }) };
}

/** Nothing of the kind was received: or a message is, of which nobody says that it was. */
function withoutRole<R extends string>(
  files: readonly FeedFile[],
  { patients }: CheckContext,
  kind: Received['kind'],
  read: ReadEffect,
): Outcome<R> {
  const entries = files.flatMap((file) => file.entries);
  // Files judged without a dossier have no declaration.
  const inDossier = patients.length > 0 || entries.some(({ role }) => role !== undefined);
  const silent = entries.filter((entry) => {
    const effect = entry.role === undefined ? read(entry, undefined) : undefined;
    return typeof effect === 'object' && effect.kind === kind;
  });
  if (!inDossier || silent.length === 0) return { evaluated: 0, findings: [], applies: false };
  const needs = silent.map(({ path }): Need => ({ code: 'need/message-role', args: { file: path } }));
  return { evaluated: 0, findings: [], needs: oncePerPath(needs) };
}
