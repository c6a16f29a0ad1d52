import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { VERDICTS, type Verdict } from '../engine/verdict.js';
import { targetOf } from '../report/opinions.js';
import type { Report } from '../report/report.js';
import { compareFindings } from './compare-findings.js';
import { judgingChanges } from './compare-judging.js';
import type {
  ArtifactChanges,
  ComparedReport,
  Comparison,
  Effect,
  Level,
  Presence,
  RuleChange,
  Subject,
  VerdictChange,
} from './comparison.js';
import { type Judged, judgedOf } from './subjects.js';

/**
 * What differs from `a` to `b`, by codes only. `compareReports(b, a)` is its mirror: regressions become fixes and what is added is removed;
 * a report and itself differ in nothing. The reports are of the same command, whatever their languages.
 */
export function compareReports(a: Report, b: Report): Comparison {
  const partial = a.partial || b.partial;
  const left = judgedOf(a);
  const right = judgedOf(b);
  const findings = compareFindings(a, b, { partial, left, right });
  const verdicts = verdictChanges(left, right, { partial, fingerprintsA: namer(a), fingerprintsB: namer(b) });
  const judging = judgingChanges(a, b, findings.severities);
  const added = partial ? [] : onlyIn(right, left);
  const removed = partial ? [] : onlyIn(left, right);
  const artifacts = artifactChanges(a, b, partial);
  const opinions = { added: opinionsOnlyIn(b, a), removed: opinionsOnlyIn(a, b) };
  const { regressions, fixes } = findings;
  const counts = {
    regressions: verdicts.filter(({ effect }) => effect === 'regression').length + regressions,
    fixes: verdicts.filter(({ effect }) => effect === 'fix').length + fixes,
  };
  const { changes } = findings;
  const lists: readonly (readonly unknown[])[] = [
    ...[judging, verdicts, added, removed, changes.added, changes.removed, changes.moved, changes.turned],
    ...Object.values(artifacts),
    ...Object.values(opinions),
  ];
  return {
    schema: 'segur-check/compare/1',
    outcome: outcomeOf(verdicts, counts.regressions),
    identical: lists.every((list) => list.length === 0) && a.partial === b.partial,
    a: comparedReport(a),
    b: comparedReport(b),
    partial,
    counts,
    judging,
    verdicts,
    added,
    removed,
    findings: changes,
    artifacts,
    opinions,
  };
}

function outcomeOf(verdicts: readonly VerdictChange[], regressions: number): Comparison['outcome'] {
  if (verdicts.some(({ effect, b }) => effect === 'regression' && b === 'undetermined')) return 'undetermined';
  return regressions > 0 ? 'regression' : 'no-regression';
}

function comparedReport({ command, tool, candidate, summary, partial }: Report): ComparedReport {
  return {
    command,
    tool: tool.version,
    candidate: candidate && { product: candidate.product, version: candidate.version },
    verdict: summary.verdict,
    partial,
  };
}

type Fingerprints = (ids: readonly string[]) => string;

/** Numbers of findings depend on the others: what a check found is known by its fingerprints. */
function namer({ findings }: Report): Fingerprints {
  const byId = new Map(findings.map(({ id, fingerprint }) => [id, fingerprint]));
  return (ids) =>
    ids
      .map((id) => byId.get(id) ?? id)
      .sort(byCodeUnit)
      .join();
}

function verdictChanges(
  left: ReadonlyMap<string, Judged>,
  right: ReadonlyMap<string, Judged>,
  told: { readonly partial: boolean; readonly fingerprintsA: Fingerprints; readonly fingerprintsB: Fingerprints },
): VerdictChange[] {
  const changes: VerdictChange[] = [];
  for (const [key, a] of left) {
    const b = right.get(key);
    if (!b || a.verdict === b.verdict || (told.partial && a.parts !== b.parts)) continue;
    const { level, id, step, check } = b;
    const rules = ruleChanges(a, b, told);
    changes.push({ level, id, step, check, a: a.verdict, b: b.verdict, effect: effectOf(a, b), rules });
  }
  return changes.sort(bySubject);
}

