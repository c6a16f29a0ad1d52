import { stat } from 'node:fs/promises';
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

/** How many threads judge the files; 0: none, they are judged one after the other where the command runs. */
export async function threadsFor(files: readonly NamedFile[], jobs: number | undefined): Promise<number> {
  const threads = Math.min(jobs ?? availableParallelism(), files.length);
  if (jobs !== undefined) return jobs === 1 ? 0 : threads;
  return threads > 1 && (await isWorthThreads(files)) ? threads : 0;
}

async function isWorthThreads(files: readonly NamedFile[]): Promise<boolean> {
  let seconds = files.length * FILE_SECONDS;
  for (const { file } of files) {
    if (seconds >= WORTH_SECONDS) return true;
    const size = await stat(file).then(
      (stats) => stats.size,
      () => 0,
    );
    seconds += (size / 1e6) * MEGABYTE_SECONDS;
  }
  return seconds >= WORTH_SECONDS;
}
