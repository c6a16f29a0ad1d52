import type { Connection } from '../../artifacts/logs/dialogue.js';
import { placeIn } from '../context.js';
import { defineCheck, type Need, type RawFinding } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { mailSessions, portOf } from './connection/mail-sessions.js';
import {
  type AnyTurn,
  authenticates,
  commandOf,
  connectionsOf,
  type DialogueArtifact,
  isDialogue,
  isFailure,
  startsWithGreeting,
  usesMail,
} from './connection/turns.js';

const TLS_PORTS = new Set(['465', '993']);

/** SMTP and IMAP go through a channel that STARTTLS encrypts before anything is authenticated, sent or read. */
export const starttls = defineCheck({
  id: 'mss/starttls',
  on: 'log',
  rules: {
    'in-clear': mssRule('ECO.1.0.1, ECO.1.0.2', 'MSS/CONF.05, CONF.06'),
    'no-starttls': mssRule('ECO.1.0.1, ECO.1.0.2', 'MSS/CONF.05, CONF.06'),
    // RFC 3207 §4.2 and RFC 3501 §6.2.1: SHOULD.
    'hello-again': mssRule('ECO.1.0.1, ECO.1.0.2', 'MSS/CONF.05, CONF.06', 'warning'),
  },
  examples: [
    { rule: 'in-clear', base: 'mss-connection', part: 'smtp', good: 'C: STARTTLS\nS: 220', bad: 'C: STARTTLS\nS: 454' },
    {
      rule: 'no-starttls',
      base: 'mss-connection',
      part: 'imap',
      good: 'S: * OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] imap.exemple.mssante.fr\nC: A0 STARTTLS\nS: A0 OK Begin TLS negotiation now\n',
      bad: 'S: * OK imap.exemple.mssante.fr\n',
    },
    {
      rule: 'hello-again',
      base: 'mss-connection',
      part: 'imap',
      good: 'C: A1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\nS: A1 OK Completed\n',
      bad: '',
    },
  ],
  run(log) {
    if (!isDialogue(log)) return { evaluated: 0, findings: [], applies: false };
    const results = connectionsOf(log).flatMap((connection) => judge(log, connection) ?? []);
    const needs = results.flatMap(({ need }) => need ?? []).slice(0, 1);
    return {
      evaluated: results.filter(({ need }) => need === undefined).length,
      findings: results.flatMap(({ finding }) => finding ?? []),
      ...(needs.length > 0 && { needs }),
    };
  },
});

type Rule = 'in-clear' | 'no-starttls' | 'hello-again';

interface Judged {
  readonly finding?: RawFinding<Rule>;
  readonly need?: Need;
}

/** Undefined for a connection in which nothing is asked that TLS must protect, and that does not show TLS. */
function judge(log: DialogueArtifact, connection: Connection<AnyTurn>): Judged | undefined {
  const { turns, startTls } = connection;
  const used = turns.findIndex((turn) => authenticates(turn) || usesMail(turn));
  const found = (rule: Rule, turn: AnyTurn | undefined): Judged => ({
    finding: {
      rule,
      at: placeIn(log, { line: turn?.line ?? 1 }),
      args: { protocol: log.content.protocol.toUpperCase(), command: (turn && commandOf(turn)) ?? 'AUTH' },
    },
  });
  if (startTls) {
    const { command, answer = command } = startTls;
    const end = turns[answer];
    // A log may leave out the answer: then the next one, to another command, is no refusal.
    const refused = !startTls.accepted && isFailure(end);
    if (used !== -1 && (used < command || refused)) return found('in-clear', turns[used]);
    if (refused) return undefined;
    const after = (startTls.accepted ? answer : command) + 1;
    return used === -1 || presentsItself(turns.slice(after, used)) ? {} : found('hello-again', turns[used]);
  }
  if (used === -1) return undefined;
  const isTold = startsWithGreeting(connection);
  const sessions = mailSessions(log);
  const ports = sessions === 'unknown' ? [] : sessions.map(portOf);
  // The tool that opened the session said STARTTLS itself, and the log goes on from there.
  if (!isTold && ports.length > 0 && !ports.some((port) => TLS_PORTS.has(port ?? ''))) return {};
  if (!isTold && ports.length === 0) return { need: { code: 'need/connection-start' } };
  const offered = turns.slice(0, used).some(offersTls);
  return found(offered && ports.length === 0 ? 'in-clear' : 'no-starttls', turns[used]);
}

/** What was said in clear counts no more: the client asks again what the server can do, or the server says it unasked. */
function presentsItself(turns: readonly AnyTurn[]): boolean {
  return turns.some(
    (turn) =>
      /^(?:EHLO|HELO|LHLO|CAPABILITY)$/.test(commandOf(turn) ?? '') ||
      (turn.kind === 'response' && turn.status === 'CAPABILITY'),
  );
}

function offersTls(turn: AnyTurn): boolean {
  if (turn.kind === 'reply') return turn.lines.some((line) => /^STARTTLS\b/i.test(line));
  return turn.kind === 'response' && /\bSTARTTLS\b/i.test(`${turn.code ?? ''} ${turn.argument}`);
}
