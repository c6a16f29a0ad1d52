import { defineSetCheck, type RawFinding } from '../define.js';
import { belief, observed, primary } from '../sources/psc-rule.js';
import { callbacksOf, returnAddress } from './trace/callbacks.js';
import { isLoopback } from './trace/endpoints.js';
import {
  type Leg,
  legsTo,
  NOT_PSC,
  parameterOf,
  placeInExchange,
  placeOf,
  placeOfRedirect,
  type Trace,
  traceOf,
} from './trace/exchange-legs.js';
import { type Login, lacksBackEnd, lacksBrowser, loginsOf } from './trace/logins.js';
import { claimsOfHint, hintFaults } from './trace/logout-hint.js';

const RP_LOGOUT = 'OpenID Connect RP-Initiated Logout 1.0';

const inWeb = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

/** An ID token that nobody signed, of a session that the capture does not show. */
const FOREIGN = [
  { alg: 'RS256' },
  { sub: 'f:9b2e7c14-5d3f-4a86-bf01-2c8d6e4a7f90:899700100099', sid: 'autre', typ: 'ID' },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

/** A user who logs out of the software is logged out of Pro Santé Connect too. */
export const logout = defineSetCheck({
  id: 'psc/logout',
  on: 'har',
  rules: {
    'no-logout': primary('EXI PSC 20'),
    'no-hint': observed(`${RP_LOGOUT} §2 et intégrations en service`),
    'hint-kind': observed(`${RP_LOGOUT} §2 et intégrations en service`),
    'other-hint': observed(`${RP_LOGOUT} §2 et intégrations en service`),
    client: observed(`${RP_LOGOUT} §2`),
    'return-address': observed(`${RP_LOGOUT} §3.1`),
    state: belief(`${RP_LOGOUT} §2, §3 : le state envoyé revient avec l'utilisateur`),
    refused: observed(`${RP_LOGOUT} §4 ; déclaration des adresses de retour à Pro Santé Connect`),
    'own-session': belief('EXI PSC 20 : la déconnexion ferme aussi la session du logiciel'),
  },
  examples: [
    {
      rule: 'no-logout',
      ...inWeb(
        'auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout?id_token_hint={id-token}&',
        'lgc.example.org/session-fermee?',
      ),
    },
    { rule: 'no-hint', ...inWeb('id_token_hint={id-token}&', '') },
    {
      rule: 'hint-kind',
      ...inWeb('id_token_hint={id-token}', 'id_token_hint={access-token}'),
      trips: ['psc/token-exposure'],
    },
    { rule: 'other-hint', ...inWeb('id_token_hint={id-token}', `id_token_hint=${FOREIGN}.c2lnbmF0dXJl`) },
    {
      rule: 'client',
      ...inWeb('id_token_hint={id-token}', 'client_id=autre-logiciel&id_token_hint={id-token}'),
    },
    {
      rule: 'return-address',
      ...inWeb('post_logout_redirect_uri=https%3A', 'post_logout_redirect_uri=http%3A'),
    },
    {
      rule: 'state',
      ...inWeb('au-revoir?state=2f7b8d61c04e4a93857de1f6a9b0c352', 'au-revoir'),
    },
    { rule: 'refused', base: 'psc-ciba', part: 'har', good: '"status": 204', bad: '"status": 400' },
    {
      rule: 'own-session',
      ...inWeb('https://lgc.example.org/deconnexion', 'https://autre.example.org/deconnexion'),
    },
  ],
  run(hars) {
    // The automatic logouts, which psc/automatic-logout judges, leave Pro Santé Connect alone.
    const trace = traceOf(hars.filter(({ declared }) => declared.logout !== 'automatic'));
    if (!trace) return NOT_PSC;
    const login = loginsOf(trace)[0];
    const logouts = legsTo(trace, 'logout');
    const faultOf = hintFaults(trace, hars);
    const findings = [
      ...logouts.flatMap((leg) => [...hint(leg, faultOf(leg)), ...comeBack(leg), ...refusal(leg)]),
      ...ownSession(trace, logouts),
    ];
    // Another capture may have another clock: only inside one can a logout be told to precede the login.
    const closed = logouts.some((leg) => !login || leg.har !== login.har || leg.rank > login.rank);
    if (closed || !login) return { evaluated: logouts.length, findings };
    // A capture may stop before the user leaves, and one of the browser or of the back end alone lacks what the other does.
    if (lacksBackEnd(trace) || lacksBrowser(trace) || !isLeft(trace, login))
      return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg: 'logout' } }] };
    return { evaluated: 1, findings: [...findings, { rule: 'no-logout', at: login.place ?? placeOf(login.leg) }] };
  },
});

