import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { mixedEnvironments } from './trace/environments.js';
import { type Leg, NOT_PSC, parameterOf, placeOf, pushedRequestNeed, traceOf } from './trace/exchange-legs.js';

/** What is before the state in the fixtures' first request: the second request says the same, with another state. */
const FIRST =
  'response_type=code&client_id=exemple-lgc-bas&redirect_uri=https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour&scope=openid+scope_all&acr_values=eidas1&state=9c41';

const first = (good: string, bad: string) =>
  ({ base: 'psc-web', part: 'har', good: FIRST, bad: FIRST.replace(good, bad) }) as const;
const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

const CHALLENGE = '&code_challenge=FELHJTK_-lVsrXpQC2rESK7CZ255Q4S5NDfLTYLhcJI&code_challenge_method=S256';

/** Each authorization request to Pro Santé Connect is a code flow of OpenID Connect, addressed to one platform only. */
export const authorizationRequest = defineSetCheck({
  id: 'psc/authorization-request',
  on: 'har',
  rules: {
    https: primary('EXI PSC 09, 10, 14'),
    'response-type': primary('EXI PSC 09, 10'),
    'client-id': primary('EXI PSC 08, 09 ; RFC 6749 §4.1.1'),
    'scope-openid': primary('EXI PSC 08, 09 ; OpenID Connect Core 1.0 §3.1.2.1'),
    'scope-all': observed('Documentation technique Pro Santé Connect (CIBA) et intégrations en service'),
    'redirect-uri': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.2.1'),
    'native-redirect-uri': primary('EXI PSC 09, 26 ; RFC 8252 §7', 'warning'),
    environment: primary('EXI PSC 14'),
    'no-state': observed('RFC 6749 §10.12 et intégrations en service'),
    'state-reused': observed('RFC 6749 §10.12 et intégrations en service'),
    'no-nonce': observed('OpenID Connect Core 1.0 §3.1.2.1 et intégrations en service'),
    'nonce-reused': observed('OpenID Connect Core 1.0 §15.5.2 et intégrations en service'),
    pkce: observed('RFC 7636 et intégrations en service', 'info'),
  },
  examples: [
    {
      rule: 'https',
      ...edit(
        `https://wallet.bas.psc.esante.gouv.fr/auth?${FIRST}`,
        `http://wallet.bas.psc.esante.gouv.fr/auth?${FIRST}`,
      ),
    },
    { rule: 'response-type', ...first('response_type=code', 'response_type=id_token') },
    { rule: 'client-id', ...first('client_id=', 'client=') },
    { rule: 'scope-openid', ...first('openid+scope_all', 'scope_all') },
    { rule: 'scope-all', ...first('openid+scope_all', 'openid') },
    { rule: 'redirect-uri', ...first('https%3A%2F%2Flgc', 'http%3A%2F%2Flgc') },
    { rule: 'native-redirect-uri', ...first('https%3A%2F%2Flgc.example.org', 'http%3A%2F%2F127.0.0.1%3A8642') },
    {
      rule: 'environment',
      ...edit(
        'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
        'https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
      ),
    },
    { rule: 'no-state', ...edit('&state=9c41e7a05d2b4f86b3a7c0d9e1f25864&nonce=', '&nonce=') },
    {
      rule: 'state-reused',
      ...edit('&state=e85d3b90a7c14f62914fc2e0b6d7a813&nonce=', '&state=9c41e7a05d2b4f86b3a7c0d9e1f25864&nonce='),
    },
    { rule: 'no-nonce', ...edit('&nonce=6f1d0c8e4b7a49d2a35b90e17c62f8d40b96e3fa1857cd2e', '') },
    {
      rule: 'nonce-reused',
      ...edit(
        '&nonce=1b94e6d8f03c47a5826ef7d1c59a0b3ed2704f8a965be1c3',
        '&nonce=6f1d0c8e4b7a49d2a35b90e17c62f8d40b96e3fa1857cd2e',
      ),
    },
    { rule: 'pkce', ...edit(`57cd2e${CHALLENGE}`, '57cd2e') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const requests = trace.authorizations;
    const findings = requests.flatMap((request) => [
      ...judgeFlow(request),
      ...judgeReturn(request),
      ...judgeProtection(request),
    ]);
    for (const har of new Set(requests.map((request) => request.har))) {
      const alone = traceOf([har]);
      if (alone) findings.push(...mixedEnvironments(alone));
    }
    findings.push(...reused(requests, 'state'), ...reused(requests, 'nonce'));
    return { evaluated: requests.length, findings, needs: pushedRequestNeed(trace) };
  },
});

type Finding = RawFinding<
  | 'https'
  | 'response-type'
  | 'client-id'
  | 'scope-openid'
  | 'scope-all'
  | 'redirect-uri'
  | 'native-redirect-uri'
  | 'environment'
  | 'no-state'
  | 'state-reused'
  | 'no-nonce'
  | 'nonce-reused'
  | 'pkce'
>;

function judgeFlow(request: Leg): Finding[] {
  const findings: Finding[] = [];
  const { url } = request.exchange;
  if (url.protocol !== 'https:') findings.push({ rule: 'https', at: placeOf(request), actual: url.protocol });
  const type = parameterOf(request, 'response_type') ?? '';
  if (type !== 'code') findings.push({ rule: 'response-type', at: placeOf(request, 'response_type'), actual: type });
  if (parameterOf(request, 'client_id') === undefined) findings.push({ rule: 'client-id', at: placeOf(request) });
  const scope = parameterOf(request, 'scope') ?? '';
  const scopes = scope.split(' ');
  if (!scopes.includes('openid')) findings.push({ rule: 'scope-openid', at: placeOf(request, 'scope'), actual: scope });
  if (!scopes.includes('scope_all')) findings.push({ rule: 'scope-all', at: placeOf(request, 'scope'), actual: scope });
  return findings;
}

function judgeReturn(request: Leg): Finding[] {
  const given = parameterOf(request, 'redirect_uri') ?? '';
  const at = placeOf(request, 'redirect_uri');
  if (!URL.canParse(given)) return [{ rule: 'redirect-uri', at, actual: given }];
  const { protocol, hostname } = new URL(given);
  // What follows the path may carry a session or a patient.
  const actual = given.replace(/[?#].*$/, '');
  if (protocol === 'https:') return [];
  const native = protocol === 'http:' ? LOOPBACK.test(hostname) : isPrivateScheme(protocol);
  if (!native) return [{ rule: 'redirect-uri', at, actual }];
  // RFC 8252 §7 is about applications that use the workstation's browser; elsewhere such an address deserves a look.
  return request.har.declared['psc-mode'] === 'external-browser' ? [] : [{ rule: 'native-redirect-uri', at, actual }];
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** RFC 8252 §7.1: a scheme of an application is a reversed domain name. */
function isPrivateScheme(protocol: string): boolean {
  return protocol.includes('.');
}

function judgeProtection(request: Leg): Finding[] {
  const findings: Finding[] = [];
  const at = placeOf(request);
  if (parameterOf(request, 'state') === undefined) findings.push({ rule: 'no-state', at });
  if (parameterOf(request, 'nonce') === undefined) findings.push({ rule: 'no-nonce', at });
  const challenge = parameterOf(request, 'code_challenge');
  if (challenge === undefined || parameterOf(request, 'code_challenge_method') !== 'S256')
    findings.push({ rule: 'pkce', at });
  return findings;
}

/** Inside one capture: two of them may show the same request. The value itself is not shown: it protects a session. */
function reused(requests: readonly Leg[], name: 'state' | 'nonce'): Finding[] {
  const seen = new Map<Leg['har'], Set<string>>();
  return requests.flatMap((request) => {
    const value = parameterOf(request, name);
    if (value === undefined) return [];
    const before = seen.get(request.har) ?? new Set();
    seen.set(request.har, before);
    if (!before.has(value)) {
      before.add(value);
      return [];
    }
    return [{ rule: `${name}-reused` as const, at: placeOf(request, name), args: { length: value.length } }];
  });
}
