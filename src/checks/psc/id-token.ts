import { createHash } from 'node:crypto';
import { isUnsigned } from '../../artifacts/jwt/jws-signature.js';
import type { JwtContent } from '../../artifacts/jwt/jwt.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { CLAIM_RULES, claimFaults, isNumber, type TokenFault, textOf } from './tokens/claim-faults.js';
import { isMasked } from './tokens/masked-token.js';
import { originsOf, type TokenOrigin, tokensOf } from './tokens/token-origins.js';
import { NOT_PSC } from './trace/exchange-legs.js';
import { tokenNeeds } from './trace/logins.js';
import { type GivenToken, type Material, materialOf, PSC_KINDS } from './trace/material.js';

const RULES = {
  malformed: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2'),
  unsigned: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2, §3.1.3.7'),
  audience: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7'),
  nonce: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2, §3.1.3.7'),
  'claim-missing': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2'),
  hash: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.6, §3.1.3.8'),
  renewed: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §12.2'),
  ...CLAIM_RULES,
};

type Fault = TokenFault<keyof typeof RULES>;

type OriginOf = (token: GivenToken) => TokenOrigin;

const inClaims = (good: string, bad: string) => ({ base: 'psc-web', part: 'id-token', good, bad }) as const;
const inRenewal = (good: string, bad: string) =>
  ({ base: 'psc-renewal', part: 'renewed-id-token', good, bad }) as const;
const inHeader = (bad: string) => ({ base: 'psc-web', part: 'token-header', good: '"alg":"RS256"', bad }) as const;

/**
 * Each ID token received is addressed to the software, by the right platform, for this login and still in time. Whether its signature is that of the
 * platform is another check's: `psc/token-signature`.
 */
export const idToken = defineSetCheck({
  id: 'psc/id-token',
  on: PSC_KINDS,
  rules: RULES,
  examples: [
    {
      rule: 'malformed',
      base: 'psc-web',
      part: 'har',
      good: '"id_token": "{id-token}"',
      bad: '"id_token": "illisible"',
    },
    { rule: 'unsigned', ...inHeader('"alg":"none"') },
    { rule: 'algorithm', ...inHeader('"alg":"PS256"'), trips: ['psc/token-signature'] },
    { rule: 'issuer', ...inClaims('"iss": "https://auth.bas.psc.', '"iss": "https://auth.esw.') },
    { rule: 'audience', ...inClaims('"aud": "exemple-lgc-bas"', '"aud": "autre-logiciel"') },
    { rule: 'authorized-party', ...inClaims('"azp": "exemple-lgc-bas"', '"azp": "autre-logiciel"') },
    { rule: 'nonce', ...inClaims('"nonce": "6f1d0c8e', '"nonce": "00000000') },
    { rule: 'expired', ...inClaims('"exp": 1773653535', '"exp": 1773500000') },
    {
      rule: 'issued-later',
      ...inClaims('"iat": 1773653415,\n  "exp": 1773653535', '"iat": 1773653790,\n  "exp": 1773653910'),
    },
    { rule: 'lifetime', ...inClaims('"exp": 1773653535', '"exp": 1773660000') },
    { rule: 'authentication-time', ...inClaims('"auth_time": 1773653413', '"auth_time": 1773653420') },
    { rule: 'acr', ...inClaims('"acr": "eidas1"', '"acr": "0"') },
    { rule: 'token-kind', ...inClaims('"typ": "ID"', '"typ": "Bearer"') },
    { rule: 'claim-missing', ...inClaims('"iat": 1773653415,', '') },
    { rule: 'claim-type', ...inClaims('"auth_time": 1773653413', '"auth_time": "1773653413"') },
    { rule: 'subject-form', ...inClaims('"sub": "f:', '"sub": "'), trips: ['psc/userinfo-identity'] },
    { rule: 'identity', ...inClaims('"preferred_username": "8', '"preferred_username": "3') },
    { rule: 'hash', ...inRenewal('{renewed-at-hash}', '{at-hash}') },
    { rule: 'renewed', ...inRenewal('"iat": 1773653500', '"iat": 1773653414') },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const tokens = material ? tokensOf(material, 'id') : [];
    if (!material || (!material.trace && tokens.length === 0)) return NOT_PSC;
    const readable = tokens.filter(({ text }) => !isMasked(text));
    const originOf = originsOf(material);
    const accessTokens = accessTokensOf(material);
    const findings = readable.flatMap((token): RawFinding<keyof typeof RULES>[] =>
      faultsOf(token, originOf, accessTokens.get(companion(token))).map(({ claim, ...fault }) => ({
        ...fault,
        at: token.at(claim),
      })),
    );
    return { evaluated: readable.length, findings, needs: needsOf(material, tokens, readable) };
  },
});

function needsOf({ trace }: Material, tokens: readonly GivenToken[], readable: readonly GivenToken[]): Need[] {
  if (tokens.length === 0) return trace ? tokenNeeds(trace) : [];
  return [
    ...(readable.some(({ receivedAt }) => receivedAt === undefined) ? [{ code: 'need/capture-time' } as const] : []),
    ...(readable.length < tokens.length ? [{ code: 'need/unmasked-token' } as const] : []),
  ];
}

