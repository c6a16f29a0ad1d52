import type { HarExchange } from '../../../artifacts/http/har.js';
import type { GivenObject, GivenToken, Material } from '../trace/material.js';

/** The token that a request presents (RFC 6750 §2.1); undefined when it has none, or a capture left it out. */
export function bearerOf({ requestHeaders }: Pick<HarExchange, 'requestHeaders'>): string | undefined {
  const header = requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '';
  return /^Bearer +([^\s,]+)$/i.exec(header.trim())?.[1];
}

/**
 * The tokens of the session that an answer is of: those that were given with the access token that asked for it. Files exported alone are of the same
 * session when there is nothing else that they could be of. Empty when nothing tells.
 */
export function sessionTokens(given: GivenObject, presented: string | undefined, material: Material): GivenToken[] {
  if (!given.leg) return tokensOfFiles(given, material);
  const ofTrace = material.tokens.filter(({ leg }) => leg !== undefined);
  const same = ofTrace.filter(({ text }) => presented !== undefined && text === presented);
  // Two captures may show one session: that of the answer itself tells, whichever others are judged with it.
  const token = same.find(({ leg }) => leg?.har === given.leg?.har) ?? same[0];
  if (token) return ofTrace.filter(({ leg }) => leg === token.leg);
  // Exported without its headers, a single session is still told.
  const legs = new Set(ofTrace.map(({ leg }) => leg));
  return presented === undefined && legs.size === 1 && material.userInfos.length === 1 ? ofTrace : [];
}

function tokensOfFiles(given: GivenObject, material: Material): GivenToken[] {
  const user = given.artifact.declared.user;
  const isAlike = ({ leg, artifact }: GivenObject | GivenToken): boolean =>
    leg === undefined && artifact.declared.user === user;
  const answers = [material.userInfos, material.introspections].map((list) => list.filter(isAlike));
  const tokens = material.tokens.filter(isAlike);
  const uses = new Set(tokens.map(({ use }) => use));
  const isSingle = answers.every((list) => list.length <= 1) && uses.size === tokens.length;
  return isSingle ? tokens : [];
}
