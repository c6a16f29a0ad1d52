import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { isObject } from '../../../artifacts/json/document.js';
import { type JwtContent, jwtIn, looksLikeJwt } from '../../../artifacts/jwt/jwt.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { isIssuer } from './endpoints.js';
import { type Leg, legsTo, placeInExchange, type Trace, traceOf } from './exchange-legs.js';
import { responseObject, succeeded } from './response-object.js';
import { sharedBy } from './shared.js';

/** Kinds of artifacts that tell of a session of Pro Santé Connect: captures, and what its endpoints answered, exported alone. */
export const PSC_KINDS = ['har', 'jwt', 'oidc'] as const;

export type PscArtifact = Artifact<(typeof PSC_KINDS)[number]>;

/** What artifacts show of Pro Santé Connect, wherever it stands: in an exchange, or in a file of its own. */
export interface Material {
  /** The exchanges of the captures; undefined without any. */
  readonly trace: Trace | undefined;
  /** Those that its token endpoint gave. */
  readonly tokens: readonly GivenToken[];
  /** Answers of the token endpoint that give tokens. */
  readonly tokenAnswers: readonly GivenObject[];
  readonly keySets: readonly GivenObject[];
  /** Answers of the userinfo endpoint. */
  readonly userInfos: readonly GivenObject[];
  readonly introspections: readonly GivenObject[];
  /** Discovery documents. */
  readonly discoveries: readonly GivenObject[];
}

/** A token that Pro Santé Connect gave. */
export interface GivenToken {
  readonly use: 'id' | 'access' | 'refresh';
  readonly text: string;
  /** Undefined when it is no JWT that can be read: a client must take an access token and a refresh token as opaque. */
  readonly jwt: JwtContent | undefined;
  /** Place of one of its claims, or of the whole. */
  readonly at: (claim?: string) => Place;
  /** When it was received, in milliseconds of UTC; undefined for a capture without time, or a file. */
  readonly receivedAt: number | undefined;
  /** The token request that it answers. */
  readonly leg: Leg | undefined;
  readonly artifact: PscArtifact;
}

/** An object that an endpoint of Pro Santé Connect answered. */
export interface GivenObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** Place of one of its members, or of the whole. Inside a capture, that of the body. */
  readonly at: (...path: readonly (string | number)[]) => Place;
  readonly receivedAt: number | undefined;
  /** The request that it answers. */
  readonly leg: Leg | undefined;
  /** The token that it was written as, when the answer is signed (`application/jwt`). */
  readonly signed: JwtContent | undefined;
  readonly artifact: PscArtifact;
}

/** What artifacts show of Pro Santé Connect; undefined when they show nothing of it. */
export const materialOf: (artifacts: readonly PscArtifact[]) => Material | undefined = sharedBy(readMaterial);

function readMaterial(artifacts: readonly PscArtifact[]): Material | undefined {
  const trace = traceOf(artifacts);
  // What answers a request of the trace is in the trace already, with the tokens inside.
  const inTrace = new Set([...(trace?.bodies ?? [])].map(({ path }) => path));
  const alone = artifacts.filter(
    ({ path, containers }) => !inTrace.has(path) && !containers.some((container) => inTrace.has(container)),
  );
  const files = alone.filter((each): each is Artifact<'oidc'> => isKind(each, 'oidc'));
  const answers = (type: Artifact<'oidc'>['content']['type']): GivenObject[] =>
    files.filter(({ content }) => content.type === type).flatMap(objectOfFile);
  const material: Material = {
    trace,
    tokens: [...(trace ? tokensOfTrace(trace) : []), ...alone.flatMap(tokenOfFile)],
    tokenAnswers: [...objectsFrom(trace, 'token'), ...answers('tokens')].filter(({ value }) => 'access_token' in value),
    keySets: [...objectsFrom(trace, 'keys'), ...answers('jwks')],
    userInfos: [
      ...objectsFrom(trace, 'userinfo'),
      ...answers('userinfo'),
      ...alone.flatMap((each) => (isKind(each, 'jwt') ? signedUserInfo(each) : [])),
    ],
    introspections: [...objectsFrom(trace, 'introspection'), ...answers('introspection')],
    discoveries: [...objectsFrom(trace, 'discovery'), ...answers('discovery')],
  };
  const { tokens, keySets, userInfos, introspections, discoveries } = material;
  const isEmpty = [tokens, keySets, userInfos, introspections, discoveries].every((list) => list.length === 0);
  return trace || !isEmpty ? material : undefined;
}

