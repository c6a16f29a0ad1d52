import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { inDraftFolder } from '../dossier/draft-folder.js';
import { UserError } from '../dossier/user-error.js';
import { type EarlierDeposit, earlierDeposit, HASHES_NAME, sha256OfFile } from './deposit-target.js';

/** A file of a deposit: a text, or a file that is copied. */
export interface DepositedFile {
  /** From the deposit's folder, with `/`. */
  readonly path: string;
  readonly content: string | { readonly file: string; readonly shown: string; readonly sha256: string };
}

/**
 * Writes a deposit beside its place, with the hashes of all its files, then puts it there: it is whole or absent. An earlier deposit is replaced; nothing
 * else is ever deleted.
 * @throws UserError where nothing can be written, and for a file that is no longer what was judged.
 */
export async function writeDeposit(target: string, files: readonly DepositedFile[]): Promise<void> {
  await inDraftFolder(target, target, async (draft) => {
    const hashes = new Map<string, string>();
    for (const each of files) hashes.set(each.path, await writeOne(draft, each));
    const paths = [...hashes.keys()].sort(byCodeUnit);
    await writeFile(join(draft, HASHES_NAME), paths.map((path) => `${hashes.get(path)}  ${path}\n`).join(''));
    await putInPlace(draft, target);
  });
}

/** Writes one file and gives its hash. */
async function writeOne(draft: string, { path, content }: DepositedFile): Promise<string> {
  const written = join(draft, path);
  await mkdir(dirname(written), { recursive: true });
  if (typeof content === 'string') {
    await writeFile(written, content, { flag: 'wx' });
    return createHash('sha256').update(content).digest('hex');
  }
  const { file, shown, sha256 } = content;
  const stats = await lstat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new UserError('deposit-changed', { path: shown });
  await copyFile(file, written, constants.COPYFILE_EXCL);
  // What was judged is what is deposited, wherever the path may lead by now.
  if ((await sha256OfFile(written)) !== sha256) throw new UserError('deposit-changed', { path: shown });
  return sha256;
}

async function putInPlace(draft: string, target: string): Promise<void> {
  // Looked at again: the run may have been long.
  const earlier = await earlierDeposit(target);
  if (!earlier) return rename(draft, target);
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}.earlier-`));
  const moved = join(aside, basename(target));
  await rename(target, moved);
  try {
    await rename(draft, target);
  } catch (error) {
    await rename(moved, target);
    throw error;
  } finally {
    await removeEarlier(moved, earlier);
    await rmdir(aside);
  }
}

/** Removes what a deposit was known to hold, and the folders that are left empty. */
async function removeEarlier(folder: string, { files, folders }: EarlierDeposit): Promise<void> {
  if (!(await lstat(folder).catch(() => undefined))) return;
  for (const file of files) await rm(join(folder, file));
  for (const inside of [...folders].reverse()) await rmdir(join(folder, inside));
  await rmdir(folder);
}
