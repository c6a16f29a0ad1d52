import { signedToken, testJwks, tokenHeader } from '../../../../fixtures/make/signed-token.js';
import { Capture, json, Person, type Recorded, random } from './recorded-session.js';
import {
  asked,
  at,
  BASIC,
  backEnd,
  bearer,
  browser,
  CLIENT,
  closed,
  codeOf,
  gone,
  LOGIN_PAGE,
  logout,
  PROTOCOL,
  REALM,
  RETURN,
  redeemed,
  returned,
  TOKEN,
  tokensFor,
  WALLET,
  whole,
} from './recorded-steps.js';

const SOMEONE = new Person('un');
const HOME = gone('https://lgc.example.org/accueil');

/** A login whose first steps are given, and that then goes on as others do. */
function begun(first: (capture: Capture) => Capture, time = 11): Capture {
  const given = tokensFor(SOMEONE, 'un', time);
  return closed(backEnd(first(new Capture()), 'un', SOMEONE, time, given), given, time + 50);
}

/** A login whose code is redeemed with other parameters and headers. */
function redeemedWith(changes: Record<string, string | undefined>, headers = {}): Capture {
  const form = Object.entries({ ...redeemed('un'), ...changes });
  const sent = Object.fromEntries(form.filter((each): each is [string, string] => each[1] !== undefined));
  const given = tokensFor(SOMEONE, 'un', 11);
  const capture = browser(new Capture(), 'un').add(11, TOKEN, { form: sent, headers }, json(given));
  capture.add(12, `${PROTOCOL}/certs`, {}, json(testJwks));
  return closed(
    capture.add(13, `${PROTOCOL}/userinfo`, { headers: bearer(given.access_token) }, json(SOMEONE.info)),
    given,
  );
}

const assertion = (aud: string): string =>
  signedToken(
    tokenHeader,
    JSON.stringify({ iss: CLIENT, sub: CLIENT, aud, jti: '1', iat: 1773653410, exp: 1773653470 }),
  );

const ASSERTED = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A session that is renewed, with a new refresh token each time or always the same. */
function renewed(rotates: boolean, times: readonly number[]): Capture {
  let given = tokensFor(SOMEONE, 'un', 11);
  const capture = backEnd(browser(new Capture(), 'un'), 'un', SOMEONE, 11, given);
  for (const time of times) {
    const { refresh_token } = given;
    given = { ...SOMEONE.tokens(time), ...(rotates ? {} : { refresh_token }) };
    capture.add(time, TOKEN, { form: { grant_type: 'refresh_token', refresh_token, client_id: CLIENT } }, json(given));
  }
  return closed(capture, given, (times.at(-1) ?? 0) + 30);
}

type Poll = readonly [time: number, error: string];

/** A login by CIBA: its request, its polls and, when `end` says when, its success. */
function ciba(capture: Capture, name: string, start: number, polls: readonly Poll[], end?: number): Capture {
  const auth_req_id = random(name);
  const form = { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id, client_id: CLIENT };
  const sent = { client_id: CLIENT, scope: 'openid scope_all', acr_values: 'eidas1', channel: 'CARD' };
  const asks = { ...sent, login_hint: SOMEONE.id, binding_message: name === 'un' ? '42' : '17' };
  capture.add(start, `${PROTOCOL}/ext/ciba/auth`, { form: asks }, json({ auth_req_id, expires_in: 120, interval: 5 }));
  for (const [time, error] of polls) capture.add(time, TOKEN, { form }, json({ error }, 400));
  if (end === undefined) return capture;
  const given = SOMEONE.tokens(end);
  capture.add(end, TOKEN, { form }, json(given)).add(end + 1, `${PROTOCOL}/certs`, {}, json(testJwks));
  return capture.add(
    end + 60,
    `${PROTOCOL}/logout`,
    { form: { client_id: CLIENT, id_token_hint: given.id_token } },
    { status: 204 },
  );
}

/** Two professionals whose logins a server sees at the same time. */
function twoUsers(): Capture {
  const [one, other] = [new Person('un'), new Person('deux', '899700100029')];
  const [first, second] = [tokensFor(one, 'un', 11), tokensFor(other, 'deux', 12)];
  const capture = browser(browser(new Capture(), 'un'), 'deux', 1);
  backEnd(backEnd(capture, 'un', one, 11, first), 'deux', other, 12, second);
  return closed(logout(capture, first, 60), second, 70);
}

