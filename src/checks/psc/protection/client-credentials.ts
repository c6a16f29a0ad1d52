import { headerNamed } from '../../../artifacts/http/har.js';
import { jwtIn } from '../../../artifacts/jwt/jwt.js';
import { isMasked } from '../../../artifacts/masks.js';
import { decodeBase64 } from '../../../artifacts/text/base64.js';
import type { Place } from '../../define.js';
import { type Leg, parameterOf, placeOf, placeOfHeader } from '../trace/exchange-legs.js';

type Method = 'basic' | 'body' | 'assertion';

/** How a request tells who the client is. */
export interface Credentials {
  /** What a capture can show: a client certificate is not. */
  readonly methods: readonly Method[];
  /** Who it says it is, in each place that says it. */
  readonly clients: readonly string[];
  /** Undefined without a secret, and when it can't be read. */
  readonly secret: string | undefined;
  readonly basic: Basic | undefined;
  readonly at: Place;
}

/** What the Authorization header holds, as RFC 6749 §2.3.1 has it: both halves form-urlencoded, then base64. */
interface Basic {
  readonly fault: 'form' | 'encoding' | undefined;
}

/** The credentials of a request to an endpoint that authenticates its client. Those in a URL are left to another check. */
export function credentialsOf(leg: Leg): Credentials {
  const inBody = (name: string): string | undefined =>
    leg.exchange.form.find((each) => each.name === name && each.value !== '')?.value;
  const basic = readBasic(headerNamed(leg.exchange.requestHeaders, 'authorization') ?? '');
  const [secret, assertion] = [inBody('client_secret'), inBody('client_assertion')];
  const methods: Method[] = [];
  if (basic) methods.push('basic');
  if (secret !== undefined) methods.push('body');
  if (assertion !== undefined) methods.push('assertion');
  const clients = [inBody('client_id'), basic?.client, assertion && subjectOf(assertion)];
  return {
    methods,
    clients: clients.flatMap((each) => (each === undefined || each === '' || isMasked(each) ? [] : [each])),
    secret: basic ? basic.secret : secret,
    basic,
    at: basic
      ? placeOfHeader(leg, 'authorization')
      : placeOf(leg, secret === undefined ? 'client_assertion' : 'client_secret'),
  };
}

/** The client that a request names, wherever it does: in its parameters, else by its credentials. */
export function clientOf(leg: Leg): string | undefined {
  return parameterOf(leg, 'client_id') ?? credentialsOf(leg).clients[0];
}

function readBasic(header: string): (Basic & { readonly client?: string; readonly secret?: string }) | undefined {
  const written = /^Basic +(\S.*)$/i.exec(header)?.[1]?.trim();
  if (written === undefined) return undefined;
  if (isMasked(written)) return { fault: undefined };
  const bytes = decodeBase64(written);
  const pair = bytes && Buffer.from(bytes).toString('utf8');
  const colon = pair?.indexOf(':') ?? -1;
  if (pair === undefined || colon === -1) return { fault: 'form' };
  const [client, secret] = [pair.slice(0, colon), pair.slice(colon + 1)];
  const isEncoded = [client, secret].every((half) => isMasked(half) || ENCODED.test(half));
  return { fault: isEncoded ? undefined : 'encoding', client: decoded(client), secret: decoded(secret) };
}

/** What form-urlencoding leaves as it is, with the few signs that other encoders do not touch either. */
const ENCODED = /^(?:[\w.~*+!'()-]|%[\da-fA-F]{2})*$/;

function decoded(half: string): string {
  return ENCODED.test(half) ? (new URLSearchParams(`half=${half}`).get('half') ?? half) : half;
}

/** RFC 7523 §3: the subject of the assertion is the client. */
function subjectOf(assertion: string): string | undefined {
  const subject = jwtIn(assertion)?.claims.sub;
  return typeof subject === 'string' ? subject : undefined;
}
