import { describe, expect, it } from 'vitest';
import { accessToken } from '../../../src/checks/psc/access-token.js';
import { cibaRequest } from '../../../src/checks/psc/ciba-request.js';
import { clientAuthentication } from '../../../src/checks/psc/client-authentication.js';
import { idToken } from '../../../src/checks/psc/id-token.js';
import { loginAgain } from '../../../src/checks/psc/login-again.js';
import { logout } from '../../../src/checks/psc/logout.js';
import { capture, changed, type Entry, entryAt, rulesOf, run } from './psc-fixtures.js';

const legs = (outcome: ReturnType<typeof run>) => (outcome.needs ?? []).map(({ args }) => args?.leg);

describe('psc/logout', () => {
  it('does not take a logout before the login for one after it', async () => {
    const har = await changed('psc-web', (entries) => {
      entryAt(entries, 6).startedDateTime = '2026-03-16T10:29:00.000+01:00';
      return entries;
    });
    expect(rulesOf(run(logout, har))).toEqual(['no-logout']);
  });

  it('points at the return when the user leaves and the session stays open', async () => {
    const har = await changed('psc-web', (entries) => entries.slice(0, 6));
    expect(run(logout, har).findings).toMatchObject([
      { rule: 'no-logout', at: { path: '$.log.entries[1].request.url' } },
    ]);
  });

  it('says nothing when the back end, which may log out, was not captured', async () => {
    const har = await changed('psc-web', (entries) => entries.slice(0, 2));
    const outcome = run(logout, har);
    expect(outcome).toMatchObject({ evaluated: 0, findings: [] });
    expect(legs(outcome)).toEqual(['logout']);
  });

  it.each([
    ['a capture that stops before the user leaves', (entries: Entry[]) => entries.slice(0, 5)],
    ['the back end alone', (entries: Entry[]) => entries.slice(2, 5)],
  ])('says nothing of %s', async (_, part) => {
    const outcome = run(logout, await changed('psc-web', part));
    expect(outcome).toMatchObject({ evaluated: 0, findings: [] });
    expect(legs(outcome)).toEqual(['logout']);
  });

  it('is not tested without a login', async () => {
    expect(run(logout, await changed('psc-web', (entries) => entries.slice(7)))).toMatchObject({
      evaluated: 0,
      findings: [],
    });
  });
});

describe('psc/login-again', () => {
  it('asks for the new login when the capture stops at the logout', async () => {
    expect(legs(run(loginAgain, await changed('psc-web', (entries) => entries.slice(0, 7))))).toEqual(['login-again']);
    expect(legs(run(loginAgain, await capture('psc-ciba')))).toEqual(['login-again']);
    expect(legs(run(loginAgain, await changed('psc-web', (entries) => entries.slice(0, 5))))).toEqual(['logout']);
  });

  it('takes a new request of CIBA that was accepted', async () => {
    const again = (entries: Entry[]) => [
      ...entries,
      { ...entryAt(entries, 0), startedDateTime: '2026-03-16T10:32:00.000+01:00' },
    ];
    expect(run(loginAgain, await changed('psc-ciba', again))).toMatchObject({ evaluated: 1, findings: [] });
  });

  const through = (last: Entry['response']) => (entries: Entry[]) => {
    const realm = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/login-actions';
    const login = entryAt(entries, 7);
    const hop = { ...login, response: { status: 302, redirectURL: `${realm}/1` } };
    const page = { ...login, request: { method: 'GET', url: `${realm}/1` }, response: last };
    return [...entries.slice(0, 7), hop, page];
  };

  it.each([
    ['a page', { status: 200 }, 1, []],
    ['a code', { status: 302, redirectURL: 'https://lgc.example.org/psc/retour?code=1&state=1' }, 1, ['silent-login']],
    ['a refusal', { status: 302, redirectURL: 'https://lgc.example.org/psc/retour?error=login_required' }, 1, []],
    ['an error page', { status: 500 }, 0, []],
    ['nothing captured', { status: 302, redirectURL: 'https://auth.bas.psc.esante.gouv.fr/elsewhere' }, 0, []],
  ])('follows redirects to %s', async (_, last, evaluated, rules) => {
    const outcome = run(loginAgain, await changed('psc-web', through(last)));
    expect(outcome.evaluated).toBe(evaluated);
    expect(rulesOf(outcome)).toEqual(rules);
    expect(legs(outcome)).toEqual(evaluated === 0 ? ['login-again'] : []);
  });
});

