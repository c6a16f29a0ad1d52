// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What measuring needs of the tool: its build for the script, its sources for the test.
 *
 * @template {{ path: string, kind: string }} A artifact
 * @template {{ id: string, kinds: readonly string[] }} C check
 * @typedef {object} Tool
 * @property {(folder: string) => Promise<string[]>} discover
 * @property {(input: { path: string, bytes: Buffer, declared: {} }) => Promise<{ artifact?: A | undefined, unreadable: readonly { path: string }[] }>} read
 * @property {(artifact: A) => Iterable<A>} withContents
 * @property {readonly C[]} checks
 * @property {(check: C, artifacts: readonly A[]) => readonly Run[]} runCheck with nothing declared
 */

/**
 * @typedef {object} Run
 * @property {number} evaluated
 * @property {unknown} [failure]
 * @property {readonly { code: string, severity: string }[]} findings
 */

/**
 * @typedef {object} Measure
 * @property {number} files
 * @property {Map<string, number>} looked artifacts that each check looked at, by its id
 * @property {Map<string, Set<string>>} broken paths of the artifacts that break each rule, by its code
 * @property {{ code: string, path: string }[]} errors
 * @property {string[]} failures checks that threw
 * @property {string[]} unread
 */

/**
 * Runs every check on every sample of a corpus, each file on its own and with nothing declared, as `segur-check check FILE` does.
 *
 * @template {{ path: string, kind: string }} A
 * @template {{ id: string, kinds: readonly string[] }} C
 * @param {Tool<A, C>} tool
 * @param {string} folder
 * @param {RegExp} wanted
 * @returns {Promise<Measure>}
 */
export async function measure({ discover, read, withContents, checks, runCheck }, folder, wanted) {
  /** @type {Measure} */
  const measured = { files: 0, looked: new Map(), broken: new Map(), errors: [], failures: [], unread: [] };
  for (const path of (await discover(folder)).filter((each) => wanted.test(each))) {
    const { artifact, unreadable } = await read({ path, bytes: readFileSync(join(folder, path)), declared: {} });
    measured.files += 1;
    measured.unread.push(...unreadable.map((each) => each.path));
    for (const each of artifact ? withContents(artifact) : []) judge(each);
  }
  return measured;

  /** @param {A} artifact */
  function judge(artifact) {
    for (const check of checks.filter(({ kinds }) => kinds.includes(artifact.kind))) {
      const runs = runCheck(check, [artifact]);
      if (runs.some(({ evaluated }) => evaluated > 0))
        measured.looked.set(check.id, (measured.looked.get(check.id) ?? 0) + 1);
      for (const run of runs) {
        if (run.failure) measured.failures.push(`${check.id} on ${artifact.path}`);
        for (const { code, severity } of run.findings) {
          const paths = measured.broken.get(code) ?? new Set();
          if (severity === 'error' && !paths.has(artifact.path)) measured.errors.push({ code, path: artifact.path });
          measured.broken.set(code, paths.add(artifact.path));
        }
      }
    }
  }
}
