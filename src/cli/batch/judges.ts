import type { NamedFile } from '../../dossier/read-file.js';
import type { Judged, JudgeOptions } from './judged.js';

/** What judges files: threads, or the command itself. */
export interface Judges {
  /** How many files are judged at once. */
  readonly lanes: number;
  /** What a file leaves; undefined when the signal was aborted first. */
  judge(file: NamedFile, signal: AbortSignal): Promise<Judged | undefined>;
  end(): Promise<void>;
}

/** @param threads 0: files are judged where the command runs. */
export async function startJudges(options: JudgeOptions, threads: number): Promise<Judges> {
  if (threads > 0) {
    const { startThreads } = await import('./threads.js');
    return { ...startThreads(threads, options), lanes: threads };
  }
  const { makeFileJudge } = await import('./judge-file.js');
  return { lanes: 1, judge: await makeFileJudge(options), end: async () => undefined };
}
