// @ts-check
/**
 * `npm run fuzz`: reads mutated samples until time is up, and fails at the first crash, stack trace or hang of each.
 *
 *   npm run fuzz -- [--seconds 600] [--seed N] [--kind hl7v2] [--only INDEX] [--save FILE]
 *
 * Samples: `fixtures/artifacts` (one folder a kind), and those of `SEGUR_SAMPLES_CDA`, `SEGUR_SAMPLES_XDM` and `SEGUR_SAMPLES_HL7` when these name
 * folders. `--kind K --seed N --only INDEX --save FILE` writes one input again.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mutate } from './mutate.js';

const HANG = 2000;
const MINIMUM = 1000;
const FIXTURES = fileURLToPath(new URL('../../fixtures/artifacts/', import.meta.url));

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    kind: { type: 'string' },
    only: { type: 'string' },
    save: { type: 'string' },
  },
});
const seed = Number(options.seed);
const kinds = readdirSync(FIXTURES).filter((kind) => options.kind === undefined || kind === options.kind);
if (kinds.length === 0) throw new Error(`no samples of kind ${options.kind} in fixtures/artifacts`);

if (options.only !== undefined) {
  const samples = samplesOf(kinds[0] ?? '');
  const index = Number(options.only);
  const { path, bytes } = samples[index % samples.length] ?? { path: '', bytes: Buffer.alloc(0) };
  const mutated = mutate(
    bytes,
    samples.map((each) => each.bytes),
    seed + index,
  );
  writeFileSync(options.save ?? 'fuzz-input', mutated);
  console.log(`${path}, ${mutated.length} bytes: written to ${options.save ?? 'fuzz-input'}`);
} else {
  console.log(`seed ${seed}`);
  const share = (Number(options.seconds) * 1000) / kinds.length;
  let failed = 0;
  for (const kind of kinds) failed += await fuzz(kind, share);
  console.log(failed === 0 ? 'no crash, no stack trace, no hang' : `${failed} failure(s)`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/**
 * Fuzzes one kind for its share of the time, and at least MINIMUM inputs.
 *
 * @param {string} kind
 * @param {number} share milliseconds
 */
async function fuzz(kind, share) {
  const samples = samplesOf(kind);
  const end = Date.now() + share;
  const seen = new Map();
  let [index, inputs, failures, slowest] = [0, 0, 0, 0];
  while ((Date.now() < end || inputs < MINIMUM) && failures < 5) {
    const outcome = await batch(
      samples,
      index,
      (message) => {
        inputs++;
        slowest = Math.max(slowest, message.milliseconds);
        if (message.failure === undefined) return void seen.set(message.kind, (seen.get(message.kind) ?? 0) + 1);
        failures++;
        console.error(`${kind}: seed ${seed}, input ${message.index}: ${message.failure}`);
      },
      end,
    );
    index = outcome.next;
    if (outcome.hung === undefined) continue;
    failures++;
    inputs++;
    console.error(`${kind}: seed ${seed}, input ${outcome.hung}: ${outcome.why}`);
  }
  const read = [...seen].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${kind}: ${samples.length} samples, ${inputs} inputs, slowest ${Math.round(slowest)} ms; ${read.join(', ')}`,
  );
  return failures;
}

/**
 * Runs inputs in a thread until it hangs, dies, or enough were read.
 *
 * @param {{ path: string, bytes: Buffer }[]} samples
 * @param {number} from
 * @param {(message: { index: number, milliseconds: number, kind?: string, failure?: string }) => void} onInput
 * @param {number} end
 * @returns {Promise<{ next: number, hung?: number, why?: string }>}
 */
function batch(samples, from, onInput, end) {
  return new Promise((resolve) => {
    const progress = new SharedArrayBuffer(4);
    const at = new Int32Array(progress);
    const worker = new Worker(new URL('fuzz-worker.js', import.meta.url), {
      workerData: { progress, samples, seed, from, to: from + 100_000 },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    let [done, since, last] = [from, Date.now(), from];
    const stop = (/** @type {{ next: number, hung?: number, why?: string }} */ outcome) => {
      clearInterval(watch);
      void worker.terminate().then(() => resolve(outcome));
    };
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, Date.now()];
      else if (Date.now() - since > HANG && done <= now && done > from)
        stop({ next: now + 1, hung: now, why: `hangs for more than ${HANG} ms` });
      else if (Date.now() - since > 10 * HANG)
        stop({ next: now + 1, hung: now, why: `hangs for more than ${10 * HANG} ms` });
      if (Date.now() >= end && done - from >= MINIMUM) stop({ next: done });
    }, 50);
    worker.on('message', (message) => {
      done = message.index + 1;
      onInput(message);
      if (message.failure !== undefined) stop({ next: done });
    });
    worker.on('error', (error) =>
      stop({ next: Atomics.load(at, 0) + 1, hung: Atomics.load(at, 0), why: String(error) }),
    );
    worker.on('exit', () => stop({ next: done }));
  });
}

/**
 * Fixtures of a kind, and official samples where there are.
 *
 * @param {string} kind
 * @returns {{ path: string, bytes: Buffer }[]}
 */
function samplesOf(kind) {
  /** @type {Record<string, string | undefined>} */
  const official = {
    cda: process.env.SEGUR_SAMPLES_CDA,
    xdm: process.env.SEGUR_SAMPLES_XDM,
    hl7v2: process.env.SEGUR_SAMPLES_HL7,
  };
  const folders = [join(FIXTURES, kind), ...(official[kind] === undefined ? [] : [official[kind]])];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && statSync(file).size < 400_000)
      .sort()
      .map((file) => ({ path: basename(file), bytes: readFileSync(file) })),
  );
}
