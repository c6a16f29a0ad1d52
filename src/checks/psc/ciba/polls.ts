import { jwtIn } from '../../../artifacts/jwt/jwt.js';
import type { RawFinding } from '../../define.js';
import { type Leg, parameterOf, placeInExchange, placeOf } from '../trace/exchange-legs.js';
import { gaveTokens } from '../trace/logins.js';
import { instantOf } from '../trace/material.js';
import { refusalOf, responseObject, textIn } from '../trace/response-object.js';

/** A request that Pro Santé Connect accepted. */
interface AcceptedRequest {
  readonly leg: Leg;
  /** Seconds between two polls. */
  readonly interval: number;
  /** Seconds that the user has to approve. */
  readonly lifetime: number | undefined;
}

/** The requests that Pro Santé Connect accepted, by the number (`auth_req_id`) that it gave them. */
type Accepted = ReadonlyMap<string, AcceptedRequest>;

/** Seconds between two polls when the answer gives no interval (OpenID Connect CIBA Core 1.0 §7.3). */
const DEFAULT_INTERVAL = 5;

/** Seconds that each `slow_down` adds (OpenID Connect CIBA Core 1.0 §11). */
const SLOWER = 5;

/** Seconds by which a timer may be early; a log tells whole seconds. */
const JITTER = 1;

/** Seconds after a request's end in which the software still learns of it: it counts intervals, not the time that answers take. */
const GRACE = 30;

export function acceptedOf(requests: readonly Leg[]): Accepted {
  return new Map(
    requests.flatMap((leg) => {
      const answer = responseObject(leg.exchange);
      const id = textIn(answer, 'auth_req_id');
      const interval = typeof answer?.interval === 'number' ? answer.interval : DEFAULT_INTERVAL;
      const lifetime = typeof answer?.expires_in === 'number' ? answer.expires_in : undefined;
      return id === undefined ? [] : [[id, { leg, interval, lifetime }] as const];
    }),
  );
}

/** Polls of a request that was never made, or of none. */
export function foreignPolls(polls: readonly Leg[], accepted: Accepted): RawFinding<'auth-req-id'>[] {
  const polled = new Set(polls.map(requestOf));
  // A server's capture may hold the logins of other users: a number is foreign only if one received was never polled.
  const forgotten = [...accepted.keys()].some((id) => !polled.has(id));
  return polls.flatMap((leg) => {
    const id = requestOf(leg);
    const foreign = id === undefined || (forgotten && !accepted.has(id));
    return foreign ? [{ rule: 'auth-req-id' as const, at: placeOf(leg, 'auth_req_id') }] : [];
  });
}

/** Polls that come sooner after the one before than the platform asked for. */
export function hastyPolls(polls: readonly Leg[], accepted: Accepted): RawFinding<'polling'>[] {
  const before = new Map<string | undefined, { readonly now: number; readonly slower: number }>();
  return polls.flatMap((leg) => {
    const id = requestOf(leg);
    const now = (instantOf(leg) ?? Number.NaN) / 1000;
    const last = before.get(id);
    const slower = (last?.slower ?? 0) + (refusalOf(leg.exchange) === 'slow_down' ? SLOWER : 0);
    before.set(id, { now, slower });
    const interval = (accepted.get(id ?? '')?.interval ?? DEFAULT_INTERVAL) + (last?.slower ?? 0);
    const elapsed = now - (last?.now ?? Number.NaN);
    if (Number.isNaN(elapsed) || elapsed >= interval - JITTER) return [];
    const seconds = Math.round(elapsed * 10) / 10;
    return [{ rule: 'polling' as const, at: placeInExchange(leg, 'startedDateTime'), args: { interval, seconds } }];
  });
}

/** The first poll that goes on after the request ended: with tokens, a refusal, or its time. */
export function vainPolls(polls: readonly Leg[], accepted: Accepted): RawFinding<'vain-poll'>[] {
  const ended = new Map<string, string>();
  const said = new Set<string>();
  return polls.flatMap((leg) => {
    const id = requestOf(leg);
    if (id === undefined) return [];
    const reason = ended.get(id) ?? (isOutOfTime(leg, accepted.get(id)) ? 'expires_in' : undefined);
    const end = endOfPoll(leg);
    if (end !== undefined && !ended.has(id)) ended.set(id, end);
    if (reason === undefined || said.has(id)) return [];
    said.add(id);
    return [{ rule: 'vain-poll' as const, at: placeInExchange(leg, 'startedDateTime'), args: { reason } }];
  });
}

/** How a poll ended its request; undefined while the user is awaited, or the platform in trouble. */
function endOfPoll({ exchange }: Leg): string | undefined {
  if (gaveTokens(exchange)) return 'access_token';
  const refusal = refusalOf(exchange);
  return refusal === 'access_denied' || refusal === 'expired_token' ? refusal : undefined;
}

function isOutOfTime(poll: Leg, request: AcceptedRequest | undefined): boolean {
  const [asked, now] = [request && instantOf(request.leg), instantOf(poll)];
  if (request?.lifetime === undefined || asked === undefined || now === undefined) return false;
  return now - asked > (request.lifetime + GRACE) * 1000;
}

/** Tokens that name someone else than the one whom the request was for. */
export function otherUsers(polls: readonly Leg[], accepted: Accepted): RawFinding<'other-user'>[] {
  return polls.flatMap((leg) => {
    const request = accepted.get(requestOf(leg) ?? '');
    const hint = (request && parameterOf(request.leg, 'login_hint')) ?? '';
    const named = namesIn(responseObject(leg.exchange));
    // Only a number that belongs to the person alone can be compared: one has as many internal numbers as structures.
    const same = named.filter((name) => isPersonal(name) && name.charAt(0) === hint.charAt(0));
    if (!isPersonal(hint) || same.length === 0 || same.includes(hint)) return [];
    const at = placeInExchange(leg, 'response', 'content', 'text');
    return [{ rule: 'other-user' as const, at, args: { length: hint.length } }];
  });
}

/** The identifiers by which the ID token of an answer names its user; a user whose identities were merged has others. */
function namesIn(answer: Readonly<Record<string, unknown>> | undefined): string[] {
  const claims = jwtIn(textIn(answer, 'id_token') ?? '')?.claims ?? {};
  const others: unknown[] = Array.isArray(claims.otherIds) ? claims.otherIds : [];
  const all = [claims.preferred_username, claims.SubjectNameID, ...others.map(identifierIn)];
  return all.flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []));
}

/** The form of an RPPS number or of an ADELI one, with its type. */
function isPersonal(id: string): boolean {
  return /^(?:8\d{11}|0[0-9A-Z]{9})$/.test(id);
}

function identifierIn(other: unknown): unknown {
  return typeof other === 'object' && other !== null && 'identifiant' in other ? other.identifiant : undefined;
}

function requestOf(poll: Leg): string | undefined {
  return parameterOf(poll, 'auth_req_id');
}
