import { expect, it } from 'vitest';
import { read } from '../../src/artifacts/read.js';
import { redactionMark } from '../../src/artifacts/redaction-mark.js';
import { type LiveSecret, liveSecrets } from '../../src/dossier/live-secrets.js';

const START = '2026-03-16T10:30:00.000Z';
const at = (seconds: number): Date => new Date(Date.parse(START) + seconds * 1000);
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object, signature = 'c2lnbmF0dXJl'): string =>
  `${json({ alg: 'RS256' })}.${json(claims)}.${signature}`;

async function liveIn(name: string, text: string, now: Date): Promise<LiveSecret[]> {
  const { artifact } = await read({ path: name, bytes: Buffer.from(text), declared: {} });
  if (!artifact) throw new Error('unreadable');
  return liveSecrets(artifact, now);
}

const har = (entry: object): string =>
  JSON.stringify({ log: { version: '1.2', entries: [{ startedDateTime: START, ...entry }] } });
const exchange = (
  answer: unknown,
  headers: { name: string; value: string }[] = [],
  sent: string | undefined = undefined,
) =>
  har({
    request: {
      method: 'POST',
      url: 'https://auth.example/token',
      headers: headers.filter(({ name }) => name !== 'Set-Cookie'),
      ...(sent !== undefined && { postData: { mimeType: 'application/x-www-form-urlencoded', text: sent } }),
    },
    response: {
      status: 200,
      headers: headers.filter(({ name }) => name === 'Set-Cookie'),
      content: { text: JSON.stringify(answer) },
    },
  });

it('tells a signed token until its end', async () => {
  const exp = at(120).getTime() / 1000;
  const found = await liveIn('a.jwt', token({ exp }), at(60));
  expect(found).toEqual([{ path: 'a.jwt', kind: 'token', until: at(120).toISOString() }]);
  expect(await liveIn('a.jwt', token({ exp }), at(121))).toEqual([]);
  expect(await liveIn('a.jwt', token({ exp }, redactionMark(1)), at(60))).toEqual([]);
});

it('counts an opaque refresh token from its capture', async () => {
  const answer = {
    access_token: 'opaque-access',
    expires_in: 120,
    refresh_token: 'opaque-refresh',
    refresh_expires_in: 1800,
  };
  const kinds = async (seconds: number) =>
    (await liveIn('a.har', exchange(answer), at(seconds))).map(({ kind }) => kind);
  expect(await kinds(60)).toEqual(['token', 'refresh-token']);
  expect(await kinds(600)).toEqual(['refresh-token']);
  expect(await kinds(1801)).toEqual([]);
});

it('counts a cookie by its age or its end, and leaves those of a session', async () => {
  const cookie = (value: string) => [{ name: 'Set-Cookie', value }];
  const kinds = async (value: string, seconds: number) =>
    (await liveIn('a.har', exchange({}, cookie(value)), at(seconds))).map(({ kind }) => kind);
  expect(await kinds('SSO=0123456789abcdef; Max-Age=3600; Path=/', 60)).toEqual(['cookie']);
  expect(await kinds('SSO=0123456789abcdef; Max-Age=3600; Path=/', 3601)).toEqual([]);
  expect(await kinds('SSO=0123456789abcdef; Expires=Wed, 18 Mar 2026 10:00:00 GMT', 60)).toEqual(['cookie']);
  expect(await kinds('SSO=0123456789abcdef; Path=/', 60)).toEqual([]);
});

it('tells what has no end, however old: the secret of a client, a private key', async () => {
  const basic = { name: 'Authorization', value: `Basic ${Buffer.from('lgc:s3cret-value').toString('base64')}` };
  const years = at(1e9);
  expect(await liveIn('a.har', exchange({}, [basic]), years)).toMatchObject([
    { kind: 'client-secret', until: undefined },
  ]);
  expect(await liveIn('a.har', exchange({}, [], 'client_secret=s3cret-value'), years)).toMatchObject([
    { kind: 'client-secret' },
  ]);
  const keys = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'k', n: 'AQAB', e: 'AQAB', d: 'AQAB-private' }] });
  expect(await liveIn('jwks.json', keys, years)).toMatchObject([{ kind: 'private-key' }]);
});

it('finds nothing in a capture whose secrets were masked or replaced', async () => {
  const basic = { name: 'Authorization', value: `Basic ${Buffer.from(`lgc:${redactionMark(3)}`).toString('base64')}` };
  expect(
    await liveIn(
      'a.har',
      exchange({ refresh_token: redactionMark(2) }, [basic], `client_secret=${redactionMark(1)}`),
      at(1),
    ),
  ).toEqual([]);
});
