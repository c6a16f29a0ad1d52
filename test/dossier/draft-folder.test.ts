import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inDraftFolder } from '../../src/dossier/draft-folder.js';
import { temporaryFolder } from '../support/cli.js';

test('what the work renames is there; what it does not is removed', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'deep', 'copy');
  const made = await inDraftFolder(target, 'shown', async (draft) => {
    writeFileSync(join(draft, 'a'), 'a');
    await rename(draft, target);
    return 'made';
  });
  expect(made).toBe('made');
  expect(readFileSync(join(target, 'a'), 'utf8')).toBe('a');
  await inDraftFolder(join(folder, 'deep', 'other'), 'shown', async (draft) => writeFileSync(join(draft, 'a'), 'a'));
  expect(readdirSync(join(folder, 'deep'))).toEqual(['copy']);
});

test('nothing is left of work that fails, and the error is told as it is', async () => {
  const folder = temporaryFolder();
  const broken = new Error('broken');
  const work = async (draft: string): Promise<never> => {
    writeFileSync(join(draft, 'a'), 'a');
    throw broken;
  };
  await expect(inDraftFolder(join(folder, 'copy'), 'shown', work)).rejects.toBe(broken);
  expect(readdirSync(folder)).toEqual([]);
});

test('where no folder can be made, it says so and names what is shown', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const refused = { code: 'cannot-write', args: { path: 'shown', reason: 'ENOTDIR' } };
  const work = async (): Promise<void> => undefined;
  await expect(inDraftFolder(join(folder, 'file', 'copy'), 'shown', work)).rejects.toMatchObject(refused);
  // A folder that the system refuses with ENOENT is no endless work.
  if (existsSync('/proc/self'))
    await expect(inDraftFolder('/proc/absent/copy', 'shown', work)).rejects.toMatchObject({ code: 'cannot-write' });
});
