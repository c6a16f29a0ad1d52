import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import { vi } from 'vitest';
import { professionals } from '../../fixtures/make/professionals.js';
import { userInfo } from '../../fixtures/make/psc-session.js';
import { signedToken, tokenHeader } from '../../fixtures/make/signed-token.js';

export const ISSUER = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';
export const WALLET = 'https://wallet.bas.psc.esante.gouv.fr';
export const PSC_HOSTS = ['auth.bas.psc.esante.gouv.fr', 'wallet.bas.psc.esante.gouv.fr'];

export const CLIENT = {
  id: 'exemple-lgc-bas',
  secret: 'secret-d-essai-d-un-client-fictif-0123456789',
  callback: 'https://lgc.example.org/psc/retour',
  goodbye: 'https://lgc.example.org/au-revoir',
};

const REALM = new URL(ISSUER).pathname;
const LOGIN = `${REALM}/login-actions/authenticate/`;
const INTROSPECTION = `${REALM}/protocol/openid-connect/token/introspect`;
const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';

const user = userInfo(professionals.martin);

const { key } = JSON.parse(readFileSync(new URL('../../fixtures/make/psc-test-key.json', import.meta.url), 'utf8')) as {
  key: JWK;
};

/** An OpenID Provider that answers as the sandbox of Pro Santé Connect does. */
export interface Platform {
  readonly origin: string;
  /** The user accepts on the e-CPS what was asked of him. */
  approve(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the provider on the loopback, at a port that is free. */
export async function startPlatform(): Promise<Platform> {
  const awaited: string[] = [];
  // It says that it runs as tests do.
  for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {});
  const provider = new Provider(ISSUER, configuration(awaited));
  provider.proxy = true;
  writeTokensLikePsc(provider);
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'discovery')
      Object.assign(context.body as object, { authorization_endpoint: `${WALLET}/auth` });
  });
  const callback = provider.callback();
  const server = createServer((request, response) => {
    // Its discovery document stands at a path of its own.
    if (request.url === `${REALM}/.well-known/wallet-openid-configuration`)
      request.url = '/.well-known/openid-configuration';
    if (request.url?.startsWith(LOGIN)) void login(provider, request, response);
    else if (request.url === INTROSPECTION) void takeToken(request).then(() => callback(request, response));
    else void callback(request, response);
  });
  return {
    origin: await listen(server),
    async approve() {
      for (const id of awaited.splice(0)) {
        const request = await provider.BackchannelAuthenticationRequest.find(id);
        if (!request) throw new Error('no such request');
        await provider.backchannelResult(request, await granted(provider), { acr: 'eidas1', authTime: now() });
      }
    },
    stop: () => stop(server),
  };
}

function configuration(awaited: string[]): Configuration {
  const identity = ['SubjectNameID', 'preferred_username', 'authMode'];
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [CLIENT.callback],
        post_logout_redirect_uris: [CLIENT.goodbye],
        grant_types: ['authorization_code', 'refresh_token', CIBA_GRANT],
        response_types: ['code'],
        backchannel_token_delivery_mode: 'poll',
      },
    ],
    jwks: { keys: [key] },
    scopes: ['openid', 'scope_all'],
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    claims: {
      acr: null,
      auth_time: null,
      iss: null,
      sid: null,
      openid: ['sub', 'typ', 'azp', ...identity],
      scope_all: Object.keys(user).filter((claim) => claim !== 'sub'),
    },
    conformIdTokenClaims: false,
    // A form of the software logs out, too.
    enableHttpPostMethods: true,
    cookies: { keys: ['a key of the test, that protects nothing'], long: { sameSite: 'none', signed: true } },
    ttl: {
      AccessToken: 120,
      AuthorizationCode: 60,
      BackchannelAuthenticationRequest: 120,
      Grant: 14_400,
      IdToken: 120,
      Interaction: 600,
      RefreshToken: 1800,
      Session: 14_400,
    },
    pkce: { required: () => false },
    issueRefreshToken: () => true,
    interactions: { url: (_, { uid }) => `${WALLET}${LOGIN}${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: (use) =>
        use === 'id_token'
          ? {
              sub,
              typ: 'ID',
              azp: CLIENT.id,
              ...Object.fromEntries(Object.entries(user).filter(([claim]) => identity.includes(claim))),
            }
          : user,
    }),
    extraTokenClaims: (_, token) => ({
      typ: 'Bearer',
      azp: CLIENT.id,
      nonce: '',
      acr: 'eidas1',
      auth_time: now(),
      session_state: 'grantId' in token ? String(token.grantId) : '',
      username: user.preferred_username,
      ...Object.fromEntries(Object.entries(user).filter(([claim]) => [...identity, 'otherIds'].includes(claim))),
    }),
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!DOCTYPE html><html lang="fr"><body>${form}</body></html>`;
        },
      },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        processLoginHint: (_, hint) => (hint === professionals.martin.id ? user.sub : undefined),
        validateBindingMessage: () => {},
        validateRequestContext: () => {},
        verifyUserCode: () => {},
        triggerAuthenticationDevice: (_, request) => {
          awaited.push(request.jti);
        },
      },
    },
    routes: {
      authorization: '/auth',
      backchannel_authentication: `${REALM}/protocol/openid-connect/ext/ciba/auth`,
      end_session: `${REALM}/protocol/openid-connect/logout`,
      introspection: INTROSPECTION,
      jwks: `${REALM}/protocol/openid-connect/certs`,
      revocation: `${REALM}/protocol/openid-connect/revoke`,
      token: `${REALM}/protocol/openid-connect/token`,
      userinfo: `${REALM}/protocol/openid-connect/userinfo`,
    },
  };
}

