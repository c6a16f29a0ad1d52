import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJobs, threadsFor } from '../../../src/cli/batch/jobs.js';
import { temporaryFolder } from '../../support/cli.js';

const files = (count: number, file = '/nowhere') =>
  Array.from({ length: count }, (_, index) => ({ shown: String(index), file, declared: {} }));

describe('--jobs', () => {
  it.each(['0', '-1', '1.5', 'two', '', '01', '1e2', '257', '99999999999999999999'])('refuses %j', (value) => {
    expect(() => parseJobs(value)).toThrow(expect.objectContaining({ code: 'invalid-jobs' }));
  });

  it.each([
    ['1', 1],
    ['2', 2],
    ['256', 256],
  ])('takes %s', (value, jobs) => {
    expect(parseJobs(value)).toBe(jobs);
  });

  it('may be left out', () => {
    expect(parseJobs(undefined)).toBeUndefined();
  });
});

describe('how many threads', () => {
  const cores = availableParallelism();

  it.each([
    [1, 100, 0],
    [2, 100, 2],
    [5, 3, 3],
    [2, 1, 1],
  ])('--jobs %i for %i files: %i', async (jobs, count, threads) => {
    expect(threadsFor(files(count), jobs, false)).toBe(threads);
  });

  it('none for few small files, one for each core for many', async () => {
    expect(threadsFor(files(20), undefined, false)).toBe(0);
    expect(threadsFor(files(10_000), undefined, false)).toBe(cores > 1 ? cores : 0);
  });

  it('are worth their start for a few large files, not for one', async () => {
    const large = join(temporaryFolder(), 'large');
    writeFileSync(large, Buffer.alloc(25_000_000));
    expect(threadsFor(files(2, large), undefined, false)).toBe(cores > 1 ? 2 : 0);
    expect(threadsFor(files(1, large), undefined, false)).toBe(0);
    // Rules may be slow on a large file, and only a thread can be stopped.
    expect(threadsFor(files(1, large), undefined, true)).toBe(1);
    expect(threadsFor(files(2, large), 1, true)).toBe(1);
    expect(threadsFor(files(1), undefined, true)).toBe(0);
  });
});
