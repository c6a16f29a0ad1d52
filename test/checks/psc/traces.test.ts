import { describe, expect, it } from 'vitest';
import { acrValues } from '../../../src/checks/psc/acr-values.js';
import { authorizationRequest } from '../../../src/checks/psc/authorization-request.js';
import { callback } from '../../../src/checks/psc/callback.js';
import { idToken } from '../../../src/checks/psc/id-token.js';
import { tokenRequest } from '../../../src/checks/psc/token-request.js';
import { capture, changed, type Entry, entryAt, harOf, PSC_CHECKS, rulesOf, run } from './psc-fixtures.js';

const BROWSER = [0, 1, 5, 6, 7];
const keep = (kept: readonly number[]) => (entries: Entry[]) => entries.filter((_, index) => kept.includes(index));
const needsOf = (outcome: ReturnType<typeof run>) => (outcome.needs ?? []).map(({ code, args }) => [code, args?.leg]);

/** Those of a login: the others are about what may be done with its token, or need what is declared. */
const LOGIN_CHECKS = PSC_CHECKS.filter(
  ({ id }) => !/^psc\/(?:token-exchange|api-token|api-call|automatic-logout)$/.test(id),
);

describe('captures without what a check is about', () => {
  it('do not concern any check when Pro Santé Connect is not in them', async () => {
    const entry = { request: { method: 'GET', url: 'https://lgc.example.org/auth?response_type=code' }, response: {} };
    const har = await harOf(JSON.stringify({ log: { entries: [entry] } }));
    for (const check of PSC_CHECKS) {
      expect(run(check, har)).toMatchObject({ evaluated: 0, findings: [], applies: false });
    }
  });

  it('are not tested when only the keys are asked for', async () => {
    const har = await changed('psc-web', keep([3]));
    // What an endpoint answers concerns no capture that does not ask it.
    for (const check of LOGIN_CHECKS.filter(({ kinds }) => kinds.length === 1)) {
      const outcome = run(check, har);
      expect(outcome).toMatchObject({ evaluated: 0, findings: [] });
      expect(outcome.applies).not.toBe(false);
    }
  });

  it('ask for the exchange of the code when only the browser was captured', async () => {
    const har = await changed('psc-web', keep(BROWSER));
    expect(run(tokenRequest, har)).toMatchObject({ evaluated: 0, findings: [] });
    expect(needsOf(run(tokenRequest, har))).toEqual([['need/token-exchange', undefined]]);
    expect(needsOf(run(idToken, har))).toEqual([['need/token-exchange', undefined]]);
  });

  it('ask for the body of a token request that was captured without it', async () => {
    const har = await changed('psc-web', (entries) => {
      delete entryAt(entries, 2).request.postData;
      return entries;
    });
    expect(run(tokenRequest, har)).toMatchObject({
      evaluated: 0,
      findings: [],
      needs: [{ code: 'need/token-exchange' }],
    });
  });

  it('ask for the time of the capture to judge the validity of a token', async () => {
    const har = await changed('psc-web', (entries) => {
      for (const entry of entries) delete entry.startedDateTime;
      return entries;
    });
    expect(run(idToken, har)).toMatchObject({ evaluated: 1, findings: [], needs: [{ code: 'need/capture-time' }] });
  });
});

/** What the capture of one login by the code flow does not show. */
const NOT_SHOWN = new Set(['psc/ciba-request', 'psc/refresh', 'psc/introspection']);

describe('a trace of several captures', () => {
  it('is judged as a whole: the browser here, the server there, with another clock', async () => {
    const browser = await changed('psc-web', keep(BROWSER), {}, 'browser.har');
    const late = (entries: Entry[]) => {
      for (const entry of entries) entry.startedDateTime = entry.startedDateTime?.replace('T10:30', 'T10:26');
      return keep([2, 3, 4])(entries);
    };
    const server = await changed('psc-web', late, {}, 'server.har');
    for (const check of LOGIN_CHECKS.filter(({ id }) => !NOT_SHOWN.has(id))) {
      const outcome = run(check, browser, server);
      expect(outcome.findings).toEqual([]);
      expect(outcome.needs ?? []).toEqual([]);
      expect(outcome.evaluated).toBeGreaterThan(0);
    }
  });

  it('ignores the logins of other users in a server capture, but not a code that nobody received', async () => {
    const other = (entries: Entry[]) => {
      const copy = structuredClone(entryAt(entries, 2));
      const code = copy.request.postData?.params?.[1];
      if (code) code.value = 'code-of-somebody-else';
      const verifier = copy.request.postData?.params?.[4];
      if (verifier) verifier.value = 'fixture-verifier-of-somebody-else-0123456789';
      return [...entries, copy];
    };
    expect(run(tokenRequest, await changed('psc-web', other)).findings).toEqual([]);
    const only = await changed('psc-web', (entries) => other(entries).filter((_, index) => index !== 2));
    expect(rulesOf(run(tokenRequest, only))).toEqual(['code']);
  });
});

