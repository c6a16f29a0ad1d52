import { isMasked } from '../../artifacts/masks.js';
import { type CheckContext, isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding, type Rule } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { isOfBrowser } from './protection/browser-requests.js';
import { type Credentials, credentialsOf } from './protection/client-credentials.js';
import { clientAskedBy } from './protection/client-of-request.js';
import { bearerOf } from './trace/bearers.js';
import { type Leg, NOT_PSC, placeOf, type Trace, traceOf } from './trace/exchange-legs.js';
import { lacksBackEnd } from './trace/logins.js';
import { succeeded } from './trace/response-object.js';

/** Endpoints that authenticate the client (RFC 6749 §3.2.1, RFC 7009 §2.1, RFC 7662 §2.1, RFC 9126 §2, CIBA Core 1.0 §7.1). */
const ENDPOINTS: ReadonlySet<Leg['endpoint']> = new Set([
  'token',
  'backchannel',
  'introspection',
  'revocation',
  'pushed',
]);

/** Each way to authenticate, in words that no report takes for a secret. */
const WRITTEN = { basic: 'Basic', body: 'client_secret', assertion: 'client_assertion' } as const;

/** Secrets that come from a documentation, or from a template that was not filled. */
const EXAMPLE =
  /^(?:(?:client|my|your|votre|mon|ton|the)?[_ -]?(?:client[_ -]?)?secret(?:[_ -]?(?:here|ici))?|change[_ -]?(?:me|it)|password|passw0rd|azerty|qwerty|motdepasse|test|demo|example|exemple|foo|bar|abc|123(?:4(?:5(?:67?8?9?0?)?)?)?|\$\{[^}]*\}|\{\{[^}]*\}\}|%[\w]+%)$/i;

/** The trust space accepts clients by their certificate only: an answer that the ANS gives in its questions and answers. */
const TRUST_SPACE: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'FAQ de l’ANS, Extension Espace de confiance Pro Santé Connect ; EXI PSC 24',
  samples: null,
};

const TOKEN = 'openid-connect/token",\n      "headers": [';
const FORM = 'grant_type=authorization_code&';

/** From the URL of the token request to what follows the grant in its body. */
const REQUEST = `${TOKEN}\n        {\n          "name": "Content-Type",\n          "value": "application/x-www-form-urlencoded"\n        }\n      ],\n      "text": "${FORM}`;

const SECRET = 'exemple-lgc-bas:7hT2vQ9xLm4Rk8Zp';

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;
const withHeader = (pair: string) =>
  `${TOKEN} { "name": "Authorization", "value": "Basic ${Buffer.from(pair).toString('base64')}" }, `;
const basic = (pair: string) => edit(TOKEN, withHeader(pair));

/** The software's server authenticates itself to Pro Santé Connect, in one way, with a secret that is one. */
export const clientAuthentication = defineSetCheck({
  id: 'psc/client-authentication',
  on: 'har',
  rules: {
    'two-methods': primary('EXI PSC 15 ; RFC 6749 §2.3'),
    'client-id': primary('EXI PSC 15 ; RFC 6749 §4.1.3, §6'),
    'basic-form': primary('EXI PSC 15 ; RFC 6749 §2.3.1 ; RFC 7617 §2'),
    'basic-encoding': primary('EXI PSC 15 ; RFC 6749 §2.3.1', 'warning'),
    'browser-secret': primary('EXI PSC 15 ; RFC 6749 §2.1, §2.3.1'),
    'example-secret': observed('RFC 6749 §10.1 ; secrets délivrés à l’inscription du service'),
    'trust-space': TRUST_SPACE,
    secret: { ...observed('EXI PSC 24 ; annonces de l’ANS rapportées par des éditeurs', 'info'), mark: 'second-hand' },
  },
  examples: [
    {
      rule: 'two-methods',
      ...edit(REQUEST, `${withHeader(SECRET)}${REQUEST.slice(TOKEN.length)}client_secret=7hT2vQ9xLm4Rk8Zp&`),
    },
    { rule: 'client-id', ...basic('exemple-lgc-prod:7hT2vQ9xLm4Rk8Zp') },
    { rule: 'basic-form', ...basic('exemple-lgc-bas') },
    { rule: 'basic-encoding', ...basic('exemple-lgc-bas:7hT2vQ9x/Lm4Rk8Zp=') },
    {
      rule: 'browser-secret',
      ...edit(TOKEN, `${withHeader(SECRET)}{ "name": "Sec-Fetch-Site", "value": "cross-site" }, `),
    },
    { rule: 'example-secret', ...basic('exemple-lgc-bas:changeme') },
    { rule: 'trust-space', ...edit(FORM, `${FORM}client_secret=7hT2vQ9xLm4Rk8Zp&`), base: 'psc-web-trust-space' },
    { rule: 'secret', ...edit(FORM, `${FORM}client_secret=7hT2vQ9xLm4Rk8Zp&`) },
  ],
  run(hars, context) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const requests = trace.legs.filter(({ endpoint }) => ENDPOINTS.has(endpoint)).map(read);
    const shown = requests.filter(({ credentials }) => credentials.methods.length + credentials.clients.length > 0);
    const clientOf = clientAskedBy(trace);
    const findings = shown.flatMap((request) => judge(request, clientOf(request.leg)));
    const use = secretUse(shown, context, findings.length > 0);
    return {
      evaluated: shown.length,
      findings: [...findings, ...use.findings],
      needs: [...use.needs, ...needsOf(trace, requests)],
    };
  },
});

