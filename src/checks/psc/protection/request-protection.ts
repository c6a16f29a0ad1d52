import { groupBy } from '../../../artifacts/group-by.js';
import { isMasked } from '../../../artifacts/masks.js';
import type { RawFinding } from '../../define.js';
import { type Leg, parameterOf, placeOf } from '../trace/exchange-legs.js';
import { bitsBeside, ENOUGH_BITS, sharedEnds } from './guessing.js';
import { reused } from './reuse.js';

export type ProtectionRule =
  | 'no-state'
  | 'state-reused'
  | 'weak-state'
  | 'no-nonce'
  | 'nonce-reused'
  | 'weak-nonce'
  | 'pkce'
  | 'pkce-plain'
  | 'challenge-form'
  | 'challenge-reused'
  | 'verifier-shown';

type Finding = RawFinding<ProtectionRule>;

const DRAWN = ['state', 'nonce'] as const;

/** BASE64URL of the 32 bytes of a SHA-256, without padding (RFC 7636 §4.2). */
const CHALLENGE = /^[\w-]{43}$/;

/** What protects authorization requests: a state and a nonce that nobody can guess and that serve once, and PKCE. */
export function judgeProtection(requests: readonly Leg[]): Finding[] {
  return [
    ...requests.flatMap(judgeAbsences),
    ...requests.flatMap(judgePkce),
    ...DRAWN.flatMap((name) => [
      ...reused(requests, name).map((each) => ({ rule: `${name}-reused` as const, ...each })),
      ...guessable(requests, name),
    ]),
    ...reused(requests, 'code_challenge').map((each) => ({ rule: 'challenge-reused' as const, ...each })),
  ];
}

/** Names of the parameters that a capture masks. */
export function maskedIn(requests: readonly Leg[]): string[] {
  return [...DRAWN, 'code_challenge'].filter((name) =>
    requests.some((request) => isMasked(parameterOf(request, name) ?? '')),
  );
}

function judgeAbsences(request: Leg): Finding[] {
  const absent = DRAWN.filter((name) => parameterOf(request, name) === undefined);
  return absent.map((name) => ({ rule: `no-${name}`, at: placeOf(request) }));
}

function judgePkce(request: Leg): Finding[] {
  const findings: Finding[] = [];
  const challenge = parameterOf(request, 'code_challenge');
  const at = placeOf(request, 'code_challenge');
  // RFC 7636 §4.3: without a method, it is plain.
  const method = parameterOf(request, 'code_challenge_method') ?? 'plain';
  if (challenge === undefined) findings.push({ rule: 'pkce', at });
  else if (method !== 'S256') findings.push({ rule: 'pkce-plain', at, actual: method });
  else if (!CHALLENGE.test(challenge) && !isMasked(challenge))
    findings.push({ rule: 'challenge-form', at, args: { length: challenge.length } });
  // What a pushed request holds does not go through the browser: only the request itself is looked at.
  const { url, form } = request.exchange;
  const isShown = url.searchParams.has('code_verifier') || form.some(({ name }) => name === 'code_verifier');
  if (isShown) findings.push({ rule: 'verifier-shown', at: placeOf(request, 'code_verifier') });
  return findings;
}

/** What the requests of one capture have in common is the software's, not drawn for each. */
function guessable(requests: readonly Leg[], name: (typeof DRAWN)[number]): Finding[] {
  return [...groupBy(requests, ({ har }) => har).values()].flatMap((own) => {
    const given = own.flatMap((request) => {
      const value = parameterOf(request, name);
      return value === undefined || isMasked(value) ? [] : [{ request, value }];
    });
    const ends = sharedEnds(given.map(({ value }) => value));
    return given.flatMap(({ request, value }): Finding[] => {
      const bits = Math.floor(bitsBeside(value, ends));
      if (bits >= ENOUGH_BITS) return [];
      return [{ rule: `weak-${name}`, at: placeOf(request, name), args: { bits, length: value.length } }];
    });
  });
}
