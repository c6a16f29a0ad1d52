import { isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { professionalIdIn } from '../../identity/national-ids.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { type DmpFile, dmpFileOf } from '../dmp/calls/dmp-call.js';
import { type DmpCall, dmpCallsOf, once } from '../dmp/calls/dmp-trace.js';
import { keptBy } from '../kept-by.js';
import { mssRule } from '../sources/mss-rule.js';
import { observed, primary } from '../sources/psc-rule.js';
import { type LoginRow, loginRowsOf } from './logs/login-rows.js';
import { type MailUser, mailUsersIn } from './logs/mail-users.js';
import { codesOf, type Practice, practicesOf } from './users/practices.js';
import { comparedWith, type SessionUser, sessionUsersOf } from './users/session-users.js';

type Rule = 'mail-user' | 'log-user' | 'sector' | 'role';

interface Kept {
  readonly users: readonly SessionUser[];
  readonly practices: readonly Practice[];
  readonly file: DmpFile | undefined;
  readonly mailUsers: readonly MailUser[];
  readonly rows: readonly LoginRow[];
}

const NONE: Kept = { users: [], practices: [], file: undefined, mailUsers: [], rows: [] };

/** What was found of one sort of use, and how many were compared. */
interface Judged {
  readonly compared: number;
  readonly findings: readonly RawFinding<Rule>[];
  readonly needs: readonly Need[];
}

const VIHF_FROM_USERINFO = observed('CO.92 ; ANS, POC PSC, VihfBuilder');
const inSituation = (good: string, bad: string) => ({ base: 'dmp-psc', part: 'situation', good, bad }) as const;

/**
 * The professional who logged in with Pro Santé Connect is the one for whom a mailbox is opened, whom the software's log tells, and whose practice
 * the VIHF describes. Who the VIHF and the assertion of INSi name is judged by the checks on these calls.
 */
export const sameProfessional = defineSetCheck({
  id: 'psc/same-professional',
  on: ['soap', 'har', 'jwt', 'oidc', 'log'],
  rules: {
    'mail-user': mssRule('ECO.1.2.1', 'MSS/CONF.07'),
    'log-user': primary('EXI PSC 19 ; MSS/CONF.18'),
    sector: VIHF_FROM_USERINFO,
    role: VIHF_FROM_USERINFO,
  },
  examples: [
    {
      rule: 'mail-user',
      base: 'mss-session',
      part: 'imap-string',
      good: '***',
      bad: '{colleague-token}',
    },
    {
      rule: 'log-user',
      base: 'psc-log',
      part: 'journal',
      good: 'cmartin;899700100011;connexion;PSC',
      bad: 'cmartin;899700100037;connexion;PSC',
      trips: ['psc/one-account'],
    },
    { rule: 'sector', ...inSituation('SA07', 'SA05') },
    { rule: 'role', ...inSituation('SM54', 'SM26') },
  ],
  keep: (artifact): Kept => {
    if (isKind(artifact, 'log')) return { ...NONE, mailUsers: mailUsersIn(artifact), rows: loginRowsOf(artifact) };
    const file =
      isKind(artifact, 'soap') || isKind(artifact, 'har')
        ? keptBy<'soap' | 'har', DmpFile>(dmpFileOf, artifact)
        : undefined;
    if (isKind(artifact, 'soap')) return { ...NONE, file };
    return { ...NONE, file, users: sessionUsersOf(artifact), practices: practicesOf(artifact) };
  },
  run(kept) {
    const users = kept.flatMap((each) => each.users);
    const calls = dmpCallsOf(kept.flatMap(({ file }) => file ?? []));
    const judged = [
      judgeMail(
        kept.flatMap((each) => each.mailUsers),
        users,
      ),
      judgeLogins(
        kept.flatMap((each) => each.rows),
        users,
      ),
      judgePractices(
        calls,
        kept.flatMap((each) => each.practices),
      ),
    ];
    const evaluated = judged.reduce((sum, { compared }) => sum + compared, 0);
    const needs = once(judged.flatMap((each) => each.needs));
    if (evaluated === 0 && needs.length === 0) return { evaluated, findings: [], applies: false };
    return { evaluated, findings: judged.flatMap(({ findings }) => findings), ...(needs.length > 0 && { needs }) };
  },
});

/** Without a session to compare with, nothing is said: the string is judged by itself elsewhere. */
function judgeMail(mailUsers: readonly MailUser[], users: readonly SessionUser[]): Judged {
  if (users.length === 0) return { compared: 0, findings: [], needs: [] };
  const compare = comparedWith(users);
  const findings: RawFinding<Rule>[] = [];
  const needs: Need[] = [];
  for (const each of mailUsers) {
    const result = compare(each);
    if (typeof result === 'object')
      findings.push({ rule: 'mail-user', at: each.at, args: { connected: result.other }, actual: each.user });
    if (result === 'unknown') needs.push({ code: 'need/own-session', args: { file: each.at.artifact } });
  }
  return { compared: mailUsers.length, findings, needs };
}

/** The log of the time when a session starts tells that professional: someone else alone, and whom no capture shows, is a wrong match. */
function judgeLogins(rows: readonly LoginRow[], users: readonly SessionUser[]): Judged {
  const known = new Set(users.map(({ id }) => professionalIdIn(id) ?? id));
  const inOrder = rows.toSorted((a, b) => a.time - b.time);
  const findings: RawFinding<Rule>[] = [];
  let compared = 0;
  let from = 0;
  for (const { id, at } of startsOf(users)) {
    while ((inOrder[from]?.time ?? Number.POSITIVE_INFINITY) < at - SAME_LOGIN) from++;
    const own = professionalIdIn(id) ?? id;
    const near: LoginRow[] = [];
    for (let rank = from; near.length < MOST_NEAR; rank++) {
      const row = inOrder[rank];
      if (!row || row.time > at + SAME_LOGIN) break;
      near.push(row);
    }
    const [first, ...others] = near;
    if (!first) continue;
    const isOwn = near.some(({ professional }) => professional === own);
    const isOther =
      !known.has(first.professional) && others.every(({ professional }) => professional === first.professional);
    if (!isOwn && !isOther) continue;
    compared++;
    if (!isOwn) findings.push({ rule: 'log-user', at: first.at, args: { connected: own }, actual: first.professional });
  }
  return { compared, findings, needs: [] };
}

/** A log tells a login within the minute that a capture shows it in; later, it may be someone else's. */
const SAME_LOGIN = 60_000;

/** More logins within minutes are those of many users: nobody's alone. */
const MOST_NEAR = 50;

/** When each session starts, in order. */
function startsOf(users: readonly SessionUser[]): { readonly id: string; readonly at: number }[] {
  const named = new Set(users.flatMap(({ id, session }) => (session === undefined ? [] : [id])));
  const dated = users.flatMap(({ id, session, at }) =>
    // What names no session is told in one that a token names.
    at === undefined || (session === undefined && named.has(id)) ? [] : [{ id, session, at }],
  );
  return [...groupBy(dated, ({ id, session }) => JSON.stringify([id, session])).values()]
    .map((own) => own.reduce((first, each) => (each.at < first.at ? each : first)))
    .sort((a, b) => a.at - b.at);
}

/** A VIHF made from userinfo has its sector of activity, then a profession and a skill that it tells. */
function judgePractices(calls: readonly DmpCall[], practices: readonly Practice[]): Judged {
  const byUser = new Map(
    [...groupBy(practices, ({ id }) => id)].map(([id, own]) => [
      id,
      {
        sectors: new Set(own.flatMap(({ sectors }) => sectors)),
        roles: new Set(own.flatMap(({ roles }) => roles)),
        skills: new Set(own.flatMap(({ skills }) => skills)),
      },
    ]),
  );
  const findings: RawFinding<Rule>[] = [];
  let compared = 0;
  for (const { user, practice, isPsc, bearer } of calls) {
    const own = byUser.get(user);
    if (!own || (!isPsc && bearer === undefined)) continue;
    const [role, skill] = practice.roles;
    const parts = [
      ['sector', practice.sectors[0], own.sectors],
      ['role', role, own.roles],
      ['role', skill, own.skills],
    ] as const;
    for (const [rule, used, told] of parts) {
      const [code] = codesOf([used?.value]);
      const [shown] = told;
      if (!used || code === undefined || shown === undefined) continue;
      compared++;
      if (!told.has(code)) findings.push({ rule, at: used.at, args: { told: shown }, actual: code });
    }
  }
  return { compared, findings, needs: [] };
}
