import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotWrite, ensureFolder } from './whole-file.js';

/**
 * Makes a draft beside the place of a folder, for `work` to fill and to rename: the folder is whole or absent. What was not renamed is removed;
 * when the process is killed, `.NAME.partial-…` stays.
 * @param shown what messages name.
 * @throws UserError when it can't be written; what the work throws.
 */
export async function inDraftFolder<T>(target: string, shown: string, work: (draft: string) => Promise<T>): Promise<T> {
  try {
    await ensureFolder(dirname(target));
    const draft = await mkdtemp(join(dirname(target), `.${basename(target)}.partial-`));
    try {
      return await work(draft);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (error) {
    throw cannotWrite(error, shown);
  }
}
