import { groupBy } from '../../../artifacts/group-by.js';
import { nameKey } from '../../../identity/names.js';
import type { PscUser } from '../../psc/users/psc-users.js';
import { type InsiLog, type InsiRow, isPscMode } from './log.js';

/** Rows of logs, ready to be looked for: calls are many, and so are rows. */
export interface ReadLogs {
  readonly path: string | undefined;
  readonly rows: Rows;
  ofUser(user: string): Rows;
}

interface Rows {
  readonly all: RowsInTime;
  readonly psc: RowsInTime;
}

/** Finds the rows of each user: by the identifier, or by the family name that Pro Santé Connect tells. */
export function readLogs(logs: readonly InsiLog[], users: readonly PscUser[]): ReadLogs {
  const rows = logs.flatMap((log) => log.rows);
  const families = new Map(users.toReversed().map(({ id, family }) => [id, family]));
  const byActor = [...groupBy(rows, ({ actor }) => actor)].map(([actor, own]) => {
    return { actor, words: new Set(nameKey(actor).split(' ')), rows: own };
  });
  const known = new Map<string, Rows>();
  const ofUser = (user: string): Rows => {
    const family = families.get(user);
    const found =
      known.get(user) ??
      rowsOf(
        byActor
          .filter(({ actor, words }) => actor.includes(user) || (family !== undefined && words.has(nameKey(family))))
          .flatMap((each) => each.rows),
      );
    known.set(user, found);
    return found;
  };
  return { path: logs[0]?.path, rows: rowsOf(rows), ofUser };
}

function rowsOf(rows: readonly InsiRow[]): Rows {
  return { all: new RowsInTime(rows), psc: new RowsInTime(rows.filter(({ mode }) => isPscMode(mode))) };
}

/** Rows of which the nearest to a time is found: the first one among those that are as near, or where no time can be compared. */
class RowsInTime {
  readonly #first: InsiRow | undefined;
  /** One a time, in order. */
  readonly #timed: readonly { readonly row: InsiRow; readonly time: number; readonly rank: number }[];

  constructor(rows: readonly InsiRow[]) {
    this.#first = rows[0];
    const timed = rows.flatMap((row, rank) => (row.time === undefined ? [] : [{ row, time: row.time, rank }]));
    this.#timed = timed
      .sort((a, b) => a.time - b.time || a.rank - b.rank)
      .filter(({ time }, index) => time !== timed[index - 1]?.time);
  }

  nearest(time: number | undefined): InsiRow | undefined {
    if (time === undefined || this.#timed.length === 0) return this.#first;
    let [from, to] = [0, this.#timed.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#timed[middle]?.time ?? 0) < time) from = middle + 1;
      else to = middle;
    }
    const [before, after] = [this.#timed[from - 1], this.#timed[from]];
    if (!before || !after) return (before ?? after)?.row;
    const byTime = time - before.time - (after.time - time);
    return (byTime < 0 || (byTime === 0 && before.rank < after.rank) ? before : after).row;
  }
}
