import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../../src/checks/context.js';
import { authorizationRequest } from '../../../../src/checks/psc/authorization-request.js';
import { callback } from '../../../../src/checks/psc/callback.js';
import { clientAuthentication } from '../../../../src/checks/psc/client-authentication.js';
import { tokenExposure } from '../../../../src/checks/psc/token-exposure.js';
import { tokenRequest } from '../../../../src/checks/psc/token-request.js';
import { capture, changed, type Entry, entryAt, harOf, rulesOf, run } from '../psc-fixtures.js';

const ISSUER = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';
const TOKEN = `${ISSUER}/protocol/openid-connect/token`;
const codes = (outcome: ReturnType<typeof run>) => (outcome.needs ?? []).map(({ code }) => code);

function header(entry: Entry, name: string, value: string): void {
  entry.request.headers = [...(entry.request.headers ?? []), { name, value }];
}

/** The fixture's session, whose token request is changed. */
const tokenCapture = (change: (entry: Entry) => void) =>
  changed('psc-web', (entries) => {
    change(entryAt(entries, 2));
    return entries;
  });

/** Replaces a parameter of a form, or takes it out. */
function set(entry: Entry, name: string, value: string | undefined): void {
  const { postData } = entry.request;
  if (!postData) throw new Error('no form');
  const others = (postData.params ?? []).filter((each) => each.name !== name);
  postData.params = value === undefined ? others : [...others, { name, value }];
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('psc/client-authentication', () => {
  it.each<[string, (entry: Entry) => void, string[], string[]]>([
    ['a client certificate, not shown', () => {}, [], []],
    ['Basic', (entry) => header(entry, 'Authorization', basic('exemple-lgc-bas:7hT2vQ9xLm')), ['secret'], []],
    [
      'Basic of another case, without client_id',
      (entry) => {
        header(entry, 'authorization', basic('exemple-lgc-bas:7hT2vQ9xLm%2F%3D').replace('Basic', 'basic'));
        set(entry, 'client_id', undefined);
      },
      ['secret'],
      [],
    ],
    ['a masked Basic', (entry) => header(entry, 'Authorization', 'Basic ***'), ['secret'], []],
    ['a masked secret', (entry) => set(entry, 'client_secret', '********'), ['secret'], []],
    ['an assertion', (entry) => set(entry, 'client_assertion', 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'), [], []],
    ['nothing at all', (entry) => set(entry, 'client_id', undefined), [], ['need/client-authentication']],
    ['an empty secret', (entry) => header(entry, 'Authorization', basic('exemple-lgc-bas:')), ['example-secret'], []],
    [
      'an assertion and a secret',
      (entry) => {
        set(entry, 'client_assertion', 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln');
        set(entry, 'client_secret', '7hT2vQ9xLm');
      },
      ['two-methods'],
      [],
    ],
    [
      'a server that calls itself Mozilla',
      (entry) => {
        header(entry, 'User-Agent', 'Mozilla/5.0 (Windows NT; Windows NT 10.0; fr-FR) WindowsPowerShell/5.1');
        header(entry, 'Authorization', basic('exemple-lgc-bas:7hT2vQ9xLm'));
      },
      ['secret'],
      [],
    ],
    [
      'a server whose library sends Sec-Fetch-Mode',
      (entry) => {
        header(entry, 'User-Agent', 'node');
        header(entry, 'Sec-Fetch-Mode', 'cors');
        header(entry, 'Authorization', basic('exemple-lgc-bas:7hT2vQ9xLm'));
      },
      ['secret'],
      [],
    ],
    [
      'a page',
      (entry) => {
        header(entry, 'Origin', 'https://lgc.example.org');
        set(entry, 'client_secret', '7hT2vQ9xLm');
      },
      ['browser-secret'],
      [],
    ],
  ])('judges %s', async (_, change, rules, needs) => {
    const outcome = run(clientAuthentication, await tokenCapture(change));
    expect(rulesOf(outcome)).toEqual(rules);
    expect(codes(outcome)).toEqual(needs);
  });

  it('asks whether a product with a secret is of the trust space, in a dossier only', async () => {
    const har: Artifact<'har'> = await tokenCapture((entry) => set(entry, 'client_secret', '7hT2vQ9xLm'));
    if (clientAuthentication.scope !== 'all') throw new Error('one by one');
    const judge = (conditions?: Record<string, boolean>) =>
      clientAuthentication.scope === 'all'
        ? clientAuthentication.run([har], {
            ...NOTHING_DECLARED,
            productReferences: ['1234'],
            ...(conditions && { conditions }),
          })
        : expect.fail();
    expect(codes(judge())).toEqual(['need/psc-trust-space']);
    expect(rulesOf(judge({ 'psc-trust-space': false }))).toEqual(['secret']);
    expect(codes(judge({ 'psc-trust-space': false }))).toEqual([]);
    expect(rulesOf(judge({ 'psc-trust-space': true }))).toEqual(['trust-space']);
    expect(codes(run(clientAuthentication, har))).toEqual([]);
  });

  it('follows the client from a token request to its refresh, and lets another component introspect with its own', async () => {
    const har = await changed('psc-web', (entries) => {
      const post = (path: string, client: string, text: string): Entry => ({
        startedDateTime: '2026-03-16T10:31:00+01:00',
        request: {
          method: 'POST',
          url: `${ISSUER}/protocol/openid-connect/${path}`,
          postData: { mimeType: 'application/x-www-form-urlencoded', text: `client_id=${client}&${text}` },
        },
        response: { status: 200, content: { text: '{}' } },
      });
      const refresh =
        'grant_type=refresh_token&refresh_token=eyJmaXh0dXJlIjoicmVmcmVzaCJ9.jeton-de-renouvellement-fictif';
      return [...entries, post('token', 'autre', refresh), post('token/introspect', 'autre', 'token=x')];
    });
    expect(run(clientAuthentication, har).findings).toMatchObject([
      { rule: 'client-id', actual: 'autre', args: { expected: 'exemple-lgc-bas' } },
    ]);
  });

  it('asks for the exchange of the code with the capture of a browser alone', async () => {
    const har = await changed('psc-web', (entries) => entries.slice(0, 2));
    expect(codes(run(clientAuthentication, har))).toEqual(['need/token-exchange']);
  });
});

describe('PKCE and codes', () => {
  const verifier = 'fixture-verifier-0123456789-abcdefghijklmnopqrstuvwxyz';
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  it('takes the verifier itself with the method plain, and says so', async () => {
    const har = await capture('psc-web', [
      ['har', `code_challenge=${challenge}&code_challenge_method=S256`, `code_challenge=${verifier}`],
    ]);
    expect(rulesOf(run(tokenRequest, har))).toEqual([]);
    expect(rulesOf(run(authorizationRequest, har))).toEqual(['pkce-plain']);
  });

  it('asks for a masked verifier instead of judging it', async () => {
    const outcome = run(tokenRequest, await tokenCapture((entry) => set(entry, 'code_verifier', '[REDACTED]')));
    expect(outcome.findings).toEqual([]);
    expect(outcome.needs).toEqual([{ code: 'need/masked-value', args: { name: 'code_verifier' } }]);
  });

  it('lets a code be sent again after a failure of the platform', async () => {
    const har = await changed('psc-web', (entries) => {
      const failed = structuredClone(entryAt(entries, 2));
      failed.startedDateTime = '2026-03-16T10:30:14.500+01:00';
      failed.response = { status: 503 };
      return [...entries, failed];
    });
    expect(run(tokenRequest, har).findings).toEqual([]);
  });

  it('knows one exchange that two captures show', async () => {
    const [one, other] = [await capture('psc-web'), await changed('psc-web', (entries) => entries, {}, 'copie.har')];
    for (const check of [authorizationRequest, tokenRequest, callback])
      expect(run(check, one, other).findings).toEqual([]);
  });

  it('knows values that another session takes up', async () => {
    const later = await changed(
      'psc-web',
      (entries) => {
        const login = entryAt(entries, 0);
        login.request.url = login.request.url.replace(challenge, challenge.replace('F', 'G'));
        return [login];
      },
      {},
      'autre.har',
    );
    const outcome = run(authorizationRequest, await capture('psc-web'), later);
    expect(rulesOf(outcome)).toEqual(['state-reused', 'nonce-reused']);
  });
});

describe('psc/token-exposure', () => {
  const page = (url: string, request: Partial<Entry['request']>, response: Entry['response']): Entry => ({
    startedDateTime: '2026-03-16T10:30:30+01:00',
    request: { method: 'GET', url, ...request },
    response,
  });
  const tokensOf = (entries: readonly Entry[]): Record<string, string> =>
    JSON.parse(entryAt(entries, 2).response.content?.text ?? '{}');
  const withEntry = (make: (tokens: Record<string, string>) => Entry) =>
    changed('psc-web', (entries) => [...entries, make(tokensOf(entries))]);

  it.each<[string, (tokens: Record<string, string>) => Entry, string[]]>([
    [
      'a page whose logout link has the hint',
      ({ id_token }) =>
        page('https://lgc.example.org/a', {}, { content: { text: `<a href="…/logout?id_token_hint=${id_token}">` } }),
      [],
    ],
    [
      'the exchange of the token for that of an API',
      ({ access_token }) => {
        const text = `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=${access_token}`;
        const postData = { mimeType: 'application/x-www-form-urlencoded', text };
        return page('https://as.example.net/token', { method: 'POST', postData }, { status: 200 });
      },
      [],
    ],
    [
      'a call of an API by the server',
      ({ access_token }) =>
        page(
          'https://api.example.net/x',
          { headers: [{ name: 'Authorization', value: `Bearer ${access_token}` }] },
          {},
        ),
      [],
    ],
    [
      'a call of an API by a page',
      ({ access_token }) =>
        page(
          'https://api.example.net/x',
          {
            headers: [
              { name: 'Authorization', value: `Bearer ${access_token}` },
              { name: 'Sec-Fetch-Site', value: 'cross-site' },
            ],
          },
          {},
        ),
      ['sent-elsewhere'],
    ],
    [
      'the token in the URL of userinfo',
      ({ access_token }) => page(`${ISSUER}/protocol/openid-connect/userinfo?access_token=${access_token}`, {}, {}),
      ['token-in-url'],
    ],
    [
      'a fragment',
      ({ refresh_token }) => page(`https://lgc.example.org/app#r=${refresh_token}`, {}, {}),
      ['token-in-url'],
    ],
    [
      'a server that answers another',
      ({ access_token }) =>
        page(
          'https://lgc.example.org/interne',
          { headers: [{ name: 'User-Agent', value: 'Apache-HttpClient/4.5' }] },
          { content: { text: access_token ?? '' } },
        ),
      [],
    ],
    [
      'a cookie that is encoded',
      ({ access_token }) =>
        page('https://lgc.example.org/a', {}, { headers: [{ name: 'Set-Cookie', value: `s=%22${access_token}%22` }] }),
      ['token-in-cookie'],
    ],
    [
      "another provider's token",
      () =>
        page(
          `https://lgc.example.org/a?t=eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"iss":"https://idp.example.org","typ":"Bearer"}').toString('base64url')}.c2ln`,
          {},
          {},
        ),
      [],
    ],
  ])('judges %s', async (_, make, rules) => {
    expect(rulesOf(run(tokenExposure, await withEntry(make)))).toEqual(rules);
  });

  it('knows a token of Pro Santé Connect that only the browser shows', async () => {
    const har = await changed('psc-web', (entries) => {
      const { access_token = '' } = tokensOf(entries);
      const session = page(
        'https://lgc.example.org/session',
        {},
        { content: { text: JSON.stringify({ access_token }) } },
      );
      return [...entries.slice(0, 2), session, session];
    });
    expect(rulesOf(run(tokenExposure, har))).toEqual(['token-to-browser']);
  });

  it('knows it whatever its signature is worth', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'RS256' })}.${part({ iss: ISSUER, typ: 'Bearer' })}.c2lnn`;
    const har = await changed('psc-web', (entries) => [
      ...entries.slice(0, 2),
      page('https://lgc.example.org/session', {}, { content: { text: token } }),
    ]);
    expect(rulesOf(run(tokenExposure, har))).toEqual(['token-to-browser']);
  });

  it('reads a large page quickly, with many secrets', async () => {
    const login = {
      request: { method: 'GET', url: 'https://wallet.bas.psc.esante.gouv.fr/auth?redirect_uri=https://a.fr/' },
    };
    const tokens = Array.from({ length: 2000 }, (_, index) => ({
      request: { method: 'POST', url: TOKEN },
      response: { status: 200, content: { text: `{"access_token":"opaque-${index}-opaque"}` } },
    }));
    const big = page('https://a.fr/x', {}, { content: { text: 'eyJ'.repeat(300_000) } });
    const har = await harOf(JSON.stringify({ log: { entries: [{ ...login, response: {} }, ...tokens, big] } }));
    expect(run(tokenExposure, har).findings).toEqual([]);
  });
});
