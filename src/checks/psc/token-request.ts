import { defineSetCheck, type RawFinding } from '../define.js';
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
import { CIBA_GRANT, lacksBackEnd } from './trace/logins.js';
import { responseObject, succeeded, textIn } from './trace/response-object.js';

const FORM = 'application/x-www-form-urlencoded';

/** Grants that another check judges, or that no code is exchanged with. */
const OTHER_GRANTS = new Set([CIBA_GRANT, 'refresh_token', 'urn:ietf:params:oauth:grant-type:token-exchange']);

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

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
    { rule: 'secret-in-url', ...edit('openid-connect/token"', 'openid-connect/token?client_secret=secret-fictif"') },
    { rule: 'refused', ...edit(`${ANSWER}200`, `${ANSWER}400`) },
    { rule: 'tokens', ...edit('"token_type": "Bearer"', '"token_type": "mac"') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const secrets = secretsInUrls(trace);
    const requests = legsTo(trace, 'token').filter((leg) => !OTHER_GRANTS.has(parameterOf(leg, 'grant_type') ?? ''));
    // A body that was not captured says nothing of what was sent.
    const seen = requests.filter(
      (leg) => leg.exchange.form.length > 0 || leg.exchange.requestBody !== undefined || leg.exchange.method !== 'POST',
    );
    const callbacks = callbacksOf(trace).filter(({ code }) => code !== undefined);
    const codes = codesOf(seen, callbacks);
    const findings = [...secrets, ...seen.flatMap((leg) => judgeRequest(leg, codes)), ...judgeAnswers(seen)];
    const lacking = lacksBackEnd(trace) || seen.length < requests.length;
    return { evaluated: seen.length, findings, ...(lacking && { needs: [{ code: 'need/token-exchange' }] }) };
  },
});

type Finding = RawFinding<
  'form' | 'grant-type' | 'code' | 'redirect-uri' | 'code-verifier' | 'secret-in-url' | 'refused' | 'tokens'
>;

function secretsInUrls(trace: Trace): Finding[] {
  const guilty = trace.legs.filter((leg) => leg.exchange.url.searchParams.has('client_secret'));
  return guilty.map((leg) => ({ rule: 'secret-in-url', at: placeInExchange(leg, 'request', 'url') }));
}

function judgeRequest(leg: Leg, codes: Codes): Finding[] {
  if (leg.exchange.method !== 'POST')
    return [{ rule: 'form', at: placeInExchange(leg, 'request', 'method'), actual: leg.exchange.method }];
  const type = mediaTypeOf(leg);
  if (type !== FORM)
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
  const returned = code === undefined ? undefined : known.get(code);
  // A server's capture may hold the logins of other users: a code is foreign only if one received was never exchanged.
  if (!returned) return code === undefined || forgotten ? [{ rule: 'code', at: placeOf(leg, 'code') }] : [];
  const findings: Finding[] = [];
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
  const challenged = parameterOf(returned.authorization, 'code_challenge') !== undefined;
  if (challenged && parameterOf(leg, 'code_verifier') === undefined)
    findings.push({ rule: 'code-verifier', at: placeOf(leg) });
  return findings;
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
  return textIn(response, 'token_type')?.toLowerCase() === 'bearer' ? missing : [...missing, 'token_type=Bearer'];
}