describe('psc/authorization-request', () => {
  const first = 'state=9c41e7a05d2b4f86b3a7c0d9e1f25864&nonce=';

  it.each([
    ['http://127.0.0.1:51004/cb', 'external-browser', []],
    ['http://[::1]:51004/cb', 'external-browser', []],
    ['fr.exemple.lgc:/retour', 'external-browser', []],
    ['http://127.0.0.1:51004/cb', 'web', ['native-redirect-uri']],
    ['fr.exemple.lgc:/retour', 'web', ['native-redirect-uri']],
    ['http://127.0.0.1:51004/cb', undefined, []],
    ['http://127.0.0.1.example.org/cb', 'external-browser', ['redirect-uri']],
    ['javascript:alert(1)', 'external-browser', ['redirect-uri']],
    ['/retour', 'web', ['redirect-uri']],
  ] as const)('judges the return address %s in mode %s', async (uri, mode, rules) => {
    const change = (entries: Entry[]) => {
      const login = entryAt(entries, 0);
      const url = new URL(login.request.url);
      url.searchParams.set('redirect_uri', uri);
      return [{ ...login, request: { ...login.request, url: url.href } }];
    };
    const har = await changed('psc-web', change, mode === undefined ? {} : { 'psc-mode': mode });
    expect(rulesOf(run(authorizationRequest, har))).toEqual(rules);
  });

  it('takes an empty parameter as absent', async () => {
    const har = await capture('psc-web', [['har', first, 'state=&nonce=']]);
    expect(rulesOf(run(authorizationRequest, har))).toEqual(['no-state']);
  });

  it('counts a request that the platform redirects to itself once', async () => {
    const har = await changed('psc-web', (entries) => {
      const login = entryAt(entries, 0);
      const target = `${login.request.url}&ui_locales=fr`;
      const hop = { ...login, response: { ...login.response, headers: [], redirectURL: target } };
      return [hop, { ...login, request: { ...login.request, url: target } }];
    });
    expect(run(authorizationRequest, har)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('does not take two captures of one request for two requests', async () => {
    const [one, two] = [await changed('psc-web', keep([0])), await changed('psc-web', keep([0]), {}, 'proxy.har')];
    expect(run(authorizationRequest, one, two)).toMatchObject({ evaluated: 2, findings: [] });
  });

  it('finds the parameters of a pushed request, or asks for it', async () => {
    const pushed = (entries: Entry[]) => {
      const login = entryAt(entries, 0);
      const exchange = entryAt(entries, 2);
      const url = new URL(login.request.url);
      const text = url.search.slice(1);
      login.request.url = `${url.origin}${url.pathname}?client_id=exemple-lgc-bas&request_uri=urn:push:1`;
      const request = {
        ...exchange.request,
        url: exchange.request.url.replace('token', 'ext/par/request'),
        postData: { mimeType: 'application/x-www-form-urlencoded', text },
      };
      const response = { status: 201, content: { text: '{"request_uri":"urn:push:1","expires_in":60}' } };
      return [{ ...exchange, startedDateTime: '2026-03-16T10:29:59.000+01:00', request, response }, login];
    };
    const whole = await changed('psc-web', pushed);
    for (const check of [authorizationRequest, acrValues]) {
      expect(run(check, whole)).toMatchObject({ evaluated: 1, findings: [] });
      const alone = run(check, await changed('psc-web', (entries) => pushed(entries).slice(1)));
      expect(alone).toMatchObject({ evaluated: 0, findings: [] });
      expect(needsOf(alone)).toEqual([['need/psc-leg', 'pushed-request']]);
    }
  });
});

describe('a request object', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const asked = (request: (parameters: object) => string) =>
    changed('psc-web', (entries) => {
      const login = entryAt(entries, 0);
      const url = new URL(login.request.url);
      url.search = `?client_id=exemple-lgc-bas&request=${request(Object.fromEntries(url.searchParams))}`;
      return [{ ...login, request: { ...login.request, url: url.href } }];
    });

  it('that is signed is judged by what it says', async () => {
    const signed = await asked((parameters) => `${part({ alg: 'RS256' })}.${part(parameters)}.c2ln`);
    expect(run(authorizationRequest, signed)).toMatchObject({ evaluated: 1, findings: [] });
    const none = await asked(() => `${part({ alg: 'RS256' })}.${part({ scope: 'openid' })}.c2ln`);
    expect(run(authorizationRequest, none).findings.length).toBeGreaterThan(0);
  });

  it('that is encrypted says nothing, and is asked for', async () => {
    const encrypted = await asked(() => `${part({ alg: 'RSA-OAEP', enc: 'A128GCM' })}.a2V5.aXY.dGV4dGU.dGFn`);
    for (const check of [authorizationRequest, acrValues]) {
      expect(run(check, encrypted)).toMatchObject({ evaluated: 0, findings: [] });
      expect(needsOf(run(check, encrypted))).toEqual([['need/psc-leg', 'pushed-request']]);
    }
  });
});

describe('psc/token-request', () => {
  const twin = (change: (entry: Entry) => void, path: string) =>
    changed(
      'psc-web',
      (entries) => {
        const entry = entryAt(entries, 2);
        change(entry);
        return [entry];
      },
      {},
      path,
    );

  it('does not take two captures of one exchange for a code that is sent twice', async () => {
    const whole = await capture('psc-web');
    expect(rulesOf(run(tokenRequest, whole, await twin(() => {}, 'serveur.har')))).toEqual([]);
    const blank = await twin((entry) => delete entry.response.content, 'serveur.har');
    expect(rulesOf(run(tokenRequest, whole, blank))).toEqual([]);
    const other = await twin((entry) => {
      entry.response.content = { text: (entry.response.content?.text ?? '').replace('"expires_in"', '"expires-in"') };
    }, 'serveur.har');
    expect(rulesOf(run(tokenRequest, whole, other))).toContain('code-reused');
  });

  it('takes an exchange that is twice in one capture for a code that is sent twice', async () => {
    const har = await changed('psc-web', (entries) => [...entries, structuredClone(entryAt(entries, 2))]);
    expect(rulesOf(run(tokenRequest, har))).toContain('code-reused');
  });

  it('lets a failed exchange be tried again, with the same code and verifier', async () => {
    const har = await changed('psc-web', (entries) => {
      const failed = structuredClone(entryAt(entries, 2));
      failed.response = { status: 503 };
      return [...entries.slice(0, 2), failed, ...entries.slice(2)];
    });
    expect(rulesOf(run(tokenRequest, har))).toEqual([]);
  });
});

describe('psc/callback', () => {
  it('reads the return in the redirect when the software received it outside the capture', async () => {
    const har = await changed('psc-web', (entries) => entries.filter((_, index) => index !== 1));
    expect(run(callback, har)).toMatchObject({ evaluated: 1, findings: [] });
    expect(run(tokenRequest, har)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it.each([
    ['here', 0],
    ['there', 1],
  ])('compares no state that was masked %s', async (_, index) => {
    const har = await changed('psc-web', (entries) => {
      const entry = entryAt(entries, index);
      entry.request.url = entry.request.url.replace(/state=[^&]*/, 'state=***');
      return entries;
    });
    const outcome = run(callback, har);
    expect(outcome.findings).toEqual([]);
    expect(outcome.needs).toEqual([{ code: 'need/masked-value', args: { name: 'state' } }]);
  });

  it.each([
    ['a%2Bb', 'a+b', 'state-encoding'],
    ['a+b', 'a b', 'state-encoding'],
    ['abcdefgh', 'ABCDEFGH', 'state-case'],
    ['abcdefgh', 'abcdefgi', 'state'],
  ])('tells how the state %s that became %s changed', async (sent, returned, rule) => {
    const har = await changed('psc-web', (entries) => {
      entryAt(entries, 0).response = { status: 302 };
      for (const [index, state] of [sent, returned].entries()) {
        const entry = entryAt(entries, index);
        const url = new URL(entry.request.url);
        url.searchParams.set('state', state);
        entry.request.url = url.href;
      }
      return entries;
    });
    expect(run(callback, har).findings).toMatchObject([
      { rule, args: { sent: sent.length, returned: returned.length } },
    ]);
  });

  it('holds no token request of another capture, or before it, against an error', async () => {
    const error = (entries: Entry[]) => {
      entryAt(entries, 0).response = { status: 302 };
      const back = entryAt(entries, 1);
      back.request.url = back.request.url.replace(/&code=[^&]*/, '&error=access_denied');
      return entries;
    };
    expect(rulesOf(run(callback, await changed('psc-web', error)))).toEqual(['token-after-error']);
    const browser = await changed('psc-web', (entries) => keep([0, 1])(error(entries)));
    const server = await changed('psc-web', keep([2, 3, 4]), {}, 'serveur.har');
    expect(rulesOf(run(callback, browser, server))).toEqual(['refused']);
    const before = await changed('psc-web', (entries) => {
      entryAt(entries, 2).startedDateTime = '2026-03-16T10:30:14.000+01:00';
      entryAt(entries, 1).startedDateTime = '2026-03-16T10:30:14.500+01:00';
      return error(entries);
    });
    expect(rulesOf(run(callback, before))).toEqual(['refused']);
  });

  it('holds no token request after a return against it, nor one with the code of an earlier return', async () => {
    const other = await changed('psc-web', (entries) => {
      const { postData } = entryAt(entries, 2).request;
      if (postData) postData.text = postData.text.replace('c0de7f3a', '00000000');
      delete postData?.params;
      return entries;
    });
    expect(rulesOf(run(callback, other))).toEqual([]);
    const between = await changed('psc-web', (entries) => {
      const refused = structuredClone(entryAt(entries, 1));
      refused.startedDateTime = '2026-03-16T10:30:14.900+01:00';
      refused.request.url = refused.request.url.replace(/&code=[^&]*/, '&error=access_denied');
      return [...entries, refused];
    });
    expect(rulesOf(run(callback, between))).toEqual(['refused']);
  });

  it('does not count a refusal as a login', async () => {
    const har = await capture('psc-web', [
      ['har', '&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319"', '&error=access_denied"'],
    ]);
    const outcome = run(callback, har);
    // The fixture's server asks for tokens all the same.
    expect(outcome).toMatchObject({ evaluated: 0, findings: [{ rule: 'token-after-error' }] });
    const handled = await changed('psc-web', (entries) => {
      const [login, back] = [entryAt(entries, 0), entryAt(entries, 1)];
      back.request.url = back.request.url.replace(/&code=.*/, '&error=access_denied');
      return [login, back];
    });
    expect(run(callback, handled).findings).toMatchObject([{ rule: 'refused', actual: 'access_denied' }]);
    expect(needsOf(outcome)).toEqual([['need/psc-leg', 'callback']]);
  });
});

describe('psc/acr-values', () => {
  it.each([
    ['acr_values=eidas1+eidas2', ['higher']],
    ['acr_values=eidas3', ['higher']],
    ['acr_values=EIDAS1', ['other']],
    ['acr_values=eidas4', ['other']],
    ['acr_values=', ['absent']],
  ])('judges %s', async (bad, rules) => {
    const har = await capture('psc-ciba', [['har', 'acr_values=eidas1', bad]]);
    expect(rulesOf(run(acrValues, har))).toEqual(rules);
  });

  it('judges each request of a browser at its own line', async () => {
    const har = await changed('psc-web', (entries) => {
      for (const entry of entries) entry.request.url = entry.request.url.replace('acr_values=eidas1&', '');
      return entries;
    });
    const paths = run(acrValues, har).findings.map(({ at }) => at.path);
    expect(paths).toEqual(['$.log.entries[0].request.url', '$.log.entries[7].request.url']);
  });
});
