import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { legsTo, NOT_PSC, parameterOf, placeInExchange, placeOf, traceOf } from './trace/exchange-legs.js';
import { lacksBackEnd, loginsOf } from './trace/logins.js';

/** A user who logs out of the software is logged out of Pro Santé Connect too. */
export const logout = defineSetCheck({
  id: 'psc/logout',
  on: 'har',
  rules: {
    'no-logout': primary('EXI PSC 20'),
    'no-hint': observed('OpenID Connect RP-Initiated Logout 1.0 §2 et intégrations en service'),
    refused: observed(
      'OpenID Connect RP-Initiated Logout 1.0 §4 ; déclaration des adresses de retour à Pro Santé Connect',
    ),
  },
  examples: [
    {
      rule: 'no-logout',
      base: 'psc-web',
      part: 'har',
      good: 'auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout?id_token_hint={id-token}&',
      bad: 'lgc.example.org/session-fermee?',
    },
    { rule: 'no-hint', base: 'psc-web', part: 'har', good: 'id_token_hint={id-token}&', bad: '' },
    { rule: 'refused', base: 'psc-ciba', part: 'har', good: '"status": 204', bad: '"status": 400' },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const login = loginsOf(trace)[0];
    const logouts = legsTo(trace, 'logout');
    const findings = logouts.flatMap((leg): RawFinding<'no-hint' | 'refused'>[] => [
      ...(parameterOf(leg, 'id_token_hint') === undefined ? [{ rule: 'no-hint' as const, at: placeOf(leg) }] : []),
      ...(leg.exchange.status >= 400
        ? [
            {
              rule: 'refused' as const,
              at: placeInExchange(leg, 'response', 'status'),
              actual: String(leg.exchange.status),
            },
          ]
        : []),
    ]);
    // Another capture may have another clock: only inside one can a logout be told to precede the login.
    const closed = logouts.some((leg) => !login || leg.har !== login.har || leg.rank > login.rank);
    if (closed || !login) return { evaluated: logouts.length, findings };
    // The back end may close the session itself: without its capture nothing can be said.
    if (lacksBackEnd(trace))
      return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg: 'logout' } }] };
    return { evaluated: 1, findings: [...findings, { rule: 'no-logout', at: login.place ?? placeOf(login.leg) }] };
  },
});
