import type { Outline } from '../artifacts/artifact.js';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { Mask } from './mask.js';
import { remCaveats } from './rem-caveats.js';
import type { ReportInput } from './report-input.js';

/** What a reader must know before the verdicts: what this is, what judged, what nobody judged. */
export function caveatsOf(input: ReportInput, { caveats, partialReasons }: Catalogue, mask: Mask): string[] {
  const orphans = input.results.filter((each) => each.reason?.code === 'reason/no-scenario').length;
  const list = [caveats.preVerification, ...remCaveats(input, caveats)];
  if (input.partial) {
    const why = whyPartial(input.partial, partialReasons);
    list.push(fill(caveats.partial, { why }));
    if (leavesOutFiles(input.partial)) list.push(caveats.filesInCda);
  }
  if (input.changedLimits.length > 0) {
    const limits = input.changedLimits.map((each) => fill(caveats.limit, { ...each }));
    list.push(fill(caveats.limits, { limits: limits.join(', ') }));
  }
  if (!input.base.rem) list.push(caveats.notJudged);
  if (orphans > 0) list.push(fill(caveats.noScenario, { count: orphans }));
  const omitted = omittedOf(input);
  if (omitted > 0) list.push(fill(caveats.omitted, { count: omitted }));
  list.push(...packCaveats(input, caveats));
  const unjudged = unjudgedOf(input);
  if (unjudged.length > 0)
    list.push(fill(caveats.unjudged, { count: unjudged.length, paths: unjudged.map(mask).join(', ') }));
  if (input.masked) list.push(caveats.masked);
  return list;
}

function whyPartial(partial: NonNullable<ReportInput['partial']>, texts: Catalogue['partialReasons']): string {
  if (partial === 'interrupted') return texts.interrupted;
  return 'checks' in partial
    ? fill(texts.checks, { pattern: partial.checks })
    : fill(texts.narrowed, { pattern: partial.narrowed });
}

function leavesOutFiles(partial: NonNullable<ReportInput['partial']>): boolean {
  return partial !== 'interrupted' && 'checks' in partial && partial.onlyCda === true;
}

/** What a pack of rules lacked: value sets that others stand in for, and what could not be judged for want of a file or by an error in a rule. */
function packCaveats({ files, dossier }: ReportInput, caveats: Catalogue['caveats']): string[] {
  const runs = [...files.flatMap((file) => file.runs), ...dossier];
  const substitutes = new Map(runs.flatMap((run) => Object.entries(run.substitutes ?? {})));
  const undetermined = runs.filter(({ reasons = [] }) => reasons.length > 0).length;
  const names = [...substitutes].sort(([a], [b]) => byCodeUnit(a, b)).map(([wanted, from]) => `${wanted} ← ${from}`);
  return [
    ...(names.length > 0 ? [fill(caveats.substitutes, { count: names.length, files: names.join(', ') })] : []),
    ...(undetermined > 0 ? [fill(caveats.undeterminedRules, { count: undetermined })] : []),
  ];
}

/** Findings that are not listed, each run counted once however many steps show it. */
function omittedOf({ results, files, dossier }: ReportInput): number {
  const runs = new Set([
    ...files.flatMap((file) => file.runs),
    ...dossier,
    ...results.flatMap(({ scenarios }) => scenarios.flatMap(({ steps }) => steps.flatMap((step) => step.runs))),
  ]);
  return [...runs].reduce((sum, run) => sum + (run.omitted ?? 0), 0);
}

const JUDGED_KINDS: readonly string[] = ['cda', 'xdm', 'mail', 'har', 'jwt', 'fhir', 'datamatrix', 'hl7v2', 'soap'];

/** Files that checks are about and that no step looked at, for want of a declaration: a defect in them would go unseen. */
function unjudgedOf({ command, partial, results, artifacts }: ReportInput): string[] {
  if (command !== 'run' || partial !== undefined) return [];
  const scenarios = results.flatMap((result) => result.scenarios);
  const runs = scenarios.flatMap(({ steps }) => steps.flatMap((step) => step.runs));
  const looked = new Set([
    ...runs.flatMap((run) => run.artifacts),
    // Named as a proof by the manifest itself; what a selection took is only looked at if a check ran on it.
    ...scenarios.flatMap(({ evidence, planned }) =>
      evidence.flatMap(({ files }, index) =>
        planned.scenario.evidence?.[index]?.from === undefined ? files.map((file) => file.path) : [],
      ),
    ),
  ]);
  const alone = new Set(runs.flatMap((run) => (run.artifacts.length === 1 ? run.artifacts : [])));
  // A conversation takes every mail: what one says by itself is judged once it is declared sent or received.
  const isLookedAt = ({ kind, path }: Outline): boolean => looked.has(path) && (kind !== 'mail' || alone.has(path));
  return artifacts
    .filter((artifact) => isUndeclared(artifact) && JUDGED_KINDS.includes(artifact.kind) && !isLookedAt(artifact))
    .map(({ path }) => path);
}

/** A file of the dossier of which the manifest says nothing. */
function isUndeclared({ containers, declared }: Outline): boolean {
  return containers.length === 0 && Object.keys(declared).length === 0;
}
