import { groupBy } from '../../../artifacts/group-by.js';
import type { Leg } from '../trace/exchange-legs.js';
import type { GivenObject, GivenToken, Material } from '../trace/material.js';

/**
 * The tokens of the session that an answer is of: those that were given with the access token that asked for it. Files exported alone are of the same
 * session when there is nothing else that they could be of. Empty when nothing tells.
 */
export function sessionTokens(given: GivenObject, presented: string | undefined, material: Material): GivenToken[] {
  const { byText, byCapture, byLeg, ofFiles } = indexOf(material);
  if (!given.leg) return ofFiles.get(userOf(given)) ?? [];
  // Two captures may show one session: that of the answer itself tells, whichever others are judged with it.
  const own = byCapture.get(given.leg.har)?.get(presented ?? '');
  const token = presented === undefined ? undefined : (own ?? byText.get(presented));
  if (token) return byLeg.get(token.leg) ?? [];
  // Exported without its headers, a single session is still told.
  const isSingle = presented === undefined && byLeg.size === 1 && material.userInfos.length === 1;
  return isSingle ? [...byLeg.values()].flat() : [];
}

/** The tokens of a material, by what an answer tells of its session: answers may be as many as tokens. */
interface Index {
  readonly byText: ReadonlyMap<string, GivenToken>;
  readonly byCapture: ReadonlyMap<Leg['har'] | undefined, ReadonlyMap<string, GivenToken>>;
  readonly byLeg: ReadonlyMap<GivenToken['leg'], GivenToken[]>;
  /** Those of files, by the user that is declared, where they can only be of one session. */
  readonly ofFiles: ReadonlyMap<number, GivenToken[]>;
}

const indexes = new WeakMap<Material, Index>();

function indexOf(material: Material): Index {
  const known = indexes.get(material);
  if (known) return known;
  const ofTrace = material.tokens.filter(({ leg }) => leg !== undefined);
  const firstByText = (tokens: readonly GivenToken[]) =>
    new Map(tokens.toReversed().map((token) => [token.text, token]));
  const captures = [...groupBy(ofTrace, ({ leg }) => leg?.har)];
  const byCapture = new Map(captures.map(([har, tokens]) => [har, firstByText(tokens)]));
  const index = {
    byText: firstByText(ofTrace),
    byCapture,
    byLeg: groupBy(ofTrace, ({ leg }) => leg),
    ofFiles: tokensOfFiles(material),
  };
  indexes.set(material, index);
  return index;
}

function tokensOfFiles({ tokens, userInfos, introspections }: Material): Map<number, GivenToken[]> {
  const answers = [byUser(userInfos), byUser(introspections)];
  const isSingle = ([user, own]: [number, GivenToken[]]): boolean =>
    answers.every((each) => (each.get(user)?.length ?? 0) <= 1) &&
    new Set(own.map(({ use }) => use)).size === own.length;
  return new Map([...byUser(tokens)].filter(isSingle));
}

/** What stands in files of its own, by the user that is declared. */
function byUser<T extends GivenObject | GivenToken>(list: readonly T[]): Map<number, T[]> {
  return groupBy(
    list.filter(({ leg }) => leg === undefined),
    userOf,
  );
}

function userOf({ artifact }: GivenObject | GivenToken): number {
  return artifact.declared.user ?? 0;
}
