import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeInOrder } from '../../../src/cli/batch/in-order.js';

/** Judges whose answers come when they are let go, in any order. */
function held() {
  const begun = new Map<number, (result: number | undefined) => void>();
  const refused = new Map<number, (error: Error) => void>();
  return {
    begun,
    refused,
    judge: (item: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        begun.set(item, resolve);
        refused.set(item, reject);
      }),
  };
}

/** Lets all that is waiting on promises go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function started(count: number, lanes: number) {
  const control = new AbortController();
  const taken: number[] = [];
  const progress: number[] = [];
  const { begun, refused, judge } = held();
  const items = Array.from({ length: count }, (_, index) => index);
  const done = judgeInOrder(items, {
    lanes,
    judge,
    take: (result) => taken.push(result),
    signal: control.signal,
    onItem: (number) => progress.push(number),
  });
  return { control, taken, progress, begun, refused, done };
}

describe('judging in order', () => {
  it('takes the results in the order of the items, whatever that of the answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        async (count, lanes, order) => {
          const { taken, begun, done } = started(count, lanes);
          for (const pick of order) {
            expect(begun.size).toBeLessThanOrEqual(lanes);
            const all = [...begun.keys()];
            const item = all[pick % Math.max(1, all.length)];
            if (item === undefined) break;
            begun.get(item)?.(item);
            begun.delete(item);
            await settled();
          }
          await done;
          expect(taken).toEqual(Array.from({ length: count }, (_, index) => index));
        },
      ),
    );
  });

  it('begins no more than a bounded number beyond one that is slow', async () => {
    const { taken, begun, done } = started(1000, 2);
    let last = -1;
    for (let item = 1; begun.has(item); item++) {
      last = item;
      begun.get(item)?.(item);
      await settled();
    }
    expect(last).toBeLessThan(300);
    expect(taken).toEqual([]);
    begun.get(0)?.(0);
    await settled();
    expect(taken).toHaveLength(last + 1);
    for (let item = last + 1; item < 1000; item++) {
      begun.get(item)?.(item);
      await settled();
    }
    await done;
    expect(taken).toHaveLength(1000);
  });

  it('begins nothing once it is interrupted, and takes the beginning of the list', async () => {
    const { control, taken, begun, done } = started(10, 3);
    begun.get(0)?.(0);
    await settled();
    control.abort();
    begun.get(2)?.(2);
    begun.get(1)?.(undefined);
    begun.get(3)?.(3);
    await done;
    expect(taken).toEqual([0]);
    expect([...begun.keys()]).toEqual([0, 1, 2, 3]);
  });

  it('rejects as a judge does, and begins nothing more', async () => {
    const { begun, refused, done } = started(10, 2);
    refused.get(1)?.(new Error('broken'));
    await expect(done).rejects.toThrow('broken');
    begun.get(0)?.(0);
    await settled();
    expect([...begun.keys()]).toEqual([0, 1]);
  });

  it('tells how many were taken when one begins', async () => {
    const { progress, begun, done } = started(3, 1);
    for (const item of [0, 1, 2]) {
      begun.get(item)?.(item);
      await settled();
    }
    await done;
    expect(progress).toEqual([0, 0, 1]);
  });
});
