import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Compiled rules kept between processes. What cannot be read or kept costs time, never a verdict: no error comes out of it. */
export interface RuleCache {
  /**
   * @param name of hexadecimal digits.
   * @returns the bytes that were written, undefined for none and for what was damaged.
   */
  read(name: string): Buffer | undefined;
  write(name: string, content: Buffer): void;
}

const ENTRY = /^[0-9a-f]+\.rules$/;
/** Three packs of the official size. */
const MAX_ENTRIES = 400;
const MAX_BYTES = 200_000_000;
const UNFINISHED_MS = 3_600_000;

/**
 * The user's own cache, a folder that nobody else may write to: what it holds is run. `SEGUR_CACHE` names another folder, or is `off`.
 * @returns undefined when there is none to be used.
 */
export function userRuleCache(environment: NodeJS.ProcessEnv = process.env): RuleCache | undefined {
  const { SEGUR_CACHE: chosen } = environment;
  return chosen === 'off' ? undefined : ruleCacheIn(chosen || join(cacheHome(environment), 'segur-check'));
}

function cacheHome({ LOCALAPPDATA, XDG_CACHE_HOME }: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}

function ruleCacheIn(folder: string): RuleCache | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(statSync(folder))) return undefined;
  } catch (error) {
    return ignored(error);
  }
  return {
    read: (name) => {
      try {
        const bytes = readOwn(join(folder, `${name}.rules`));
        return bytes && checked(bytes);
      } catch (error) {
        return ignored(error);
      }
    },
    write: (name, content) => {
      const unfinished = join(folder, `${name}.${randomBytes(6).toString('hex')}`);
      try {
        makeRoom(folder);
        writeFileSync(unfinished, Buffer.concat([sha256(content), content]), { mode: 0o600, flag: 'wx' });
        renameSync(unfinished, join(folder, `${name}.rules`));
      } catch (error) {
        ignored(error);
        rmSync(unfinished, { force: true });
      }
    },
  };
}

const HASH_BYTES = 32;

/** What follows its SHA-256. */
function checked(bytes: Buffer): Buffer | undefined {
  const content = bytes.subarray(HASH_BYTES);
  return sha256(content).equals(bytes.subarray(0, HASH_BYTES)) ? content : undefined;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** An entry may have been put there while others could write to the folder: a link, a pipe or a file of another user is none. */
function readOwn(file: string): Buffer | undefined {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const opened = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fstatSync(opened);
    return stats.isFile() && isOwn(stats) && stats.size <= MAX_BYTES ? readFileSync(opened) : undefined;
  } finally {
    closeSync(opened);
  }
}

/** Whether it is the user's, and no one else may write to it. Windows keeps the folders of a user for the user. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Removes the oldest entries where there are too many, and what a process that was killed left unfinished. */
function makeRoom(folder: string): void {
  const now = Date.now();
  const entries = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() ? [{ name, file, size: found.size, time: found.mtimeMs }] : [];
  });
  let count = 0;
  let bytes = 0;
  for (const { name, file, size, time } of entries.sort((a, b) => b.time - a.time)) {
    const entry = ENTRY.test(name);
    if (entry) {
      count++;
      bytes += size;
    }
    if (entry ? count >= MAX_ENTRIES || bytes > MAX_BYTES : now - time > UNFINISHED_MS) rmSync(file, { force: true });
  }
}

/** An error of the file system means that there is no cache; any other is a fault of ours. */
function ignored(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return undefined;
  throw error;
}
