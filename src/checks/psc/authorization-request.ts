import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { belief, observed, primary } from '../sources/psc-rule.js';
import { judgeProtection, maskedIn, type ProtectionRule } from './protection/request-protection.js';
import { isLoopback } from './trace/endpoints.js';
import { type Leg, NOT_PSC, parameterOf, placeOf, pushedRequestNeed, traceOf } from './trace/exchange-legs.js';
import { isCibaAlone, lacksBrowser } from './trace/logins.js';
import { maskedNeeds } from './trace/masked.js';
import { mixedEnvironments } from './trace/platforms.js';

/** What is before the state in the fixtures' first request: the second request says the same, with another state. */
const FIRST =
  'response_type=code&client_id=exemple-lgc-bas&redirect_uri=https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour&scope=openid+scope_all&acr_values=eidas1&state=9c41';

const first = (good: string, bad: string) =>
  ({ base: 'psc-web', part: 'har', good: FIRST, bad: FIRST.replace(good, bad) }) as const;
const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

/** The second request, until its state. */
const SECOND = FIRST.replace('9c41', 'e85d');

const second = (good: string, bad: string) => edit(SECOND, SECOND.replace(good, bad));

const CHALLENGE = '&code_challenge=FELHJTK_-lVsrXpQC2rESK7CZ255Q4S5NDfLTYLhcJI&code_challenge_method=S256';

/** The end of the second request, from that of its nonce. */
const LAST = '965be1c3&code_challenge=UFkruipaWBFYGkigjmhBH28GBZdXRQbhtMvxgsNHdrk&code_challenge_method=S256';

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
    'redirect-fragment': primary('EXI PSC 09 ; RFC 6749 §3.1.2'),
    'redirect-pattern': primary('EXI PSC 09 ; RFC 9700 §2.1', 'warning'),
    'response-mode': belief(
      'OAuth 2.0 Multiple Response Type Encoding Practices §2.1 ; OAuth 2.0 Form Post Response Mode',
    ),
    repeated: primary('EXI PSC 09 ; RFC 6749 §3.1'),
    environment: primary('EXI PSC 14'),
    'no-state': observed('RFC 6749 §10.12 et intégrations en service'),
    'state-reused': observed('RFC 6749 §10.12 et intégrations en service'),
    'no-nonce': observed('OpenID Connect Core 1.0 §3.1.2.1 et intégrations en service'),
    'nonce-reused': observed('OpenID Connect Core 1.0 §15.5.2 et intégrations en service'),
    'weak-state': belief('RFC 6749 §10.10, §10.12'),
    'weak-nonce': belief('OpenID Connect Core 1.0 §15.5.2 ; RFC 6749 §10.10'),
    pkce: observed('RFC 7636 et intégrations en service', 'info'),
    'pkce-plain': primary('EXI PSC 09 ; RFC 7636 §4.2, §7.2', 'warning'),
    'challenge-form': primary('EXI PSC 09 ; RFC 7636 §4.2'),
    'challenge-reused': primary('EXI PSC 09 ; RFC 7636 §4.1', 'warning'),
    'verifier-shown': primary('EXI PSC 09 ; RFC 7636 §4.3, §4.5', 'warning'),
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
    { rule: 'redirect-fragment', ...second('psc%2Fretour', 'psc%2Fretour%23connexion') },
    { rule: 'redirect-pattern', ...second('lgc.example.org', '*.example.org') },
    { rule: 'response-mode', ...second('response_type=code', 'response_type=code&response_mode=fragment') },
    { rule: 'repeated', ...second('client_id=', 'client_id=exemple-lgc-bas&client_id=') },
    { rule: 'weak-state', ...edit('state=e85d3b90a7c14f62914fc2e0b6d7a813&n', 'state=1773653520000&n') },
    { rule: 'weak-nonce', ...edit('nonce=1b94e6d8f03c47a5826ef7d1c59a0b3ed2704f8a965be1c3', 'nonce=connexion-psc') },
    { rule: 'pkce-plain', ...edit(LAST, LAST.replace('S256', 'plain')) },
    { rule: 'challenge-form', ...edit(LAST, LAST.replace('challenge=', 'challenge=0')) },
    { rule: 'challenge-reused', ...edit(LAST, `965be1c3${CHALLENGE}`) },
    { rule: 'verifier-shown', ...edit(LAST, `${LAST}&code_verifier=0123456789012345678901234567890123456789abc`) },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace || isCibaAlone(trace)) return NOT_PSC;
    const requests = trace.authorizations;
    const findings = requests.flatMap((request) => [
      ...judgeFlow(request),
      ...judgeReturn(request),
      ...judgeWriting(request),
    ]);
    for (const har of new Set(requests.map((request) => request.har))) {
      const alone = traceOf([har]);
      if (alone) findings.push(...mixedEnvironments(alone));
    }
    findings.push(...judgeProtection(requests));
    const needs: Need[] = [
      ...(lacksBrowser(trace) && trace.unresolved.length === 0
        ? [{ code: 'need/psc-leg', args: { leg: 'authorization' } } as const]
        : []),
      ...pushedRequestNeed(trace),
      ...maskedNeeds(maskedIn(requests)),
    ];
    return { evaluated: requests.length, findings, needs };
  },
});

