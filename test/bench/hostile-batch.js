// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bombs } from '../../fixtures/make/hostile/bombs.js';
import { hostileFiles } from '../../fixtures/make/hostile/hostile-files.js';
import { measured } from './measured.js';

/** @typedef {{ path: string, bytes: number, seconds: number, megabytes: number }} Cost */

/**
 * Checks every hostile file, those kept in the repository and those made here, each in a process of its own.
 *
 * @param {string} work folder where the files are written, and removed
 * @returns {Cost[]}
 */
export function hostileBatch(work) {
  const folder = join(work, 'hostile');
  mkdirSync(folder, { recursive: true });
  const files = [...hostileFiles().map(({ path, bytes }) => ({ path, make: () => bytes })), ...bombs()];
  const costs = files.map(({ path, make }) => {
    const file = join(folder, path);
    const bytes = make();
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, bytes);
    const { seconds, megabytes, status, stderr } = measured([
      'check',
      file,
      '--quiet',
      `--report=json=${join(folder, 'out.json')}`,
    ]);
    if (status === null || /\n\s+at /.test(stderr))
      throw new Error(`${path}: ended by a signal or with a stack trace: ${stderr}`);
    rmSync(file);
    return { path, bytes: bytes.length, seconds, megabytes };
  });
  rmSync(folder, { recursive: true });
  return costs;
}