const USES = [
  ['id', 'id_token'],
  ['access', 'access_token'],
  ['refresh', 'refresh_token'],
] as const;

function tokensOfTrace(trace: Trace): GivenToken[] {
  return legsTo(trace, 'token').flatMap((leg) => {
    const answer = succeeded(leg.exchange) ? responseObject(leg.exchange) : undefined;
    const place = placeInExchange(leg, 'response', 'content', 'text');
    return USES.flatMap(([use, member]): GivenToken[] => {
      const text = answer?.[member];
      if (typeof text !== 'string' || text === '') return [];
      const common = { leg, artifact: leg.har, receivedAt: instantOf(leg) };
      return [{ use, text, jwt: jwtIn(text), at: () => place, ...common }];
    });
  });
}

/** A token exported as a file, alone or in the answer of the token endpoint. */
function tokenOfFile(artifact: PscArtifact): GivenToken[] {
  if (!isKind(artifact, 'jwt')) return [];
  const { content } = artifact;
  const use = useOf(artifact.path, content.claims);
  if (use === undefined) return [];
  const at = (claim?: string): Place => placeIn(artifact, content.json.locate(claim === undefined ? [] : [claim]));
  return [{ use, text: content.token, jwt: content, at, receivedAt: undefined, leg: undefined, artifact }];
}

/** What a token is for: the member that it was in, else the type that Pro Santé Connect writes. Another issuer's is none of its tokens. */
function useOf(path: string, { iss, typ, acr, ...claims }: Readonly<Record<string, unknown>>) {
  const member = USES.find(([, name]) => path.endsWith(`!${name}`));
  // Any Keycloak writes acr and preferred_username: only the levels and the identifier are of Pro Santé Connect alone.
  const isLevel = typeof acr === 'string' && acr.startsWith('eidas');
  const isPsc = isIssuer(iss) || (isLevel && (claims.preferred_username ?? claims.SubjectNameID) !== undefined);
  if (!isPsc) return undefined;
  if (member) return member[0];
  if (typ === undefined && claims.exp === undefined) return undefined;
  if (typ === 'ID') return 'id';
  if (typ === 'Refresh') return 'refresh';
  return typ === 'Bearer' || claims.scope !== undefined ? 'access' : claims.aud !== undefined ? 'id' : undefined;
}

function objectsFrom(trace: Trace | undefined, endpoint: Leg['endpoint']): GivenObject[] {
  if (!trace) return [];
  return legsTo(trace, endpoint).flatMap((leg): GivenObject[] => {
    const { responseBody = '' } = leg.exchange;
    if (!succeeded(leg.exchange)) return [];
    const signed = looksLikeJwt(responseBody) ? jwtIn(responseBody) : undefined;
    const value = signed?.claims ?? responseObject(leg.exchange);
    const place = placeInExchange(leg, 'response', 'content', 'text');
    if (!value) return [];
    return [{ value, at: () => place, receivedAt: instantOf(leg), leg, signed, artifact: leg.har }];
  });
}

function objectOfFile(artifact: Artifact<'oidc'>): GivenObject[] {
  const { json } = artifact.content;
  if (!isObject(json.value)) return [];
  const at: GivenObject['at'] = (...path) => placeIn(artifact, json.locate(path));
  return [{ value: json.value, at, receivedAt: undefined, leg: undefined, signed: undefined, artifact }];
}

/** A user info that was signed has no end of validity, which a token has. */
function signedUserInfo(artifact: Artifact<'jwt'>): GivenObject[] {
  const { content } = artifact;
  const { claims } = content;
  if (claims.exp !== undefined || claims.sub === undefined || claims.SubjectNameID === undefined) return [];
  if (useOf(artifact.path, claims) !== undefined) return [];
  const at: GivenObject['at'] = (...path) => placeIn(artifact, content.json.locate(path));
  return [{ value: claims, at, receivedAt: undefined, leg: undefined, signed: content, artifact }];
}

/** When an exchange started, in milliseconds of UTC. */
export function instantOf({ exchange }: Pick<Leg, 'exchange'>): number | undefined {
  const instant = Date.parse(exchange.startedAt ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