/** Access tokens are texts that the provider keeps: here they are JWT like those of Pro Santé Connect, under the same key as its ID tokens. */
function writeTokensLikePsc(provider: Provider): void {
  const model = provider.AccessToken.prototype as unknown as { generateTokenId(): string };
  const opaque = model.generateTokenId;
  Object.defineProperty(model, 'generateTokenId', {
    value(this: InstanceType<Provider['AccessToken']>) {
      // It also notes that the token is to be kept.
      const jti: string = opaque.call(this);
      const session = this.grantId ?? '';
      const claims = {
        exp: now() + 120,
        iat: now(),
        auth_time: now(),
        jti,
        iss: ISSUER,
        sub: this.accountId,
        typ: 'Bearer',
        azp: this.clientId,
        nonce: '',
        session_state: session,
        acr: 'eidas1',
        scope: this.scope,
        sid: session,
        authMode: user.authMode,
        otherIds: user.otherIds,
        preferred_username: user.preferred_username,
      };
      return signedToken(tokenHeader, JSON.stringify(claims));
    },
  });
  const find = provider.AccessToken.find.bind(provider.AccessToken);
  Object.defineProperty(provider.AccessToken, 'find', {
    value: (token: string, options?: object) => find(token.replaceAll('*', '.'), options),
  });
}

/** The provider introspects no text that looks like a JWT, which Pro Santé Connect does: it is given another form for a while. */
async function takeToken(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  Object.assign(request, { body: { ...form, token: form.token?.replaceAll('.', '*') } });
}

/** The page on which the user identifies, and what comes when he did. */
async function login(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    const { uid } = await provider.interactionDetails(request, response);
    response.setHeader('content-type', 'text/html;charset=UTF-8');
    response.end(
      `<!DOCTYPE html><html lang="fr"><body><form method="post" action="${LOGIN}${uid}"></form></body></html>`,
    );
    return;
  }
  const result = {
    login: { accountId: user.sub, acr: 'eidas1', remember: true },
    consent: { grantId: await granted(provider) },
  };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function granted(provider: Provider): Promise<string> {
  const grant = new provider.Grant({ accountId: user.sub, clientId: CLIENT.id });
  grant.addOIDCScope('openid scope_all');
  return grant.save();
}

/** A token of the same content but for what is changed, signed again. */
export function resigned(token: string, change: Record<string, unknown>, header: Record<string, unknown> = {}): string {
  const [before = '', claims = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  const written = { ...JSON.parse(claims), ...change };
  return signedToken(JSON.stringify({ ...JSON.parse(before), ...header }), JSON.stringify(written));
}

/** The same token under a key of nobody's. */
export function signedWith(token: string, pem: string): string {
  const content = token.slice(0, token.lastIndexOf('.'));
  return `${content}.${sign('sha256', Buffer.from(content), createPrivateKey(pem)).toString('base64url')}`;
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function stop(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