describe('psc/id-token', () => {
  it.each([
    ['"aud": "exemple-lgc-bas"', '"aud": ["account", "exemple-lgc-bas"]', []],
    ['"aud": "exemple-lgc-bas"', '"aud": []', ['audience']],
    ['"exp": 1773653535', '"exp": 1773653400', []],
    ['"exp": 1773653535', '"exp": "demain"', ['expired']],
    ['"acr": "eidas1"', '"acr": "eidas3"', []],
    ['"iss": "https://auth.bas.psc', '"iss": "https://auth.bas.esw', []],
    ['"nonce": ', '"autre": ', ['no-nonce']],
  ])('reads %s written as %s', async (good, bad, rules) => {
    expect(rulesOf(run(idToken, await capture('psc-web', [['id-token', good, bad]])))).toEqual(rules);
  });

  it('knows the client by Basic authentication too', async () => {
    const basic = (user: string) => (entries: Entry[]) => {
      const exchange = entryAt(entries, 2);
      const credentials = Buffer.from(`${user}:7hT2vQ9xLm4Rk8Zp`).toString('base64');
      exchange.request.headers = [{ name: 'authorization', value: `Basic ${credentials}` }];
      exchange.request.postData = {
        mimeType: 'application/x-www-form-urlencoded; charset=UTF-8',
        text: 'grant_type=authorization_code&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319',
      };
      return entries;
    };
    expect(rulesOf(run(idToken, await changed('psc-web', basic('exemple-lgc-bas'))))).toEqual([]);
    // Another client than that of the request is one fault, which the tokens do not add to.
    const other = await changed('psc-web', basic('autre'));
    expect(rulesOf(run(idToken, other))).toEqual([]);
    expect(rulesOf(run(accessToken, other))).toEqual([]);
    expect(rulesOf(run(clientAuthentication, other))).toEqual(['client-id']);
  });

  it('knows the client by the token request alone', async () => {
    const alone = await changed('psc-web', (entries) => {
      const exchange = entryAt(entries, 2);
      exchange.request.headers = [
        { name: 'authorization', value: `Basic ${Buffer.from('autre:secret').toString('base64')}` },
      ];
      delete exchange.request.postData;
      exchange.request.postData = {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'grant_type=authorization_code&code=c',
      };
      return [exchange];
    });
    expect(rulesOf(run(idToken, alone))).toEqual(['audience']);
  });
});

