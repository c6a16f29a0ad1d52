import { createHash } from 'node:crypto';
import { testJwks } from '../../../../fixtures/make/signed-token.js';
import {
  type Answer,
  Capture,
  CLIENT,
  json,
  type Params,
  Person,
  REALM,
  random,
  type Tokens,
} from './recorded-session.js';

export { CLIENT, REALM } from './recorded-session.js';

export const PROTOCOL = `${REALM}/protocol/openid-connect`;
export const TOKEN = `${PROTOCOL}/token`;
export const WALLET = 'https://wallet.bas.psc.esante.gouv.fr/auth';
export const RETURN = 'https://lgc.example.org/psc/retour';

export const LOGIN_PAGE: Answer = {
  status: 200,
  type: 'text/html;charset=UTF-8',
  body: '<html><form>mire</form></html>',
};
export const gone = (location: string): Answer => ({ status: 302, location });

export const bearer = (token: string): Params => ({ Authorization: `Bearer ${token}` });
export const BASIC: Params = {
  Authorization: `Basic ${Buffer.from(`${CLIENT}:${random('secret')}`).toString('base64')}`,
};

/** The parameters of an authorization request, which depend on the name of the login. */
export function asked(login: string, changes: Params = {}): Record<string, string> {
  return {
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: RETURN,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: random(`state ${login}`),
    nonce: random(`nonce ${login}`),
    code_challenge: createHash('sha256').update(verifier(login)).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
}

const verifier = (login: string): string => random(`a${login}`) + random(`b${login}`);
export const codeOf = (login: string): string => `${random(`code ${login}`)}.${random('s')}.${random('c')}`;
export const at = (base: string, params: Params): string => `${base}?${new URLSearchParams(params)}`;

export const returned = (login: string, more: Params = {}): string =>
  at(RETURN, {
    state: random(`state ${login}`),
    session_state: random(`session ${login}`),
    code: codeOf(login),
    ...more,
  });

export const redeemed = (login: string, changes: Params = {}): Record<string, string> => ({
  grant_type: 'authorization_code',
  code: codeOf(login),
  redirect_uri: RETURN,
  client_id: CLIENT,
  code_verifier: verifier(login),
  ...changes,
});

/** What a person's login in a browser shows, from `time` on. */
export function browser(capture: Capture, login: string, time = 0): Capture {
  return capture
    .add(time, at(WALLET, asked(login)), {}, gone(returned(login)))
    .add(time + 10, returned(login), {}, gone('https://lgc.example.org/accueil'));
}

/** What the server does next, with the tokens that it is given. */
export function backEnd(capture: Capture, login: string, person: Person, time: number, given: Tokens): Capture {
  return capture
    .add(time, `${PROTOCOL}/token`, { form: redeemed(login) }, json(given))
    .add(time + 1, `${PROTOCOL}/certs`, {}, json(testJwks))
    .add(time + 2, `${PROTOCOL}/userinfo`, { headers: bearer(given.access_token) }, json(person.info));
}

export const tokensFor = (person: Person, login: string, time: number): Tokens =>
  person.tokens(time, { nonce: random(`nonce ${login}`) });

const LOGGED_OUT = 'https://lgc.example.org/au-revoir';

export function logout(capture: Capture, { id_token }: Tokens, time = 60): Capture {
  const url = at(`${PROTOCOL}/logout`, {
    id_token_hint: id_token,
    post_logout_redirect_uri: LOGGED_OUT,
    state: random(`out ${time}`),
  });
  return capture
    .add(time, 'https://lgc.example.org/deconnexion', {}, gone(url))
    .add(time + 1, url, {}, gone(`${LOGGED_OUT}?state=${random(`out ${time}`)}`));
}

/** The logout, and the page to log in that the next request shows. */
export const closed = (capture: Capture, given: Tokens, time = 60): Capture =>
  logout(capture, given, time).add(time + 30, at(WALLET, asked('après')), {}, LOGIN_PAGE);

/** A whole session: login, tokens, user information, logout, and a new request. */
export function whole(): Capture {
  const person = new Person('un');
  const given = tokensFor(person, 'un', 11);
  return closed(backEnd(browser(new Capture(), 'un'), 'un', person, 11, given), given);
}
