import { defineSetCheck, type RawFinding } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { type Leg, legsTo, NOT_PSC, placeOf, type Trace, traceOf } from './trace/exchange-legs.js';
import { loginsOf } from './trace/logins.js';
import { isRenewal, renewedSessionsOf } from './trace/renewals.js';

const HINT = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect';

const edit = (bad: string) =>
  ({
    base: 'psc-long-session',
    part: 'inactivity',
    good: '"GET",\n      "url": "https://lgc.example.org/session/inactivite"',
    bad,
  }) as const;

/** A software that logs its user out by itself leaves the session of Pro Santé Connect open, and asks it again when the user comes back. */
export const automaticLogout = defineSetCheck({
  id: 'psc/automatic-logout',
  on: 'har',
  rules: {
    'closes-psc': primary('EXI PSC 32'),
    // Whether a token that is revoked ends the session too is the platform's affair.
    revokes: primary('EXI PSC 32', 'warning'),
  },
  examples: [
    { rule: 'closes-psc', ...edit(`"GET",\n      "url": "${HINT}/logout?id_token_hint={id-token-3}"`) },
    { rule: 'revokes', ...edit(`"POST",\n      "url": "${HINT}/revoke"`) },
  ],
  run(hars) {
    const trace = traceOf(hars.filter(({ declared }) => declared.logout === 'automatic'));
    if (!trace) return NOT_PSC;
    const findings = [
      ...legsTo(trace, 'logout').map((leg) => found('closes-psc', leg)),
      ...legsTo(trace, 'revocation').map((leg) => found('revokes', leg)),
    ];
    const returns = returnsOf(trace);
    if (returns > 0 || findings.length > 0) return { evaluated: returns + findings.length, findings };
    return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg: 'return' } }] };
  },
});

function found(rule: 'closes-psc' | 'revokes', leg: Leg): RawFinding<'closes-psc' | 'revokes'> {
  return { rule, at: placeOf(leg) };
}

/** How many times the software asked Pro Santé Connect for its user again: in a browser, by CIBA, or as the back end's capture tells. */
function returnsOf(trace: Trace): number {
  const first = loginsOf(trace)[0];
  if (!first) return 0;
  const asked = [...trace.authorizations, ...trace.unresolved, ...legsTo(trace, 'backchannel')];
  if (asked.length > 0) return asked.filter(({ rank }) => rank > first.rank).length;
  return renewedSessionsOf(trace).sessions.filter(({ grants: [grant] }) => grant && !isRenewal(grant.leg)).length - 1;
}
