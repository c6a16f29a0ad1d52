import type { Artifact } from '../../artifacts/artifact.js';
import type { CipherSuite, TlsSession, TlsVersion } from '../../artifacts/logs/tls-session.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { weakness } from './connection/key-exchange-bits.js';
import { mailSessions } from './connection/mail-sessions.js';

/** The six suites of ECO.1.1.3, without what tools write differently. */
const ALLOWED = new Set([
  'ECDHE_RSA_AES_256_GCM_SHA384',
  'ECDHE_RSA_AES_128_GCM_SHA256',
  'ECDHE_RSA_AES_256_CBC_SHA384',
  'ECDHE_RSA_AES_128_CBC_SHA256',
  'DHE_RSA_AES_256_GCM_SHA384',
  'DHE_RSA_AES_128_GCM_SHA256',
]);

/** No suites, but signals in the list of them (RFC 5746, 7507, 8701): renegotiation, fallback, values that mean nothing. */
const SIGNALS = /^TLS_(?:EMPTY_RENEGOTIATION_INFO_SCSV|FALLBACK_SCSV)$|GREASE|^(?:Reserved|Unknown) /i;

const OLD: ReadonlySet<TlsVersion> = new Set(['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1']);

/** How many suites a finding names. */
const NAMED = 5;

/** Each TLS session with the operator's mail servers is in TLS 1.2 at the least, with an allowed suite and a group that is long enough. */
export const tlsSession = defineCheck({
  id: 'mss/tls-session',
  on: 'log',
  rules: {
    version: mssRule('ECO.1.1.1', 'MSS/CONF.01'),
    'offered-version': mssRule('ECO.1.1.1', 'MSS/CONF.01, va1.31', 'warning'),
    newer: mssRule('ECO.1.1.2', 'MSS/CONF.02, va1.31', 'info'),
    suite: mssRule('ECO.1.1.3', 'MSS/CONF.03'),
    'offered-suites': mssRule('ECO.1.1.3', 'MSS/CONF.03', 'warning'),
    group: mssRule('ECO.1.1.3', 'MSS/CONF.03'),
  },
  examples: [
    {
      rule: 'version',
      base: 'mss-connection',
      part: 'openssl',
      good: 'New, TLSv1.2, Cipher is ECDHE-RSA-AES256-GCM-SHA384\nServer public key is 2048 bit\nSSL-Session:\n    Protocol  : TLSv1.2',
      bad: 'New, TLSv1.0, Cipher is ECDHE-RSA-AES256-GCM-SHA384\nServer public key is 2048 bit\nSSL-Session:\n    Protocol  : TLSv1',
    },
    { rule: 'offered-version', base: 'mss-connection', part: 'java', good: '[TLSv1.2]', bad: '[TLSv1.2, TLSv1.1]' },
    {
      rule: 'newer',
      base: 'mss-connection',
      part: 'java',
      good: 'Negotiated protocol version: TLSv1.2',
      bad: 'Negotiated protocol version: TLSv1.3',
    },
    {
      rule: 'suite',
      base: 'mss-connection',
      part: 'openssl',
      good: 'Cipher is ECDHE-RSA-AES256-GCM-SHA384',
      bad: 'Cipher is AES256-SHA256',
    },
    {
      rule: 'offered-suites',
      base: 'mss-connection',
      part: 'java',
      good: 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009F)',
      bad: 'TLS_RSA_WITH_AES_256_CBC_SHA(0x0035)',
    },
    {
      rule: 'group',
      base: 'mss-connection',
      part: 'openssl',
      good: 'ECDH, prime256v1, 256 bits',
      bad: 'DH, 1024 bits',
    },
  ],
  run(log) {
    const sessions = mailSessions(log);
    if (sessions === 'unknown') return { evaluated: 0, findings: [], needs: [{ code: 'need/tls-server' }] };
    if (sessions.length === 0) return { evaluated: 0, findings: [], applies: false };
    const told = sessions.filter(isTold);
    const results = told.map((session) => ({ session, findings: judge(log, session) }));
    // A handshake whose end is not told may have been given up: what the server chose is then no fault of the client.
    const unfinished = results.some(
      ({ session, findings }) => session.established === undefined && findings.some(({ rule }) => CHOSEN.has(rule)),
    );
    return {
      evaluated: told.length,
      findings: results.flatMap(({ session, findings }) =>
        session.established === true ? findings : findings.filter(({ rule }) => !CHOSEN.has(rule)),
      ),
      ...(unfinished && { needs: [{ code: 'need/handshake-end' as const }] }),
    };
  },
});

type Rule = 'version' | 'offered-version' | 'newer' | 'suite' | 'offered-suites' | 'group';

/** Rules on what the server chose. */
const CHOSEN: ReadonlySet<Rule> = new Set<Rule>(['version', 'suite', 'group']);

/** True for a session that was chosen something for, or that the client refused, which is what is asked of it. */
function isTold({ established, version, alerts }: TlsSession): boolean {
  return established === false ? alerts.some(({ direction }) => direction === 'sent') : version !== undefined;
}

function judge(log: Artifact<'log'>, session: TlsSession): RawFinding<Rule>[] {
  const { version, cipherSuite, keyExchange, offeredVersions, offeredSuites } = session;
  const at = placeIn(log, { line: session.line });
  const findings: RawFinding<Rule>[] = [];
  const old = offeredVersions.filter((each) => OLD.has(each));
  if (old.length > 0) findings.push({ rule: 'offered-version', at, actual: old.join(', ') });
  const others = offeredSuites.filter((each) => !isAllowed(each) && !isSignal(each));
  if (others.length > 0)
    findings.push({ rule: 'offered-suites', at, args: countedIn(others), actual: namesOf(others) });
  if (version === undefined) return findings;
  if (OLD.has(version)) return [...findings, { rule: 'version', at, actual: version }];
  if (version === 'TLSv1.3') findings.push({ rule: 'newer', at });
  else if (cipherSuite && !isAllowed(cipherSuite)) findings.push({ rule: 'suite', at, actual: cipherSuite.name });
  const weak = keyExchange && weakness(keyExchange);
  if (weak) findings.push({ rule: 'group', at, args: { ...weak }, actual: keyExchange.name });
  return findings;
}

function countedIn(suites: readonly CipherSuite[]): { count: number } {
  return { count: suites.length };
}

function namesOf(suites: readonly CipherSuite[]): string {
  const names = suites.slice(0, NAMED).map(({ name }) => name.slice(0, 60));
  return suites.length > NAMED ? `${names.join(', ')}…` : names.join(', ');
}

/** The suites of TLS 1.3, 0x13xx, come with the version that ECO.1.1.2 allows. GnuTLS leaves TLS and WITH out of names. */
function isAllowed({ name, code }: CipherSuite): boolean {
  if (code !== undefined && code >> 8 === 0x13) return true;
  return ALLOWED.has(name.toUpperCase().replaceAll('-', '_').replace(/^TLS_/, '').replace('_WITH_', '_'));
}

function isSignal({ name, code }: CipherSuite): boolean {
  if (code !== undefined && (code === 0x00ff || code === 0x5600)) return true;
  // GREASE: 0x0A0A, 0x1A1A… 0xFAFA.
  return SIGNALS.test(name) || (code !== undefined && (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff));
}