type Finding = RawFinding<
  | ProtectionRule
  | 'https'
  | 'response-type'
  | 'client-id'
  | 'scope-openid'
  | 'scope-all'
  | 'redirect-uri'
  | 'native-redirect-uri'
  | 'redirect-fragment'
  | 'redirect-pattern'
  | 'response-mode'
  | 'repeated'
  | 'environment'
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
  const url = new URL(given);
  const { protocol, hostname, pathname } = url;
  // What follows the path may carry a session or a patient.
  const actual = given.replace(/[?#].*$/, '');
  const rules: Finding['rule'][] = [];
  const isLocal = isLoopback(url);
  const isNative = protocol === 'http:' ? isLocal : isPrivateScheme(protocol);
  // RFC 8252 §7 is about applications that use the workstation's browser; elsewhere such an address deserves a look.
  const mode = request.har.declared['psc-mode'];
  // A developer's own workstation answers in the sandbox; in production it is everyone's.
  const isOdd = protocol === 'https:' ? isLocal && request.environment === 'production' : mode !== undefined;
  if (protocol !== 'https:' && !isNative) rules.push('redirect-uri');
  else if (isOdd && mode !== 'external-browser') rules.push('native-redirect-uri');
  if (given.includes('#')) rules.push('redirect-fragment');
  if (hostname.includes('*') || pathname.includes('*')) rules.push('redirect-pattern');
  return rules.map((rule) => ({ rule, at, actual }));
}

/** RFC 8252 §7.1: a scheme of an application is a reversed domain name. */
function isPrivateScheme(protocol: string): boolean {
  return protocol.includes('.');
}

/** Parameters that a request may give only once. */
const SINGLE = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'acr_values',
  'code_challenge',
];

/** Ways that bring the code back out of reach of what runs in the page; those that sign the answer too. */
const RESPONSE_MODES = /^(?:query|form_post)(?:\.jwt)?$|^jwt$/;

function judgeWriting(request: Leg): Finding[] {
  const findings: Finding[] = [];
  const { url, form } = request.exchange;
  const names = [...url.searchParams.keys(), ...form.map(({ name }) => name)];
  const repeated = SINGLE.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated.length > 0)
    findings.push({ rule: 'repeated', at: placeOf(request), args: { names: repeated.join(', ') } });
  const mode = parameterOf(request, 'response_mode');
  if (mode !== undefined && !RESPONSE_MODES.test(mode))
    findings.push({ rule: 'response-mode', at: placeOf(request, 'response_mode'), actual: mode });
  return findings;
}