/** Exit codes take what was not tested for worse than what a person must review, which a verdict that sums up others does not. */
const BY_EXIT: readonly Verdict[] = [
  'undetermined',
  'nonconforming',
  'missing',
  'not-tested',
  'to-review',
  'conforming',
];

function effectOf(a: Judged, b: Judged): Effect {
  // A check of the dossier that had nothing to look at is no lack.
  const apart: readonly Verdict[] = a.level === 'dossier' ? ['not-applicable', 'not-tested'] : ['not-applicable'];
  if (apart.includes(a.verdict) || apart.includes(b.verdict)) return 'applicability';
  const order = a.grain && b.grain ? BY_EXIT : VERDICTS;
  const worse = order.indexOf(b.verdict) < order.indexOf(a.verdict);
  if (a.counted || b.counted) return worse ? 'regression' : 'fix';
  return worse ? 'worse' : 'better';
}

function ruleChanges(
  a: Judged,
  b: Judged,
  { fingerprintsA, fingerprintsB }: { readonly fingerprintsA: Fingerprints; readonly fingerprintsB: Fingerprints },
): RuleChange[] {
  const checks = [...new Set([...a.checks.keys(), ...b.checks.keys()])].sort(byCodeUnit);
  return checks.flatMap((check) => {
    const before = a.checks.get(check);
    const after = b.checks.get(check);
    const same =
      before?.verdict === after?.verdict &&
      fingerprintsA(before?.findings ?? []) === fingerprintsB(after?.findings ?? []);
    return same ? [] : [{ check, a: before?.verdict ?? null, b: after?.verdict ?? null }];
  });
}

function onlyIn(mine: ReadonlyMap<string, Judged>, others: ReadonlyMap<string, Judged>): Presence[] {
  return [...mine]
    .filter(([key]) => !others.has(key))
    .map(([, { level, id, step, check, verdict }]) => ({ level, id, step, check, verdict }))
    .sort(bySubject);
}

const LEVELS: readonly Level[] = [
  'report',
  'chapter',
  'requirement',
  'scenario',
  'step',
  'evidence',
  'check',
  'file',
  'dossier',
];

function bySubject(a: Subject, b: Subject): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    byCodeUnit(a.id, b.id) ||
    a.step - b.step ||
    byCodeUnit(a.check, b.check)
  );
}

/** A partial report may not have read everything: of two paths, only what both have is compared. */
function artifactChanges(a: Report, b: Report, partial: boolean): ArtifactChanges {
  const hashes = ({ artifacts }: Report) => new Map(artifacts.map(({ path, sha256 }) => [path, sha256]));
  const left = hashes(a);
  const right = hashes(b);
  const without = (mine: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
    partial ? [] : [...mine.keys()].filter((path) => !others.has(path)).sort(byCodeUnit);
  const changed = [...left].filter(([path, sha256]) => right.has(path) && right.get(path) !== sha256);
  return {
    added: without(right, left),
    removed: without(left, right),
    changed: changed.map(([path]) => path).sort(byCodeUnit),
  };
}

function opinionsOnlyIn(mine: Report, others: Report): Comparison['opinions']['added'] {
  const keyOf = (opinion: NonNullable<Report['opinions']>[number]): string => {
    const { kind, decision, by, date, text, until } = opinion;
    return JSON.stringify([targetOf(opinion), date, kind, decision, by, text, until]);
  };
  const known = new Set((others.opinions ?? []).map(keyOf));
  return (mine.opinions ?? [])
    .map((opinion) => ({ opinion, key: keyOf(opinion) }))
    .filter(({ key }) => !known.has(key))
    .sort((x, y) => byCodeUnit(x.key, y.key))
    .map(({ opinion }) => opinion);
}
