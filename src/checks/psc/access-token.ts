import { isUnsigned } from '../../artifacts/jwt/jws-signature.js';
import { isMasked } from '../../artifacts/masks.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { CLAIM_RULES, claimFaults, isExpired, isNumber, type TokenFault, textOf } from './tokens/claim-faults.js';
import { originsOf, type TokenOrigin, tokensOf } from './tokens/token-origins.js';
import { bearerOf } from './trace/bearers.js';
import { legsTo, NOT_PSC, placeOf, type Trace } from './trace/exchange-legs.js';
import { gaveTokens, tokenNeeds } from './trace/logins.js';
import { maskedNeeds } from './trace/masked.js';
import { type GivenToken, instantOf, materialOf, PSC_KINDS } from './trace/material.js';

const RULES = {
  ...CLAIM_RULES,
  unsigned: primary('EXI PSC 09 ; RFC 8725 §3.1, §3.2'),
  'claim-missing': observed('Jetons enregistrés de Pro Santé Connect'),
  'used-late': observed('Principes de sécurisation du volet transport : jeton de deux minutes ; RFC 6750 §3.1'),
};

type Fault = TokenFault<keyof typeof RULES>;

const inClaims = (good: string, bad: string) => ({ base: 'psc-web', part: 'access-token', good, bad }) as const;
const inHeader = (bad: string) => ({ base: 'psc-web', part: 'access-header', good: '"alg":"RS256"', bad }) as const;

/** Seconds that an answer may take: the time of an exchange is that of its request. */
const LATENCY = 5;

/** Claims that each recorded token has, and that nothing else judges. */
const RECORDED = ['sub', 'iat', 'exp'];

/**
 * The access tokens that are JWT, as Pro Santé Connect's are: of the right platform, for this software, in time when received and when used. They are
 * judged as what an export shows, though a client need not read them.
 */
export const accessToken = defineSetCheck({
  id: 'psc/access-token',
  on: PSC_KINDS,
  rules: RULES,
  examples: [
    { rule: 'unsigned', ...inHeader('"alg":"none"') },
    { rule: 'algorithm', ...inHeader('"alg":"PS256"'), trips: ['psc/token-signature'] },
    { rule: 'issuer', ...inClaims('"iss": "https://auth.bas.psc.', '"iss": "https://auth.esw.') },
    { rule: 'authorized-party', ...inClaims('"azp": "exemple-lgc-bas"', '"azp": "autre-logiciel"') },
    { rule: 'expired', ...inClaims('"exp": 1773653535', '"exp": 1773500000') },
    {
      rule: 'issued-later',
      ...inClaims('"iat": 1773653415,\n  "exp": 1773653535', '"iat": 1773653790,\n  "exp": 1773653910'),
    },
    { rule: 'lifetime', ...inClaims('"exp": 1773653535', '"exp": 1773660000') },
    { rule: 'authentication-time', ...inClaims('"auth_time": 1773653413', '"auth_time": 1773653420') },
    { rule: 'acr', ...inClaims('"acr": "eidas1"', '"acr": "0"') },
    { rule: 'token-kind', ...inClaims('"typ": "Bearer"', '"typ": "Refresh"') },
    { rule: 'claim-missing', ...inClaims('"iat": 1773653415,', '') },
    { rule: 'claim-type', ...inClaims('"auth_time": 1773653413', '"auth_time": "1773653413"') },
    { rule: 'subject-form', ...inClaims('"sub": "f:', '"sub": "') },
    { rule: 'identity', ...inClaims('"preferred_username": "8', '"preferred_username": "3') },
    { rule: 'used-late', ...inClaims('"exp": 1773653535', '"exp": 1773653400') },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const tokens = material ? tokensOf(material, 'access') : [];
    if (!material || (!material.trace && tokens.length === 0)) return NOT_PSC;
    const { trace } = material;
    const readable = tokens.filter(({ text, jwt }) => jwt && !isMasked(text));
    const originOf = originsOf(material);
    const findings = [
      ...readable.flatMap((token) => judged(token, originOf(token))),
      ...(trace ? usedLate(trace, readable) : []),
    ];
    if (tokens.length === 0) return { evaluated: 0, findings, needs: tokenNeeds(trace) };
    const isUntimed = readable.some(({ receivedAt }) => receivedAt === undefined);
    return {
      evaluated: readable.length,
      findings,
      needs: [
        ...(isUntimed ? [{ code: 'need/capture-time' } as const] : []),
        ...maskedNeeds(tokens.some(({ text }) => isMasked(text)) ? ['access_token'] : []),
      ],
    };
  },
});

function judged(token: GivenToken, origin: TokenOrigin): RawFinding<keyof typeof RULES>[] {
  const { header = {}, claims = {} } = token.jwt ?? {};
  const faults: Fault[] = [
    ...(isUnsigned(header.alg) ? [{ rule: 'unsigned', actual: textOf(header.alg) } as const] : []),
    ...claimFaults(token, header, claims, origin),
    ...RECORDED.filter((claim) => claims[claim] === undefined).map(
      (claim): Fault => ({ rule: 'claim-missing', claim, args: { claim } }),
    ),
  ];
  return faults.map(({ claim, ...fault }) => ({ ...fault, at: token.at(claim) }));
}

/**
 * User info asked for with a token whose life was over, counted on the software's own clock since it was received. A software may learn it by a refusal,
 * and then renew (RFC 6750 §3.1).
 */
function usedLate(trace: Trace, tokens: readonly GivenToken[]): RawFinding<'used-late'>[] {
  const byText = new Map(tokens.map((token) => [token.text, token]));
  const lastGift = legsTo(trace, 'token').findLast(({ exchange }) => gaveTokens(exchange))?.rank ?? -1;
  return legsTo(trace, 'userinfo').flatMap((leg): RawFinding<'used-late'>[] => {
    const token = byText.get(bearerOf(leg.exchange) ?? '');
    const { exp, iat } = token?.jwt?.claims ?? {};
    const [used, received] = [instantOf(leg), token?.receivedAt];
    if (used === undefined || received === undefined || !isNumber(exp) || !isNumber(iat)) return [];
    // There is more to say of one that was over from the start.
    if (isExpired(exp, received)) return [];
    const late = (used - received) / 1000 - (exp - iat);
    const isMended = leg.exchange.status === 401 && lastGift > leg.rank;
    if (late <= LATENCY || isMended) return [];
    return [{ rule: 'used-late', at: placeOf(leg), args: { seconds: Math.ceil(late) } }];
  });
}
