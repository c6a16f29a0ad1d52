import { createHash } from 'node:crypto';
import { isMasked } from '../../artifacts/masks.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { type Callback, callbacksOf } from './trace/callbacks.js';
import {
  type Leg,
  legsTo,
  NOT_PSC,
  parameterOf,
  placeInExchange,
  placeOf,
  postData,
  type Trace,
  traceOf,
} from './trace/exchange-legs.js';
import { CIBA_GRANT, EXCHANGE_GRANT, REFRESH_GRANT } from './trace/grants.js';
import { gaveTokens, isCibaAlone, lacksBackEnd } from './trace/logins.js';
import { maskedNeeds } from './trace/masked.js';
import { responseObject, succeeded, textIn } from './trace/response-object.js';

const FORM = 'application/x-www-form-urlencoded';

/** Grants that another check judges, or that no code is exchanged with. */
const OTHER_GRANTS = new Set([CIBA_GRANT, REFRESH_GRANT, EXCHANGE_GRANT]);

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

const VERIFIER = 'fixture-verifier-0123456789-abcdefghijklmnopqrstuvwxyz';

const KEYS = '"comment": "Serveur du logiciel : clés publiques",';

/** Another token request, refused, between that of the fixture and what follows it. */
function replayed(code: string) {
  const redirect = 'https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour';
  const request = {
    method: 'POST',
    url: 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/token',
    headers: [{ name: 'Content-Type', value: FORM }],
    text: `grant_type=authorization_code&code=${code}&redirect_uri=${redirect}&client_id=exemple-lgc-bas&code_verifier=${VERIFIER}`,
  };
  const response = { status: 400, headers: [], json: { error: 'invalid_grant' } };
  const written = JSON.stringify({ request, response }).slice(1, -1);
  return edit(KEYS, `${written}},{"startedDateTime":"2026-03-16T10:30:16.500+01:00",${KEYS}`);
}

const ANSWER = 'uvwxyz"\n    },\n    "response": {\n      "status": ';

