import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { type Callback, callbacksOf } from './trace/callbacks.js';
import { NOT_PSC, parameterOf, traceOf } from './trace/exchange-legs.js';

const RETURNED = '?state=9c41e7a05d2b4f86b3a7c0d9e1f25864&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319';

const edit = (bad: string) => ({ base: 'psc-web', part: 'har', good: RETURNED, bad }) as const;

/** Pro Santé Connect sends the user back with a code and with the state of the request. A refusal is not a return. */
export const callback = defineSetCheck({
  id: 'psc/callback',
  on: 'har',
  rules: {
    'no-code': primary('EXI PSC 09, 10 ; RFC 6749 §4.1.2'),
    state: observed('RFC 6749 §4.1.2, §10.12 et intégrations en service'),
    refused: observed('RFC 6749 §4.1.2.1', 'info'),
  },
  examples: [
    { rule: 'no-code', ...edit('?state=9c41e7a05d2b4f86b3a7c0d9e1f25864') },
    { rule: 'state', ...edit('?state=0000000000000000&code=c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319') },
    { rule: 'refused', ...edit('?state=9c41e7a05d2b4f86b3a7c0d9e1f25864&error=access_denied') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const callbacks = callbacksOf(trace);
    const judged = callbacks.filter(({ error }) => error === undefined);
    const findings = callbacks.flatMap(judge);
    const lacking = judged.length === 0 && trace.authorizations.length > 0;
    if (!lacking) return { evaluated: judged.length, findings };
    return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg: 'callback' } }] };
  },
});

function judge({
  code,
  state,
  error,
  place: at,
  authorization,
}: Callback): RawFinding<'no-code' | 'state' | 'refused'>[] {
  if (error !== undefined) return [{ rule: 'refused', at, actual: error }];
  const sent = parameterOf(authorization, 'state');
  const findings: RawFinding<'no-code' | 'state'>[] = [];
  if (code === undefined) findings.push({ rule: 'no-code', at });
  if (sent !== undefined && state !== sent) {
    findings.push({ rule: 'state', at, args: { sent: sent.length, returned: state?.length ?? 0 } });
  }
  return findings;
}
