import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { groupBy } from '../artifacts/group-by.js';
import type { Report, ReportFinding } from '../report/report.js';
import type { FindingChanges, FindingPresence, JudgingChange, MovedFinding } from './comparison.js';
import type { Judged } from './subjects.js';

type Pair = readonly [a: ReportFinding, b: ReportFinding];

interface Sides {
  readonly partial: boolean;
  readonly left: ReadonlyMap<string, Judged>;
  readonly right: ReadonlyMap<string, Judged>;
}

/** Findings by fingerprint; what is left, by what was found where it may have moved to. */
export function compareFindings(
  a: Report,
  b: Report,
  { partial, left, right }: Sides,
): { changes: FindingChanges; severities: JudgingChange[]; regressions: number; fixes: number } {
  const ofA = partial ? shared(a, left, b, right) : a.findings;
  const ofB = partial ? shared(b, right, a, left) : b.findings;
  const known = pair(ofA, ofB, (finding) => finding.fingerprint);
  const identify = [sameFaultIn(a, b), sameFaultIn(b, a)] as const;
  const moved = pair(known.onlyA, known.onlyB, ...identify);
  const presenceA = presenceIn(a);
  const presenceB = presenceIn(b);
  const isMoved = ([x, y]: Pair): boolean => JSON.stringify(placeIn(x)) !== JSON.stringify(placeIn(y));
  const pairs = [...known.pairs, ...moved.pairs];
  const added = moved.onlyB.map(presenceB).sort(byPlace);
  const removed = moved.onlyA.map(presenceA).sort(byPlace);
  const bothOf = ([x, y]: Pair): MovedFinding => ({ a: presenceA(x), b: presenceB(y) });
  const movedPairs = pairs.filter(isMoved).map(bothOf);
  const turned = pairs
    .filter((each) => !isMoved(each))
    .map(bothOf)
    .filter(({ a: x, b: y }) => x.severity !== y.severity || x.counted !== y.counted);
  const counting = pairs.map(bothOf);
  return {
    changes: {
      added,
      removed,
      moved: movedPairs.sort(byPlaces),
      turned: turned.sort(byPlaces),
      same: pairs.length - movedPairs.length,
    },
    severities: severityChanges(pairs),
    // A warning that becomes an error is an error that was not there.
    regressions:
      added.filter(({ counted }) => counted).length +
      counting.filter(({ a: x, b: y }) => y.counted && !x.counted).length,
    fixes:
      removed.filter(({ counted }) => counted).length +
      counting.filter(({ a: x, b: y }) => x.counted && !y.counted).length,
  };
}

/** Of a partial comparison: what steps and files of both found, and what the readers of the same files did. */
function shared(
  mine: Report,
  judged: ReadonlyMap<string, Judged>,
  others: Report,
  judgedByOthers: ReadonlyMap<string, Judged>,
): readonly ReportFinding[] {
  const ids = (only: boolean): Set<string> =>
    new Set(
      [...judged]
        .filter(([key, each]) => each.grain && (!only || judgedByOthers.has(key)))
        .flatMap(([, { checks }]) => [...checks.values()].flatMap(({ findings }) => findings)),
    );
  const named = ids(false);
  const inBoth = ids(true);
  const paths = new Set(others.artifacts.map(({ path }) => path));
  return mine.findings.filter(({ id, artifact }) => (named.has(id) ? inBoth.has(id) : paths.has(artifact)));
}

/** Pairs what has the same key on both sides, in the order of the reports. */
function pair(
  a: readonly ReportFinding[],
  b: readonly ReportFinding[],
  keyOfA: (finding: ReportFinding) => string,
  keyOfB = keyOfA,
): { pairs: Pair[]; onlyA: ReportFinding[]; onlyB: ReportFinding[] } {
  const waiting = groupBy(a, keyOfA);
  const taken = new Map<string, number>();
  const paired = new Set<ReportFinding>();
  const pairs: Pair[] = [];
  const onlyB: ReportFinding[] = [];
  for (const finding of b) {
    const key = keyOfB(finding);
    const rank = taken.get(key) ?? 0;
    const match = waiting.get(key)?.[rank];
    if (match) {
      taken.set(key, rank + 1);
      paired.add(match);
      pairs.push([match, finding]);
    } else onlyB.push(finding);
  }
  return { pairs, onlyA: a.filter((finding) => !paired.has(finding)), onlyB };
}

/** What a fault is apart from its place in a file; a file that the other report does not have is known by its bytes. */
function sameFaultIn(mine: Report, others: Report): (finding: ReportFinding) => string {
  const hashes = new Map(mine.artifacts.map(({ path, sha256 }) => [path, sha256]));
  const paths = new Set(others.artifacts.map(({ path }) => path));
  return ({ check, code, args, actual, artifact }) => {
    const file = paths.has(artifact) ? artifact : (hashes.get(artifact) ?? artifact);
    const named = Object.entries(args).sort(([x], [y]) => byCodeUnit(x, y));
    return JSON.stringify([check, code, named, actual, file]);
  };
}

function placeIn({ artifact, location }: ReportFinding): readonly unknown[] {
  return [artifact, location.line, location.column, location.path];
}

function presenceIn({ requirements: all }: Report): (finding: ReportFinding) => FindingPresence {
  const optional = new Set(all.filter(({ mandatory }) => !mandatory).map(({ id }) => id));
  return ({ fingerprint, check, code, severity, artifact, location, requirements }) => ({
    fingerprint,
    check,
    code,
    severity,
    artifact,
    line: location.line ?? null,
    column: location.column ?? null,
    path: location.path ?? null,
    requirements,
    // Of no requirement: what the readers and the checks of the dossier found, which counts.
    counted: severity === 'error' && (requirements.length === 0 || requirements.some((id) => !optional.has(id))),
  });
}

function byPlace(a: FindingPresence, b: FindingPresence): number {
  return (
    byCodeUnit(a.artifact, b.artifact) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnit(a.check, b.check) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.fingerprint, b.fingerprint)
  );
}

function byPlaces(x: MovedFinding, y: MovedFinding): number {
  return byPlace(x.a, y.a) || byPlace(x.b, y.b);
}

function severityChanges(pairs: readonly Pair[]): JudgingChange[] {
  const changes = new Map<string, JudgingChange>();
  for (const [{ code, severity }, { severity: now }] of pairs) {
    if (severity !== now)
      changes.set(`${code} ${severity} ${now}`, { what: 'severity', name: code, a: severity, b: now });
  }
  return [...changes.values()];
}
