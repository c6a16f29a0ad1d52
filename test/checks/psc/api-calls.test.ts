import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { apiCall } from '../../../src/checks/psc/api-call.js';
import { apiToken } from '../../../src/checks/psc/api-token.js';
import { tokenExchange } from '../../../src/checks/psc/token-exchange.js';
import { artifactsOfFile } from '../../support/run-check.js';
import { capture, changed, type Entry, entryAt, rulesOf, run } from './psc-fixtures.js';

const CHECKS = [tokenExchange, apiToken, apiCall];

/** Positions in the capture. */
const [EXCHANGE, REST, SOAP] = [7, 8, 9];

const changedBy = (change: (entries: Entry[]) => Entry[] | undefined) => changed('psc-api', change);

const found = (...hars: Artifact<'har'>[]): string[] =>
  CHECKS.flatMap((check) => rulesOf(run(check, ...hars)).map((rule) => `${check.id.slice(4)}/${rule}`));

const needs = (...hars: Artifact<'har'>[]) =>
  CHECKS.flatMap((check) => (run(check, ...hars).needs ?? []).map(({ code }) => code));

const copy = <T>(value: T): T => structuredClone(value);

/** An instant of the session, so many seconds after its start. */
const at = (seconds: number): string => new Date(Date.UTC(2026, 2, 16, 9, 30, seconds)).toISOString();

/** A copy of an entry at another moment, answered with another status. */
function again(entries: readonly Entry[], index: number, seconds: number, status = 200): Entry {
  const entry = copy(entryAt(entries, index));
  entry.startedDateTime = at(seconds);
  entry.response.status = status;
  return entry;
}

function bodyOf(entry: Entry): Record<string, unknown> {
  return JSON.parse(entry.response.content?.text ?? '{}');
}

function answer(entry: Entry, changes: Record<string, unknown>): void {
  entry.response.content = { text: JSON.stringify({ ...bodyOf(entry), ...changes }) };
}

function header(entry: Entry, name: string, value: string): void {
  const headers = entry.request.headers ?? [];
  const own = headers.find((each) => each.name === name);
  if (own) own.value = value;
  else entry.request.headers = [...headers, { name, value }];
}

function send(entry: Entry, changes: Record<string, string | undefined>): void {
  const form = new URLSearchParams(entry.request.postData?.text);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) form.delete(name);
    else form.set(name, value);
  entry.request.postData = { mimeType: 'application/x-www-form-urlencoded', text: form.toString() };
}

function rewrite({ request: { postData } }: Entry, good: string, bad: string): void {
  if (!postData?.text.includes(good)) throw new Error(`no ${good}`);
  postData.text = postData.text.replaceAll(good, bad);
}

