import { defineSetCheck, type RawFinding } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeOf, pushedRequestNeed, traceOf } from './trace/exchange-legs.js';

const edit = (bad: string) => ({ base: 'psc-ciba', part: 'har', good: 'acr_values=eidas1', bad }) as const;

/** Each authentication request, in a browser or by CIBA, asks for level eidas1. */
export const acrValues = defineSetCheck({
  id: 'psc/acr-values',
  on: 'har',
  rules: {
    absent: primary('EXI PSC 16'),
    // The CI-SIS volet prints this name in its example of a request.
    misnamed: primary('EXI PSC 16 ; OpenID Connect Core 1.0 §3.1.2.1'),
    other: primary('EXI PSC 16'),
    // The points that the auditors verify accept these two levels with a remark.
    higher: primary('EXI PSC 16', 'warning'),
  },
  examples: [
    { rule: 'absent', ...edit('amr=eidas1') },
    { rule: 'misnamed', ...edit('acr=eidas1') },
    { rule: 'other', ...edit('acr_values=1') },
    { rule: 'higher', ...edit('acr_values=eidas2') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    // A CIBA request of which nothing is read is judged by the check on it.
    const approvals = legsTo(trace, 'backchannel').filter(({ parameters }) => parameters.size > 0);
    const requests = [...trace.authorizations, ...approvals];
    return { evaluated: requests.length, findings: requests.flatMap(judge), needs: pushedRequestNeed(trace) };
  },
});

function judge(request: Leg): RawFinding<'absent' | 'misnamed' | 'other' | 'higher'>[] {
  const actual = parameterOf(request, 'acr_values');
  if (actual === undefined) {
    const rule = parameterOf(request, 'acr') === undefined ? 'absent' : 'misnamed';
    return [{ rule, at: placeOf(request, 'acr') }];
  }
  if (actual === 'eidas1') return [];
  // OpenID Connect allows several levels, in order of preference.
  const accepted = actual.split(' ').every((level) => /^eidas[123]$/.test(level));
  return [{ rule: accepted ? 'higher' : 'other', at: placeOf(request, 'acr_values'), actual }];
}