/** The code is exchanged for tokens as OpenID Connect says, and no secret stands in a URL. */
export const tokenRequest = defineSetCheck({
  id: 'psc/token-request',
  on: 'har',
  rules: {
    form: primary('EXI PSC 15 ; OpenID Connect Core 1.0 §3.1.3.1'),
    'grant-type': primary('EXI PSC 10, 15 ; RFC 6749 §4.1.3'),
    code: primary('EXI PSC 15 ; RFC 6749 §4.1.3'),
    'redirect-uri': primary('EXI PSC 15 ; RFC 6749 §4.1.3'),
    'code-verifier': primary('EXI PSC 15 ; RFC 7636 §4.5'),
    'code-reused': primary('EXI PSC 09, 15 ; RFC 6749 §4.1.2'),
    'verifier-form': primary('EXI PSC 15 ; RFC 7636 §4.1'),
    'verifier-mismatch': primary('EXI PSC 15 ; RFC 7636 §4.6'),
    'verifier-reused': primary('EXI PSC 15 ; RFC 7636 §4.1', 'warning'),
    'secret-in-url': primary('EXI PSC 09, 15 ; RFC 6749 §2.3.1'),
    refused: primary('EXI PSC 08, 09, 15'),
    tokens: observed('OpenID Connect Core 1.0 §3.1.3.3 et réponses enregistrées de Pro Santé Connect'),
  },
  examples: [
    { rule: 'form', ...edit(FORM, 'application/json') },
    { rule: 'grant-type', ...edit('grant_type=authorization_code', 'grant_type=password') },
    { rule: 'code', ...edit('authorization_code&code=c0de7f3a', 'authorization_code&code=0000000a') },
    {
      rule: 'redirect-uri',
      ...edit(
        'f319&redirect_uri=https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour',
        'f319&redirect_uri=https%3A%2F%2Flgc.example.org%2Fpsc%2Fretour%2F',
      ),
    },
    { rule: 'code-verifier', ...edit('&code_verifier=', '&verifier=') },
    { rule: 'code-reused', ...replayed('c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319') },
    { rule: 'verifier-form', ...edit(VERIFIER, 'trop-court') },
    { rule: 'verifier-mismatch', ...edit(VERIFIER, VERIFIER.replace('0123', '3210')) },
    { rule: 'verifier-reused', ...replayed('0b5e9d17-63f2-4c48-8a90-d1c7e35f2a64') },
    { rule: 'secret-in-url', ...edit('openid-connect/token"', 'openid-connect/token?client_secret=secret-fictif"') },
    { rule: 'refused', ...edit(`${ANSWER}200`, `${ANSWER}400`) },
    { rule: 'tokens', ...edit('"token_type": "Bearer"', '"token_type": "mac"') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const secrets = secretsInUrls(trace);
    if (secrets.length === 0 && isCibaAlone(trace)) return NOT_PSC;
    const requests = legsTo(trace, 'token').filter((leg) => !OTHER_GRANTS.has(parameterOf(leg, 'grant_type') ?? ''));
    // A body that was not captured says nothing of what was sent.
    const seen = requests.filter((leg) => !isUnseen(leg));
    const callbacks = callbacksOf(trace).filter(({ code }) => code !== undefined);
    const codes = codesOf(seen, callbacks);
    const findings = [
      ...secrets,
      ...seen.flatMap((leg) => judgeRequest(leg, codes)),
      ...codesReused(seen),
      ...verifiersReused(seen, codes),
      ...judgeAnswers(seen),
    ];
    const masked = ['code', 'code_verifier'].filter((name) =>
      seen.some((leg) => isMasked(parameterOf(leg, name) ?? '')),
    );
    const lacking = lacksBackEnd(trace) || seen.length < requests.length;
    const needs: Need[] = [...(lacking ? [{ code: 'need/token-exchange' } as const] : []), ...maskedNeeds(masked)];
    return { evaluated: seen.length, findings, needs };
  },
});

type Finding = RawFinding<
  | 'form'
  | 'grant-type'
  | 'code'
  | 'redirect-uri'
  | 'code-verifier'
  | 'code-reused'
  | 'verifier-form'
  | 'verifier-mismatch'
  | 'verifier-reused'
  | 'secret-in-url'
  | 'refused'
  | 'tokens'
>;

/** A blank body that was answered with success was blanked afterwards. */
function isUnseen({ exchange, parameters }: Leg): boolean {
  const { method, requestBody } = exchange;
  const isBlank = requestBody === undefined || (requestBody === '' && succeeded(exchange));
  return method === 'POST' && parameters.size === 0 && isBlank;
}

function secretsInUrls(trace: Trace): Finding[] {
  const guilty = trace.legs.filter((leg) => leg.exchange.url.searchParams.has('client_secret'));
  return guilty.map((leg) => ({ rule: 'secret-in-url', at: placeInExchange(leg, 'request', 'url') }));
}

function judgeRequest(leg: Leg, codes: Codes): Finding[] {
  if (leg.exchange.method !== 'POST')
    return [{ rule: 'form', at: placeInExchange(leg, 'request', 'method'), actual: leg.exchange.method }];
  const type = mediaTypeOf(leg);
  // A capture cleaned of its headers does not tell the type of what the platform took.
  if (type !== FORM && (type !== '' || !succeeded(leg.exchange)))
    return [{ rule: 'form', at: placeInExchange(leg, 'request', 'postData', 'mimeType'), actual: type }];
  const grant = parameterOf(leg, 'grant_type') ?? '';
  if (grant !== 'authorization_code') return [{ rule: 'grant-type', at: placeOf(leg, 'grant_type'), actual: grant }];
  return judgeExchange(leg, codes);
}

function mediaTypeOf(leg: Leg): string {
  const header = leg.exchange.requestHeaders.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const written = postData(leg)?.mimeType;
  const type = typeof written === 'string' && written !== '' ? written : (header ?? '');
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** What the returns to the software gave, and whether the software let one of them lie. */
interface Codes {
  readonly returned: ReadonlyMap<string, Callback>;
  readonly forgotten: boolean;
}

function codesOf(legs: readonly Leg[], callbacks: readonly Callback[]): Codes {
  const exchanged = new Set(legs.map((leg) => parameterOf(leg, 'code')));
  const returned = new Map(callbacks.flatMap((each) => (each.code === undefined ? [] : [[each.code, each] as const])));
  return { returned, forgotten: [...returned.keys()].some((code) => !exchanged.has(code)) };
}

/** Request and return are matched by their code, never by their time: the clocks of a browser and of a server differ. */
function judgeExchange(leg: Leg, { returned: known, forgotten }: Codes): Finding[] {
  const code = parameterOf(leg, 'code');
  if (isMasked(code ?? '')) return [];
  const returned = code === undefined ? undefined : known.get(code);
  const form = verifierForm(leg);
  // A server's capture may hold the logins of other users: a code is foreign only if one received was never exchanged.
  if (!returned) return code === undefined || forgotten ? [{ rule: 'code', at: placeOf(leg, 'code') }, ...form] : form;
  const findings: Finding[] = [...form];
  const sent = parameterOf(returned.authorization, 'redirect_uri');
  const repeated = parameterOf(leg, 'redirect_uri');
  if (repeated !== sent) {
    findings.push({
      rule: 'redirect-uri',
      at: placeOf(leg, 'redirect_uri'),
      args: { sent: sent ?? '' },
      actual: repeated ?? '',
    });
  }
  const challenge = parameterOf(returned.authorization, 'code_challenge');
  const verifier = parameterOf(leg, 'code_verifier');
  if (challenge === undefined || isMasked(challenge)) return findings;
  if (verifier === undefined) findings.push({ rule: 'code-verifier', at: placeOf(leg) });
  else if (form.length === 0 && !isMasked(verifier) && challengeOf(returned.authorization, verifier) !== challenge)
    findings.push({ rule: 'verifier-mismatch', at: placeOf(leg, 'code_verifier') });
  return findings;
}

/** Letters, digits and four signs, 43 to 128 of them (RFC 7636 §4.1). */
function verifierForm(leg: Leg): Finding[] {
  const verifier = parameterOf(leg, 'code_verifier');
  if (verifier === undefined || isMasked(verifier) || /^[\w.~-]{43,128}$/.test(verifier)) return [];
  return [{ rule: 'verifier-form', at: placeOf(leg, 'code_verifier'), args: { length: verifier.length } }];
}

function challengeOf(authorization: Leg, verifier: string): string {
  if (parameterOf(authorization, 'code_challenge_method') !== 'S256') return verifier;
  return createHash('sha256').update(verifier).digest('base64url');
}

/** The same code sent again after it gave tokens. A failed exchange may be tried again; two captures may show one exchange. */
function codesReused(legs: readonly Leg[]): Finding[] {
  const used = new Map<string, Leg>();
  return legs.flatMap((leg): Finding[] => {
    const code = parameterOf(leg, 'code') ?? '';
    const before = used.get(code);
    if (!before && gaveTokens(leg.exchange)) used.set(code, leg);
    if (!before || isMasked(code) || code === '') return [];
    const isShownTwice =
      before.har !== leg.har && [before.exchange.responseBody, '', undefined].includes(leg.exchange.responseBody);
    return isShownTwice ? [] : [{ rule: 'code-reused', at: placeOf(leg, 'code') }];
  });
}

/** A verifier that serves for two codes; when both their authorization requests are shown, it is their challenge that tells it. */
function verifiersReused(legs: readonly Leg[], { returned }: Codes): Finding[] {
  const seen = new Map<string, { readonly code: string; readonly isKnown: boolean }>();
  return legs.flatMap((leg): Finding[] => {
    const [code = '', verifier = ''] = [parameterOf(leg, 'code'), parameterOf(leg, 'code_verifier')];
    if (verifier === '' || isMasked(verifier) || isMasked(code)) return [];
    const isKnown = returned.has(code);
    const before = seen.get(verifier);
    if (!before) seen.set(verifier, { code, isKnown });
    const isReused = before && before.code !== code && !(before.isKnown && isKnown);
    return isReused ? [{ rule: 'verifier-reused', at: placeOf(leg, 'code_verifier') }] : [];
  });
}

/** A failed attempt matters only if none succeeded; a failure of the platform (5xx) is not the software's. */
function judgeAnswers(legs: readonly Leg[]): Finding[] {
  const answered = legs.filter((leg) => succeeded(leg.exchange));
  const last = legs.findLast((leg) => leg.exchange.status >= 400 && leg.exchange.status < 500);
  if (answered.length === 0 && last) {
    const actual = textIn(responseObject(last.exchange), 'error') ?? String(last.exchange.status);
    return [{ rule: 'refused', at: placeInExchange(last, 'response', 'status'), actual }];
  }
  return answered.flatMap((leg) => {
    if (!leg.exchange.responseBody) return [];
    const missing = missingFrom(responseObject(leg.exchange));
    const at = placeInExchange(leg, 'response', 'content', 'text');
    return missing.length === 0 ? [] : [{ rule: 'tokens' as const, at, args: { missing: missing.join(', ') } }];
  });
}

function missingFrom(response: Record<string, unknown> | undefined): string[] {
  const missing = ['access_token', 'id_token'].filter((name) => textIn(response, name) === undefined);
  // RFC 6749 §5.1: the type is compared without case.
  return textIn(response, 'token_type')?.toLowerCase() === 'bearer' ? missing : [...missing, 'token_type (Bearer)'];
}
