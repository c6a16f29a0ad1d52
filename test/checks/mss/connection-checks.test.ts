import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import { momentOf } from '../../../src/checks/mss/connection/moment.js';
import { sample } from '../../artifacts/logs/read-sample.js';
import { knownCheck, runCheck, runOn } from '../../support/run-check.js';

const DOSSIER: CheckContext = { ...NOTHING_DECLARED, productReferences: ['1'] };

interface File {
  readonly text: string;
  readonly declared?: Declaration;
}

/** Rules and needs that a check gives on logs. */
async function judged(id: string, files: readonly (string | File)[], context = NOTHING_DECLARED) {
  const readings = await Promise.all(
    files.map((file, index) => {
      const { text, declared = {} } = typeof file === 'string' ? { text: file } : file;
      return read({ path: `${index}.log`, bytes: Buffer.from(text), declared });
    }),
  );
  const artifacts = readings.flatMap(({ artifact }) => artifact ?? []);
  const { findings, needs, applies, evaluated } = runCheck(knownCheck(id), artifacts, context);
  return { rules: findings.map(({ rule }) => rule), needs: needs.map(({ code }) => code), applies, evaluated };
}

const NONE = { rules: [], needs: [], applies: false, evaluated: 0 };

describe('mss/tls-session', () => {
  const openssl = sample('tls-openssl.txt').split('$ openssl')[1] ?? '';
  const tls = (edit: (text: string) => string) => judged('mss/tls-session', [edit(`$ openssl${openssl}`)]);

  it.each([
    ['ECDH, prime256v1, 256 bits', []],
    ['X25519, 253 bits', []],
    ['DH, 2048 bits', []],
    ['X25519MLKEM768', []],
    ['DH, 1024 bits', ['group']],
    ['ECDH, secp224r1, 224 bits', ['group']],
  ])('judges the group %s', async (group, rules) => {
    const { rules: found } = await tls((text) => text.replace('ECDH, prime256v1, 256 bits', group));
    expect(found).toEqual(rules);
  });

  it.each([
    ['ECDHE-RSA-AES128-GCM-SHA256', []],
    ['DHE-RSA-AES256-GCM-SHA384', []],
    ['ECDHE_RSA_AES_256_GCM_SHA384', []],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', ['suite']],
    ['ECDHE-RSA-CHACHA20-POLY1305', ['suite']],
    ['AES128-SHA', ['suite']],
  ])('judges the suite %s', async (suite, rules) => {
    const { rules: found } = await tls((text) => text.replaceAll('ECDHE-RSA-AES256-GCM-SHA384', suite));
    expect(found).toEqual(rules);
  });

  it('takes a refusal of an old version for what is asked', async () => {
    expect(await judged('mss/tls-session', [sample('tls-curl.txt').replace(':443', ':587')])).toMatchObject({
      rules: [],
      evaluated: 1,
    });
  });

  it('is not about sessions with other services', async () => {
    const other = (host: string) =>
      tls((text) => text.replaceAll('smtp.operateur.exemple', host).replace(':587', ':443'));
    expect(await other('auth.bas.psc.esante.gouv.fr')).toEqual(NONE);
    expect(await other('www.exemple.test')).toEqual(NONE);
    expect(await other('autoconfig.exemple.mssante.fr')).toEqual(NONE);
    expect(await other('lps.exemple.mssante.fr')).toMatchObject({ evaluated: 1 });
  });

  it('asks which server it is when nothing tells', async () => {
    const { needs } = await tls((text) =>
      text.replace(/^.*\n/, '').replaceAll('smtp.operateur.exemple', 'serveur.exemple'),
    );
    expect(needs).toEqual(['need/tls-server']);
  });

  it('does not say what the client did when the log stops before it', async () => {
    const java = sample('tls-java.log').split('javax.net.ssl|DEBUG|10|main|2026-11-20 10:00:05.120')[0] ?? '';
    const weak = java.replaceAll(
      'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xC030)',
      'TLS_RSA_WITH_AES_128_CBC_SHA(0x002F)',
    );
    expect(await judged('mss/tls-session', [weak])).toMatchObject({
      rules: ['offered-suites'],
      needs: ['need/handshake-end'],
    });
  });
});

