import { type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { discover } from '../dossier/discover.js';
import { namePacks } from '../dossier/given-packs.js';
import type { NamedFile } from '../dossier/read-file.js';
import { UserError } from '../dossier/user-error.js';
import type { Language } from '../messages/fill.js';
import { officialChecks } from '../packs/official/pack-layout.js';
import { parseJobs, threadsFor } from './batch/jobs.js';
import type { JudgeOptions } from './batch/judged.js';
import { startJudges } from './batch/judges.js';
import { refuseEmptyGlobs } from './batch/selection.js';
import { letHeapsGrow } from './engine-flags.js';
import { Interruption } from './interruption.js';
import { parseLimits } from './limit-option.js';
import type { BatchOptions, CommonOptions, JudgingOptions } from './options.js';
import { commonFolder } from './report-paths.js';
import { parseReports, wantsSchemaReports } from './report-requests.js';

/** `segur-check check`: every applicable check on each file, without a dossier. Resolves to the exit code. */
export async function check(
  paths: readonly string[],
  options: CommonOptions & JudgingOptions & BatchOptions,
  language: Language,
): Promise<number> {
  const reports = parseReports(options.report, paths);
  const limits = parseLimits(options.limit);
  const jobs = parseJobs(options.jobs);
  const globs = options.checks ?? [];
  const inputs = await expand(paths);
  const packs = await namePacks(options.pack);
  const [official] = packs.official;
  if (official) letHeapsGrow();
  await refuseEmptyGlobs(globs, official ? officialChecks(official.id, official.paths) : []);
  const judging: JudgeOptions = {
    limits,
    trust: options.trust ?? [],
    packs,
    denyProductionIdentities: options.denyProductionIdentities ?? false,
    checks: globs,
    schemaReports: wantsSchemaReports(reports),
  };
  const interruption = new Interruption();
  const judges = await startJudges(judging, threadsFor(inputs, jobs, official !== undefined));
  try {
    // While the threads begin.
    const { judgeAndReport } = await import('./batch/judge-and-report.js');
    const batch = { inputs, judging, judges, reports, interruption, folder: commonFolder(paths) };
    return await judgeAndReport(batch, options, language);
  } finally {
    interruption.end();
    await judges.end();
  }
}

/** Files given, and those of the folders given, in the order given. */
async function expand(paths: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  const taken = new Set<string>();
  const add = (wanted: string, file: string): void => {
    let shown = wanted;
    for (let copy = 2; taken.has(shown); copy++) shown = `${wanted} (${copy})`;
    taken.add(shown);
    files.push({ shown, file, declared: {} });
  };
  for (const path of paths) {
    const stats = statsOf(path);
    if (!stats) throw new UserError('no-file', { path });
    if (!stats.isDirectory()) add(basename(path), path);
    else for (const inside of await discover(path)) add(inside, join(path, inside));
  }
  if (files.length === 0) throw new UserError('no-artifact', { path: paths.join(', ') });
  return files;
}

/** Undefined whatever the reason: there is no file to judge. At once: a promise for each of ten thousand files takes longer. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
