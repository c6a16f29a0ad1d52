import { groupBy } from '../../../artifacts/group-by.js';
import type { JwtContent } from '../../../artifacts/jwt/jwt.js';
import { materialOf, type PscArtifact } from '../trace/material.js';
import { type PscUser, sessionIn, userOf } from './psc-users.js';

/** A professional of Pro Santé Connect as one token or one answer names them, and what tells which session it was. */
export interface SessionUser extends PscUser {
  /** Identifier of the session, where it is told (`sid`, formerly `session_state`). */
  readonly session: string | undefined;
  /** When it was received, or issued, in milliseconds of UTC. */
  readonly at: number | undefined;
  /** User 1 or 2, as the vendor declares. */
  readonly declaredUser: 1 | 2 | undefined;
}

/** The professionals whom an artifact shows logged in with Pro Santé Connect: one for each token and each answer that names them. */
export function sessionUsersOf(artifact: PscArtifact): SessionUser[] {
  const material = materialOf([artifact]);
  if (!material) return [];
  const { tokens, userInfos, introspections } = material;
  const told: { readonly claims: JwtContent['claims']; readonly receivedAt: number | undefined }[] = [
    ...tokens.flatMap(({ use, jwt, receivedAt }) =>
      jwt && use !== 'refresh' ? [{ claims: jwt.claims, receivedAt }] : [],
    ),
    ...[...userInfos, ...introspections].map(({ value, receivedAt }) => ({ claims: value, receivedAt })),
  ];
  return told.flatMap(({ claims, receivedAt }) =>
    userOf(claims).map((user) => ({
      ...user,
      session: sessionIn(claims),
      at: receivedAt ?? (typeof claims.iat === 'number' ? claims.iat * 1000 : undefined),
      declaredUser: artifact.declared.user,
    })),
  );
}

/** Someone who acts: what tells which session they act in. */
interface Acting {
  /** National identifier. */
  readonly user: string;
  readonly session?: string | undefined;
  /** Milliseconds of UTC. */
  readonly time: number | undefined;
  readonly declaredUser: 1 | 2 | undefined;
}

/** What comparing who acts with the professional of their session gives: that one, another, or that nothing tells whose session it is. */
type Compared = 'same' | 'unknown' | { readonly other: string };

/** By how much the clocks of a workstation, of a server and of their logs may differ. */
export const CLOCK_SKEW = 10 * 60_000;

/** How long Pro Santé Connect keeps a session at most: four hours (CI-SIS, Sécurisation de la couche transport, principes). */
const LONGEST = 4 * 3_600_000;

/**
 * Compares those who act with the professionals who are logged in. Several of them may be at once: the session is the one that is named, else the
 * one that the vendor declares for that user, else one that was open then. Someone else's session is never held against a call.
 */
export function comparedWith(users: readonly SessionUser[]): (acting: Acting) => Compared {
  const named = new Map([...groupBy(users, ({ session }) => session)].map(([name, own]) => [name, new Group(own)]));
  const groups = new Map<string, Group>();
  const among = (key: string, isOwn: (user: SessionUser) => boolean): Group => {
    const group = groups.get(key) ?? new Group(users.filter(isOwn));
    groups.set(key, group);
    return group;
  };
  return ({ user, session, time, declaredUser }) => {
    const own = session === undefined ? undefined : named.get(session);
    const isMine = (each: SessionUser) => declaredUser === undefined || each.declaredUser === declaredUser;
    const isAnyones = (each: SessionUser) => declaredUser === undefined || each.declaredUser === undefined;
    const [kind, isCandidate] = among(`declared ${declaredUser}`, isMine).isEmpty
      ? (['undeclared', isAnyones] as const)
      : ([`declared ${declaredUser}`, isMine] as const);
    const all = own ?? among(kind, isCandidate);
    // Another session than the one that is named is no session of this call.
    const open =
      own ?? (session === undefined ? all : among(`${kind} unnamed`, (each) => isCandidate(each) && !each.session));
    if (open.isOpen(user, time)) return 'same';
    const [only, second] = open.openAt(time);
    if (only === undefined) return all.has(user) ? 'same' : 'unknown';
    return all.has(user) || second !== undefined ? 'unknown' : { other: only };
  };
}

/** Users among whom those logged in at a time are found: calls are many, and so may be logins. */
class Group {
  readonly #byId: ReadonlyMap<string, { readonly isTimeless: boolean; readonly times: readonly number[] }>;
  readonly #timeless: readonly string[];
  /** Those of whom a time is known, in its order. */
  readonly #ids: readonly string[];
  readonly #times: readonly number[];
  /** For each of them, the rank of the first that follows for another user. */
  readonly #next: readonly number[];

  constructor(users: readonly SessionUser[]) {
    const timed = users
      .flatMap(({ id, at }) => (at === undefined ? [] : [{ id, at }]))
      .sort((first, second) => first.at - second.at);
    this.#timeless = [...new Set(users.flatMap(({ id, at }) => (at === undefined ? [id] : [])))];
    this.#ids = timed.map(({ id }) => id);
    this.#times = timed.map(({ at }) => at);
    const next: number[] = [];
    for (let rank = timed.length - 1; rank >= 0; rank--)
      next[rank] = timed[rank + 1]?.id === timed[rank]?.id ? (next[rank + 1] ?? rank + 1) : rank + 1;
    this.#next = next;
    const timesOf = groupBy(timed, ({ id }) => id);
    this.#byId = new Map(
      [...groupBy(users, ({ id }) => id)].map(([id, own]) => [
        id,
        {
          isTimeless: own.some(({ at }) => at === undefined),
          times: (timesOf.get(id) ?? []).map(({ at }) => at),
        },
      ]),
    );
  }

  get isEmpty(): boolean {
    return this.#byId.size === 0;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  isOpen(id: string, time: number | undefined): boolean {
    const own = this.#byId.get(id);
    if (!own) return false;
    return own.isTimeless || time === undefined || isReached(own.times[rankFrom(own.times, time - LONGEST)], time);
  }

  /** Two of those who are logged in at a time, or all when they are fewer. */
  openAt(time: number | undefined): string[] {
    const found = new Set(this.#timeless.slice(0, 2));
    let rank = time === undefined ? 0 : rankFrom(this.#times, time - LONGEST);
    while (found.size < 2) {
      const id = this.#ids[rank];
      if (id === undefined || (time !== undefined && !isReached(this.#times[rank], time))) break;
      found.add(id);
      rank = this.#next[rank] ?? rank + 1;
    }
    return [...found];
  }
}

/** The rank of the first time that is not before another, in a list in order. */
function rankFrom(times: readonly number[], time: number): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) < time) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isReached(login: number | undefined, time: number): boolean {
  return login !== undefined && login - CLOCK_SKEW <= time;
}
