// @ts-check
/**
 * Measures the budgets of the design and prints them: whole processes in turn with `node -e 0`, so that the ratio holds when the machine is
 * busy. SEGUR_SAMPLES names a folder of real CDA documents; without it a document of this repository, grown to the size of the budget.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '../../dist/artifacts/read.js';
import { NOTHING_DECLARED } from '../../dist/checks/context.js';
import { ALL_CHECKS } from '../../dist/checks/registry.js';
import { runCheck } from '../../dist/engine/run-check.js';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import { hostileBatch } from './hostile-batch.js';
import { htmlReport } from './html-report.js';
import { mailBatch } from './mail-batch.js';
import { measured } from './measured.js';
import { officialRules } from './official-rules.js';
import { runBatch } from './run-batch.js';
import { sessionBatch, verifyingTime } from './session-batch.js';

const RUNS = 11;
const BIN = fileURLToPath(new URL('../../bin/segur-check.js', import.meta.url));
const BUDGET_BYTES = 135 * 1024;
const MIB = 1024 * 1024;

const work = mkdtempSync(join(tmpdir(), 'segur-bench-'));
try {
  const documents = samples();
  const one = join(work, 'one.xml');
  const nearest = documents.toSorted((a, b) => distance(a) - distance(b))[0] ?? new Uint8Array();
  writeFileSync(one, nearest);
  const bare = [process.execPath, '-e', '0'];
  const help = [process.execPath, BIN, '--help'];
  const cold = [process.execPath, BIN, 'check', one, '--quiet'];
  const [helpTime, bareTime] = inTurn(help, bare);
  print('--help', `${ms(helpTime)}, ${(helpTime / bareTime).toFixed(2)} times node -e 0 (${ms(bareTime)})`, 'twice');
  const [coldTime] = inTurn(cold, bare);
  print(`cold check of one CDA of ${kb(nearest.length)}`, ms(coldTime), '800 ms');
  const warm = await warmTime(documents);
  print(
    `warm, per document, ${documents.length} documents`,
    `median ${ms(warm.median)}, worst ${ms(warm.worst)}`,
    '50 ms',
  );
  await doubling();
  for (const documents of [2000, 10_000]) {
    const { seconds, megabytes } = runBatch(work, documents);
    print(
      `run, ${documents} documents more`,
      `${seconds.toFixed(1)} s, peak memory ${Math.round(megabytes)} MB`,
      '500 MB',
    );
  }
  const mails = mailBatch(work, 1000);
  print(
    `run, 1000 mails of ${(mails.bytes / 1e6).toFixed(1)} MB`,
    `${(1000 / mails.seconds).toFixed(1)} mails a second, peak memory ${Math.round(mails.megabytes)} MB`,
    '500 MB',
  );
  for (const sessions of [600, 1200]) {
    const { seconds, megabytes, bytes } = sessionBatch(work, sessions);
    const what = `check, one capture of ${sessions} sessions of Pro Santé Connect (${(bytes / 1e6).toFixed(0)} MB)`;
    print(what, `${seconds.toFixed(1)} s, peak memory ${Math.round(megabytes)} MB`, '500 MB');
  }
  officialRules(work, print);
  const { own, peer } = await verifyingTime();
  print('one signature of a token', `${own.toFixed(3)} ms, ${(own / peer).toFixed(2)} times jose`, '');
  for (const [what, bytes] of Object.entries({
    structured: grown(100 * MIB),
    encapsulating: encapsulating(100 * MIB),
  })) {
    writeFileSync(one, bytes);
    const { seconds, megabytes } = measured(['check', one, '--quiet', `--report=json=${join(work, 'one.json')}`]);
    print(`one CDA of 100 MB, ${what}`, `${seconds.toFixed(1)} s, peak memory ${Math.round(megabytes)} MB`, '1 GB');
  }
  await htmlReport(work, print);
  const costs = hostileBatch(work);
  const [slowest] = costs.toSorted((a, b) => b.seconds - a.seconds);
  const [largest] = costs.toSorted((a, b) => b.megabytes - a.megabytes);
  print(`${costs.length} hostile files, slowest`, `${slowest?.seconds.toFixed(2)} s (${slowest?.path})`, '2 s');
  print('peak memory', `${Math.round(largest?.megabytes ?? 0)} MB (${largest?.path})`, '512 MB');
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {Uint8Array} bytes */
function distance(bytes) {
  return Math.abs(bytes.length - BUDGET_BYTES);
}

