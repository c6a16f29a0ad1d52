import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { professionals } from '../../fixtures/make/professionals.js';
import { CLIENT, challengeOf, ISSUER, listen, stop, WALLET } from './psc-platform.js';
import type { Answer, Recorder } from './recorder.js';

/** A software of the field, as far as Pro Santé Connect goes: a web application with its server. */
export interface Software {
  readonly origin: string;
  renew(): Promise<void>;
  introspect(): Promise<void>;
  /** The whole of a login by CIBA, until the user has accepted. */
  ciba(approve: () => Promise<void>): Promise<void>;
  cibaRequest(): Promise<string>;
  cibaLogout(): Promise<void>;
  stop(): Promise<void>;
}

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

const ENDPOINTS = `${ISSUER}/protocol/openid-connect`;
const BASIC = { authorization: `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}` };

/** Starts the server of the software; it sends its own requests through the recorder that `recorder` gives. */
export async function startSoftware(recorder: () => Recorder): Promise<Software> {
  const logins = new Map<string, { nonce: string; verifier: string }>();
  let tokens: Tokens = { access_token: '', id_token: '', refresh_token: '' };
  const ask = async (form: Record<string, string>): Promise<Answer> =>
    recorder().send('POST', `${ENDPOINTS}/token`, BASIC, form);
  const take = (answer: Answer): void => {
    if (answer.status !== 200) throw new Error(`the token endpoint answers ${answer.status}: ${answer.body}`);
    tokens = { ...tokens, ...(JSON.parse(answer.body) as Tokens) };
  };
  const discover = async (): Promise<void> => {
    await recorder().send('GET', `${ISSUER}/.well-known/wallet-openid-configuration`);
  };
  const identify = async (): Promise<void> => {
    await recorder().send('GET', `${ENDPOINTS}/certs`);
    await recorder().send('GET', `${ENDPOINTS}/userinfo`, { authorization: `Bearer ${tokens.access_token}` });
  };
  const authorization = (): string => {
    const [state = '', nonce = '', verifier = ''] = [0, 1, 2].map(() => randomBytes(32).toString('base64url'));
    logins.set(state, { nonce, verifier });
    const parameters = {
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: CLIENT.callback,
      scope: 'openid scope_all',
      acr_values: 'eidas1',
      state,
      nonce,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
    };
    return `${WALLET}/auth?${new URLSearchParams(parameters)}`;
  };
  const comeBack = async (query: URLSearchParams): Promise<void> => {
    const login = logins.get(query.get('state') ?? '');
    if (!login) throw new Error('a state that nobody sent');
    logins.delete(query.get('state') ?? '');
    const form = {
      grant_type: 'authorization_code',
      code: query.get('code') ?? '',
      redirect_uri: CLIENT.callback,
      code_verifier: login.verifier,
    };
    take(await ask(form));
    await identify();
  };
  const logout = (): string => {
    const parameters = { id_token_hint: tokens.id_token, post_logout_redirect_uri: CLIENT.goodbye };
    return `${ENDPOINTS}/logout?${new URLSearchParams({ ...parameters, state: randomBytes(16).toString('hex') })}`;
  };
  const route = async ({ pathname, searchParams }: URL): Promise<string | undefined> => {
    if (pathname === '/psc/connexion') {
      await discover();
      return authorization();
    }
    if (pathname === '/deconnexion') return logout();
    if (pathname !== new URL(CLIENT.callback).pathname) return undefined;
    await comeBack(searchParams);
    return '/accueil';
  };
  const server = createServer((request, response) => {
    route(new URL(request.url ?? '', CLIENT.callback)).then(
      (location) => {
        if (location !== undefined) response.writeHead(302, { location });
        response.end('');
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const cibaRequest = async (): Promise<string> => {
    const form = {
      scope: 'openid scope_all',
      acr_values: 'eidas1',
      login_hint: professionals.martin.id,
      binding_message: '42',
    };
    const answer = await recorder().send('POST', `${ENDPOINTS}/ext/ciba/auth`, BASIC, form);
    return (JSON.parse(answer.body) as { auth_req_id: string }).auth_req_id;
  };
  return {
    origin: await listen(server),
    async renew() {
      take(await ask({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token }));
    },
    async introspect() {
      await recorder().send('POST', `${ENDPOINTS}/token/introspect`, BASIC, { token: tokens.access_token });
    },
    async ciba(approve) {
      const poll = { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id: await cibaRequest() };
      recorder().wait(5);
      await ask(poll);
      await approve();
      recorder().wait(5);
      take(await ask(poll));
      await identify();
    },
    cibaRequest,
    async cibaLogout() {
      await recorder().send('POST', `${ENDPOINTS}/logout`, {}, { id_token_hint: tokens.id_token });
    },
    stop: () => stop(server),
  };
}
