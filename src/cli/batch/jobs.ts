import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { NamedFile } from '../../dossier/read-file.js';
import { UserError } from '../../dossier/user-error.js';

/** Far more than any machine needs: each has its own copy of the rules. */
const MOST = 256;

/** What a file takes, whatever its size, and what each megabyte adds, in seconds: orders of magnitude, measured on official samples. */
const FILE_SECONDS = 0.008;
const MEGABYTE_SECONDS = 0.05;
/** A second thread brings less than it costs below: it must start and load the rules. */
const WORTH_SECONDS = 1;

/** What `--jobs` asks for; undefined when it is not given. @throws UserError for what is no count. */
export function parseJobs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value) || Number(value) > MOST) throw new UserError('invalid-jobs', { value, maximum: MOST });
  return Number(value);
}

/** Above it, rules that compare elements with all their siblings may take more than half a minute. */
const STOPPABLE_BYTES = 500_000;

/**
 * How many threads judge the files; 0: none, they are judged one after the other where the command runs.
 * @param byRules whether the rules of a pack judge them: a large file then gets a thread even when it is alone, since only a thread can be stopped.
 */
export function threadsFor(files: readonly NamedFile[], jobs: number | undefined, byRules: boolean): number {
  const threads = Math.min(jobs ?? availableParallelism(), files.length);
  const asked = jobs !== undefined && jobs > 1;
  if (asked || (threads > 1 && isWorthThreads(files))) return threads;
  return byRules && someLarge(files) ? 1 : 0;
}

function someLarge(files: readonly NamedFile[]): boolean {
  for (const { file } of files) if (sizeOf(file) > STOPPABLE_BYTES) return true;
  return false;
}

/** Bytes of a file, 0 for what cannot be looked at: reading it tells why. */
export function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function isWorthThreads(files: readonly NamedFile[]): boolean {
  let seconds = files.length * FILE_SECONDS;
  for (const { file } of files) {
    if (seconds >= WORTH_SECONDS) return true;
    seconds += (sizeOf(file) / 1e6) * MEGABYTE_SECONDS;
  }
  return seconds >= WORTH_SECONDS;
}
