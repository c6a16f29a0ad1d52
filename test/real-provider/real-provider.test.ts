import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { runCheck } from '../../src/engine/run-check.js';
import { harOf, PSC_CHECKS } from '../checks/psc/psc-fixtures.js';
import { resigned, signedWith } from './psc-platform.js';
import { type Entry, harText } from './recorder.js';
import { recordedSessions } from './sessions.js';

const EARLIER = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' });

let sessions: { readonly web: Entry[]; readonly ciba: Entry[] };

beforeAll(async () => {
  sessions = await recordedSessions();
});

type Session = keyof typeof sessions;

const isTo = (path: string) => (entry: Entry) => new URL(entry.request.url).pathname.endsWith(path);

/** Advice is none. */
const isFault = ({ severity }: { readonly severity: string }) => severity !== 'info';

/** What all the checks say of a session once it is changed: what they find, need, and of which they conclude that it conforms. */
async function judged(session: Session, change: (text: string, entries: Entry[]) => string = (text) => text) {
  const entries = structuredClone(sessions[session]);
  const har = await harOf(change(harText(entries), entries));
  const runs = PSC_CHECKS.flatMap((check) => runCheck(check, [har], NOTHING_DECLARED));
  return {
    found: [...new Set(runs.flatMap(({ findings }) => findings.filter(isFault).map(({ code }) => code)))].sort(),
    needs: runs.flatMap(({ check, needs }) => needs.map(({ code }) => [check, code])),
    conforming: runs.filter(({ verdict }) => verdict === 'conforming').map(({ check }) => check),
  };
}

/** A change of entries. */
const entries = (change: (entries: Entry[]) => Entry[] | undefined) => (_: string, all: Entry[]) =>
  harText(change(all) ?? all);

/** One of the tokens of the nth answer that gave some, as it is changed wherever it stands. */
const token =
  (name: 'id_token' | 'access_token', change: (token: string) => string, nth = 0) =>
  (text: string, all: Entry[]): string => {
    const answers = all.filter(isTo('/token')).filter(({ response }) => response.status === 200);
    const before = (JSON.parse(answers[nth]?.response.content.text ?? '{}') as Record<string, string>)[name] ?? '';
    return text.replaceAll(before, change(before));
  };

const claims = (change: Record<string, unknown>) => (before: string) => resigned(before, change);
const header = (change: Record<string, unknown>) => (before: string) => resigned(before, {}, change);
const wrongKey = (before: string) => signedWith(before, String(EARLIER));
const tampered = (before: string) =>
  [before.split('.')[0], resigned(before, { authMode: 'CARD' }).split('.')[1], before.split('.')[2]].join('.');
const later = (hours: number) =>
  entries((all) => {
    for (const entry of all)
      entry.startedDateTime = new Date(Date.parse(entry.startedDateTime) + hours * 3_600_000).toISOString();
  });

