import { Worker } from 'node:worker_threads';
import type { Limits } from '../artifacts/limits.js';
import type { Failure, Request, Result } from './worker.js';

/** What a thread gave, or why it gave nothing. */
export type Outcome =
  | { readonly result: Result }
  | { readonly failure: Failure | 'time'; readonly detail: string | number };

let thread: Worker | undefined;
let memory = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Has a thread do a job, one at a time: a thread is kept for the next one, and ended when it takes too long or fails. It keeps no process alive.
 */
export function inWorker(request: Omit<Request, 'pages' | 'pixels'>, limits: Limits): Promise<Outcome> {
  const outcome = last.then(() => attempt({ ...request, pages: limits.pdfPages, pixels: PAGE_PIXELS }, limits));
  last = outcome.catch(() => undefined);
  return outcome;
}

/** Of a rendered page: an A3 at 216 dots an inch. */
const PAGE_PIXELS = 9_000_000;

async function attempt(request: Request, limits: Limits): Promise<Outcome> {
  const worker = await threadOf(limits.readerBytes);
  const outcome = await new Promise<Outcome>((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off('message', end).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onError = (error: Error): void => end(failureOf(error));
    const onExit = (): void => end({ failure: 'other', detail: 'exit' });
    const timer = setTimeout(() => end({ failure: 'time', detail: 0 }), limits.readMilliseconds);
    worker.on('message', end).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(request);
  });
  worker.unref();
  if ('failure' in outcome && outcome.failure !== 'password') {
    // What failed may have left its memory in any state.
    thread = undefined;
    worker.on('error', () => undefined);
    await worker.terminate();
  }
  return outcome;
}

async function threadOf(bytes: number): Promise<Worker> {
  if (thread && memory !== bytes) {
    await thread.terminate();
    thread = undefined;
  }
  memory = bytes;
  const maxOldGenerationSizeMb = Math.ceil(bytes / 2 ** 20);
  thread ??= new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { memory: bytes },
    resourceLimits: { maxOldGenerationSizeMb },
    // What a library says of a page is nobody's output.
    stdout: true,
    stderr: true,
  });
  return thread;
}

function failureOf(error: Error): Outcome {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { failure: isMemory ? 'memory' : 'other', detail: error.message };
}
