import { isOfDossier } from '../context.js';
import { type Rule as CheckRule, defineSetCheck, type Need, type RawFinding } from '../define.js';
import { isIssuer } from '../psc/trace/endpoints.js';
import { mssRule } from '../sources/mss-rule.js';
import { type Login, type LogLogins, loginsIn, protocolNeeds, shownMechanism } from './connection/logins.js';

const ECO_1_2_1 = mssRule('ECO.1.2.1', 'MSS/CONF.07');
const OBSERVED: CheckRule = mssRule('ECO.1.2.1', 'MSS/CONF.07', 'warning', 'observed');

/** Seconds by which clocks may differ. */
const CLOCK_SKEW = 300;

const inImap = (good: string, bad: string) => ({ base: 'mss-connection', part: 'imap', good, bad }) as const;
const inString = (good: string, bad: string) => ({ base: 'mss-connection', part: 'imap-string', good, bad }) as const;
const withToken = (token: string) => inString('***', `{${token}}`);

/**
 * A personal or organisational mailbox is opened, by SMTP and by IMAP, with the token that Pro Santé Connect gave for the professional, in the
 * string of XOAUTH2.
 */
export const xoauth2 = defineSetCheck({
  id: 'mss/xoauth2',
  on: 'log',
  rules: {
    mechanism: ECO_1_2_1,
    form: ECO_1_2_1,
    user: ECO_1_2_1,
    'not-jwt': ECO_1_2_1,
    'not-access-token': ECO_1_2_1,
    issuer: ECO_1_2_1,
    early: ECO_1_2_1,
    expired: OBSERVED,
    acr: OBSERVED,
    sender: mssRule('ECO.1.2.1', 'MSS/CONF.07', 'info', 'belief'),
    'token-in-log': mssRule('ECO.1.2.5', 'MSS/CONF.28', 'info'),
  },
  examples: [
    { rule: 'mechanism', ...inImap('AUTHENTICATE XOAUTH2', 'AUTHENTICATE PLAIN') },
    { rule: 'form', ...inString('^Aauth=Bearer ', '^Atoken=') },
    { rule: 'user', ...inString('claire.martin@exemple.mssante.fr', 'claire.martin') },
    { rule: 'not-jwt', ...inString('***', 'jeton-opaque') },
    { rule: 'not-access-token', ...withToken('id-token') },
    { rule: 'issuer', ...withToken('other-token') },
    {
      rule: 'early',
      ...inImap(
        'C: {imap-string}\nS: A2 OK [CAPABILITY IMAP4rev1 IDLE] Success\nC: A3 SELECT INBOX',
        'C: {imap-string}\nC: A3 SELECT INBOX\nS: A2 OK [CAPABILITY IMAP4rev1 IDLE] Success',
      ),
    },
    { rule: 'expired', ...withToken('expired-token') },
    { rule: 'acr', ...withToken('weak-token') },
    {
      rule: 'sender',
      base: 'mss-connection',
      part: 'smtp',
      good: 'MAIL FROM:<claire.martin@exemple.mssante.fr>',
      bad: 'MAIL FROM:<accueil@exemple.mssante.fr>',
    },
    { rule: 'token-in-log', ...withToken('access-token') },
  ],
  keep: loginsIn,
  run(logs, context) {
    const mailboxes = new Set(
      logs.flatMap(({ logins }) => logins.filter(isByToken).flatMap(({ user }) => user?.toLowerCase() ?? [])),
    );
    const dialogues = logs.filter(({ logins }) => logins.length > 0);
    const kinds = dialogues.map((log) => ({ log, kind: kindOf(log) }));
    const own = kinds.filter(({ kind }) => kind === 'personal').flatMap(({ log }) => log.logins);
    // A password for the mailbox that a token opens elsewhere is its way round.
    const others = kinds.filter(({ kind }) => kind === 'unknown');
    const around = others.flatMap(({ log }) =>
      log.logins.filter(({ user }) => user !== undefined && mailboxes.has(user.toLowerCase())),
    );
    const undeclared = isOfDossier(context)
      ? others.map(({ log }): Need => ({ code: 'need/opened-mailbox', args: { file: log.path } }))
      : [];
    const judged = [...own, ...around];
    if (judged.length === 0 && undeclared.length === 0) return { evaluated: 0, findings: [], applies: false };
    const missing = protocolNeeds(own, isShown, isOfDossier(context));
    const needs = [...undeclared, ...(own.length > 0 ? missing : [])];
    return {
      evaluated: judged.length,
      findings: [...judged.flatMap(judge), ...tokensInLogs(judged)],
      ...(needs.length > 0 && { needs }),
    };
  },
});

