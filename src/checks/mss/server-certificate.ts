import type { Artifact } from '../../artifacts/artifact.js';
import type { Certificate, TlsSession } from '../../artifacts/logs/tls-session.js';
import { capitals } from '../../identity/names.js';
import { type CheckContext, placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { mailSessions } from './connection/mail-sessions.js';
import { type Moment, momentOf } from './connection/moment.js';

const certificate = (good: string, bad: string) => ({ base: 'mss-connection', part: 'java', good, bad }) as const;

/**
 * The certificate that the operator's mail server presents is in its dates at the time of the log, and its issuer is named as the IGC-Santé names
 * its own for organisations. A name is all that a log tells of an authority: it proves nothing.
 */
export const serverCertificate = defineCheck({
  id: 'mss/server-certificate',
  on: 'log',
  rules: {
    validity: mssRule('ECO.1.1.5', 'MSS/va1.04'),
    issuer: mssRule('ECO.1.1.10', 'MSS/CONF.27, va1.06', 'warning'),
    'test-issuer': mssRule('ECO.1.1.10', 'MSS/CONF.27, va1.06', 'warning'),
    unverified: mssRule('ECO.1.1.5, ECO.1.1.10', 'MSS/va1.04, va1.06', 'warning'),
  },
  examples: [
    { rule: 'validity', ...certificate('2029-01-01 24:00:00', '2026-03-01 24:00:00') },
    { rule: 'issuer', ...certificate('CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS', 'CN=Autorité Commerciale') },
    {
      rule: 'test-issuer',
      base: 'mss-connection-production',
      part: 'java',
      good: 'CN=AC IGC-SANTE ELEMENTAIRE ORGANISATIONS',
      bad: 'CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS',
    },
    {
      rule: 'unverified',
      base: 'mss-connection',
      part: 'openssl',
      good: 'Verification: OK',
      bad: 'Verification error: unable to get local issuer certificate',
    },
  ],
  run(log, context) {
    const sessions = mailSessions(log);
    if (sessions === 'unknown') return { evaluated: 0, findings: [], needs: [{ code: 'need/tls-server' }] };
    const shown = sessions.flatMap((session) => {
      const [leaf] = session.certificates;
      // What the client refused did not go on: that is what is asked of it.
      return leaf ? [{ session, leaf, refused: session.established === false }] : [];
    });
    if (sessions.length === 0) return { evaluated: 0, findings: [], applies: false };
    const results = shown
      .filter(({ refused }) => !refused)
      .map(({ session, leaf }) => judge(log, session, leaf, context));
    return {
      evaluated: shown.length,
      findings: results.flatMap(({ findings }) => findings),
      ...(results.some(({ untimed }) => untimed) && { needs: [{ code: 'need/session-time' as const }] }),
    };
  },
});

type Rule = 'validity' | 'issuer' | 'test-issuer' | 'unverified';

function judge(
  log: Artifact<'log'>,
  session: TlsSession,
  leaf: Certificate,
  { environment }: CheckContext,
): { findings: RawFinding<Rule>[]; untimed: boolean } {
  const at = placeIn(log, { line: leaf.line });
  const { verification } = session;
  const moment = momentOf(session.at) ?? momentOf(firstTime(log));
  const findings: RawFinding<Rule>[] = [];
  if (isOutOfDates(leaf, moment) || (verification?.ok === false && /expired|not yet valid/i.test(verification.text)))
    findings.push({ rule: 'validity', at, actual: `${leaf.notBefore ?? '?'} – ${leaf.notAfter ?? '?'}` });
  const named = issuerOf(leaf);
  if (named === 'other') findings.push({ rule: 'issuer', at, actual: leaf.issuer.slice(0, 200) });
  else if (named === 'test' && environment === 'production') findings.push({ rule: 'test-issuer', at });
  else if (verification?.ok === false && findings.length === 0)
    findings.push({ rule: 'unverified', at, actual: verification.text.slice(0, 120) });
  // A tool that verified the certificate looked at its dates.
  return { findings, untimed: moment === undefined && verification === undefined };
}

function isOutOfDates({ notBefore, notAfter }: Certificate, moment: Moment | undefined): boolean {
  if (!moment) return false;
  return Date.parse(notAfter ?? '') < moment.earliest || Date.parse(notBefore ?? '') > moment.latest;
}

/** Time of the first line of a dialogue that has one: its TLS session was opened then. */
function firstTime({ content }: Artifact<'log'>): string | undefined {
  if (content.protocol !== 'smtp' && content.protocol !== 'imap') return undefined;
  return content.connections[0]?.turns.find(({ at }) => at !== undefined)?.at;
}

/** By their names, the authorities of the IGC-Santé, gamme Élémentaire, domaine Organisations, and those of its branch of test. */
function issuerOf({ issuer }: Certificate): 'production' | 'test' | 'other' | 'untold' {
  if (issuer === '') return 'untold';
  const words = capitals(issuer).replace(/[^A-Z0-9]+/g, ' ');
  if (!/IGC SANTE/.test(words) || !/ELEMENTAIRE ORGANISATION/.test(words)) return 'other';
  return /\bTEST\b/.test(words) ? 'test' : 'production';
}
