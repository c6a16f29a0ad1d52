import { expect, it } from 'vitest';
import { headerBombs } from '../../fixtures/make/hostile/header-bombs.js';
import { withContents } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { runCheck } from '../../src/engine/run-check.js';

// What compares each part of a file with all the others takes minutes here.
it.each(headerBombs())('every check is done with $path', async ({ path, make }) => {
  const { artifact } = await read({ path, bytes: make(), declared: {} });
  const artifacts = artifact ? [...withContents(artifact)] : [];
  const runs = ALL_CHECKS.flatMap((check) => {
    const own = artifacts.filter(({ kind }) => check.kinds.includes(kind));
    return own.length === 0 ? [] : runCheck(check, own, NOTHING_DECLARED);
  });
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.flatMap(({ failure }) => failure ?? [])).toEqual([]);
});
