import picomatch from 'picomatch';
import { type Artifact, type Outline, type Unreadable, withContents } from '../artifacts/artifact.js';
import { changedLimits, type Limits } from '../artifacts/limits.js';
import type { Reading } from '../artifacts/read.js';
import type { CheckContext } from '../checks/context.js';
import { DOSSIER_CHECKS } from '../checks/dossier-checks.js';
import { checkById } from '../checks/registry.js';
import { type GivenOpinion, readAvis } from '../dossier/avis.js';
import { listDossier, readManifest, withheldFiles } from '../dossier/dossier.js';
import { dossierBase } from '../dossier/dossier-base.js';
import { evidenceLookup } from '../dossier/evidence.js';
import { filesInside } from '../dossier/fhir-packages.js';
import { readPacks } from '../dossier/given-packs.js';
import { type GivenRem, readGivenRem } from '../dossier/given-rem.js';
import { checkContext, type Manifest } from '../dossier/manifest.js';
import { type NamedFile, readEach } from '../dossier/read-file.js';
import { readDossierTrust, readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { DossierJudging } from '../engine/dossier-judging.js';
import { execute } from '../engine/execute.js';
import { expressionRunner, loadEngines } from '../engine/expression.js';
import { Judging } from '../engine/judging.js';
import { type Application, makePlan, type Plan } from '../engine/plan.js';
import type { CheckRun, RequirementResult } from '../engine/results.js';
import { asUnreadable, withheldFor } from '../engine/withheld.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { builtinPack, type Pack } from '../packs/builtin.js';
import { type ReportKeeper, reportKeeper } from '../packs/official/kept-reports.js';
import type { OfficialRules } from '../packs/official/official-rules.js';
import { officialRuns } from '../packs/official/official-runs.js';
import { packOfCheck } from '../packs/official/pack-layout.js';
import { buildReport } from '../report/build.js';
import { maskArgs } from '../report/findings.js';
import { Identities, type Mask, NO_MASK } from '../report/mask.js';
import { AVIS_NAME } from '../report/opinions.js';
import type { Report } from '../report/report.js';
import type { ReportInput } from '../report/report-input.js';
import { type ExpressionLanguage, isExpression } from '../scenarios/scenario.js';
import { exitOfRun } from './exit-codes.js';
import { Interruption } from './interruption.js';

/** What is judged, and how. */
export interface DossierOptions {
  readonly limits: Limits;
  readonly denyProductionIdentities?: boolean | undefined;
  /** Files of certificates that are trusted, beside those of the manifest. */
  readonly trust?: readonly string[] | undefined;
  /** What `--pack` gives. */
  readonly pack?: readonly string[] | undefined;
  /** The workbook of the corridor, what `--rem` gives. */
  readonly rem?: string | undefined;
  /** Narrows the run to the requirements and scenarios that match. */
  readonly scenario?: string | undefined;
  readonly unmask?: boolean | undefined;
  /** Keeps what official schemas say in full, for SVRL. */
  readonly schemaReports?: boolean | undefined;
  /** Paths, from the folder, that are no artifacts: the reports being written, a lock, opinions. */
  readonly except?: ReadonlySet<string> | undefined;
  /** Called with each file that was read, before it is let go. */
  readonly onArtifact?: ((artifact: Artifact) => void) | undefined;
  readonly onProgress?: ((stage: 'reading' | 'judging', done: number, total: number) => void) | undefined;
}

/** A dossier that was judged. */
export interface JudgedDossier {
  readonly manifest: Manifest;
  readonly exit: number;
  readonly interrupted: boolean;
  /** The files that were read, with what the manifest declares of them. */
  readonly files: readonly NamedFile[];
  readonly artifacts: readonly Outline[];
  readonly unreadable: readonly Unreadable[];
  readonly packs: readonly Pack[];
  /** The workbook that it was judged with, and where it was read. */
  readonly rem: GivenRem | undefined;
  /** Files of the packs given that lie in the folder, by their paths from it. */
  readonly packFiles: readonly string[];
  /** In the order of the report's requirements, not masked. */
  readonly results: readonly RequirementResult[];
  readonly mask: Mask;
  /** What `avis.yaml` says, not masked; empty without one. */
  readonly opinions: readonly GivenOpinion[];
  /** The report in the language of a catalogue. */
  report(catalogue: Catalogue): Report;
}

/**
 * From a dossier to its report: what `run` writes, `seal` seals and `replay` compares. Hears interruptions while it judges.
 * @throws UserError for a manifest, a scenario or a pack that is wrong, and a dossier without a file or to which nothing applies.
 */
export async function judgeDossier(folder: string, options: DossierOptions): Promise<JudgedDossier> {
  const manifestFile = await readManifest(folder);
  const manifest = manifestFile.value;
  const rem = await readGivenRem(folder, manifest, options.rem);
  const declared = options.unmask ? NO_MASK : new Identities().mask({ patients: manifest.patients ?? [] });
  const masked = <T>(promise: Promise<T>): Promise<T> =>
    promise.catch((error: unknown) => {
      throw maskedMistakes(error, declared);
    });
  const { house, base, known, use } = await masked(dossierBase(folder, manifest, rem));
  const trust = await masked(readDossierTrust(folder, manifestFile));
  const anchors = [...trust.anchors, ...(await readTrust(options.trust))];
  const given = await readPacks(options.pack);
  const keeper = options.schemaReports ? reportKeeper() : undefined;
  const packFiles = filesInside(folder, given.files);
  const except = new Set([
    AVIS_NAME,
    ...house.files,
    ...trust.files,
    ...packFiles,
    ...filesInside(folder, rem ? [rem.file] : []),
    ...(options.except ?? []),
  ]);
  const context = {
    ...checkContext(manifest, options.denyProductionIdentities, anchors),
    fhir: given.fhir,
  };
  const opinions = await masked(readAvis(folder, known));
  const files = await masked(listDossier(folder, manifestFile, known, except));
  if (files.length === 0) throw new UserError('no-artifact', { path: folder });
  const application = applicationOf(manifest);
  const whole = makePlan(base, application);
  refuseEmptyPlan(whole, application);
  const plan = options.scenario === undefined ? whole : narrow(whole, options.scenario);
  const judged = await judge(files, plan, manifest, { context, official: given.official, keeper, options });
  const { results, dossier, artifacts, unreadable, interrupted } = judged;
  const mask = options.unmask ? NO_MASK : judged.mask;
  const exit = exitOfRun(results, dossier, unreadable, interrupted);
  const packs: readonly Pack[] = [builtinPack(), ...(rem ? [rem.pack] : []), ...house.packs, ...given.packs];
  const input: ReportInput = {
    command: 'run',
    packs,
    base,
    rem: use,
    candidate: candidateOf(manifest),
    results,
    files: [],
    dossier,
    artifacts,
    unreadable,
    said: keeper ? [keeper.take()] : [],
    otherCorridors: plan.otherCorridors,
    exit,
    partial: interrupted ? 'interrupted' : options.scenario === undefined ? undefined : { narrowed: options.scenario },
    ...(opinions && { opinions }),
    masked: !options.unmask,
    changedLimits: changedLimits(options.limits),
    requirementsOf: () => [],
    isHouse: (requirement) => house.requirements.has(requirement),
    packOf: (check) => packOfCheck(check, given.official?.pack) ?? house.packOf(check),
  };
  return {
    manifest,
    exit,
    interrupted,
    files,
    artifacts,
    unreadable,
    packs,
    rem,
    packFiles,
    results,
    mask,
    opinions: opinions ?? [],
    report: (catalogue) => buildReport(input, catalogue, mask),
  };
}

/** Reads and judges the files one after the other, then concludes: what is left of each is what was found in it. */
async function judge(
  files: readonly NamedFile[],
  plan: Plan,
  manifest: Manifest,
  {
    context,
    official,
    keeper,
    options: { limits, onArtifact, onProgress },
  }: {
    readonly context: CheckContext;
    readonly official: OfficialRules | undefined;
    readonly keeper: ReportKeeper | undefined;
    readonly options: DossierOptions;
  },
) {
  const runExpression = expressionRunner(await loadEngines(languagesOf(plan)));
  const judging = new Judging(plan, { checkById, runExpression, context });
  const whole = new DossierJudging(DOSSIER_CHECKS, context);
  const byRules: CheckRun[] = [];
  const identities = new Identities();
  const outlines: Outline[] = [];
  const unreadable: Unreadable[] = [];
  const interruption = new Interruption();
  const { signal } = interruption;
  const onFile = (done: number, total: number) => onProgress?.('reading', done, total);
  const take = ({ artifact, unreadable: lost }: Reading): void => {
    for (const each of lost) identities.addUnreadable(each);
    unreadable.push(...structuredClone(lost));
    if (!artifact) return;
    onArtifact?.(artifact);
    outlines.push(judging.add(artifact, lost));
    whole.add(artifact);
    if (official) byRules.push(...officialRuns(official, artifact, keeper?.onReport));
    identities.add(artifact);
  };
  const withheld = withheldFiles(manifest);
  unreadable.push(...withheld.map(asUnreadable));
  await readEach(files, limits, take, { signal, onFile });
  const onRequirement = (done: number, total: number) => onProgress?.('judging', done, total);
  const evidence = evidenceLookup(manifest, outlines, unreadable);
  const { results, interrupted } = await execute(
    plan,
    { judging, evidence, withheld: (selector) => withheldFor(selector, withheld, context) },
    { signal, onRequirement },
  );
  interruption.end();
  const artifacts = outlines.flatMap((outline) => [...withContents(outline)]);
  return {
    results,
    dossier: [...whole.runs(), ...byRules],
    interrupted,
    artifacts,
    unreadable,
    mask: identities.mask(context),
  };
}

/** A path or a name of the manifest that is wrong may name a patient whom it declares. */
function maskedMistakes(error: unknown, mask: Mask): unknown {
  if (!(error instanceof UserError)) return error;
  const mistakes = error.mistakes.map((each) => ({
    ...each,
    file: mask(each.file),
    args: maskArgs(each.args, mask),
  }));
  return new UserError(error.code, maskArgs(error.args, mask), mistakes);
}

function applicationOf({ applies, conditions }: Manifest): Application {
  return {
    wave: applies.wave,
    corridor: applies.corridor,
    profiles: [...new Set(['Général', ...(applies.profiles ?? [])])],
    conditions: conditions ?? {},
  };
}

function candidateOf(manifest: Manifest) {
  const { vendor, product, version } = manifest.candidate;
  const { wave, corridor, profiles } = applicationOf(manifest);
  return { vendor, product, version, wave, corridor, profiles, environment: manifest.environment ?? 'test' };
}

/** Stars cross `/`: `MSS*` is every requirement of MSS. */
function narrow(plan: Plan, pattern: string): Plan {
  const matches = picomatch(pattern.replaceAll('/', ':'));
  const wanted = (id: string): boolean => matches(id.replaceAll('/', ':'));
  const requirements = plan.requirements.flatMap((planned) => {
    if (wanted(planned.requirement.requirement)) return [planned];
    const scenarios = planned.scenarios.filter((each) => wanted(each.scenario.id));
    return scenarios.length > 0 ? [{ ...planned, scenarios }] : [];
  });
  if (requirements.length === 0) throw new UserError('no-scenario-matches', { pattern });
  return { ...plan, requirements };
}

function refuseEmptyPlan(plan: Plan, { corridor, wave, profiles }: Application): void {
  if (plan.requirements.some((planned) => !planned.excluded)) return;
  throw new UserError('nothing-applicable', { corridor, wave, profiles: profiles.join(', ') });
}

function languagesOf(plan: Plan): Set<ExpressionLanguage> {
  const checks = plan.requirements.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ scenario }) => (scenario.steps ?? []).flatMap((step) => step.checks ?? [])),
  );
  return new Set(checks.flatMap((check) => (isExpression(check) ? [check.language] : [])));
}
