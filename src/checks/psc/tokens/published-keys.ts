import { isObject } from '../../../artifacts/json/document.js';
import type { Jwk } from '../../../artifacts/jwt/jws-signature.js';
import type { Environment } from '../trace/endpoints.js';
import type { GivenObject, Material } from '../trace/material.js';

/** Seconds between a token and the keys published beside it, after it and before it: a platform changes its keys less often. */
const AFTER = 3600;
const BEFORE = 300;

/** Nobody publishes so many keys, nor so many under one name: looking through them costs at each token. */
const MOST_TRIED = 32;

/** The keys that a platform published, as far as they were given. */
export interface PublishedKeys {
  readonly isEmpty: boolean;
  /** Those of an identifier, or those that a token which names none is tried with. */
  named(kid: unknown): readonly Jwk[];
  /** True when they were published about the moment at which a token was received: one that is signed with another key is not of the platform. */
  isFrom(receivedAt: number | undefined): boolean;
}

/** The keys by platform. Those of a file, which does not say where it is from, are tried for each. */
export function publishedKeys({ keySets }: Material): (platform: Environment | undefined) => PublishedKeys {
  const known = new Map<Environment | undefined, PublishedKeys>();
  return (platform) => {
    const made = known.get(platform) ?? keysOf(keySets.filter((set) => mayBeOf(set, platform)));
    known.set(platform, made);
    return made;
  };
}

function mayBeOf({ leg }: GivenObject, platform: Environment | undefined): boolean {
  return leg === undefined || platform === undefined || leg.environment === platform;
}

function keysOf(sets: readonly GivenObject[]): PublishedKeys {
  const distinct = new Map<string, Jwk>();
  for (const { value } of sets) {
    if (!Array.isArray(value.keys)) continue;
    for (const key of value.keys) if (isObject(key)) distinct.set(JSON.stringify(key), key);
  }
  const keys = [...distinct.values()];
  const byName = new Map<unknown, Jwk[]>();
  for (const key of keys) byName.set(key.kid, [...(byName.get(key.kid) ?? []).slice(0, MOST_TRIED), key]);
  const first = keys.slice(0, MOST_TRIED);
  const instants = sets.flatMap(({ receivedAt }) => (receivedAt === undefined ? [] : [receivedAt / 1000]));
  return {
    isEmpty: keys.length === 0,
    named: (kid) => (kid === undefined ? first : (byName.get(kid) ?? [])),
    isFrom: (receivedAt) => {
      if (receivedAt === undefined) return false;
      const received = receivedAt / 1000;
      return instants.some((instant) => instant >= received - BEFORE && instant <= received + AFTER);
    },
  };
}