/** What a hospital's own identity provider, to which Pro Santé Connect may send the user, is asked by the browser. */
function throughHospital(capture: Capture): Capture {
  const hinted = asked('un', { kc_idp_hint: 'ch-exemple', prompt: 'login', ui_locales: 'fr' });
  const back = { redirect_uri: `${REALM}/broker/ch-exemple/endpoint`, response_type: 'code', client_id: 'psc' };
  const local = at('https://sso.ch-exemple.example.org/realms/ch/protocol/openid-connect/auth', {
    ...back,
    state: 'kc-1',
  });
  const broker = `${REALM}/broker/ch-exemple/login?session_code=abc`;
  const end = at(`${REALM}/broker/ch-exemple/endpoint`, { state: 'kc-1', code: 'code-local' });
  return capture
    .add(0, at(WALLET, hinted), {}, gone(at(`${PROTOCOL}/auth`, hinted)))
    .add(1, at(`${PROTOCOL}/auth`, hinted), {}, gone(broker))
    .add(2, broker, {}, gone(local))
    .add(3, local, {}, gone(end))
    .add(9, end, {}, gone(returned('un')))
    .add(10, returned('un'), {}, HOME);
}

/** A login at another provider, in the midst of that at Pro Santé Connect. */
function withHospitalLogin(): Capture {
  const hospital = 'https://sso.ch-exemple.example.org/realms/ch/protocol/openid-connect';
  const token = (typ: string): string =>
    signedToken(
      '{"alg":"HS256"}',
      JSON.stringify({ iss: hospital, sub: '1', typ, acr: '1', preferred_username: 'cmartin', exp: 1 }),
    );
  const answer = { access_token: token('Bearer'), id_token: token('ID'), token_type: 'Bearer' };
  const capture = whole();
  const other = new Capture()
    .add(
      3,
      `${hospital}/auth?response_type=token&client_id=dpi&state=1`,
      {},
      gone('https://dpi.example.org/cb?code=abc&state=1'),
    )
    .add(
      5,
      `${hospital}/token`,
      { form: { grant_type: 'password', client_id: 'dpi', client_secret: 'secret' } },
      json(answer),
    )
    .add(6, `${hospital}/userinfo`, { headers: bearer('opaque') }, json({ sub: '1' }));
  capture.entries.push(...other.entries);
  return capture.sorted();
}

const each = (change: (entry: Recorded) => void): Capture => {
  const capture = whole();
  capture.entries.forEach(change);
  return capture;
};

const shifted = (seconds: number): Capture =>
  each((entry) => {
    entry.startedDateTime = new Date(Date.parse(entry.startedDateTime ?? '') + seconds * 1000).toISOString();
  });

const failed = (error: string, more = {}): ((capture: Capture) => Capture) => {
  const back = at(RETURN, { state: random('state zéro'), error });
  return (capture) =>
    browser(capture.add(-9, at(WALLET, asked('zéro', more)), {}, gone(back)).add(-8, back, {}, HOME), 'un');
};

