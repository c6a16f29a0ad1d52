// @ts-check
/** Reads mutated samples one after the other, and judges what is read; says at each which one it is about, so that the other thread knows what it hangs on. */
import { parentPort, workerData } from 'node:worker_threads';
import { withContents } from '../../dist/artifacts/artifact.js';
import { read } from '../../dist/artifacts/read.js';
import { NOTHING_DECLARED } from '../../dist/checks/context.js';
import { ALL_CHECKS } from '../../dist/checks/registry.js';
import { runCheck } from '../../dist/engine/run-check.js';
import { mutate } from './mutate.js';

/** One patient is declared, whose identity is not qualified: more is judged then. */
const CONTEXT = { ...NOTHING_DECLARED, patients: [{ id: 'A', status: /** @type {const} */ ('validée') }] };
const DECLARED = { patient: 'A', role: /** @type {const} */ ('outgoing') };

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
 * What may never happen on bad input: the reader throws, fails with an error of its own, or gives two artifacts one path; a check throws.
 *
 * @param {Buffer} bytes
 * @param {string} path
 */
async function failureOf(bytes, path) {
  try {
    const { artifact, unreadable } = await read({ path, bytes, declared: DECLARED });
    const failed = unreadable.flatMap(({ problems }) => problems).find(({ code }) => code === 'read/failed');
    if (failed) return { failure: String(failed.args.reason) };
    const all = artifact ? [...withContents(artifact)] : [];
    if (new Set(all.map((each) => each.path)).size < all.length) return { failure: 'two artifacts of one path' };
    for (const check of ALL_CHECKS) {
      const own = all.filter(({ kind }) => check.kinds.includes(kind));
      const thrown = runCheck(check, own, CONTEXT).find(({ failure }) => failure !== undefined);
      if (thrown) return { failure: `${thrown.check}: ${thrown.failure}` };
    }
    return { kind: artifact?.kind ?? 'unreadable' };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