describe('mss/server-certificate', () => {
  const certificate = async (...edits: [string, string][]) => {
    const { findings } = await runOn(
      knownCheck('mss/server-certificate'),
      'mss-connection',
      edits.map(([good, bad]) => ['java', good, bad] as const),
    );
    return findings.map(({ rule }) => rule);
  };

  it('judges dates at the time of the log, not today', async () => {
    expect(await certificate(['2029-01-01 24', '2026-04-01 24'])).toEqual([]);
    expect(await certificate(['2026-01-01 24', '2026-03-20 24'])).toEqual(['validity']);
  });

  it('asks for a time when nothing tells whether the dates hold', async () => {
    const text = sample('tls-openssl.txt').replace(/^.*(?:Verif|verif).*\n/gm, '');
    expect((await judged('mss/server-certificate', [text])).needs).toEqual(['need/session-time']);
  });

  it('believes the tool that says that a certificate has expired, unless the client refused it', async () => {
    const text = sample('tls-openssl.txt').replaceAll('0 (ok)', '10 (certificate has expired)');
    expect((await judged('mss/server-certificate', [text])).rules).toContain('validity');
    const refused = sample('tls-curl.txt').replace(':443', ':587');
    expect((await judged('mss/server-certificate', [refused])).rules).toEqual([]);
  });
});

describe('mss/starttls', () => {
  const smtp = (...lines: string[]) => judged('mss/starttls', [['S: 220 a', 'C: EHLO b', ...lines].join('\n')]);
  const AUTH = ['C: AUTH PLAIN AGFAYi5mcgA=', 'S: 235 ok'];

  it.each([
    'smtp-nodemailer.log',
    'smtp-chevrons.log',
    'smtp-swaks.txt',
    'smtp-python.log',
    'smtp-jakarta.log',
    'smtp-thunderbird.log',
    'smtp-openssl.txt',
    'imap-letters.log',
    'imap-plain.txt',
    'imap-python.log',
    'imap-thunderbird.log',
  ])('finds nothing in %s', async (name) => {
    expect(await judged('mss/starttls', [sample(name)])).toEqual({ rules: [], needs: [], applies: true, evaluated: 1 });
  });

  it('tells what goes in clear from TLS that is implicit', async () => {
    expect((await smtp('S: 250-a', 'S: 250 STARTTLS', ...AUTH)).rules).toEqual(['in-clear']);
    expect((await smtp('S: 250 a', ...AUTH)).rules).toEqual(['no-starttls']);
    expect((await smtp('S: 250 a', 'C: MAIL FROM:<a@b.fr>', 'S: 250 ok')).rules).toEqual(['no-starttls']);
  });

  it('finds what comes before STARTTLS, and goes on after a refusal', async () => {
    const tls = ['C: STARTTLS', 'S: 220 go', 'C: EHLO b', 'S: 250 a'];
    expect((await smtp('S: 250 STARTTLS', ...AUTH, ...tls)).rules).toEqual(['in-clear']);
    expect((await smtp('S: 250 STARTTLS', 'C: STARTTLS', 'S: 454 no', ...AUTH)).rules).toEqual(['in-clear']);
    expect(await smtp('S: 250 STARTTLS', 'C: STARTTLS', 'S: 454 no', 'C: QUIT', 'S: 221 bye')).toMatchObject({
      rules: [],
      evaluated: 0,
    });
  });

  it('accepts a log without the answer to STARTTLS', async () => {
    const { rules } = await smtp('S: 250 STARTTLS', 'C: STARTTLS', 'C: EHLO b', 'S: 250 a', ...AUTH);
    expect(rules).toEqual([]);
  });

  it('asks for the start of a connection', async () => {
    const cut = ['C: EHLO b', 'S: 250 AUTH PLAIN', ...AUTH].join('\n');
    expect(await judged('mss/starttls', [cut])).toMatchObject({ rules: [], needs: ['need/connection-start'] });
  });
});