/** Sessions that are right though unusual: nothing is found in them but remarks. */
export const RIGHT: Readonly<Record<string, () => Capture>> = {
  'a pushed request': () =>
    begun((capture) => {
      const request_uri = 'urn:ietf:params:oauth:request_uri:1';
      capture.add(0, `${PROTOCOL}/ext/par/request`, { form: asked('un') }, json({ request_uri, expires_in: 60 }, 201));
      capture.add(1, at(WALLET, { client_id: CLIENT, request_uri }), {}, gone(returned('un')));
      return capture.add(10, returned('un'), {}, HOME);
    }),
  'a request object beside which the scope is shorter': () =>
    begun((capture) => {
      const request = signedToken(tokenHeader, JSON.stringify({ iss: CLIENT, aud: REALM, ...asked('un') }));
      const beside = { client_id: CLIENT, response_type: 'code', scope: 'openid', request };
      return capture.add(0, at(WALLET, beside), {}, gone(returned('un'))).add(10, returned('un'), {}, HOME);
    }),
  'a code that comes back in a form': () =>
    begun((capture) => {
      const form = { state: random('state un'), code: codeOf('un') };
      return capture
        .add(0, at(WALLET, asked('un', { response_mode: 'form_post' })), {}, LOGIN_PAGE)
        .add(10, RETURN, { form }, HOME);
    }),
  'a request sent by POST': () =>
    begun((capture) =>
      capture.add(0, WALLET, { form: asked('un') }, gone(returned('un'))).add(10, returned('un'), {}, HOME),
    ),
  'Basic authentication, without client_id': () => redeemedWith({ client_id: undefined }, BASIC),
  'a secret in the body': () => redeemedWith({ client_secret: random('secret') }),
  'an assertion of the client': () =>
    redeemedWith({ client_id: undefined, client_assertion_type: ASSERTED, client_assertion: assertion(TOKEN) }),
  'an identity provider of the hospital': () => begun(throughHospital),
  'a silent request that fails first': () => begun(failed('login_required', { prompt: 'none' })),
  'a user who cancels first': () => begun(failed('access_denied')),
  'the authorization page loaded again': () =>
    begun((capture) => browser(capture.add(-5, at(WALLET, asked('un')), {}, LOGIN_PAGE), 'un')),
  'two tabs, of which the second ends first': () => {
    const [first, second] = [tokensFor(SOMEONE, 'un', 13), tokensFor(SOMEONE, 'deux', 11)];
    const capture = new Capture()
      .add(0, at(WALLET, asked('un')), {}, LOGIN_PAGE)
      .add(2, at(WALLET, asked('deux')), {}, LOGIN_PAGE);
    capture.add(10, returned('deux'), {}, HOME).add(12, returned('un'), {}, HOME);
    return closed(backEnd(backEnd(capture, 'deux', SOMEONE, 11, second), 'un', SOMEONE, 13, first), first);
  },
  'a return that goes on to the same address without the code': () =>
    begun((capture) => browser(capture, 'un').add(10.5, at(RETURN, { state: random('state un') }), {}, HOME)),
  'a token request tried again after a 502': () =>
    begun((capture) => browser(capture, 'un').add(11, TOKEN, { form: redeemed('un') }, { status: 502 }), 14),
  'a token request tried again after a time-out': () =>
    begun((capture) => browser(capture, 'un').add(11, TOKEN, { form: redeemed('un') }, { status: 0 }), 14),
  'two users': twoUsers,
  'renewals every 100 seconds': () => renewed(true, [100, 200, 300, 400]),
  'renewals by one refresh token': () => renewed(false, [100, 200, 300]),
  'renewals long after the end of the access token': () => renewed(true, [600, 1500]),
  'CIBA that is asked to slow down': () =>
    ciba(
      new Capture(),
      'un',
      0,
      [
        [5, 'authorization_pending'],
        [10, 'slow_down'],
        [20, 'authorization_pending'],
      ],
      30,
    ),
  'CIBA that is refused, then asked anew': () =>
    ciba(
      ciba(new Capture(), 'zéro', 0, [
        [5, 'authorization_pending'],
        [10, 'access_denied'],
      ]),
      'un',
      30,
      [],
      40,
    ),
  'CIBA that is refused': () => ciba(new Capture(), 'un', 0, [[5, 'access_denied']]),
  'a clock two minutes ahead': () => shifted(120),
  'a clock two minutes behind': () => shifted(-120),
  'no clock': () =>
    each((entry) => {
      delete entry.startedDateTime;
    }),
  'the login at a hospital in its midst': withHospitalLogin,
  'a proxy of the hospital': () =>
    each(({ request }) => {
      if (!request.url.includes('/logout'))
        request.url = request.url.replace('auth.bas.psc.esante.gouv.fr', 'proxy.example.org');
    }),
  'a capture without headers of authentication nor cookies': () =>
    each(({ request }) => {
      request.headers = request.headers.filter(({ name }) => name !== 'Authorization');
    }),
  'a capture without any header': () =>
    each(({ request, response }) => {
      [request.headers, response.headers] = [[], []];
      if (request.postData) request.postData.mimeType = '';
    }),
};
