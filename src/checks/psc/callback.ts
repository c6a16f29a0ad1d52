import { isMasked } from '../../artifacts/masks.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { type Callback, callbacksOf } from './trace/callbacks.js';
import { ISSUERS } from './trace/endpoints.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeOf, type Trace, traceOf } from './trace/exchange-legs.js';
import { isCibaAlone, lacksBrowser } from './trace/logins.js';
import { maskedNeeds } from './trace/masked.js';

const RETURNED = '?state=9c41e7a05d2b4f86b3a7c0d9e1f25864&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319';

const edit = (bad: string) => ({ base: 'psc-web', part: 'har', good: RETURNED, bad }) as const;

/** Pro Santé Connect sends the user back with a code and with the state of the request. A refusal is not a return. */
export const callback = defineSetCheck({
  id: 'psc/callback',
  on: 'har',
  rules: {
    'no-code': primary('EXI PSC 09, 10 ; RFC 6749 §4.1.2'),
    state: observed('RFC 6749 §4.1.2, §10.12 et intégrations en service'),
    'state-encoding': observed('RFC 6749 §4.1.2, annexe B et intégrations en service'),
    'state-case': observed('RFC 6749 §4.1.2 et intégrations en service'),
    issuer: primary('EXI PSC 09, 14 ; RFC 9207 §2.4'),
    refused: observed('RFC 6749 §4.1.2.1', 'info'),
    'token-after-error': observed('RFC 6749 §4.1.2.1, §4.1.3'),
  },
  examples: [
    { rule: 'no-code', ...edit('?state=9c41e7a05d2b4f86b3a7c0d9e1f25864') },
    { rule: 'state', ...edit('?state=0000000000000000&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319') },
    { rule: 'state-encoding', ...edit(RETURNED.replace('9c41', '%2539c41')) },
    { rule: 'state-case', ...edit(RETURNED.replace('9c41e7a0', '9C41E7A0')) },
    {
      rule: 'issuer',
      ...edit(`${RETURNED}&iss=https%3A%2F%2Fauth.esw.esante.gouv.fr%2Fauth%2Frealms%2Fesante-wallet`),
    },
    {
      rule: 'refused',
      base: 'psc-web',
      part: 'har',
      good: '"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "text/html;charset=UTF-8"',
      bad: '"status": 302,\n      "headers": [\n        {\n          "name": "Location",\n          "value": "https://lgc.example.org/psc/retour?state=e85d3b90a7c14f62914fc2e0b6d7a813&error=access_denied"',
    },
    { rule: 'token-after-error', ...edit(`${RETURNED}&error=access_denied`) },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace || isCibaAlone(trace)) return NOT_PSC;
    const callbacks = callbacksOf(trace);
    const judged = callbacks.filter(({ error }) => error === undefined);
    const ignored = ignoredErrors(trace, callbacks);
    // A software may send the browser on to the same address without the code that it took.
    const served = new Set(callbacks.flatMap(({ code, authorization }) => (code === undefined ? [] : [authorization])));
    const findings = callbacks.flatMap((each) => judge(each, ignored.get(each), served));
    const lacking = judged.length === 0 && (trace.authorizations.length > 0 || lacksBrowser(trace));
    if (lacking) return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg: 'callback' } }] };
    return { evaluated: judged.length, findings, needs: maskedNeeds(judged.some(hasMaskedState) ? ['state'] : []) };
  },
});

type Finding = RawFinding<
  'no-code' | 'state' | 'state-encoding' | 'state-case' | 'issuer' | 'refused' | 'token-after-error'
>;

function judge(callback: Callback, follower: Leg | undefined, served: ReadonlySet<Leg>): Finding[] {
  const { code, state = '', error, issuer, place: at, authorization } = callback;
  if (follower) return [{ rule: 'token-after-error', at: placeOf(follower) }];
  if (error !== undefined) return [{ rule: 'refused', at, actual: error }];
  const findings: Finding[] = [];
  if (code === undefined && !served.has(authorization)) findings.push({ rule: 'no-code', at });
  const sent = parameterOf(authorization, 'state');
  if (sent !== undefined && state !== sent && !hasMaskedState(callback))
    findings.push({ rule: changeOf(sent, state), at, args: { sent: sent.length, returned: state.length } });
  if (issuer !== undefined && !ISSUERS[authorization.environment].includes(issuer))
    findings.push({ rule: 'issuer', at, actual: issuer });
  return findings;
}

function hasMaskedState({ state, authorization }: Callback): boolean {
  return isMasked(state ?? '') || isMasked(parameterOf(authorization, 'state') ?? '');
}

/** What became of a state on its way: another one, or the same written otherwise. */
function changeOf(sent: string, returned: string): 'state' | 'state-encoding' | 'state-case' {
  if (decodedAgain(sent) === decodedAgain(returned)) return 'state-encoding';
  return sent.toLowerCase() === returned.toLowerCase() ? 'state-case' : 'state';
}

/** As it is when percent-encoding or a plus sign was decoded once more than it should, or once less. */
function decodedAgain(state: string): string {
  return state
    .replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replaceAll('+', ' ');
}

/** Errors that a token request directly follows, with a code that no return gave, or that of the error itself. */
function ignoredErrors(trace: Trace, callbacks: readonly Callback[]): Map<Callback, Leg> {
  const codes = new Set(callbacks.flatMap(({ code, error }) => (error === undefined ? [code] : [])));
  const requests = legsTo(trace, 'token').filter((leg) => {
    const code = parameterOf(leg, 'code');
    return code !== undefined && !codes.has(code);
  });
  const steps = [...trace.authorizations, ...callbacks, ...requests].sort((a, b) => a.rank - b.rank);
  return new Map(
    steps.flatMap((step, index): [Callback, Leg][] => {
      const before = steps[index - 1];
      if (!before || isLeg(before) || before.error === undefined || !isLeg(step) || step.endpoint !== 'token')
        return [];
      return before.from.har === step.har ? [[before, step]] : [];
    }),
  );
}

function isLeg(step: Leg | Callback): step is Leg {
  return 'endpoint' in step;
}
