/** How far beyond the first that is not judged yet others are begun: one that is slow holds a bounded number of results back. */
const AHEAD = 256;

/** What goes through a list. */
export interface Work<T, R> {
  /** How many are under way at once. */
  readonly lanes: number;
  /** Undefined: it was interrupted, as the signal says, and is not concluded. */
  readonly judge: (item: T) => Promise<R | undefined>;
  /** Called in the order of the items, whatever the order in which they are done. */
  readonly take: (result: R) => void;
  readonly signal: AbortSignal;
  /** Called when one is begun, with how many were taken. */
  readonly onItem: (done: number, total: number) => void;
}

/**
 * Judges each of a list, several at once, and takes the results in order. Once the signal is aborted nothing more is begun, and what was taken
 * is the beginning of the list. @throws what `judge` rejects with.
 */
export async function judgeInOrder<T, R>(items: readonly T[], work: Work<T, R>): Promise<void> {
  const { judge, take, signal, onItem } = work;
  const waiting = new Map<number, R>();
  let begun = 0;
  let taken = 0;
  let moved = signalled();
  let failed = false;
  const begin = async (): Promise<void> => {
    const rank = begun++;
    onItem(taken, items.length);
    try {
      const result = await judge(items[rank] as T);
      if (result !== undefined) waiting.set(rank, result);
    } catch (error) {
      failed = true;
      moved.done();
      throw error;
    }
  };
  const takeReady = (): void => {
    for (let next = waiting.get(taken); next !== undefined; next = waiting.get(taken)) {
      waiting.delete(taken++);
      take(next);
    }
    moved.done();
    moved = signalled();
  };
  const isOver = (): boolean => begun >= items.length || signal.aborted || failed;
  const isAhead = (): boolean => begun - taken >= AHEAD;
  const beginNext = (): Promise<void> | undefined => (isOver() || isAhead() ? undefined : begin());
  const lane = async (): Promise<void> => {
    while (!isOver()) {
      if (isAhead()) await moved.promise;
      for (let running = beginNext(); running !== undefined; ) {
        await running;
        // The next is begun before what this one gave is looked at: its thread does not wait for that.
        running = beginNext();
        takeReady();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(work.lanes, items.length) }, lane));
}

function signalled(): { readonly promise: Promise<void>; readonly done: () => void } {
  let done = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}