describe('traffic of a real OpenID Provider', () => {
  it('conforms, by the code flow with PKCE', async () => {
    const { found, conforming, needs } = await judged('web');
    expect(found).toEqual([]);
    expect(needs).toEqual([]);
    for (const name of [
      'authorization-request',
      'callback',
      'token-request',
      'id-token',
      'access-token',
      'token-signature',
      'logout',
      'login-again',
    ])
      expect(conforming).toContain(`psc/${name}`);
  });

  it('conforms, by CIBA', async () => {
    const { found, conforming, needs } = await judged('ciba');
    expect(found).toEqual([]);
    expect(needs).toEqual([]);
    for (const name of ['ciba-request', 'id-token', 'access-token', 'token-signature', 'logout', 'login-again'])
      expect(conforming).toContain(`psc/${name}`);
  });

  it.each<Session>(['web', 'ciba'])(
    'does not conform for its signatures without the published keys (%s)',
    async (session) => {
      const { found, conforming, needs } = await judged(
        session,
        entries((all) => all.filter((entry) => !isTo('/certs')(entry))),
      );
      expect(found).toEqual([]);
      expect(needs).toContainEqual(['psc/token-signature', 'need/jwks']);
      expect(conforming).not.toContain('psc/token-signature');
      expect(conforming).toContain('psc/id-token');
    },
  );

  it('asks for the published keys of the moment, when the ones given are of another day', async () => {
    const { found, needs } = await judged('web', (text, all) => {
      const stale = token('id_token', header({ kid: 'rotated' }))(text, all);
      const { log } = JSON.parse(stale) as { log: { entries: Entry[] } };
      for (const entry of log.entries.filter(isTo('/certs'))) entry.startedDateTime = '2026-03-14T09:30:00.000Z';
      return harText(log.entries);
    });
    expect(found).toEqual([]);
    expect(needs).toEqual([['psc/token-signature', 'need/jwks']]);
  });

  /** The last: what the introspection, which only the code flow of this test asks for, is found to say beside. */
  const tokens: [string, ReturnType<typeof token>, string[], string[]?][] = [
    ['an ID token without signature', token('id_token', header({ alg: 'none' })), ['psc/id-token/unsigned']],
    ['an ID token under a shared secret', token('id_token', header({ alg: 'HS256' })), ['psc/id-token/unsigned']],
    [
      'an access token without signature',
      token('access_token', header({ alg: 'none' })),
      ['psc/access-token/unsigned'],
    ],
    ['the key of another', token('id_token', wrongKey), ['psc/token-signature/false-signature']],
    ['an access token of another', token('access_token', wrongKey), ['psc/token-signature/false-signature']],
    ['claims that were changed', token('id_token', tampered), ['psc/token-signature/false-signature']],
    ['a key that is not published', token('id_token', header({ kid: 'x' })), ['psc/token-signature/unknown-key']],
    ['another audience', token('id_token', claims({ aud: 'autre-logiciel' })), ['psc/id-token/audience']],
    [
      'several audiences without azp',
      token('id_token', claims({ aud: ['exemple-lgc-bas', 'autre'], azp: undefined })),
      ['psc/id-token/authorized-party'],
    ],
    [
      'an access token of another client',
      token('access_token', claims({ azp: 'autre-logiciel' })),
      ['psc/access-token/authorized-party'],
      ['psc/introspection/client'],
    ],
    ['a level that is none', token('id_token', claims({ acr: '0' })), ['psc/id-token/acr']],
    ['a higher level', token('id_token', claims({ acr: 'eidas3' })), []],
    ['a long life', token('id_token', claims({ exp: 1_773_660_000 })), ['psc/id-token/lifetime']],
    ['no subject', token('id_token', claims({ iat: undefined })), ['psc/id-token/claim-missing']],
    [
      'the moment of the capture too late',
      later(1),
      ['psc/access-token/expired', 'psc/id-token/expired'],
      ['psc/introspection/expired'],
    ],
    ['the moment of the capture too early', later(-1), ['psc/access-token/issued-later', 'psc/id-token/issued-later']],
  ];

  it.each(tokens)('is refused by the code flow for %s, and for nothing else', async (_, change, codes, beside = []) => {
    expect((await judged('web', change)).found).toEqual([...codes, ...beside].sort());
  });

  it.each(tokens)('is refused by CIBA for %s, and for nothing else', async (_, change, codes) => {
    expect((await judged('ciba', change)).found).toEqual(codes);
  });

  it.each<[string, ReturnType<typeof token>, string[]]>([
    ['a nonce swapped', token('id_token', claims({ nonce: 'b'.repeat(43) })), ['psc/id-token/nonce']],
    ['a nonce left out', token('id_token', claims({ nonce: undefined })), ['psc/id-token/no-nonce']],
    [
      'a renewed token older than the first',
      token('id_token', claims({ iat: 1_773_653_401 }), 1),
      ['psc/id-token/renewed'],
    ],
    ['a renewed token with another nonce', token('id_token', claims({ nonce: 'autre' }), 1), ['psc/id-token/renewed']],
    ['a renewed token without nonce', token('id_token', claims({ nonce: undefined }), 1), []],
    [
      'a state changed on the way back',
      entries((all) => {
        for (const { request, response } of all) {
          const change = (url: string) => url.replace(/(retour\?code=[^&]+&state=)[^&]+/, '$1autre');
          request.url = change(request.url);
          response.redirectURL = change(response.redirectURL);
          for (const each of response.headers) each.value = change(each.value);
        }
      }),
      ['psc/callback/state'],
    ],
    [
      'a secret in an address',
      entries((all) => {
        const entry = all.find(isTo('/token'));
        if (entry) entry.request.url += '?client_secret=secret-d-essai';
      }),
      ['psc/token-request/secret-in-url'],
    ],
    [
      'no logout',
      entries((all) => all.filter(({ request }) => !request.url.includes('/logout'))),
      ['psc/logout/no-logout'],
    ],
  ])('is refused for %s, and for nothing else', async (_, change, codes) => {
    expect((await judged('web', change)).found).toEqual(codes);
  });

  it('is refused for a poll that does not wait', async () => {
    const hurried = entries((all) => {
      const [first, second] = all.filter(isTo('/token'));
      if (first && second) second.startedDateTime = new Date(Date.parse(first.startedDateTime) + 1000).toISOString();
    });
    expect((await judged('ciba', hurried)).found).toEqual(['psc/ciba-request/polling']);
  });
});
