// @ts-check
/** Reads mutated samples one after the other; says at each which one it is about, so that the other thread knows what it hangs on. */
import { parentPort, workerData } from 'node:worker_threads';
import { withContents } from '../../dist/artifacts/artifact.js';
import { read } from '../../dist/artifacts/read.js';
import { mutate } from './mutate.js';

/** @type {{ progress: SharedArrayBuffer, samples: { path: string, bytes: Uint8Array }[], seed: number, from: number, to: number }} */
const { progress, samples, seed, from, to } = workerData;
const at = new Int32Array(progress);
const buffers = samples.map(({ bytes }) => Buffer.from(bytes));

for (let index = from; index < to; index++) {
  Atomics.store(at, 0, index);
  const sample = index % samples.length;
  const bytes = mutate(buffers[sample] ?? Buffer.alloc(0), buffers, seed + index);
  const started = performance.now();
  const failure = await failureOf(bytes, samples[sample]?.path ?? '');
  parentPort?.postMessage({ index, milliseconds: performance.now() - started, ...failure });
}

/**
 * What the reader may never do on bad input: throw, fail with an error of its own, or give two artifacts one path.
 *
 * @param {Buffer} bytes
 * @param {string} path
 */
async function failureOf(bytes, path) {
  try {
    const { artifact, unreadable } = await read({ path, bytes, declared: {} });
    const failed = unreadable.flatMap(({ problems }) => problems).find(({ code }) => code === 'read/failed');
    if (failed) return { failure: String(failed.args.reason) };
    const all = artifact ? [...withContents(artifact)] : [];
    if (new Set(all.map((each) => each.path)).size < all.length) return { failure: 'two artifacts of one path' };
    return { kind: artifact?.kind ?? 'unreadable' };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
