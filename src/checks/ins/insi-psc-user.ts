import { type Artifact, isKind } from '../../artifacts/artifact.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { placeIn } from '../context.js';
import { type Rule as CheckRule, defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';
import { CLOCK_SKEW, comparedWith, type SessionUser, sessionUsersOf } from '../psc/users/session-users.js';
import { type InsiLog, type InsiRow, insiLogOf } from './insi/log.js';
import { type ReadLogs, readLogs } from './insi/log-rows.js';

type Rule = 'name-qualifier' | 'connected-user' | 'log-row' | 'log-mode' | 'log-user' | 'log-time';

/** A call of INSi by a user of Pro Santé Connect. */
interface PscCall {
  readonly at: Place;
  readonly user: string;
  readonly qualifier: string;
  /** A token of Pro Santé Connect goes with it, as the volet Transport says: the assertion is not alone to tell the mode. */
  readonly hasBearer: boolean;
  /** Milliseconds of UTC. */
  readonly time: number | undefined;
  /** User 1 or 2, as the vendor declares. */
  readonly declaredUser: 1 | 2 | undefined;
}

type Compare = ReturnType<typeof comparedWith>;

interface KeptArtifact {
  readonly calls: readonly PscCall[];
  readonly users: readonly SessionUser[];
  readonly log: InsiLog | undefined;
}

const rule = (severity: CheckRule['severity']): CheckRule => ({
  severity,
  mark: 'primary',
  clause: 'INS/PSC.01 ; référentiel Pro Santé Connect',
  samples: null,
});
const inPart = (part: string, good: string, bad: string) => ({ base: 'insi-psc', part, good, bad }) as const;
const ROW = '2026-03-16T10:30:01+01:00;899700100011;appel INSi;PSC';

/** A call of INSi by a user of Pro Santé Connect is made in that user's name, and the log of the software keeps the mode and the user. */
export const insiPscUser = defineSetCheck({
  id: 'ins/insi-psc-user',
  on: ['soap', 'har', 'jwt', 'oidc', 'log'],
  rules: {
    'name-qualifier': rule('error'),
    'connected-user': rule('error'),
    'log-row': rule('error'),
    'log-mode': rule('error'),
    'log-user': rule('error'),
    'log-time': rule('warning'),
  },
  examples: [
    { rule: 'name-qualifier', ...inPart('request', 'NameQualifier="PSC"', 'NameQualifier="CPS"') },
    {
      rule: 'connected-user',
      ...inPart('userinfo', '"SubjectNameID": "899700100011"', '"SubjectNameID": "899700100029"'),
      trips: ['psc/userinfo-identity'],
    },
    { rule: 'log-row', ...inPart('log', ROW, ROW.replace('INSi', 'DMP')) },
    { rule: 'log-mode', ...inPart('log', ROW, ROW.replace('PSC', 'carte')) },
    { rule: 'log-user', ...inPart('log', ROW, ROW.replace('899700100011', '899700100029')) },
    { rule: 'log-time', ...inPart('log', ROW, ROW.replace('T10', 'T18')) },
  ],
  keep: (artifact): KeptArtifact => ({
    calls: isKind(artifact, 'soap') ? artifact.content.messages.flatMap((each) => callOf(artifact, each) ?? []) : [],
    users:
      isKind(artifact, 'jwt') || isKind(artifact, 'oidc') || isKind(artifact, 'har') ? sessionUsersOf(artifact) : [],
    log: isKind(artifact, 'log') ? insiLogOf(artifact) : undefined,
  }),
  run(kept) {
    const calls = kept.flatMap((each) => each.calls);
    if (calls.length === 0) return { evaluated: 0, findings: [], applies: false };
    const users = kept.flatMap((each) => each.users);
    const compare = comparedWith(users);
    const logs = kept.flatMap(({ log }) => (log && (log.rows.length > 0 || log.unmapped.length === 0) ? [log] : []));
    const readable = logs.filter(({ unmapped }) => unmapped.length === 0);
    const read = readable.length === 0 ? undefined : readLogs(readable, users);
    const findings = calls.flatMap((call) => [
      ...judgeCall(call, compare),
      ...(read === undefined ? [] : judgeLog(call, read)),
    ]);
    const needs: Need[] = [
      ...(users.length === 0
        ? [{ code: 'need/connected-user' as const }]
        : calls.flatMap((call) => sessionNeed(call, compare))),
      ...(logs.length === 0 ? [{ code: 'need/insi-log' as const }] : []),
      ...(readable.length > 0 ? [] : logs.map(needOfColumns)),
    ];
    return { evaluated: calls.length, findings, ...(needs.length > 0 && { needs }) };
  },
});

/** Undefined for any other message: a call by card is not about Pro Santé Connect. */
function callOf(
  artifact: Artifact<'soap'>,
  { body, document, security, contexts, http }: SoapMessage,
): PscCall | undefined {
  if (body.type !== 'insi-request') return undefined;
  const nameId = security?.assertions[0]?.nameId;
  const qualifier = nameId?.nameQualifier?.value ?? '';
  const hasBearer = http?.headers.some(({ name, value }) => /^authorization$/i.test(name) && /^Bearer /i.test(value));
  if (qualifier !== 'PSC' && artifact.declared['psc-mode'] === undefined && !hasBearer) return undefined;
  const time = Date.parse(contexts.lps?.time?.value ?? security?.assertions[0]?.issueInstant?.value ?? '');
  return {
    at: placeIn(artifact, document.locate(nameId?.node ?? body.node)),
    user: nameId?.value ?? '',
    qualifier,
    hasBearer: hasBearer === true,
    time: Number.isNaN(time) ? undefined : time,
    declaredUser: artifact.declared.user,
  };
}

function judgeCall(call: PscCall, compare: Compare): RawFinding<Rule>[] {
  const { at, user, qualifier, hasBearer } = call;
  const findings: RawFinding<Rule>[] = [];
  if (qualifier !== 'PSC' && !hasBearer) findings.push({ rule: 'name-qualifier', at, actual: qualifier });
  const compared = compare(call);
  if (typeof compared === 'object')
    findings.push({ rule: 'connected-user', at, args: { connected: compared.other }, actual: user });
  return findings;
}

function sessionNeed(call: PscCall, compare: Compare): Need[] {
  const args = { file: call.at.artifact };
  return compare(call) === 'unknown' ? [{ code: 'need/own-session', args }] : [];
}

/** A row of the log tells the call: about INSi, by that user, with the mode PSC, at that time. */
function judgeLog(call: PscCall, { ofUser, rows, path }: ReadLogs): RawFinding<Rule>[] {
  const own = ofUser(call.user);
  const byUser = own.all.nearest(call.time);
  const byPsc = rows.psc.nearest(call.time);
  const right = own.psc.nearest(call.time);
  const found = (rule: Rule, { path, line }: InsiRow, actual: string): RawFinding<Rule>[] => [
    { rule, at: { artifact: path, line, column: 1 }, args: { user: call.user }, actual },
  ];
  if (right) {
    const apart = Math.abs((right.time ?? Number.NaN) - (call.time ?? Number.NaN));
    return apart > CLOCK_SKEW && right.time !== undefined
      ? found('log-time', right, new Date(right.time).toISOString())
      : [];
  }
  if (byUser) return found('log-mode', byUser, byUser.mode);
  if (byPsc) return found('log-user', byPsc, byPsc.actor);
  return [{ rule: 'log-row', at: { artifact: path ?? call.at.artifact }, args: { user: call.user } }];
}

function needOfColumns({ path, unmapped }: InsiLog): Need {
  return { code: 'need/insi-log-columns', args: { log: path, columns: unmapped.join(', ') } };
}
