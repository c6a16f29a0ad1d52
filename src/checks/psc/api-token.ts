import { isObject } from '../../artifacts/json/document.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { transport } from '../sources/psc-rule.js';
import { thumbprintForm } from './exchanges/thumbprint.js';
import { type ApiToken, exchangesOf } from './exchanges/token-exchanges.js';
import { CLOCK_SKEW } from './exchanges/validity.js';
import { instantText, textOf } from './tokens/claim-faults.js';
import { NOT_PSC } from './trace/exchange-legs.js';
import { materialOf, PSC_KINDS, type PscArtifact } from './trace/material.js';
import { userOf } from './users/psc-users.js';

const edit = (good: string, bad: string) => ({ base: 'psc-api', part: 'api-token', good, bad }) as const;

/** Of the certificate that the fixtures' client presents. */
const THUMBPRINT = 'uwdcZjiK4sueZN4Eq7hiTVw__fRDIxx-qLalf1ao9hA';

const CLAIMS = '§ Les données de l’access token';
const CNF = '§ Demande d’échange de jetons auprès du serveur d’autorisation ; RFC 8705 §3.1';

/**
 * What the authorization server of an API gave for a token of Pro Santé Connect names the same professional, is bound to the client's certificate and holds
 * what the volet Transport lists. Its signature is the API's business. A token that nothing opens is opaque, which is right: nothing is said of it.
 */
export const apiToken = defineSetCheck({
  id: 'psc/api-token',
  on: PSC_KINDS,
  rules: {
    // The server of the API answers for the form of its tokens, which the software need not read.
    unsigned: transport('§ Les données de l’access token ; RFC 7515', 'warning'),
    claims: transport(CLAIMS, 'warning'),
    audience: transport(CLAIMS, 'warning'),
    user: transport(CLAIMS),
    sub: transport(CLAIMS, 'info'),
    expired: transport(CLAIMS),
    'no-confirmation': transport(CNF),
    'malformed-confirmation': transport(CNF, 'warning'),
    'hex-confirmation': transport(CNF, 'warning'),
    'padded-confirmation': transport(CNF, 'warning'),
  },
  examples: [
    { rule: 'unsigned', base: 'psc-api', part: 'api-header', good: '"alg":"RS256"', bad: '"alg":"none"' },
    { rule: 'claims', ...edit('"scope":', '"portee":') },
    { rule: 'audience', ...edit('"https://api.donnees-sante.example.org"\n', '42\n') },
    { rule: 'user', ...edit('"sub": "899700100011"', '"sub": "899700100029"') },
    { rule: 'sub', ...edit('"sub": "899700100011"', '"sub": "75d1c0de-5f4c-4ed6-945c-000000000000"') },
    { rule: 'expired', ...edit('"exp": 1773657020', '"exp": 1773653000'), trips: ['dmp/psc-user'] },
    { rule: 'no-confirmation', ...edit('"cnf":', '"conf":') },
    { rule: 'malformed-confirmation', ...edit(THUMBPRINT, `00${THUMBPRINT}`) },
    {
      rule: 'hex-confirmation',
      ...edit(THUMBPRINT, Buffer.from(Buffer.from(THUMBPRINT, 'base64url').toString('hex')).toString('base64')),
    },
    { rule: 'padded-confirmation', ...edit(THUMBPRINT, `${THUMBPRINT}=`) },
  ],
  run(artifacts) {
    const { exchanges, tokens } = exchangesOf(artifacts);
    if (exchanges.length === 0) return NOT_PSC;
    const readable = tokens.filter(({ claims }) => claims !== undefined);
    // An opaque token is the API's own: there is nothing to look at.
    if (readable.length === 0) return NOT_PSC;
    const session = sessionUsers(artifacts);
    const alone = session.size === 1 ? [...session][0] : undefined;
    return {
      evaluated: readable.length,
      findings: readable.flatMap((token) => judge(token, alone)),
      ...(readable.some(({ receivedAt }) => receivedAt === undefined) && { needs: [{ code: 'need/capture-time' }] }),
    };
  },
});

