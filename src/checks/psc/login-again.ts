import { defineSetCheck } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { returnAddress, returnAddressOf } from './trace/callbacks.js';
import {
  type Exchanged,
  type Leg,
  legsTo,
  NOT_PSC,
  placeOfRedirect,
  type Trace,
  traceOf,
} from './trace/exchange-legs.js';
import { loginsOf } from './trace/logins.js';
import { responseObject, textIn } from './trace/response-object.js';

/** The platform redirects from page to page before it answers; more hops than this is a loop. */
const MOST_HOPS = 20;

/** A redirect is followed at once: the exchange that follows it is not far. */
const NEARBY = 500;

/** After a logout, the next login asks the user to authenticate again. */
export const loginAgain = defineSetCheck({
  id: 'psc/login-again',
  on: 'har',
  rules: { 'silent-login': primary('EXI PSC 20') },
  examples: [
    {
      rule: 'silent-login',
      base: 'psc-web',
      part: 'har',
      good: '"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "text/html;charset=UTF-8"',
      bad: '"status": 302,\n      "headers": [\n        {\n          "name": "Location",\n          "value": "https://lgc.example.org/psc/retour?state=e85d3b90a7c14f62914fc2e0b6d7a813&code=5e55107e-0000-4000-8000-000000000000"',
    },
  ],
  run(hars) {
    // A return after an automatic logout may be silent.
    const trace = traceOf(hars.filter(({ declared }) => declared.logout !== 'automatic'));
    if (!trace) return NOT_PSC;
    const answers = loginsAfterLogout(trace).flatMap((leg) => answerTo(trace, leg) ?? []);
    const findings = answers.flatMap(({ silent }) =>
      silent ? [{ rule: 'silent-login' as const, at: placeOfRedirect(silent) }] : [],
    );
    if (answers.length > 0) return { evaluated: answers.length, findings };
    const isLoggedOut = legsTo(trace, 'logout').length > 0;
    if (!isLoggedOut && loginsOf(trace).length === 0 && trace.authorizations.length === 0)
      return { evaluated: 0, findings };
    const leg = isLoggedOut ? 'login-again' : 'logout';
    return { evaluated: 0, findings, needs: [{ code: 'need/psc-leg', args: { leg } }] };
  },
});

/** The first login asked for after each logout, in a browser or by CIBA. */
function loginsAfterLogout(trace: Trace): Leg[] {
  const events = [...trace.authorizations, ...legsTo(trace, 'backchannel'), ...legsTo(trace, 'logout')];
  events.sort((a, b) => a.rank - b.rank);
  // The captures of two browsers may be of two users; that of a back end tells of any of them.
  const browsers = new Set(trace.authorizations.map(({ har }) => har));
  return events.filter((leg, index) => {
    const before = events[index - 1];
    if (leg.endpoint === 'logout' || before?.endpoint !== 'logout') return false;
    return before.har === leg.har || !browsers.has(before.har);
  });
}

/** How Pro Santé Connect answered: `silent` is the redirect that logged the user in unasked. */
interface Answer {
  readonly silent: Exchanged | undefined;
}

/** The answer to a login; undefined when the capture does not tell. */
function answerTo(trace: Trace, login: Leg): Answer | undefined {
  if (login.endpoint === 'authorization') return followed(trace, login);
  // In CIBA mode each accepted request makes the user approve on the phone or with the card: nothing can be silent.
  return textIn(responseObject(login.exchange), 'auth_req_id') === undefined ? undefined : { silent: undefined };
}

/** Follows the redirects of a login: to a page (asked again) or straight back with a code (silent). */
function followed(trace: Trace, authorization: Leg): Answer | undefined {
  const address = returnAddressOf(authorization);
  let hop: Exchanged | undefined = authorization;
  for (let hops = 0; hop && hops < MOST_HOPS; hops++) {
    const { status, redirectUrl: target }: Exchanged['exchange'] = hop.exchange;
    if (!target) return status >= 200 && status < 300 ? { silent: undefined } : undefined;
    if (returnAddress(target) === address) return { silent: target.searchParams.has('code') ? hop : undefined };
    hop = trace.exchanges.slice(hop.rank + 1, hop.rank + NEARBY).find((each) => each.exchange.url.href === target.href);
  }
  return undefined;
}