type Rule =
  | 'mechanism'
  | 'form'
  | 'user'
  | 'not-jwt'
  | 'not-access-token'
  | 'issuer'
  | 'early'
  | 'expired'
  | 'acr'
  | 'sender'
  | 'token-in-log';

function isByToken({ mechanism }: Login): boolean {
  return mechanism === 'XOAUTH2' || mechanism === 'OAUTHBEARER';
}

/** A mailbox of a person or of an organisation, as is declared; else the token tells it. An applicative one shows its certificate. */
function kindOf({ mailbox, logins, certificate }: LogLogins): 'personal' | 'applicative' | 'unknown' {
  if (mailbox !== undefined) return mailbox === 'APP' ? 'applicative' : 'personal';
  if (logins.some(isByToken)) return 'personal';
  return certificate === 'sent' ? 'applicative' : 'unknown';
}

/** What was refused shows nothing, and what is hidden can't be judged but by its mechanism. */
function isShown({ mechanism, state, accepted }: Login): boolean {
  return accepted !== false && mechanism !== '' && (mechanism !== 'XOAUTH2' || state !== 'hidden');
}

function judge(login: Login): RawFinding<Rule>[] {
  const { mechanism, state, user, token, early, otherSender, at, protocol } = login;
  const args = { protocol: protocol.toUpperCase() };
  if (mechanism === '') return [];
  if (mechanism !== 'XOAUTH2') return [{ rule: 'mechanism', at, args, actual: shownMechanism(mechanism) }];
  const findings: RawFinding<Rule>[] = early ? [{ rule: 'early', at: early, args }] : [];
  if (state === 'malformed') return [...findings, { rule: 'form', at, args }];
  if (state === 'decoded' && !/^[^@\s]+@[^@\s]+$/.test(user ?? '')) findings.push({ rule: 'user', at, args });
  if (otherSender) findings.push({ rule: 'sender', at: otherSender });
  if (!token) return findings;
  if (token.unread) return [...findings, { rule: 'not-jwt', at, args }];
  const { type, issuer, acr, expires } = token;
  if (!isIssuer(issuer)) return [...findings, { rule: 'issuer', at, args, actual: issuer }];
  if (/^(?:ID|Refresh|Offline)$/i.test(type)) findings.push({ rule: 'not-access-token', at, args, actual: type });
  if (!/^eidas[123]$/.test(acr)) findings.push({ rule: 'acr', at, args, actual: acr });
  const earliest = login.moment?.earliest;
  if (expires !== undefined && earliest !== undefined && (expires + CLOCK_SKEW) * 1000 < earliest)
    findings.push({ rule: 'expired', at, args, actual: new Date(expires * 1000).toISOString() });
  return findings;
}

/** One by log: the first token that it shows whole. */
function tokensInLogs(logins: readonly Login[]): RawFinding<Rule>[] {
  const first = new Map<string, Login>();
  for (const login of logins) {
    if (login.token && !login.token.unread && !first.has(login.at.artifact)) first.set(login.at.artifact, login);
  }
  return [...first.values()].map(({ at }) => ({ rule: 'token-in-log', at }));
}