interface Request {
  readonly leg: Leg;
  readonly credentials: Credentials;
}

type Finding = RawFinding<
  | 'two-methods'
  | 'client-id'
  | 'basic-form'
  | 'basic-encoding'
  | 'browser-secret'
  | 'example-secret'
  | 'trust-space'
  | 'secret'
>;

function read(leg: Leg): Request {
  return { leg, credentials: credentialsOf(leg) };
}

function judge({ leg, credentials }: Request, asked: string | undefined): Finding[] {
  const { methods, clients, secret, basic, at } = credentials;
  const findings: Finding[] = [];
  if (methods.length > 1)
    findings.push({ rule: 'two-methods', at, args: { methods: methods.map((each) => WRITTEN[each]).join(', ') } });
  const [client] = clients;
  const expected = asked ?? client;
  const other = clients.find((each) => each !== expected);
  if (expected !== undefined && other !== undefined)
    findings.push({ rule: 'client-id', at: placeOf(leg, 'client_id'), args: { expected }, actual: other });
  if (basic?.fault) findings.push({ rule: `basic-${basic.fault}`, at });
  if (usesSecret(credentials) && isOfBrowser(leg.exchange)) findings.push({ rule: 'browser-secret', at });
  if (secret !== undefined && !isMasked(secret) && (secret === '' || EXAMPLE.test(secret)))
    findings.push({ rule: 'example-secret', at, args: { length: secret.length } });
  return findings;
}

function usesSecret({ methods }: Credentials): boolean {
  return methods.includes('basic') || methods.includes('body');
}

/** Whether a secret may be used depends on the space that the product is in: said once, at the first one; a remark is left beside a fault. */
function secretUse(
  requests: readonly Request[],
  context: CheckContext,
  isFaulty: boolean,
): { findings: Finding[]; needs: Need[] } {
  const at = requests.find(({ credentials }) => usesSecret(credentials))?.credentials.at;
  if (!at) return { findings: [], needs: [] };
  const isTrusted = context.conditions?.['psc-trust-space'];
  const isAsked = isTrusted === undefined && isOfDossier(context);
  const findings: Finding[] = [{ rule: isTrusted ? 'trust-space' : 'secret', at }];
  return {
    findings: isFaulty && !isTrusted ? [] : findings,
    needs: isAsked ? [{ code: 'need/psc-trust-space' }] : [],
  };
}

/**
 * A client certificate shows in no capture of HTTP: that Pro Santé Connect, which has no client without authentication, answered tells that there was
 * one. Tools that share captures drop the Authorization header: then nothing is told.
 */
function needsOf(trace: Trace, requests: readonly Request[]): Need[] {
  if (lacksBackEnd(trace)) return [{ code: 'need/token-exchange' }];
  // RFC 7662 §2.1: who introspects may show a token instead.
  const unseen = requests.filter(
    ({ leg, credentials }) => credentials.methods.length === 0 && bearerOf(leg.exchange) === undefined,
  );
  const isTold = unseen.length === 0 || unseen.some(({ leg }) => succeeded(leg.exchange));
  const blank = unseen.find(({ credentials }) => !isTold || credentials.clients.length === 0);
  return blank ? [{ code: 'need/client-authentication', args: { file: blank.leg.har.path } }] : [];
}