describe('mss/xoauth2', () => {
  it('finds nothing where the log hides the token, and says what can not be judged', async () => {
    const jakarta = await judged('mss/xoauth2', [sample('smtp-jakarta.log')]);
    expect(jakarta).toMatchObject({ rules: [], needs: ['need/authentication-shown'] });
    const password = sample('smtp-jakarta.log').replaceAll('XOAUTH2', 'PLAIN');
    expect(await judged('mss/xoauth2', [{ text: password, declared: { mailbox: 'PER' } }])).toMatchObject({
      rules: ['mechanism'],
      needs: [],
    });
  });

  it('asks for the other protocol in a dossier, not for a file alone', async () => {
    const log = sample('imap-letters.log');
    expect((await judged('mss/xoauth2', [log], DOSSIER)).needs).toEqual(['need/mail-login']);
    expect((await judged('mss/xoauth2', [log])).needs).toEqual([]);
  });

  it('takes a password for the way round the token of the same mailbox', async () => {
    const { rules } = await judged('mss/xoauth2', [sample('smtp-letters.log')]);
    expect(rules).toEqual(['issuer', 'mechanism', 'token-in-log']);
  });

  it('judges a password by what is declared of the mailbox', async () => {
    const text = sample('smtp-openssl.txt');
    expect((await judged('mss/xoauth2', [{ text, declared: { mailbox: 'PER' } }])).rules).toEqual(['mechanism']);
    expect(await judged('mss/xoauth2', [{ text, declared: { mailbox: 'APP' } }])).toEqual(NONE);
    expect((await judged('mss/xoauth2', [text], DOSSIER)).needs).toEqual(['need/opened-mailbox']);
    expect(await judged('mss/xoauth2', [text])).toEqual(NONE);
  });

  it('puts no secret in a finding', async () => {
    const check = knownCheck('mss/xoauth2');
    for (const bad of ['{other-token}', '{weak-token}', '{expired-token}', 'jeton-opaque']) {
      const { findings } = await runOn(check, 'mss-connection', [['imap-string', '***', bad]]);
      expect(findings).not.toEqual([]);
      expect(JSON.stringify(findings)).not.toMatch(/eyJ|jeton-opaque|claire/);
    }
  });
});

describe('mss/session-end', () => {
  it('compares only times that tell their offset', async () => {
    const check = knownCheck('mss/session-end');
    const undated = await runOn(check, 'mss-connection', [
      ['imap', '10:30:50.000+01:00', '10:30:50.000'],
      ['smtp', '10:30:40.000+01:00', '10:30:40.000'],
    ]);
    expect(undated.needs).toEqual([{ code: 'need/dated-session' }]);
    const open = await runOn(check, 'mss-connection', [
      ['imap', 'C: A6 LOGOUT\nS: * BYE Logging out\nS: A6 OK Completed\n', ''],
    ]);
    expect(open.needs).toEqual([{ code: 'need/session-close' }]);
  });
});

describe('mss/autoconfiguration', () => {
  it('asks for settings in the answer, and for the test after it', async () => {
    const run = (good: string, bad: string, part = 'autoconfig') =>
      runOn(knownCheck('mss/autoconfiguration'), 'mss-connection', [[part, good, bad]]);
    expect((await run('<clientConfig version', '<config version')).needs).toEqual([{ code: 'need/autoconfig-answer' }]);
    expect((await run('"status": 200', '"status": 404')).needs).toEqual([{ code: 'need/autoconfig-answer' }]);
    expect((await run('autoconfig.exemple.mssante.fr', 'autoconfig.autre.mssante.fr')).needs).toEqual([
      { code: 'need/mailbox-test', args: { domain: 'autre.mssante.fr' } },
    ]);
  });
});

it.each([
  ['2026-11-20T10:00:07+01:00', '2026-11-20T09:00:07Z', 0],
  ['2026-11-20 10:00:01.120 CET', '2026-11-20T09:00:01Z', 0],
  ['2026-11-20 24:00:01.120 CET', '2026-11-19T23:00:01Z', 0],
  ['Nov 20, 2026 10:00:04.000000000 UTC', '2026-11-20T10:00:04Z', 0],
  ['2026-11-20 10:00:07', '2026-11-19T20:00:07Z', 26],
  ['Jul 20, 2026 10:00:04.000000000 Paris, Madrid', '2026-07-19T20:00:04Z', 26],
])('reads the moment %s', (text, earliest, hours) => {
  const moment = momentOf(text);
  expect(new Date(moment?.earliest ?? 0).toISOString().replace(/\.\d+/, '')).toBe(earliest);
  expect(((moment?.latest ?? 0) - (moment?.earliest ?? 0)) / 3_600_000).toBe(hours);
});

it.each([undefined, '', '10:00:07', 'hier', '20/11/2026 10:00:00'])('reads no moment in %j', (text) =>
  expect(momentOf(text)).toBeUndefined(),
);