describe('a right session', () => {
  it('has nothing found, and is looked at', async () => {
    const har = await capture('psc-api');
    expect(found(har)).toEqual([]);
    expect(CHECKS.map((check) => run(check, har).evaluated)).toEqual([1, 1, 2]);
  });

  it.each<[string, (entries: Entry[]) => Entry[] | undefined]>([
    ['tries again after a failure of the server', (entries) => [...entries, again(entries, EXCHANGE, 19, 503)]],
    [
      'exchanges at several servers, as a Proxy e-Santé does',
      (entries) => {
        const other = again(entries, EXCHANGE, 19);
        other.request.url = 'https://as.autre.example.org/token';
        return [...entries, other];
      },
    ],
    [
      'exchanges for other scopes',
      (entries) => {
        const other = again(entries, EXCHANGE, 19);
        send(other, { scope: 'insi' });
        return [...entries, other];
      },
    ],
    [
      'sends more parameters',
      (entries) =>
        send(entryAt(entries, EXCHANGE), {
          audience: 'https://api.donnees-sante.example.org',
          resource: 'https://api.donnees-sante.example.org/dmp',
          requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          subject_issuer: 'psc',
          client_id: 'exemple-lgc-bas',
          subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
          actor_token: 'eyJhbGciOiJub25lIn0.e30.',
          actor_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        }) as undefined,
    ],
    [
      'is refused for an expired token, then exchanges a new one',
      (entries) => {
        const refused = again(entries, EXCHANGE, 200, 400);
        refused.response.content = { text: '{"error":"invalid_request"}' };
        const renewed = again(entries, 4, 201);
        renewed.request.postData = {
          mimeType: 'application/x-www-form-urlencoded',
          text: 'grant_type=refresh_token&refresh_token=opaque',
        };
        answer(renewed, { access_token: 'jeton.renouvele.opaque' });
        const last = again(entries, EXCHANGE, 202);
        send(last, { subject_token: 'jeton.renouvele.opaque' });
        return [...entries.slice(0, EXCHANGE), refused, renewed, last];
      },
    ],
    [
      'is answered 401 when the token ended, then calls with another',
      (entries) => {
        const ended = again(entries, REST, 3700, 401);
        const other = again(entries, EXCHANGE, 3702);
        send(other, { subject_token: 'eyJ.inconnu' });
        answer(other, { access_token: 'opaque' });
        const last = again(entries, REST, 3703);
        header(last, 'Authorization', 'Bearer opaque');
        return [...entries, ended, other, last];
      },
    ],
    [
      'renews the token at the server that gave it',
      (entries) => {
        answer(entryAt(entries, EXCHANGE), { refresh_token: 'rt-as', expires_in: 60 });
        const renewed = again(entries, EXCHANGE, 70);
        renewed.request.postData = {
          mimeType: 'application/x-www-form-urlencoded',
          text: 'grant_type=refresh_token&refresh_token=rt-as',
        };
        answer(renewed, { access_token: 'renouvele', expires_in: 60 });
        const call = again(entries, REST, 75);
        header(call, 'Authorization', 'bearer renouvele');
        return [...entries, renewed, call];
      },
    ],
    [
      'calls another API with the token of Pro Santé Connect, for which none was exchanged',
      (entries) => {
        const call = again(entries, REST, 25);
        call.request.url = 'https://drimbox.example.org/wado-rs/studies';
        header(
          call,
          'Authorization',
          entryAt(entries, 6).request.headers?.find(({ name }) => name === 'Authorization')?.value ?? '',
        );
        return [...entries, call];
      },
    ],
    [
      'calls a service of the same server without token nor VIHF',
      (entries) => {
        const call = again(entries, REST, 25);
        call.request.headers = [];
        return [...entries, call];
      },
    ],
    [
      'shows a recent TLS',
      (entries) => {
        for (const entry of entries) Object.assign(entry, { _securityDetails: { protocol: 'TLS 1.2' } });
        return undefined;
      },
    ],
    [
      'gives its proxy of the network a password',
      (entries) => header(entryAt(entries, EXCHANGE), 'Proxy-Authorization', 'Basic cHJveHk6cGFzc2U=') as undefined,
    ],
    ['fails at the server only', (entries) => [...entries.slice(0, EXCHANGE), again(entries, EXCHANGE, 20, 500)]],
    [
      'posts a document with an assertion that is no SOAP, and SOAP without assertion',
      (entries) => {
        const [document, message] = [again(entries, SOAP, 31), again(entries, SOAP, 32)];
        for (const { request } of [document, message]) request.headers = [];
        entries.push(document, message);
        rewrite(document, 'http://www.w3.org/2003/05/soap-envelope', 'urn:autre');
        rewrite(message, 'urn:oasis:names:tc:SAML:2.0:assertion', 'urn:autre');
        return undefined;
      },
    ],
    [
      'gets an opaque token',
      (entries) => {
        answer(entryAt(entries, EXCHANGE), { access_token: 'opaque' });
        for (const index of [REST, SOAP]) header(entryAt(entries, index), 'Authorization', 'Bearer opaque');
        return undefined;
      },
    ],
  ])('that %s has nothing found', async (_, change) => {
    const har = await changedBy(change);
    expect(found(har)).toEqual([]);
  });

  it('is not about a capture without exchange', async () => {
    const login = await capture('psc-ciba');
    expect(CHECKS.map((check) => run(check, login).applies)).toEqual([false, false, false]);
  });

  it('is not about the exchange of a token of another provider of identity', async () => {
    const har = await changedBy((entries) => {
      const foreign = Buffer.from('{"iss":"https://idp.example.org","sub":"x"}').toString('base64url');
      send(entryAt(entries, EXCHANGE), { subject_token: `eyJhbGciOiJSUzI1NiJ9.${foreign}.c2ln`, scope: undefined });
      return undefined;
    });
    expect(CHECKS.map((check) => run(check, har).applies)).toEqual([false, false, false]);
  });

  it('may be split in two captures, one of the proxy', async () => {
    const login = await changedBy((entries) => entries.slice(0, EXCHANGE));
    const proxy = await changed('psc-api', (entries) => entries.slice(EXCHANGE), {}, 'proxy.har');
    expect(found(login, proxy)).toEqual([]);
    expect(found(proxy)).toEqual([]);
    expect(needs(proxy)).toEqual([]);
  });
});

