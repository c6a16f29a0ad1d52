import type { Artifact } from '../../artifacts/artifact.js';
import type { TraceLog } from '../../artifacts/logs/trace.js';
import { placeIn } from '../context.js';
import { type Rule as CheckRule, defineCheck, type RawFinding } from '../define.js';
import { transport } from '../sources/psc-rule.js';
import { type LoggedSecret, secretsIn } from './logs/logged-secrets.js';

/** A log is no storage that the texts name: what it holds is a warning. */
const rule = (clause: string): CheckRule => transport(`${clause} ; REM vague 2, MSS/CONF.28`, 'warning');
const STORAGE = 'Standards utilisés, conservation des jetons (ANSSI, OpenID Connect, R23 à R26)';

const ROW = ';session ouverte';
const withDetail = (bad: string) => ({ base: 'psc-log', part: 'journal', good: ROW, bad: `;${bad}` }) as const;
const OPAQUE = '0123456789abcdef0123456789abcdef0123456789abcdef';

/**
 * The software's own log keeps nothing that opens something: no token, secret of the client, proof key or session cookie. What tools capture of
 * the exchanges themselves (HAR, dialogues of SMTP and IMAP) holds them by nature, and is no log of the software.
 */
export const tokenInLog = defineCheck({
  id: 'psc/token-in-log',
  on: 'log',
  rules: {
    token: rule(STORAGE),
    'refresh-token': rule(STORAGE),
    'client-secret': rule(STORAGE),
    'code-verifier': rule(STORAGE),
    cookie: rule(STORAGE),
  } satisfies Record<LoggedSecret, CheckRule>,
  examples: [
    { rule: 'token', ...withDetail(`Authorization: Bearer ${OPAQUE}`) },
    { rule: 'refresh-token', ...withDetail(`refresh_token=${OPAQUE}`) },
    { rule: 'client-secret', ...withDetail('client_secret=4f1e9c0d7a2b') },
    { rule: 'code-verifier', ...withDetail(`code_verifier=${OPAQUE}`) },
    { rule: 'cookie', ...withDetail(`Set-Cookie: JSESSIONID=${OPAQUE}`) },
  ],
  run(log) {
    const { content } = log;
    if (content.protocol !== 'trace') return { evaluated: 0, findings: [], applies: false };
    const found = secretsOf(content);
    return { evaluated: content.count, findings: [...found].map((each) => findingOf(log, each)) };
  },
});

interface Found {
  readonly line: number;
  readonly column: string;
  count: number;
}

/** The longest text of one column that is looked at. */
const LOOKED_AT = 20_000;

function secretsOf(trace: TraceLog): Map<LoggedSecret, Found> {
  const found = new Map<LoggedSecret, Found>();
  for (const { fields, line, mailbox, message } of trace.records()) {
    const ofRow = new Map<LoggedSecret, string>();
    for (const [column, value] of fields)
      for (const secret of secretsInField(column, value)) if (!ofRow.has(secret)) ofRow.set(secret, column);
    // Rows of mailboxes: the check on the content of their traces tells their tokens.
    if (mailbox !== undefined || message !== undefined) ofRow.delete('token');
    for (const [secret, column] of ofRow) {
      const known = found.get(secret);
      if (known) known.count++;
      else found.set(secret, { line, column, count: 1 });
    }
  }
  return found;
}

/** A column may be named after what it holds, as a key of JSON is. */
function secretsInField(column: string, value: string): LoggedSecret[] {
  const text = value.slice(0, LOOKED_AT);
  return secretsIn(
    /token|secret|verifier|cookie/i.test(column) ? `${column.slice(column.lastIndexOf('.') + 1)}=${text}` : text,
  );
}

function findingOf(
  log: Artifact<'log'>,
  [rule, { line, column, count }]: [LoggedSecret, Found],
): RawFinding<LoggedSecret> {
  return { rule, at: placeIn(log, { line, column: 1 }), args: { column: column.slice(0, 100), count } };
}
