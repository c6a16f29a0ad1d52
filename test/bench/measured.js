// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/segur-check.js', import.meta.url));
/** Kilobytes. Linux counts in maxRSS what the parent had when it started the process: the status of the process tells its own. */
const MEASURE = `import { readFileSync } from "node:fs";
const own = () => { try { return /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]; } catch { return undefined; } };
process.on("exit", () => process.stderr.write("rss " + (own() ?? process.resourceUsage().maxRSS)));`;

/**
 * Runs the command as a process of its own, as a user does: nothing is loaded to measure its memory, which each of its threads would load too.
 *
 * @param {readonly string[]} args
 * @returns {{ seconds: number, status: number | null, stderr: string }} wall time
 */
export function unmeasured(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, status, stderr };
}

/**
 * Runs the command as a process of its own.
 *
 * @param {readonly string[]} args
 * @returns {{ seconds: number, megabytes: number, status: number | null, stderr: string }} wall time and peak resident memory
 */
export function measured(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=data:text/javascript,${encodeURIComponent(MEASURE)}`, BIN, ...args],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, megabytes: Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024, status, stderr };
}
