import type { Artifact } from '../../artifacts/artifact.js';
import { defineSetCheck, type Place } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { type AnyTurn, commandOf, connectionsOf, isDialogue } from './connection/turns.js';

/** A connection that the server cut while a token had it open, and whether another followed. */
interface Cut {
  readonly at: Place;
  readonly isReopened: boolean;
}

/** A mail session that the operator ends is opened again with the token, as long as Pro Santé Connect holds the professional's session. */
export const sessionReopened = defineSetCheck({
  id: 'mss/session-reopened',
  on: 'log',
  // A log may end before the reconnection, and the session of Pro Santé Connect may have ended too: a log does not tell it.
  rules: { 'not-reopened': { ...mssRule('ECO.1.2.7', 'MSS/CONF.11'), severity: 'warning' } },
  examples: [
    {
      rule: 'not-reopened',
      base: 'mss-connection-resumed',
      part: 'imap',
      good: 'S: B1 OK Success',
      bad: 'S: B1 NO [AUTHENTICATIONFAILED] Failed',
    },
  ],
  keep: cutsIn,
  run(kept) {
    const cuts = kept.flat();
    const findings = cuts
      .filter(({ isReopened }) => !isReopened)
      .map(({ at }) => ({ rule: 'not-reopened' as const, at }));
    return { evaluated: cuts.length, findings, ...(cuts.length === 0 && { applies: false }) };
  },
});

function cutsIn(log: Artifact<'log'>): Cut[] {
  if (!isDialogue(log)) return [];
  const opened = connectionsOf(log).map(({ turns, credentials }) => ({
    turns,
    isByToken: credentials.some(({ mechanism, accepted }) => mechanism === 'XOAUTH2' && accepted !== false),
  }));
  return opened.flatMap(({ turns, isByToken }, index) => {
    const end = isByToken ? turns.find(isServerEnd) : undefined;
    if (!end || turns.slice(0, turns.indexOf(end)).some(isClosing)) return [];
    const isReopened = opened.slice(index + 1).some((later) => later.isByToken);
    return [{ at: { artifact: log.path, line: end.line }, isReopened }];
  });
}

/** The server says that it closes: BYE (RFC 9051 §7.1.5), 421 (RFC 5321 §3.8). */
function isServerEnd(turn: AnyTurn): boolean {
  if (turn.kind === 'reply') return turn.code === 421;
  return turn.kind === 'response' && turn.tag === '*' && turn.status === 'BYE';
}

function isClosing(turn: AnyTurn): boolean {
  return /^(?:QUIT|LOGOUT)$/.test(commandOf(turn) ?? '');
}
