import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Outline, Unreadable } from '../artifacts/artifact.js';
import { changedLimits } from '../artifacts/limits.js';
import { type CheckContext, NOTHING_DECLARED } from '../checks/context.js';
import { discover } from '../dossier/discover.js';
import { readFhirPackages } from '../dossier/fhir-packages.js';
import { identifyOfficial, namePacks } from '../dossier/given-packs.js';
import type { NamedFile } from '../dossier/read-file.js';
import { readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { countedVerdicts, DossierJudging } from '../engine/dossier-judging.js';
import type { CheckRun } from '../engine/results.js';
import type { Verdict } from '../engine/verdict.js';
import { fill, type Language } from '../messages/fill.js';
import { builtinPack, loadBase } from '../packs/builtin.js';
import type { Said } from '../packs/official/kept-reports.js';
import { officialChecks, packOfCheck } from '../packs/official/pack-layout.js';
import { buildReport } from '../report/build.js';
import { Identities, NO_MASK } from '../report/mask.js';
import type { FileResult } from '../report/report-input.js';
import { requirementsByCheck } from '../scenarios/coverage.js';
import { judgeInOrder } from './batch/in-order.js';
import { parseJobs, threadsFor } from './batch/jobs.js';
import type { Judged, JudgeOptions } from './batch/judged.js';
import { refuseEmptyGlobs, selectionOf, wholeChecks } from './batch/selection.js';
import { cliTexts } from './cli-texts.js';
import { letHeapsGrow } from './engine-flags.js';
import { exitOfVerdicts } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { parseLimits } from './limit-option.js';
import type { BatchOptions, CommonOptions, JudgingOptions } from './options.js';
import { processTerminal } from './terminal.js';
import { refuseUnrecognised } from './unrecognised.js';
import { parseReports, wantsSchemaReports, writeReports } from './write-reports.js';

/** `segur-check check`: every applicable check on each file, without a dossier. Resolves to the exit code. */
export async function check(
  paths: readonly string[],
  options: CommonOptions & JudgingOptions & BatchOptions,
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const texts = await cliTexts(language);
  const reports = parseReports(options.report);
  const limits = parseLimits(options.limit);
  const jobs = parseJobs(options.jobs);
  const globs = options.checks ?? [];
  const inputs = await expand(paths);
  const packs = await namePacks(options.pack);
  const [official] = packs.official;
  if (official) letHeapsGrow();
  await refuseEmptyGlobs(globs, official ? officialChecks(official.id, official.paths) : []);
  const { packs: fhirPacks } = await readFhirPackages(packs.fhir);
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    denyProductionIdentities: options.denyProductionIdentities ?? false,
    trustAnchors: await readTrust(options.trust),
  };
  const selection = selectionOf(globs);
  const batch = gathering(new DossierJudging(wholeChecks(selection), context));
  const interruption = new Interruption();
  const judging: JudgeOptions = {
    limits,
    trust: options.trust ?? [],
    packs,
    denyProductionIdentities: context.denyProductionIdentities,
    checks: globs,
    schemaReports: wantsSchemaReports(reports),
  };
  const judged = judgeAll(inputs, judging, {
    threads: await threadsFor(inputs, jobs, packs.official.length > 0),
    take: batch.take,
    signal: interruption.signal,
    onItem: (done, total) => terminal.progress(fill(texts.cli.reading, { done, total })),
  });
  // While the threads begin.
  const base = loadBase();
  const byCheck = requirementsByCheck(base);
  const officialPack = identifyOfficial(packs.official);
  const identified = [builtinPack(), ...fhirPacks, ...(officialPack ? [officialPack] : [])];
  await judged;
  interruption.end();
  terminal.progress('');
  const interrupted = interruption.signal.aborted;
  const { files, artifacts, unreadable, said } = batch;
  const mask = options.unmask ? NO_MASK : batch.identities.mask(NOTHING_DECLARED);
  if (!interrupted) await refuseUnrecognised(artifacts, unreadable, { terminal, mask });
  const dossier = batch.whole.runs();
  const exit = exitOf(files, dossier, unreadable, interrupted);
  await writeReports(
    (catalogue) =>
      buildReport(
        {
          command: 'check',
          packs: identified,
          base,
          candidate: null,
          results: [],
          files,
          dossier,
          artifacts,
          unreadable,
          said,
          otherCorridors: 0,
          exit,
          partial: interrupted
            ? 'interrupted'
            : globs.length > 0
              ? { checks: globs.join(', '), onlyCda: !selection.own }
              : undefined,
          masked: !options.unmask,
          changedLimits: changedLimits(limits),
          requirementsOf: (id) => byCheck.get(id) ?? [],
          packOf: (check) => packOfCheck(check, official?.id) ?? 'builtin',
        },
        catalogue,
        mask,
      ),
    reports,
    { terminal, lang: options.lang, quiet: options.quiet ?? false, verbose: options.verbose ?? false },
  );
  return exit;
}

/** What is left of the files that were judged: a batch of ten thousand takes little more memory than its largest file. */
function gathering(whole: DossierJudging) {
  const identities = new Identities();
  const artifacts: Outline[] = [];
  const unreadable: Unreadable[] = [];
  const files: FileResult[] = [];
  const said: Said[] = [];
  const take = (judged: Judged): void => {
    for (const each of judged.unreadable) identities.addUnreadable(each);
    for (const each of judged.identities) identities.take(each);
    whole.take(judged.kept);
    unreadable.push(...judged.unreadable);
    artifacts.push(...judged.outlines);
    files.push(...judged.files);
    if (judged.said) said.push(judged.said);
  };
  return { whole, identities, artifacts, unreadable, files, said, take };
}

/** Judges the files, in threads or here. */
async function judgeAll(
  inputs: readonly NamedFile[],
  judging: JudgeOptions,
  {
    threads: count,
    ...work
  }: {
    readonly threads: number;
    readonly take: (judged: Judged) => void;
    readonly signal: AbortSignal;
    readonly onItem: (done: number, total: number) => void;
  },
): Promise<void> {
  if (count === 0) {
    const { makeFileJudge } = await import('./batch/judge-file.js');
    return judgeInOrder(inputs, { ...work, lanes: 1, judge: await makeFileJudge(judging) });
  }
  const { startThreads } = await import('./batch/threads.js');
  const threads = startThreads(count, judging);
  try {
    await judgeInOrder(inputs, { ...work, lanes: count, judge: (file) => threads.judge(file, work.signal) });
  } finally {
    await threads.end();
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
    const stats = await stat(path).catch(() => undefined);
    if (!stats) throw new UserError('no-file', { path });
    if (!stats.isDirectory()) add(basename(path), path);
    else for (const inside of await discover(path)) add(inside, join(path, inside));
  }
  if (files.length === 0) throw new UserError('no-artifact', { path: paths.join(', ') });
  return files;
}

/** A file whose contents were judged need not be judged itself; if nothing of anything was, nothing was tested. */
function exitOf(
  files: readonly FileResult[],
  dossier: readonly CheckRun[],
  unreadable: readonly Unreadable[],
  interrupted: boolean,
): number {
  const judged = files.filter((file) => file.verdict !== 'not-tested').map((file) => file.verdict);
  const nothing: Verdict[] = files.length > 0 && judged.length === 0 ? ['not-tested'] : [];
  return exitOfVerdicts([...judged, ...nothing, ...countedVerdicts(dossier)], unreadable, interrupted);
}
