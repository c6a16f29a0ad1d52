import type { Need } from '../../define.js';
import { callbacksOf } from './callbacks.js';
import { legsTo, parameterOf, pushedRequestNeed, type Trace } from './exchange-legs.js';
import { CIBA_GRANT } from './grants.js';
import { flowsOf, gaveTokens } from './logins.js';
import type { Material } from './material.js';

/** The steps that a login can't do without and that nothing shows; undefined when nothing tells how the user logs in. */
export function missingLegs(material: Material, trace: Trace): Need[] | undefined {
  const tokens = legsTo(trace, 'token');
  const polls = tokens.filter((leg) => parameterOf(leg, 'grant_type') === CIBA_GRANT);
  const requests = legsTo(trace, 'backchannel');
  const asked = trace.authorizations.length + trace.unresolved.length;
  const exchanged = tokens.some((leg) => parameterOf(leg, 'grant_type') === 'authorization_code');
  const declared = new Set(trace.exchanges.map(({ har }) => har.declared['psc-mode']));
  const modes = [...declared].flatMap((mode) => mode ?? []);
  const flows = flowsOf(trace);
  // Another capture of the session may lack; here a capture is declared to be what it is not.
  if (modes.length > 0 && flows.ciba && !flows.browser && !modes.includes('ciba'))
    return [{ code: 'need/psc-mode-ciba', args: { mode: modes.join(', ') } }];
  if (modes.length > 0 && flows.browser && !flows.ciba && modes.every((mode) => mode === 'ciba'))
    return [{ code: 'need/psc-mode-browser' }];
  const isGiven = material.tokens.length > 0 || tokens.some(({ exchange }) => gaveTokens(exchange));
  if (requests.length > 0 || polls.length > 0) {
    const needs: Need[] = requests.length > 0 ? [] : [lacking('backchannel')];
    if (isGiven) return needs;
    return [...needs, polls.length > 0 ? lacking('ciba-approval') : { code: 'need/token-exchange' }];
  }
  if (declared.has('ciba') && asked === 0 && !exchanged)
    return [lacking('backchannel'), { code: 'need/token-exchange' }];
  const isCode = asked > 0 || exchanged || [...declared].some((mode) => mode !== undefined && mode !== 'ciba');
  if (!isCode) return undefined;
  return [
    ...pushedRequestNeed(trace),
    ...(asked > 0 ? [] : [lacking('authorization')]),
    ...(trace.authorizations.length > 0 && callbacksOf(trace).length === 0 ? [lacking('callback')] : []),
    ...(exchanged || tokens.length > 0 || isGiven ? [] : [{ code: 'need/token-exchange' } as const]),
  ];
}

function lacking(leg: string): Need {
  return { code: 'need/psc-leg', args: { leg } };
}
