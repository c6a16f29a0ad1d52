import { observed, primary } from '../../sources/psc-rule.js';
import { ISSUERS, isIssuer } from '../trace/endpoints.js';
import type { GivenToken } from '../trace/material.js';
import type { TokenOrigin } from './token-origins.js';

/** Seconds by which clocks may differ; OpenID Connect Core 1.0 §3.1.3.7 allows a few minutes. */
const CLOCK_SKEW = 300;

/** Seconds: Pro Santé Connect gives its tokens for two minutes (« Principes de sécurisation »), one editor says four or five. */
const LONGEST_LIFE = 300;

const RECORDED = 'Jetons enregistrés de Pro Santé Connect';

/** Rules that ID tokens and access tokens share; the claims that they rest on are those that Pro Santé Connect writes in both. */
export const CLAIM_RULES = {
  issuer: primary('EXI PSC 09, 14 ; OpenID Connect Core 1.0 §3.1.3.7'),
  expired: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7 ; RFC 7519 §4.1.4'),
  algorithm: observed(`${RECORDED} : RS256`),
  'authorized-party': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7', 'warning'),
  'issued-later': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7', 'warning'),
  lifetime: observed(`${RECORDED} ; durée de vie de deux minutes du volet transport`),
  'authentication-time': observed(`${RECORDED} ; OpenID Connect Core 1.0 §2`),
  acr: observed(`${RECORDED} : eidas1, eidas2, eidas3`),
  'token-kind': observed(`${RECORDED} : typ ID, Bearer, Refresh`),
  'subject-form': observed(`${RECORDED} : sub de forme f:<uuid>:<identifiant national>`),
  identity: observed(`${RECORDED} : sub, preferred_username et SubjectNameID de même identifiant`),
  'claim-type': observed(`${RECORDED} : types des champs`),
} as const;

type ClaimRule = keyof typeof CLAIM_RULES;

/** A fault of a token, at one of its claims or at the whole. */
export interface TokenFault<R extends string> {
  readonly rule: R;
  readonly claim?: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** Types of the claims that are not judged otherwise, when they are there. */
const TYPES: Readonly<Record<string, 'string' | 'number'>> = {
  azp: 'string',
  typ: 'string',
  jti: 'string',
  scope: 'string',
  sid: 'string',
  session_state: 'string',
  authMode: 'string',
  preferred_username: 'string',
  SubjectNameID: 'string',
  auth_time: 'number',
  nbf: 'number',
};

/** Values of `typ` by use, as Keycloak writes them. */
const KINDS: Readonly<Record<GivenToken['use'], string>> = { id: 'ID', access: 'Bearer', refresh: 'Refresh' };

/** What is wrong in the claims of a token, whichever its use. A claim that is absent is judged by the checks, which know what they require. */
export function claimFaults(
  token: GivenToken,
  header: Claims,
  claims: Claims,
  origin: TokenOrigin,
): TokenFault<ClaimRule>[] {
  return [
    ...algorithm(header),
    ...issuer(claims, origin),
    ...authorizedParty(token, claims, origin),
    ...times(claims, token.receivedAt),
    ...(/^eidas[123]$/.test(textOf(claims.acr))
      ? []
      : [{ rule: 'acr', claim: 'acr', actual: textOf(claims.acr) } as const]),
    ...kind(claims, token.use),
    ...identity(claims),
    ...Object.entries(TYPES).flatMap(([claim, type]): TokenFault<ClaimRule>[] =>
      claims[claim] === undefined || typeof claims[claim] === type
        ? []
        : [{ rule: 'claim-type', claim, args: { claim, type } }],
    ),
  ];
}

function algorithm({ alg }: Claims): TokenFault<ClaimRule>[] {
  // Without any signature, there is more to say than that.
  const isOther = typeof alg === 'string' && !/^(?:none$|HS)/i.test(alg) && alg !== 'RS256';
  return isOther ? [{ rule: 'algorithm', actual: alg }] : [];
}

function issuer({ iss }: Claims, { environment }: TokenOrigin): TokenFault<ClaimRule>[] {
  const issuers = environment ? ISSUERS[environment] : [];
  const isRight = environment ? issuers.some((each) => each === iss) : isIssuer(iss);
  if (isRight) return [];
  const expected = [issuers[0] ?? Object.values(ISSUERS).map(([first]) => first)].flat().join(', ');
  return [{ rule: 'issuer', claim: 'iss', args: { issuer: expected }, actual: textOf(iss) }];
}

/** The party that a token was issued to. An ID token with several audiences must name it; one that is not for the client at all has another fault. */
function authorizedParty({ use }: GivenToken, { azp, aud }: Claims, { client }: TokenOrigin): TokenFault<ClaimRule>[] {
  const isForClient = use !== 'id' || client === undefined || [aud].flat().includes(client);
  const isMissing = use === 'id' && azp === undefined && Array.isArray(aud) && aud.length > 1;
  const isOther = typeof azp === 'string' && client !== undefined && azp !== client;
  return isForClient && (isMissing || isOther) ? [{ rule: 'authorized-party', claim: 'azp', actual: textOf(azp) }] : [];
}

function times({ exp, iat, auth_time }: Claims, receivedAt: number | undefined): TokenFault<ClaimRule>[] {
  const faults: TokenFault<ClaimRule>[] = [];
  const received = receivedAt === undefined ? undefined : receivedAt / 1000;
  if (isNumber(exp) && isExpired(exp, receivedAt))
    faults.push({ rule: 'expired', claim: 'exp', actual: instantText(exp) });
  if (!isNumber(iat)) return faults;
  if (received !== undefined && iat > received + CLOCK_SKEW)
    faults.push({ rule: 'issued-later', claim: 'iat', actual: instantText(iat) });
  if (isNumber(exp) && exp - iat > LONGEST_LIFE)
    faults.push({ rule: 'lifetime', claim: 'exp', args: { seconds: exp - iat, longest: LONGEST_LIFE } });
  if (isNumber(auth_time) && auth_time > iat)
    faults.push({ rule: 'authentication-time', claim: 'auth_time', args: { seconds: auth_time - iat } });
  return faults;
}

/** True when a token was over, give or take the difference of clocks, at an instant in milliseconds. */
export function isExpired(exp: number, at: number | undefined): boolean {
  return at !== undefined && exp + CLOCK_SKEW <= at / 1000;
}

function kind({ typ }: Claims, use: GivenToken['use']): TokenFault<ClaimRule>[] {
  const isOther = typ !== KINDS[use] && Object.values(KINDS).some((each) => each === typ);
  return isOther ? [{ rule: 'token-kind', claim: 'typ', args: { kind: KINDS[use] }, actual: textOf(typ) }] : [];
}

function identity({ sub, preferred_username, SubjectNameID }: Claims): TokenFault<ClaimRule>[] {
  const form = typeof sub === 'string' ? /^f:[0-9a-f-]{36}:(.+)$/i.exec(sub) : undefined;
  const named = { sub: form?.[1], preferred_username, SubjectNameID };
  const given = Object.entries(named).filter(([, value]) => typeof value === 'string' && value !== '');
  const stray = given.find(([, value]) => value !== given[0]?.[1]);
  return [
    ...(form === null ? [{ rule: 'subject-form', claim: 'sub' } as const] : []),
    ...(stray
      ? [{ rule: 'identity', claim: stray[0], args: { claim: stray[0], other: given[0]?.[0] ?? '' } } as const]
      : []),
  ];
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number of seconds as an instant, to be read beside that of the capture. */
export function instantText(seconds: number): string {
  const instant = new Date(seconds * 1000);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}
