import { type SignatureVerdict, verifySignature } from '../../artifacts/jwt/jws-signature.js';
import type { JwtContent } from '../../artifacts/jwt/jwt.js';
import { isMasked } from '../../artifacts/masks.js';
import { defineSetCheck, type Place, type RawFinding } from '../define.js';
import { primary } from '../sources/psc-rule.js';
import { textOf } from './tokens/claim-faults.js';
import { publishedKeys } from './tokens/published-keys.js';
import { originsOf, platformOf, tokensOf } from './tokens/token-origins.js';
import type { Environment } from './trace/endpoints.js';
import { NOT_PSC } from './trace/exchange-legs.js';
import { tokenNeeds } from './trace/logins.js';
import { maskedNeeds } from './trace/masked.js';
import { type Material, materialOf, PSC_KINDS } from './trace/material.js';

type Rule = 'false-signature' | 'unknown-key' | 'unsuitable-key' | 'weak-key' | 'unsigned';

const FINDINGS: Readonly<Record<SignatureVerdict, Rule | undefined>> = {
  valid: undefined,
  forged: 'false-signature',
  unsigned: 'unsigned',
  'unknown-algorithm': 'unsuitable-key',
  'unknown-key': 'unknown-key',
  'unsuitable-key': 'unsuitable-key',
  'weak-key': 'weak-key',
};

const inKeys = (good: string, bad: string) => ({ base: 'psc-files', part: 'jwks', good, bad }) as const;
const inHeader = (part: string, good: string, bad: string) => ({ base: 'psc-renewal', part, good, bad }) as const;

/** The signature of each token and of each signed user info, against the keys that the platform published. */
export const tokenSignature = defineSetCheck({
  id: 'psc/token-signature',
  on: PSC_KINDS,
  rules: {
    'false-signature': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7 ; RFC 7515 §5.2'),
    'unknown-key': primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7, §10.1'),
    'unsuitable-key': primary('EXI PSC 09 ; RFC 7517 §4.1 à §4.4 ; RFC 8725 §3.1'),
    'weak-key': primary('EXI PSC 09 ; RFC 7518 §3.3'),
    unsigned: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §5.3.2 ; RFC 8725 §3.1, §3.2'),
  },
  examples: [
    { rule: 'false-signature', ...inKeys('"n": "0SH0t8H4', '"n": "0SH0t8H5') },
    { rule: 'unknown-key', ...inHeader('token-header', '"kid":"fixture-key-1"', '"kid":"autre"') },
    { rule: 'unsuitable-key', ...inKeys('"use": "sig"', '"use": "enc"') },
    { rule: 'weak-key', ...inKeys('"n": "0SH0', `"n": "${'0SH0'.repeat(42)}","autre": "`) },
    { rule: 'unsigned', ...inHeader('userinfo-header', '"alg":"RS256"', '"alg":"none"') },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const signed = material ? signedOf(material) : [];
    if (!material || (!material.trace && signed.length === 0)) return NOT_PSC;
    const keysOf = publishedKeys(material);
    const findings: RawFinding<Rule>[] = [];
    let evaluated = 0;
    const masked = new Set<string>();
    let lacksKeys = false;
    for (const { name, jwt, at, receivedAt, platform } of signed) {
      const published = keysOf(platform);
      const rule = FINDINGS[verifySignature(jwt, published.named(jwt.header.kid))];
      // The checks on these tokens say it.
      if (rule === 'unsigned' && name !== 'userinfo') continue;
      if (isMasked(jwt.token)) masked.add(name);
      else if (published.isEmpty || (rule === 'unknown-key' && !published.isFrom(receivedAt))) lacksKeys = true;
      else {
        evaluated++;
        if (rule) findings.push({ rule, at, args: { token: name }, ...actualOf(rule, jwt) });
      }
    }
    if (material.tokens.length === 0 && signed.length === 0)
      return { evaluated, findings, needs: tokenNeeds(material.trace) };
    return {
      evaluated,
      findings,
      needs: [...(lacksKeys ? [{ code: 'need/jwks' } as const] : []), ...maskedNeeds(masked)],
    };
  },
});

/** The algorithm, for the rules that it is about. */
function actualOf(rule: Rule, { header }: JwtContent): { actual?: string } {
  return rule === 'unsuitable-key' || rule === 'unsigned' ? { actual: textOf(header.alg) } : {};
}

interface Signed {
  /** The name that it goes by in what Pro Santé Connect answers. */
  readonly name: string;
  readonly jwt: JwtContent;
  readonly at: Place;
  readonly receivedAt: number | undefined;
  readonly platform: Environment | undefined;
}

/** What Pro Santé Connect signs with its published keys. Its refresh tokens are for itself alone. */
function signedOf(material: Material): Signed[] {
  const originOf = originsOf(material);
  const tokens = (['id', 'access'] as const).flatMap((use) => tokensOf(material, use));
  return [
    ...tokens.flatMap((token): Signed[] => {
      const { jwt, use, receivedAt } = token;
      const platform = originOf(token).environment;
      return jwt ? [{ name: `${use}_token`, jwt, at: token.at(), receivedAt, platform }] : [];
    }),
    ...material.userInfos.flatMap(({ signed: jwt, at, receivedAt, leg }): Signed[] => {
      const platform = leg?.environment ?? platformOf(jwt?.claims.iss);
      return jwt ? [{ name: 'userinfo', jwt, at: at(), receivedAt, platform }] : [];
    }),
  ];
}