describe('psc/ciba-request', () => {
  it.each([
    ['login_hint=899700100011', 'login_hint=10100100011', ['login-hint']],
    ['login_hint=899700100011', 'login_hint=ANS20230101', []],
    ['login_hint=899700100011', 'login_hint=500000001815646%2FCPAT00045', []],
    ['binding_message=42', 'binding_message=7', ['binding-message']],
    ['binding_message=42', 'binding_message=00', []],
    ['"interval": 5', '"interval": 15', ['polling', 'polling']],
    ['10:30:10.000', '10:30:09.700', []],
  ])('reads %s written as %s', async (good, bad, rules) => {
    expect(rulesOf(run(cibaRequest, await capture('psc-ciba', [['har', good, bad]])))).toEqual(rules);
  });

  it.each([
    ['login_hint=899700100011', 'login_hint=0AB9876543', []],
    ['login_hint=899700100011', 'login_hint=500000001815646', ['login-hint-form']],
    ['login_hint=899700100011', 'login_hint=899700100029', ['other-user']],
    ['binding_message=42', 'binding_message=42&channel=MOBILE&user_code=12&request_context=x&requested_expiry=60', []],
    ['10:30:15.000', '10:32:10.000', []],
    ['10:30:15.000', '10:33:00.000', ['vain-poll']],
  ])('goes on with %s written as %s', async (good, bad, rules) => {
    expect(rulesOf(run(cibaRequest, await capture('psc-ciba', [['har', good, bad]])))).toEqual(rules);
  });

  const answered =
    (error: string, status = 400) =>
    (entries: Entry[]) => {
      entryAt(entries, 1).response = { status, content: { text: JSON.stringify({ error }) } };
      return entries;
    };

  it.each([
    ['slow_down', 400, ['polling', 'polling']],
    ['access_denied', 400, ['vain-poll']],
    ['expired_token', 400, ['vain-poll']],
    ['server_error', 500, []],
    ['temporarily_unavailable', 503, []],
  ])('polls after %s (%i)', async (error, status, rules) => {
    expect(rulesOf(run(cibaRequest, await changed('psc-ciba', answered(error, status))))).toEqual(rules);
  });

  it('polls more slowly after slow_down, once for all', async () => {
    const slowed = await changed('psc-ciba', (entries) => {
      const later = ['2026-03-16T10:30:05Z', '2026-03-16T10:30:15Z', '2026-03-16T10:30:25Z'];
      later.forEach((time, index) => {
        entryAt(entries, index + 1).startedDateTime = time;
      });
      entryAt(entries, 0).startedDateTime = '2026-03-16T10:30:00Z';
      return answered('slow_down')(entries).slice(0, 4);
    });
    expect(rulesOf(run(cibaRequest, slowed))).toEqual([]);
  });

  it('takes the hint for one of several identifiers of its user, and tells logins that show the same digits', async () => {
    const other = '"SubjectNameID": "899700100011"';
    const merged: [string, string, string][] = [
      ['har', 'login_hint=899700100011', 'login_hint=899700100029'],
      ['id-token', other, `${other}, "otherIds": [{ "identifiant": "899700100029", "origine": "RPPS", "qualite": 1 }]`],
    ];
    expect(rulesOf(run(cibaRequest, await capture('psc-ciba', merged)))).toEqual([]);
    const twice = (id: string, message: string) => (entries: Entry[]) => {
      const again = structuredClone(entryAt(entries, 0));
      again.startedDateTime = '2026-03-16T10:40:00.000+01:00';
      again.response.content = { text: JSON.stringify({ auth_req_id: id, expires_in: 120 }) };
      if (again.request.postData) {
        again.request.postData.text = again.request.postData.text.replace('message=42', `message=${message}`);
        delete again.request.postData.params;
      }
      return [...entries, again];
    };
    expect(rulesOf(run(cibaRequest, await changed('psc-ciba', twice('1', '42'))))).toEqual(['same-message']);
    expect(rulesOf(run(cibaRequest, await changed('psc-ciba', twice('1', '07'))))).toEqual([]);
  });

  it('asks for the end of a capture that stops while the user is awaited', async () => {
    const outcome = run(cibaRequest, await changed('psc-ciba', (entries) => entries.slice(0, 3)));
    expect(outcome.findings).toEqual([]);
    expect(legs(outcome)).toEqual(['ciba-approval']);
  });

  it('asks for the polls of a request that was accepted', async () => {
    const outcome = run(cibaRequest, await changed('psc-ciba', (entries) => entries.slice(0, 1)));
    expect(outcome.needs).toEqual([{ code: 'need/token-exchange' }]);
  });

  it('finds a request that was refused', async () => {
    const har = await changed('psc-ciba', (entries) => [
      { ...entryAt(entries, 0), response: { status: 401, content: { text: '{"error":"unauthorized_client"}' } } },
    ]);
    const at = { path: '$.log.entries[0].response.status' };
    expect(run(cibaRequest, har).findings).toMatchObject([{ rule: 'no-success', actual: 'unauthorized_client', at }]);
  });
});
