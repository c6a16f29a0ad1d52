import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Artifact, type Outline, outlineOf, type Unreadable, withContents } from '../artifacts/artifact.js';
import { changedLimits } from '../artifacts/limits.js';
import type { Reading } from '../artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../checks/context.js';
import { ALL_CHECKS, DOSSIER_CHECKS } from '../checks/registry.js';
import { discover } from '../dossier/discover.js';
import { readFhirPackages } from '../dossier/fhir-packages.js';
import { type NamedFile, readEach } from '../dossier/read-file.js';
import { readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { countedVerdicts, DossierJudging } from '../engine/dossier-judging.js';
import { mergedReasons } from '../engine/merged-reasons.js';
import type { Reason } from '../engine/plan.js';
import type { CheckRun } from '../engine/results.js';
import { runCheck } from '../engine/run-check.js';
import { rollUp, type Verdict } from '../engine/verdict.js';
import { fill, type Language } from '../messages/fill.js';
import { builtinPack, loadBase } from '../packs/builtin.js';
import { validateJson } from '../packs/validate-json.js';
import { buildReport } from '../report/build.js';
import { Identities, NO_MASK } from '../report/mask.js';
import type { FileResult } from '../report/report-input.js';
import { requirementsByCheck } from '../scenarios/coverage.js';
import { cliTexts } from './cli-texts.js';
import { exitOfVerdicts } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { parseLimits } from './limit-option.js';
import type { CommonOptions, JudgingOptions } from './options.js';
import { processTerminal } from './terminal.js';
import { refuseUnrecognised } from './unrecognised.js';
import { parseReports, writeReports } from './write-reports.js';

/** `segur-check check`: every applicable check on each file, without a dossier. Resolves to the exit code. */
export async function check(
  paths: readonly string[],
  options: CommonOptions & JudgingOptions,
  language: Language,
): Promise<number> {
  const terminal = processTerminal(language, options);
  const texts = await cliTexts(language);
  const reports = parseReports(options.report);
  const limits = parseLimits(options.limit);
  const inputs = await expand(paths);
  const given = await readFhirPackages(options.pack);
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    denyProductionIdentities: options.denyProductionIdentities ?? false,
    trustAnchors: await readTrust(options.trust),
    fhir: given.fhir,
    validateJson,
  };
  const whole = new DossierJudging(DOSSIER_CHECKS, context);
  const identities = new Identities();
  const artifacts: Outline[] = [];
  const unreadable: Unreadable[] = [];
  const files: FileResult[] = [];
  const interruption = new Interruption();
  const { signal } = interruption;
  const onFile = (done: number, total: number) => terminal.progress(fill(texts.cli.reading, { done, total }));
  // Only what is said of a file is kept: a batch of ten thousand takes little more memory than its largest file.
  const take = ({ artifact: file, unreadable: lost }: Reading): void => {
    for (const each of lost) identities.addUnreadable(each);
    unreadable.push(...structuredClone(lost));
    if (!file) return;
    const incomplete = new Set(lost.flatMap((each) => each.containers));
    identities.add(file);
    whole.add(file);
    const outlines = [...withContents(outlineOf(file))];
    artifacts.push(...outlines);
    for (const [index, artifact] of [...withContents(file)].entries())
      files.push(judge(artifact, outlines[index] ?? artifact, incomplete, context));
  };
  await readEach(inputs, limits, take, { signal, onFile });
  interruption.end();
  terminal.progress('');
  const interrupted = interruption.signal.aborted;
  const mask = options.unmask ? NO_MASK : identities.mask(NOTHING_DECLARED);
  if (!interrupted) await refuseUnrecognised(artifacts, unreadable, { terminal, mask });
  const dossier = whole.runs();
  const exit = exitOf(files, dossier, unreadable, interrupted);
  const base = loadBase();
  const byCheck = requirementsByCheck(base);
  const packs = [builtinPack(), ...given.packs];
  await writeReports(
    (catalogue) =>
      buildReport(
        {
          command: 'check',
          packs,
          base,
          candidate: null,
          results: [],
          files,
          dossier,
          artifacts,
          unreadable,
          otherCorridors: 0,
          exit,
          partial: interrupted ? 'interrupted' : undefined,
          masked: !options.unmask,
          changedLimits: changedLimits(limits),
          requirementsOf: (id) => byCheck.get(id) ?? [],
          packOf: () => 'builtin',
        },
        catalogue,
        mask,
      ),
    reports,
    { terminal, lang: options.lang, quiet: options.quiet ?? false, verbose: options.verbose ?? false },
    { written: (format, path) => fill(texts.cli.written, { format, path }) },
  );
  return exit;
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

/** Runs every check of its kind on one file; those on a whole set see this file alone: nothing says which files belong together. */
function judge(
  whole: Artifact,
  artifact: FileResult['artifact'],
  incomplete: ReadonlySet<string>,
  context: CheckContext,
): FileResult {
  if (incomplete.has(artifact.path)) {
    return {
      artifact,
      verdict: 'missing',
      reasons: [{ code: 'reason/unreadable-content', args: { path: artifact.path } }],
      runs: [],
    };
  }
  const checks = ALL_CHECKS.filter((each) => each.kinds.includes(artifact.kind));
  // What is another says itself why.
  if (checks.length === 0 && artifact.kind !== 'other') {
    const reason = { code: 'reason/kind-without-check', args: { kind: artifact.kind } } as const;
    return { artifact, verdict: 'not-tested', reasons: [reason], runs: [] };
  }
  const all = checks.flatMap((each) => runCheck(each, [whole], context));
  // What only a dossier declares is said as a reason, and left out of the verdict.
  const reasons = all.flatMap((run): Reason[] => [
    ...run.needs.map(
      (need): Reason => ({
        code: 'reason/need',
        args: { ...need.args, need: need.code, path: artifact.path, check: run.check },
      }),
    ),
    ...(run.failure === undefined
      ? []
      : [
          {
            code: 'reason/check-failed' as const,
            args: { check: run.check, path: artifact.path, reason: run.failure },
          },
        ]),
  ]);
  const runs = all.filter(
    (run) => run.verdict !== 'not-applicable' && run.verdict !== 'missing' && run.verdict !== 'not-tested',
  );
  return { artifact, verdict: rollUp(runs.map((run) => run.verdict)), reasons: mergedReasons(reasons), runs };
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
