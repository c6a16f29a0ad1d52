import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../fixtures/make/artifacts/artifact-files.js';
import { hostileFiles } from '../../fixtures/make/hostile/hostile-files.js';
import { read } from '../../src/artifacts/read.js';
import { mutate } from './mutate.js';

const samples = artifactFiles().map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) }));
const all = samples.map(({ bytes }) => bytes);

describe('a mutated sample', () => {
  it('is decided by its seed', () => {
    for (const { bytes } of samples) expect(mutate(bytes, all, 3).equals(mutate(bytes, all, 3))).toBe(true);
    expect(
      new Set(
        Array.from({ length: 50 }, (_, seed) =>
          mutate(samples[0]?.bytes ?? Buffer.alloc(0), all, seed).toString('latin1'),
        ),
      ).size,
    ).toBeGreaterThan(40);
  });

  // A few only: `npm run fuzz` reads thousands.
  it.each(samples)('of $path never makes a reader fail', async ({ path, bytes }) => {
    for (let seed = 0; seed < 60; seed++) {
      const { unreadable } = await read({ path, bytes: mutate(bytes, all, seed), declared: {} });
      const failed = unreadable.flatMap(({ problems }) => problems.filter(({ code }) => code === 'read/failed'));
      expect(failed, `seed ${seed}`).toEqual([]);
    }
  });

  it('of the hostile files neither', async () => {
    for (const [index, { path, bytes }] of hostileFiles().entries()) {
      const { unreadable } = await read({ path, bytes: mutate(Buffer.from(bytes), all, index), declared: {} });
      expect(unreadable.flatMap(({ problems }) => problems.filter(({ code }) => code === 'read/failed'))).toEqual([]);
    }
  });
});
