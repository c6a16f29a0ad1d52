import { callbacksOf } from '../trace/callbacks.js';
import { type Leg, parameterOf, type Trace } from '../trace/exchange-legs.js';
import { responseObject, textIn } from '../trace/response-object.js';
import { credentialsOf } from './client-credentials.js';

/** What a request takes up from an answer before it, by the endpoint that gives it. */
const GIVEN = ['auth_req_id', 'refresh_token'] as const;

/**
 * The client that a request must come from: the one that the code, the refresh token or the CIBA request which it takes up was given to; for a pushed
 * request, the one that refers to it. Undefined when the trace does not tell: another component may have its own client.
 */
export function clientAskedBy(trace: Trace): (leg: Leg) => string | undefined {
  const byCode = new Map(
    callbacksOf(trace).map(({ code, authorization }) => [code, parameterOf(authorization, 'client_id')]),
  );
  const byReference = new Map(
    trace.authorizations.map(({ exchange: { url } }) => [
      url.searchParams.get('request_uri'),
      url.searchParams.get('client_id') ?? undefined,
    ]),
  );
  const byGiven = new Map<string, string>();
  const asked = (leg: Leg): string | undefined => {
    if (leg.endpoint === 'pushed') return byReference.get(textIn(responseObject(leg.exchange), 'request_uri') ?? '');
    if (leg.endpoint !== 'token') return undefined;
    const taken = GIVEN.map((name) => byGiven.get(parameterOf(leg, name) ?? '')).find((each) => each !== undefined);
    return byCode.get(parameterOf(leg, 'code') ?? '') ?? taken;
  };
  for (const leg of trace.legs) {
    const client = asked(leg) ?? credentialsOf(leg).clients[0];
    const answer = client === undefined ? undefined : responseObject(leg.exchange);
    for (const name of GIVEN) {
      const given = textIn(answer, name);
      if (given !== undefined && client !== undefined) byGiven.set(given, client);
    }
  }
  return asked;
}