function faultsOf(token: GivenToken, originOf: OriginOf, accessToken: GivenToken | undefined): Fault[] {
  const { jwt } = token;
  if (!jwt) return [{ rule: 'malformed' }];
  const origin = originOf(token);
  const { renewed } = origin;
  return [
    ...(isUnsigned(jwt.header.alg) ? [{ rule: 'unsigned', actual: textOf(jwt.header.alg) } as const] : []),
    ...claimFaults(token, jwt.header, jwt.claims, origin),
    ...ownFaults(jwt.claims, origin),
    ...hash(jwt, accessToken),
    ...(renewed && isReference(renewed, originOf(renewed)) ? renewal(jwt.claims, renewed) : []),
  ];
}

/** What an ID token alone must say. */
function ownFaults(claims: JwtContent['claims'], origin: TokenOrigin): Fault[] {
  const hasEnd = isNumber(claims.exp);
  return [
    ...audience(claims, origin),
    ...(hasEnd ? [] : [{ rule: 'expired', claim: 'exp', actual: '' } as const]),
    ...missing(claims),
    ...nonce(claims, origin),
  ];
}

function audience({ aud }: JwtContent['claims'], { client }: TokenOrigin): Fault[] {
  const named = [aud].flat();
  if (client !== undefined) {
    const actual = named.map(textOf).join(', ');
    return named.includes(client) ? [] : [{ rule: 'audience', claim: 'aud', args: { client }, actual }];
  }
  return named.some((each) => typeof each === 'string' && each !== '') ? [] : [missingClaim('aud')];
}

/** Those of OpenID Connect Core 1.0 §2 that nothing else judges. */
function missing({ sub, iat }: JwtContent['claims']): Fault[] {
  const hasSubject = typeof sub === 'string' && sub !== '' && sub.length <= 255;
  return [...(hasSubject ? [] : [missingClaim('sub')]), ...(isNumber(iat) ? [] : [missingClaim('iat')])];
}

function missingClaim(claim: string): Fault {
  return { rule: 'claim-missing', claim, args: { claim } };
}

function nonce(claims: JwtContent['claims'], { nonce: sent }: TokenOrigin): Fault[] {
  const returned = textOf(claims.nonce);
  if (sent === undefined || returned === sent || isMasked(sent) || isMasked(returned)) return [];
  return [{ rule: 'nonce', claim: 'nonce', args: { sent: sent.length, returned: returned.length } }];
}

/** The hash of the access token that came with it, when it has one: the left half of that of the signature's algorithm. */
function hash({ header, claims }: JwtContent, accessToken: GivenToken | undefined): Fault[] {
  const { at_hash } = claims;
  const bits = /^[RPE]S(256|384|512)$/.exec(textOf(header.alg))?.[1];
  // A token that can't be read was perhaps replaced in the capture.
  if (at_hash === undefined || bits === undefined || !accessToken?.jwt || isMasked(accessToken.text)) return [];
  const digest = createHash(`sha${bits}`).update(accessToken.text).digest();
  const expected = digest.subarray(0, digest.length / 2).toString('base64url');
  return at_hash === expected ? [] : [{ rule: 'hash', claim: 'at_hash' }];
}

/** True for a token that a later one may be compared with: what is wrong in it is said of it alone. */
function isReference(token: GivenToken, origin: TokenOrigin): boolean {
  const { header = {}, claims } = token.jwt ?? {};
  if (!claims) return false;
  const isOther = claimFaults(token, header, claims, origin).some(({ claim }) => claim === 'iss' || claim === 'azp');
  return !isOther && ownFaults(claims, origin).length === 0;
}

/** What must not change when a session is renewed. The nonce need not come back. */
function renewal(claims: JwtContent['claims'], renewed: GivenToken): Fault[] {
  const before = renewed.jwt?.claims ?? {};
  const same = (claim: string): boolean => JSON.stringify(claims[claim]) === JSON.stringify(before[claim]);
  const isOlder = isNumber(claims.iat) && isNumber(before.iat) && claims.iat < before.iat;
  const changed = [
    ...['sub', 'iss', 'aud'].filter((claim) => !same(claim)),
    ...(isOlder ? ['iat'] : []),
    ...(claims.nonce === undefined || claims.nonce === '' || same('nonce') ? [] : ['nonce']),
  ];
  return changed.map((claim): Fault => ({ rule: 'renewed', claim, args: { claim } }));
}

/** The access token that came in the same answer, by what names the answer. */
function accessTokensOf({ tokens }: Material): ReadonlyMap<unknown, GivenToken> {
  return new Map(tokens.filter(({ use }) => use === 'access').map((token) => [companion(token), token]));
}

function companion({ leg, artifact, use }: GivenToken): unknown {
  const end = artifact.path.lastIndexOf(`!${use}_token`);
  return leg ?? (end === -1 ? artifact : artifact.path.slice(0, end));
}
