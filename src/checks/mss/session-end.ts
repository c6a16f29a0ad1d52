import type { Artifact } from '../../artifacts/artifact.js';
import { isKind } from '../../artifacts/artifact.js';
import { defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';
import { endpointOf } from '../psc/trace/endpoints.js';
import { responseObject } from '../psc/trace/response-object.js';
import { mssRule } from '../sources/mss-rule.js';
import { isExact, momentOf } from './connection/moment.js';
import { type AnyTurn, commandOf, connectionsOf, isDialogue } from './connection/turns.js';

/** What software may take to learn of the refusal and to end a command under way. */
const GRACE = 60_000;

/** A connection opened with a token: when it was, when it was last used, and when the client closed it. */
interface TokenSession {
  readonly opened: number | undefined;
  readonly lastUse: number | undefined;
  readonly closed: number | undefined;
  readonly at: Place;
}

interface Kept {
  /** When Pro Santé Connect refused to renew a token, in milliseconds of 1970. */
  readonly refusals: readonly number[];
  readonly sessions: readonly TokenSession[];
}

/** The mail sessions that a token opened are closed as soon as Pro Santé Connect refuses to renew it. */
export const sessionEnd = defineSetCheck({
  id: 'mss/session-end',
  on: ['log', 'har'],
  rules: { 'still-used': mssRule('ECO.1.2.6', 'MSS/CONF.10') },
  examples: [
    {
      rule: 'still-used',
      base: 'mss-connection',
      part: 'imap',
      good: '10:45:03.000+01:00 C: A6 LOGOUT',
      bad: '10:55:03.000+01:00 C: A6 SELECT INBOX',
      trips: ['mss/session-reopened'],
    },
  ],
  keep: (artifact): Kept => ({ refusals: refusalsIn(artifact), sessions: sessionsIn(artifact) }),
  run(kept) {
    const refusals = kept.flatMap((each) => each.refusals);
    const sessions = kept.flatMap((each) => each.sessions);
    // A capture of Pro Santé Connect alone is about logging in, not about mail.
    if (refusals.length === 0 || sessions.length === 0) return { evaluated: 0, findings: [], applies: false };
    const timed = sessions.filter(({ opened }) => opened !== undefined);
    const results = timed.flatMap((session) => judge(session, refusals) ?? []);
    const need = (): Need => ({ code: timed.length === 0 ? 'need/dated-session' : 'need/session-close' });
    return {
      evaluated: results.length,
      findings: results.flatMap(({ finding }) => finding ?? []),
      ...(results.length === 0 && { needs: [need()] }),
    };
  },
});

/** Undefined for a session that was over before the refusal, came after it, or does not show its end. */
function judge(
  { opened = 0, lastUse = 0, closed, at }: TokenSession,
  refusals: readonly number[],
): { finding?: RawFinding<'still-used'> } | undefined {
  const refused = refusals.find((each) => opened < each && (lastUse > each + GRACE || (closed ?? 0) >= each));
  if (refused === undefined) return undefined;
  if (lastUse <= refused + GRACE) return {};
  const args = { refused: new Date(refused).toISOString() };
  return { finding: { rule: 'still-used', at, args, actual: new Date(lastUse).toISOString() } };
}

function refusalsIn(artifact: Artifact<'log' | 'har'>): number[] {
  if (!isKind(artifact, 'har')) return [];
  return artifact.content.exchanges.flatMap((exchange) => {
    const isRefresh =
      endpointOf(exchange.url) === 'token' &&
      exchange.form.some(({ name, value }) => name === 'grant_type' && value === 'refresh_token');
    // RFC 6749 §5.2: the token is no longer valid; other errors are those of the request.
    if (!isRefresh || responseObject(exchange)?.error !== 'invalid_grant') return [];
    const moment = momentOf(exchange.startedAt);
    return moment && isExact(moment) ? [moment.earliest] : [];
  });
}

function sessionsIn(artifact: Artifact<'log' | 'har'>): TokenSession[] {
  if (!isKind(artifact, 'log') || !isDialogue(artifact)) return [];
  return connectionsOf(artifact).flatMap(({ turns, credentials }) => {
    const [login] = credentials.filter(({ mechanism, accepted }) => mechanism === 'XOAUTH2' && accepted !== false);
    if (!login) return [];
    const closing = turns.find(isClosing);
    const used = turns.findLast((turn) => turn.direction === 'client' && !isClosing(turn));
    return [
      {
        opened: instantOf(turns[0]),
        lastUse: instantOf(used),
        closed: instantOf(closing),
        at: { artifact: artifact.path, line: used?.line ?? login.line },
      },
    ];
  });
}

function isClosing(turn: AnyTurn): boolean {
  return /^(?:QUIT|LOGOUT|DONE)$/.test(commandOf(turn) ?? '');
}

/** Two logs can be compared when both tell their offset. */
function instantOf(turn: AnyTurn | undefined): number | undefined {
  const moment = momentOf(turn?.at);
  return moment && isExact(moment) ? moment.earliest : undefined;
}