type Finding = RawFinding<
  | 'no-logout'
  | 'no-hint'
  | 'hint-kind'
  | 'other-hint'
  | 'client'
  | 'return-address'
  | 'state'
  | 'refused'
  | 'own-session'
>;

/** How software names the address that closes its own session. */
const LEAVING = /(?:log|sign)[-_]?(?:out|off)|d(?:e|é|%C3%A9)connexion|d(?:is|e|é|%C3%A9)conn?ect/i;

/** True when the user left the software after the login: it was asked to close its session, or to revoke a token, or the dossier says so. */
function isLeft(trace: Trace, login: Login): boolean {
  if (trace.exchanges.some(({ har }) => har.declared.logout === 'user')) return true;
  const hosts = new Set(callbacksOf(trace).map(({ from }) => from.exchange.url.host));
  const revoked = new Set(legsTo(trace, 'revocation').map(({ exchange }) => exchange));
  return trace.exchanges.slice(login.rank + 1).some(({ exchange }) => {
    const { host, pathname } = exchange.url;
    return revoked.has(exchange) || ((hosts.size === 0 || hosts.has(host)) && LEAVING.test(pathname));
  });
}

/** What tells the platform which session to close: the ID token, else the client; Keycloak takes the refresh token too. */
const CLOSERS = ['id_token_hint', 'client_id', 'refresh_token'] as const;

function hint(leg: Leg, fault: 'hint-kind' | 'other-hint' | undefined): Finding[] {
  if (CLOSERS.every((name) => parameterOf(leg, name) === undefined)) return [{ rule: 'no-hint', at: placeOf(leg) }];
  if (fault) return [{ rule: fault, at: placeOf(leg, 'id_token_hint') }];
  const client = parameterOf(leg, 'client_id');
  const { aud, azp } = claimsOfHint(leg) ?? {};
  if (client === undefined || aud === undefined || [aud, azp].flat().includes(client)) return [];
  return [{ rule: 'client', at: placeOf(leg, 'client_id'), actual: client }];
}

/** Where the user goes after the logout: an address that nobody reads on the way, with the state that was sent. */
function comeBack(leg: Leg): Finding[] {
  const written = parameterOf(leg, 'post_logout_redirect_uri');
  if (written === undefined) return [];
  const address = URL.canParse(written) ? new URL(written) : undefined;
  if (!address || (address.protocol === 'http:' && !isLoopback(address)))
    return [{ rule: 'return-address', at: placeOf(leg, 'post_logout_redirect_uri'), actual: address?.origin ?? '' }];
  const state = parameterOf(leg, 'state');
  const target = leg.exchange.redirectUrl;
  if (state === undefined || !target || returnAddress(target) !== returnAddress(address)) return [];
  return target.searchParams.get('state') === state ? [] : [{ rule: 'state', at: placeOfRedirect(leg) }];
}

function refusal(leg: Leg): Finding[] {
  const { status } = leg.exchange;
  return status < 400
    ? []
    : [{ rule: 'refused', at: placeInExchange(leg, 'response', 'status'), actual: String(status) }];
}

/** A logout around which the software itself, whose requests the capture shows, was asked nothing. */
function ownSession(trace: Trace, logouts: readonly Leg[]): Finding[] {
  const received = callbacksOf(trace).filter(({ from, authorization }) => from.exchange !== authorization.exchange);
  const hosts = new Set(received.map(({ from }) => from.exchange.url).flatMap((url) => (isOwn(url) ? [url.host] : [])));
  const first = logouts[0];
  if (hosts.size === 0 || !first) return [];
  const before = trace.legs.findLast(({ rank }) => rank < first.rank)?.rank ?? -1;
  const asked = trace.exchanges.slice(before + 1).some(({ exchange }) => hosts.has(exchange.url.host));
  return asked ? [] : [{ rule: 'own-session', at: placeOf(first) }];
}

/** A server's address: that of a native application only listens for the return. */
function isOwn(url: URL): boolean {
  return url.protocol === 'https:' && !isLoopback(url);
}
