import { isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { professionalIdIn } from '../../identity/national-ids.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { type AccountLog, type AccountRow, accountLogOf } from './logs/account-rows.js';
import { sessionUsersOf } from './users/session-users.js';

type Rule = 'other-account' | 'several-accounts' | 'shared-account' | 'identifier';

const EXI_19 = 'EXI PSC 19 (PSC.02)';
const inJournal = (good: string, bad: string) => ({ base: 'psc-log', part: 'journal', good, bad }) as const;

/** Whatever the means of login, a professional opens one account, which is no one else's: accounts are matched on the national identifier. */
export const oneAccount = defineSetCheck({
  id: 'psc/one-account',
  on: ['log', 'har', 'jwt', 'oidc'],
  rules: {
    'other-account': primary(EXI_19),
    'several-accounts': primary(EXI_19, 'warning'),
    'shared-account': primary(EXI_19),
    identifier: primary(EXI_19, 'warning'),
  },
  examples: [
    {
      rule: 'other-account',
      ...inJournal('cmartin;899700100011;connexion;mot de passe', 'claire;899700100011;connexion;mot de passe'),
    },
    { rule: 'several-accounts', ...inJournal('cmartin;899700100011;ouverture', 'claire;899700100011;ouverture') },
    { rule: 'shared-account', ...inJournal('hbernard;899700100029', 'cmartin;899700100029') },
    { rule: 'identifier', ...inJournal('hbernard;899700100029', 'hbernard;7001000') },
  ],
  keep: (artifact) => ({
    log: isKind(artifact, 'log') ? accountLogOf(artifact) : undefined,
    users: isKind(artifact, 'log') ? [] : sessionUsersOf(artifact).map(({ id }) => professionalIdIn(id) ?? id),
  }),
  run(kept) {
    const logs = kept.flatMap(({ log }) => log ?? []);
    if (logs.length === 0) return { evaluated: 0, findings: [], applies: false };
    const rows = logs.flatMap((log) => log.rows);
    const byProfessional = groupBy(rows, ({ professional }) => professional);
    const findings = [
      ...logs.flatMap(malformedIn),
      ...[...byProfessional.values()].flatMap(judgeProfessional),
      ...[...groupBy(rows, ({ account }) => account).values()].flatMap(judgeAccount),
    ];
    const users = kept.flatMap((each) => each.users);
    const needs = needsOf(logs, byProfessional, users);
    return { evaluated: byProfessional.size, findings, ...(needs.length > 0 && { needs }) };
  },
});

function malformedIn({ malformed }: AccountLog): RawFinding<Rule>[] {
  if (!malformed) return [];
  const { at, length, count } = malformed;
  return [{ rule: 'identifier', at, args: { length, count } }];
}

/** An account that Pro Santé Connect never opens is another; several that it opens may be those of several practices. */
function judgeProfessional(rows: readonly AccountRow[]): RawFinding<Rule>[] {
  const byPsc = new Set(rows.flatMap(({ means, account }) => (means === 'psc' ? [account] : [])));
  const other = byPsc.size === 0 ? undefined : rows.find(({ account }) => !byPsc.has(account));
  if (other) return [{ rule: 'other-account', at: other.at, args: { professional: other.professional } }];
  const [first] = rows;
  const second = rows.find(({ account }) => account !== first?.account);
  return second ? [{ rule: 'several-accounts', at: second.at, args: { professional: second.professional } }] : [];
}

/** One professional may have two numbers, of RPPS and of ADELI, but not two of one register. */
function judgeAccount(rows: readonly AccountRow[]): RawFinding<Rule>[] {
  const first = new Map<string, AccountRow>();
  for (const row of rows) {
    const register = row.professional.slice(0, 1);
    const known = first.get(register);
    if (!known) first.set(register, row);
    else if (known.professional !== row.professional)
      return [
        { rule: 'shared-account', at: row.at, args: { professional: row.professional, other: known.professional } },
      ];
  }
  return [];
}

function needsOf(
  logs: readonly AccountLog[],
  byProfessional: ReadonlyMap<string, readonly AccountRow[]>,
  users: readonly string[],
): Need[] {
  const unmapped = logs.filter((log) => log.unmapped.length > 0);
  if (unmapped.length > 0)
    return unmapped.map((log) => ({
      code: 'need/account-columns',
      args: { log: log.path, columns: log.unmapped.join(', ') },
    }));
  const needs: Need[] = [];
  const [log] = logs;
  if (log && users.length > 0 && !users.some((id) => byProfessional.has(id)))
    needs.push({ code: 'need/account-of-session', args: { log: log.path } });
  const isShown = [...byProfessional.values()].some((rows) => {
    const means = new Set(rows.map((row) => row.means));
    return means.has('psc') && means.size > 1;
  });
  if (!isShown) needs.push({ code: 'need/second-means' });
  return needs;
}
