import { type Artifact, isKind, outlineOf, withContents } from '../../artifacts/artifact.js';
import type { Reading } from '../../artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../checks/context.js';
import type { Check } from '../../checks/define.js';
import { readFhirPackages } from '../../dossier/fhir-packages.js';
import type { NamedPacks } from '../../dossier/given-packs.js';
import { type NamedFile, readFromDisk } from '../../dossier/read-file.js';
import { readTrust } from '../../dossier/trust-anchors.js';
import { keptOfFile } from '../../engine/dossier-judging.js';
import { mergedReasons } from '../../engine/merged-reasons.js';
import type { Reason } from '../../engine/plan.js';
import type { CheckRun } from '../../engine/results.js';
import { cloned, runCheck } from '../../engine/run-check.js';
import { rollUp } from '../../engine/verdict.js';
import { type ReportKeeper, reportKeeper } from '../../packs/official/kept-reports.js';
import type { OfficialRules } from '../../packs/official/official-rules.js';
import { officialChecks } from '../../packs/official/pack-layout.js';
import { validateJson } from '../../packs/validate-json.js';
import { identitiesOf } from '../../report/mask.js';
import type { FileResult } from '../../report/report-input.js';
import { failedOn, type Judged, type JudgeOptions, judgedUnreadable } from './judged.js';
import { ownChecks, selectionOf, wholeChecks } from './selection.js';

/** Judges one file completely. Never rejects: what fails is told of the file, and the others go on. */
export type FileJudge = (file: NamedFile) => Promise<Judged>;

/** Makes the rules, once for all the files. @throws UserError as `readTrust` and `readFhirPackages` do. */
export async function makeFileJudge(options: JudgeOptions): Promise<FileJudge> {
  const selection = selectionOf(options.checks);
  const checks = await ownChecks(selection);
  const whole = await wholeChecks(selection);
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    denyProductionIdentities: options.denyProductionIdentities,
    trustAnchors: await readTrust(options.trust),
    fhir: (await readFhirPackages(options.packs.fhir)).fhir,
    validateJson,
  };
  const official = await officialOf(options.packs, selection.isWanted);
  const keeper = options.schemaReports ? reportKeeper() : undefined;
  const rules: Rules = { checks, context, official, keeper, narrowed: options.checks.length > 0 };
  const judgeReading = ({ artifact: file, unreadable: lost }: Reading): Judged => {
    const told = structuredClone(lost);
    if (!file) return judgedUnreadable(told);
    const incomplete = new Set(lost.flatMap((each) => each.containers));
    const outlines = [...withContents(outlineOf(file))];
    const files = [...withContents(file)].map((artifact, index) =>
      judge(artifact, outlines[index] ?? artifact, incomplete, rules),
    );
    const said = keeper?.take();
    return { outlines, unreadable: told, files, identities: identitiesOf(file), kept: keptOfFile(whole, file), said };
  };
  return async (file) => {
    try {
      return judgeReading(await readFromDisk(file, options.limits, { onlyCda: !selection.own }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return failedOn(file, 'read/failed', reason);
    }
  };
}

interface Rules {
  readonly checks: readonly Check[];
  readonly context: CheckContext;
  readonly official: OfficialRules | undefined;
  readonly keeper: ReportKeeper | undefined;
  /** Not all the checks were wanted. */
  readonly narrowed: boolean;
}

async function officialOf(
  { official: [pack] }: NamedPacks,
  isWanted: (check: string) => boolean,
): Promise<OfficialRules | undefined> {
  if (!pack || !officialChecks(pack.id, pack.paths).some(isWanted)) return undefined;
  const { loadOfficialRules } = await import('../../packs/official/load-official-rules.js');
  return loadOfficialRules(pack, isWanted);
}

/** Runs every check of its kind on one artifact; those on a whole set see it alone: nothing says which files belong together. */
function judge(
  whole: Artifact,
  artifact: FileResult['artifact'],
  incomplete: ReadonlySet<string>,
  { checks, context, official, keeper, narrowed }: Rules,
): FileResult {
  if (incomplete.has(artifact.path)) {
    return {
      artifact,
      verdict: 'missing',
      reasons: [{ code: 'reason/unreadable-content', args: { path: artifact.path } }],
      runs: [],
    };
  }
  const applicable = checks.filter((each) => each.kinds.includes(artifact.kind));
  // What is another says itself why.
  const judgedByPack = official !== undefined && isKind(whole, 'cda');
  if (applicable.length === 0 && !judgedByPack && artifact.kind !== 'other') {
    const code = narrowed ? 'reason/kind-not-selected' : 'reason/kind-without-check';
    const reason: Reason = { code, args: { kind: artifact.kind } };
    return { artifact, verdict: 'not-tested', reasons: [reason], runs: [] };
  }
  const own = applicable.flatMap((each) => runCheck(each, [whole], context));
  const byPack = judgedByPack ? cloned(official.judge(whole, keeper?.onReport)) : [];
  const runs = [
    // What one of these misses is a declaration, that only a dossier gives.
    ...own.filter(({ verdict }) => verdict !== 'not-applicable' && verdict !== 'missing' && verdict !== 'not-tested'),
    ...byPack.filter(({ verdict, findings }) => verdict !== 'not-applicable' || findings.length > 0),
  ];
  const reasons = [...own, ...byPack].flatMap((run) => reasonsOf(run, artifact.path));
  return { artifact, verdict: rollUp(runs.map((run) => run.verdict)), reasons: mergedReasons(reasons), runs };
}

/** What only a dossier declares is said as a reason, and left out of the verdict. */
function reasonsOf({ check, needs, failure, reasons = [] }: CheckRun, path: string): Reason[] {
  return [
    ...reasons,
    ...needs.map((need): Reason => ({ code: 'reason/need', args: { ...need.args, need: need.code, path, check } })),
    ...(failure === undefined
      ? []
      : [{ code: 'reason/check-failed' as const, args: { check, path, reason: failure } }]),
  ];
}
