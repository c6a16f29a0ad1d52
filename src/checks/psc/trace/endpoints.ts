/** The two platforms of Pro Santé Connect: the sandbox (bac à sable) and production. */
export type Environment = 'sandbox' | 'production';

/** What a request to Pro Santé Connect asks for. `other` is a protocol request that no check judges. */
export type Endpoint =
  | 'discovery'
  | 'authorization'
  | 'pushed'
  | 'backchannel'
  | 'token'
  | 'keys'
  | 'userinfo'
  | 'introspection'
  | 'revocation'
  | 'logout'
  | 'other';

const REALM = '/auth/realms/esante-wallet';

/** Issuers of each platform; the sandbox's second one was in use until 2022. Source: endpoints published by the ANS, mss-psc.md B2. */
export const ISSUERS: Readonly<Record<Environment, readonly string[]>> = {
  sandbox: [`https://auth.bas.psc.esante.gouv.fr${REALM}`, `https://auth.bas.esw.esante.gouv.fr${REALM}`],
  production: [`https://auth.esw.esante.gouv.fr${REALM}`],
};

const EVERY_ISSUER: ReadonlySet<unknown> = new Set(Object.values(ISSUERS).flat());

/** True for the issuer of one of the platforms. */
export function isIssuer(issuer: unknown): boolean {
  return EVERY_ISSUER.has(issuer);
}

const SANDBOX_HOST = /\.bas\.(?:psc|esw)\.esante\.gouv\.fr$/;
const PRODUCTION_HOST = /^(?:wallet|auth)\.esw\.esante\.gouv\.fr$/;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/.well-known/wallet-openid-configuration': 'discovery',
  '/.well-known/openid-configuration': 'discovery',
  // Some software asks the server itself; the wallet's page leads there too.
  '/protocol/openid-connect/auth': 'authorization',
  '/protocol/openid-connect/token': 'token',
  '/protocol/openid-connect/token/introspect': 'introspection',
  '/protocol/openid-connect/revoke': 'revocation',
  '/protocol/openid-connect/userinfo': 'userinfo',
  '/protocol/openid-connect/certs': 'keys',
  '/protocol/openid-connect/logout': 'logout',
  '/ext/ciba/auth': 'backchannel',
  '/protocol/openid-connect/ext/ciba/auth': 'backchannel',
  '/ext/par/request': 'pushed',
  '/protocol/openid-connect/ext/par/request': 'pushed',
};

/** The platform that a URL belongs to, undefined when it is not Pro Santé Connect. The scheme is left to the checks. */
export function environmentOf(url: URL): Environment | undefined {
  if (SANDBOX_HOST.test(url.hostname)) return 'sandbox';
  return PRODUCTION_HOST.test(url.hostname) ? 'production' : undefined;
}

/** The endpoint that a URL of Pro Santé Connect addresses, undefined for pages, images and scripts. */
export function endpointOf(url: URL): Endpoint | undefined {
  const path = withoutEndSlashes(url.pathname);
  if (url.hostname.startsWith('wallet.') && path === '/auth') return 'authorization';
  if (!path.startsWith(`${REALM}/`)) return undefined;
  const rest = path.slice(REALM.length);
  return ENDPOINTS[rest] ?? (/^\/(?:protocol\/openid-connect|\.well-known)\//.test(rest) ? 'other' : undefined);
}

/** True for an address of the workstation itself, where a native application may listen (RFC 8252 §7.3). */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** A path without the slashes at its end. A regular expression would start again at each slash of a long run elsewhere. */
export function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end--;
  return path.slice(0, end);
}

/** True for a host of the name of Pro Santé Connect that is of none of its known platforms, asked for an endpoint. */
export function isUnknownHost(url: URL): boolean {
  return environmentOf(url) === undefined && endpointOf(url) !== undefined && /esante/i.test(url.hostname);
}

/** True for an endpoint of Pro Santé Connect under the name of another server, which passes requests on: a proxy, or a host for mutual TLS. */
export function isRelayed(url: URL): boolean {
  if (environmentOf(url) !== undefined || endpointOf(url) === undefined || url.hostname.startsWith('wallet.'))
    return false;
  return !isUnknownHost(url) || url.hostname.endsWith('.esw.esante.gouv.fr');
}
