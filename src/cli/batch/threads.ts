import { Piscina } from 'piscina';
import type { NamedFile } from '../../dossier/read-file.js';
import type { Answer } from './batch-worker.js';
import { sizeOf } from './jobs.js';
import { failedOn, type Judged, type JudgeOptions } from './judged.js';

/** Bytes that one unit of the time limit is for: a larger file has as many times more. */
const BYTES_PER_LIMIT = 20 * 1024 * 1024;

/** Of each thread: half of what V8 takes. With 12, two threads take 25 MB less and some per cent more time; with 48, 70 MB more and no less time. */
const YOUNG_MEGABYTES = 24;

/** Threads that judge files, each with rules of its own. */
export interface Threads {
  /** What a file leaves; undefined when the signal was aborted first. A thread that dies costs its file, and another takes its place. */
  judge(file: NamedFile, signal: AbortSignal): Promise<Judged | undefined>;
  /** Ends the threads. */
  end(): Promise<void>;
}

/** @param worker the module that the threads run. */
export function startThreads(
  count: number,
  options: JudgeOptions,
  worker: URL = new URL('./batch-worker.js', import.meta.url),
): Threads {
  const { documentMilliseconds, documentBytes } = options.limits;
  const pool = new Piscina({
    filename: worker.href,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    // A thread that sleeps on its memory could not answer those that it starts itself, for PDFs.
    atomics: 'disabled',
    resourceLimits: {
      maxOldGenerationSizeMb: Math.ceil(documentBytes / 2 ** 20),
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
    workerData: options,
  });
  return {
    async judge(file, signal) {
      const size = sizeOf(file.file);
      if (signal.aborted) return undefined;
      const late = new AbortController();
      const onAbort = (): void => late.abort();
      signal.addEventListener('abort', onAbort);
      const timer = setTimeout(() => late.abort(), documentMilliseconds * Math.max(1, size / BYTES_PER_LIMIT));
      try {
        return await pool.run(file, { signal: late.signal }).then(judgedOf, (error: unknown) => {
          if (signal.aborted) return undefined;
          const reason = late.signal.aborted ? 'stopped-time' : isMemory(error) ? 'stopped-memory' : 'stopped-dead';
          return failedOn(file, 'read/stopped', reason);
        });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      }
    },
    end: () => pool.destroy(),
  };
}

function judgedOf(answer: Answer): Judged {
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.judged;
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