/** @returns {Uint8Array[]} */
function samples() {
  const folder = process.env.SEGUR_SAMPLES;
  if (folder && existsSync(folder)) {
    const files = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.xml'));
    if (files.length === 0) throw new Error(`SEGUR_SAMPLES: ${folder} holds no .xml file (subfolders are not read)`);
    console.log(`documents: ${files.length} of SEGUR_SAMPLES`);
    return files
      .map((name) => readFileSync(join(folder, name)))
      .filter((_, index) => statSync(join(folder, files[index] ?? '')).size > 0);
  }
  console.log('documents: one of this repository, grown to 135 KB (name a folder in SEGUR_SAMPLES for real ones)');
  return [grown(BUDGET_BYTES)];
}

/**
 * A level 3 document whose section is repeated until it has this size.
 *
 * @param {number} size
 * @returns {Uint8Array}
 */
function grown(size) {
  const text = Buffer.from(assemble(recipe('cda-n3'))[0]?.bytes ?? []).toString('utf8');
  const start = text.indexOf('<component>', text.indexOf('<structuredBody'));
  const end = text.indexOf('</structuredBody>');
  const body = text.slice(start, end);
  const copies = Math.max(1, Math.ceil((size - text.length) / body.length) + 1);
  return Buffer.from(text.slice(0, start) + body.repeat(copies) + text.slice(end));
}

/**
 * A level 1 document with that many characters of base64.
 *
 * @param {number} size
 * @returns {Uint8Array}
 */
function encapsulating(size) {
  const text = Buffer.from(assemble(recipe('cda-n1'))[0]?.bytes ?? []).toString('utf8');
  const start = text.indexOf('>', text.indexOf('<text', text.indexOf('<nonXMLBody'))) + 1;
  const end = text.indexOf('</text>', start);
  const content = Buffer.from(text.slice(start, end), 'base64');
  const padding = Buffer.alloc(Math.floor((size * 3) / 4) - content.length, '% \n');
  return Buffer.from(text.slice(0, start) + Buffer.concat([content, padding]).toString('base64') + text.slice(end));
}

/**
 * Median wall time, in milliseconds, of two commands run in turn.
 *
 * @param {string[]} a
 * @param {string[]} b
 * @returns {[number, number]}
 */
function inTurn(a, b) {
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    for (const [index, [command = '', ...args]] of [a, b].entries()) {
      const start = process.hrtime.bigint();
      const { status } = spawnSync(command, args, { stdio: 'ignore' });
      if (status !== 0 && status !== 1) throw new Error(`${[command, ...args].join(' ')} exited ${status}`);
      // The first run warms the disk cache.
      if (run > 0) times[index === 0 ? 0 : 1].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return [median(times[0]), median(times[1])];
}

/** @param {Uint8Array[]} documents */
async function warmTime(documents) {
  for (let pass = 0; pass < 3; pass++) for (const bytes of documents) await judge(bytes);
  const times = [];
  for (const bytes of documents) {
    const start = process.hrtime.bigint();
    await judge(bytes);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return { median: median(times), worst: Math.max(...times) };
}

/** @param {Uint8Array} bytes */
async function judge(bytes) {
  const { artifact } = await read({ path: 'x.xml', bytes, declared: {} });
  if (!artifact) return;
  for (const check of ALL_CHECKS)
    if (check.kinds.includes(artifact.kind)) runCheck(check, [artifact], NOTHING_DECLARED);
}

async function doubling() {
  let before = 0;
  for (let size = 1; size <= 16; size *= 2) {
    const bytes = grown(size * 1024 * 1024);
    const times = [];
    for (let run = 0; run < 3; run++) {
      const start = process.hrtime.bigint();
      await judge(bytes);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    const time = median(times);
    print(`${size} MB`, `${ms(time)}${before ? `, ${(time / before).toFixed(2)} times the half` : ''}`, '2.3 times');
    before = time;
  }
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

/** @param {number} bytes */
function kb(bytes) {
  return `${Math.round(bytes / 1024)} KB`;
}

/** @param {string} what @param {string} figure @param {string} budget */
function print(what, figure, budget) {
  console.log(`${what.padEnd(44)} ${figure.padEnd(52)} budget ${budget}`);
}