type Finding = RawFinding<
  | 'unsigned'
  | 'claims'
  | 'audience'
  | 'user'
  | 'sub'
  | 'expired'
  | 'no-confirmation'
  | 'malformed-confirmation'
  | 'hex-confirmation'
  | 'padded-confirmation'
>;

type Claims = NonNullable<ApiToken['claims']>;

/** Those whom Pro Santé Connect names. */
function sessionUsers(artifacts: readonly PscArtifact[]): ReadonlySet<string> {
  const { tokens = [], userInfos = [], introspections = [] } = materialOf(artifacts) ?? {};
  const told = [
    ...tokens.map(({ jwt }) => jwt?.claims ?? {}),
    ...[...userInfos, ...introspections].map(({ value }) => value),
  ];
  return new Set(told.flatMap((claims) => nationalIdOf(claims) ?? []));
}

/** The national identifier that Pro Santé Connect writes, or a server that kept its claims. */
function nationalIdOf(claims: Claims): string | undefined {
  return userOf(claims)[0]?.id;
}

function judge(token: ApiToken, alone: string | undefined): Finding[] {
  const { claims = {}, header, at } = token;
  const findings: Finding[] = [];
  if (header && /^(?:none)?$/i.test(textOf(header.alg)))
    findings.push({ rule: 'unsigned', at, actual: textOf(header.alg) });
  const missing = ['iss', 'sub', 'aud', 'exp', 'iat', 'scope'].filter((name) =>
    [undefined, null, ''].includes(claims[name] as ''),
  );
  if (missing.length > 0) findings.push({ rule: 'claims', at, args: { missing: missing.join(', ') } });
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (
    !missing.includes('aud') &&
    (audience.length === 0 || audience.some((each) => typeof each !== 'string' || each === ''))
  )
    findings.push({ rule: 'audience', at });
  const { jwt } = token.exchange.subject;
  const user = (jwt && nationalIdOf(jwt.claims)) ?? alone;
  if (user !== undefined) findings.push(...judgeUser(token, user));
  const { receivedAt } = token;
  if (receivedAt !== undefined && typeof claims.exp === 'number' && claims.exp * 1000 + CLOCK_SKEW < receivedAt)
    findings.push({ rule: 'expired', at, actual: instantText(claims.exp) });
  findings.push(...judgeConfirmation(token));
  return findings;
}

/** The server may name the professional by its own identifier, and keep the national one beside. */
function judgeUser({ claims = {}, at }: ApiToken, user: string): Finding[] {
  const sub = textOf(claims.sub).replace(/^f:[^:]*:/, '');
  const other = nationalIdOf(claims);
  if (sub === user) return [];
  // The number alone, without the digit that tells its type, is the same person.
  const named = [sub, other].filter((each) => each !== undefined && (isNationalId(each) || each === other));
  const isSame = named.some((each) => each === user || (isNationalId(user) && each === user.slice(1)));
  if (named.length > 0 && !isSame) return [{ rule: 'user', at }];
  return [{ rule: 'sub', at }];
}

/** RPPS with its type or without, ADELI with it, or a number inside a structure: a server may well count its own accounts otherwise. */
function isNationalId(text: string): boolean {
  return /^(?:8?\d{11}|0\d{9}|[1-9]\d{8,}\/.+)$/.test(text);
}

function judgeConfirmation({ claims = {}, at }: ApiToken): Finding[] {
  const written = isObject(claims.cnf) ? claims.cnf['x5t#S256'] : undefined;
  if (written === undefined) return [{ rule: 'no-confirmation', at }];
  const form = thumbprintForm(written);
  if (form === undefined) return [{ rule: 'malformed-confirmation', at, actual: String(textOf(written).length) }];
  if (form === 'hex') return [{ rule: 'hex-confirmation', at }];
  return form === 'base64' ? [{ rule: 'padded-confirmation', at }] : [];
}