describe('a wrong session', () => {
  it.each<[string, (entries: Entry[]) => Entry[] | undefined, string[]]>([
    [
      'whose parameters are in the URL',
      (entries) => {
        const entry = entryAt(entries, EXCHANGE);
        entry.request.url += `?${entry.request.postData?.text}`;
        entry.request.postData = { mimeType: 'application/x-www-form-urlencoded', text: '' };
        return undefined;
      },
      ['token-exchange/form'],
    ],
    [
      'that sends JSON',
      (entries) => {
        const { request } = entryAt(entries, EXCHANGE);
        const form = Object.fromEntries(new URLSearchParams(request.postData?.text));
        request.postData = { mimeType: 'application/json', text: JSON.stringify(form) };
        return undefined;
      },
      ['token-exchange/form'],
    ],
    [
      'that exchanges the refresh token',
      (entries) => {
        send(entryAt(entries, EXCHANGE), { subject_token: String(bodyOf(entryAt(entries, 4)).refresh_token) });
        return undefined;
      },
      ['token-exchange/subject-token'],
    ],
    [
      'that exchanges the ID token under its own type',
      (entries) => {
        send(entryAt(entries, EXCHANGE), {
          subject_token: String(bodyOf(entryAt(entries, 4)).id_token),
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        });
        return undefined;
      },
      ['token-exchange/subject-token'],
    ],
    [
      'that exchanges nothing',
      (entries) => {
        send(entryAt(entries, EXCHANGE), { subject_token: undefined });
        return undefined;
      },
      ['token-exchange/subject-token'],
    ],
    [
      'whose scope is empty, as in the sample of the volet',
      (entries) => {
        send(entryAt(entries, EXCHANGE), { scope: '' });
        return undefined;
      },
      ['token-exchange/scope'],
    ],
    [
      'that authenticates with a secret in a header',
      (entries) => {
        header(entryAt(entries, EXCHANGE), 'Authorization', 'Basic Y2xpZW50OnNlY3JldA==');
        return undefined;
      },
      ['token-exchange/secret'],
    ],
    [
      'that authenticates with a secret, whatever the case of the header',
      (entries) => header(entryAt(entries, EXCHANGE), 'authorization', 'basic Y2xpZW50OnNlY3JldA==') as undefined,
      ['token-exchange/secret'],
    ],
    [
      'that is refused, by the first of such statuses',
      (entries) => [...entries.slice(0, EXCHANGE), again(entries, EXCHANGE, 20, 400)],
      ['token-exchange/refused'],
    ],
    [
      'that is refused, by the last of such statuses',
      (entries) => [...entries.slice(0, EXCHANGE), again(entries, EXCHANGE, 20, 499)],
      ['token-exchange/refused'],
    ],
    [
      'that calls in clear',
      (entries) => {
        const { request } = entryAt(entries, REST);
        request.url = request.url.replace('https:', 'http:');
        return undefined;
      },
      ['api-call/transport'],
    ],
    [
      'whose SOAP of the first version goes without the token',
      (entries) => {
        const call = entryAt(entries, SOAP);
        call.request.headers = [];
        rewrite(call, 'http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/');
        return undefined;
      },
      ['api-call/no-token'],
    ],
    [
      'that never recovers from an expired token',
      (entries) => {
        const entry = entryAt(entries, EXCHANGE);
        entry.startedDateTime = at(300);
        entry.response.status = 400;
        return entries.slice(0, EXCHANGE + 1);
      },
      ['token-exchange/subject-expired'],
    ],
    [
      'over TLS 1.0 to the server and TLS 1.1 to the API',
      (entries) => {
        Object.assign(entryAt(entries, EXCHANGE), { _securityDetails: { protocol: 'TLS 1.0' } });
        Object.assign(entryAt(entries, REST), { _securityDetails: { protocol: 'TLS 1.1' } });
        return undefined;
      },
      ['token-exchange/transport', 'api-call/transport'],
    ],
    [
      'whose calls never recover from a token that ended',
      (entries) => {
        entryAt(entries, REST).startedDateTime = at(4000);
        entryAt(entries, REST).response.status = 401;
        return undefined;
      },
      ['api-call/expired'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(found(await changedBy(change))).toEqual(expected);
  });
});

describe('the end of a token', () => {
  it.each([
    [3920, []],
    [3921, ['api-call/expired']],
  ])('is the one that it holds, by another clock, where nothing is announced (%i s)', async (seconds, expected) => {
    const har = await changedBy((entries) => {
      answer(entryAt(entries, EXCHANGE), { expires_in: undefined });
      entryAt(entries, REST).startedDateTime = at(seconds);
      return entries.slice(0, SOAP);
    });
    expect(found(har)).toEqual(expected);
  });

  it('is what was announced with it, though it was exported as a file too', async () => {
    const har = await changedBy((entries) => {
      entryAt(entries, EXCHANGE).startedDateTime = at(200);
      return entries.slice(0, EXCHANGE + 1);
    });
    const text = String(JSON.parse(har.content.exchanges[4]?.responseBody ?? '{}').access_token);
    const copies = await artifactsOfFile({ path: 'access.jwt', bytes: Buffer.from(text) }, {});
    for (const given of [[har], [har, ...copies]])
      expect(rulesOf(tokenExchange.run(given.map(tokenExchange.keep), NOTHING_DECLARED))).toEqual(['subject-expired']);
  });
});

describe('the token that a proxy alone exchanges', () => {
  const issuer = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';

  it.each<[string, object, string[]]>([
    ['an ID token', { typ: 'ID' }, ['id_token']],
    ['a refresh token', { typ: 'Refresh', aud: issuer }, ['refresh_token']],
    ['an ID token by its audience', { aud: 'lgc' }, ['id_token']],
    ['an access token by its scope', { aud: 'lgc', scope: 'openid' }, []],
    ['an access token', { typ: 'Bearer', aud: 'lgc' }, []],
    ['an access token by nothing else', {}, []],
  ])('is %s by what it says', async (_, claims, actual) => {
    const [head, body] = [{ alg: 'RS256' }, { iss: issuer, ...claims }].map((each) =>
      Buffer.from(JSON.stringify(each)).toString('base64url'),
    );
    const har = await changedBy((entries) => {
      send(entryAt(entries, EXCHANGE), { subject_token: `${head}.${body}.c2ln` });
      return entries.slice(EXCHANGE);
    });
    const { findings } = run(tokenExchange, har);
    expect(findings.map((each) => each.actual)).toEqual(actual);
  });
});

describe('what is missing', () => {
  it('is what masked the token that is exchanged', async () => {
    const har = await changedBy((entries) => {
      send(entryAt(entries, EXCHANGE), { subject_token: '***' });
      return undefined;
    });
    expect(found(har)).toEqual([]);
    expect(needs(har)).toEqual(['need/exchanged-subject']);
  });

  it('is what masked every token alike', async () => {
    const har = await changedBy((entries) => {
      answer(entryAt(entries, 4), { access_token: '***', id_token: '***', refresh_token: '***' });
      answer(entryAt(entries, EXCHANGE), { access_token: '***' });
      send(entryAt(entries, EXCHANGE), { subject_token: '***' });
      for (const index of [6, REST, SOAP]) header(entryAt(entries, index), 'Authorization', 'Bearer ***');
      return [...entries, again(entries, EXCHANGE, 23)];
    });
    expect(found(har)).toEqual([]);
    expect(needs(har)).toEqual(['need/exchanged-subject']);
  });

  it('is the answer of the exchange', async () => {
    const har = await changedBy((entries) => {
      entryAt(entries, EXCHANGE).response.content = { text: '' };
      return undefined;
    });
    expect(found(har)).toEqual([]);
    expect(needs(har)).toEqual(['need/exchange-answer']);
    expect(run(apiCall, har).applies).toBe(false);
  });

  it('is the time', async () => {
    const har = await changedBy((entries) => {
      for (const entry of entries) delete entry.startedDateTime;
      return undefined;
    });
    expect(found(har)).toEqual([]);
    expect(needs(har)).toEqual(['need/capture-time', 'need/capture-time', 'need/capture-time']);
  });
});

describe('the professional of an API token', () => {
  const claims = (good: string, bad: string) => capture('psc-api', [['api-token', good, bad]]);

  it.each<[string, string, string[]]>([
    ['the identifier that Pro Santé Connect writes', 'f:9b2e7c14:899700100011', []],
    ['the number without its type', '99700100011', ['api-token/sub']],
    ['someone else', '899700100029', ['api-token/user']],
    ['an account of the server', '75d5f0ff-5f4c-4ed6-945c-c43b327fac79', ['api-token/sub']],
  ])('may be %s', async (_, sub, expected) => {
    expect(found(await claims('"sub": "899700100011"', `"sub": "${sub}"`))).toEqual(expected);
  });

  it.each(['""', 'null'])('has claims, which %s is not', async (written) => {
    const { findings } = run(apiToken, await claims('"scope": "dmp ordonnance-numerique"', `"scope": ${written}`));
    expect(findings).toMatchObject([{ rule: 'claims', args: { missing: 'scope' } }]);
  });

  it.each([
    ['899700100011', ['api-token/sub']],
    ['899700100029', ['api-token/user']],
  ])('may be in another claim: %s', async (id, expected) => {
    const har = await claims('"sub": "899700100011"', `"sub": "75d5f0ff", "SubjectNameID": "${id}"`);
    expect(found(har)).toEqual(expected);
  });

  it('is read in the introspection of an opaque token', async () => {
    const har = await changedBy((entries) => {
      answer(entryAt(entries, EXCHANGE), { access_token: 'opaque' });
      for (const index of [REST, SOAP]) header(entryAt(entries, index), 'Authorization', 'Bearer opaque');
      const asked = again(entries, EXCHANGE, 22);
      asked.request.url = 'https://as.donnees-sante.example.org/oauth2/introspect';
      asked.request.postData = { mimeType: 'application/x-www-form-urlencoded', text: 'token=opaque' };
      asked.response.content = { text: JSON.stringify({ active: true, sub: '899700100029', scope: 'dmp' }) };
      return [...entries, asked];
    });
    expect(found(har)).toEqual(['api-token/claims', 'api-token/user', 'api-token/no-confirmation']);
  });
});
