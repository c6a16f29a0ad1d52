import type { Severity } from '../checks/define.js';
import type { Verdict } from '../engine/verdict.js';
import type { Report, ReportOpinion } from '../report/report.js';

/**
 * What differs between two reports, by codes and numbers only, never by texts: reports in two languages compare. Lists are sorted by code
 * unit. The published schema of its JSON is `compare.schema.json`.
 */
export interface Comparison {
  readonly schema: 'segur-check/compare/1';
  /** `undetermined` when what judges failed in `b` where it did not in `a`: that says nothing of the vendor. */
  readonly outcome: 'no-regression' | 'regression' | 'undetermined';
  /** True when nothing at all differs. */
  readonly identical: boolean;
  readonly a: ComparedReport;
  readonly b: ComparedReport;
  /** True when a report is partial: only what both judged is compared. */
  readonly partial: boolean;
  readonly counts: ComparisonCounts;
  /** What judged, and what it judged for. */
  readonly judging: readonly JudgingChange[];
  /** Verdicts that differ, of what both reports have. */
  readonly verdicts: readonly VerdictChange[];
  /** What `b` only has; empty of what a partial report may have left out. */
  readonly added: readonly Presence[];
  /** What `a` only has. */
  readonly removed: readonly Presence[];
  readonly findings: FindingChanges;
  readonly artifacts: ArtifactChanges;
  readonly opinions: { readonly added: readonly ReportOpinion[]; readonly removed: readonly ReportOpinion[] };
}

export interface ComparedReport {
  readonly command: Report['command'];
  readonly tool: string;
  readonly candidate: { readonly product: string; readonly version: string } | null;
  readonly verdict: Verdict;
  readonly partial: boolean;
}

interface ComparisonCounts {
  /** Verdicts and findings whose effect is a regression. */
  readonly regressions: number;
  readonly fixes: number;
}

export interface JudgingChange {
  readonly what:
    | 'tool'
    | 'pack'
    | 'base'
    | 'rem'
    | 'limit'
    | 'candidate'
    /** Whether a requirement is mandatory. */
    | 'mandatory'
    /** Published correction applied to a requirement: whether there is one. */
    | 'correction'
    /** Severity that a check gives to one of its findings. */
    | 'severity';
  /** Which pack, limit, requirement, member of the candidate or check; empty where there is only one. */
  readonly name: string;
  /** Null where it is absent. */
  readonly a: string | null;
  readonly b: string | null;
}

/**
 * `regression` and `fix` are of what weighs on the result; `worse` and `better` of what does not: an optional requirement, a level that
 * only sums up others, one check of a step. `applicability`: to or from not-applicable.
 */
export type Effect = 'regression' | 'fix' | 'worse' | 'better' | 'applicability';

export type Level =
  | 'report'
  | 'chapter'
  | 'requirement'
  | 'scenario'
  | 'step'
  | 'evidence'
  | 'check'
  | 'dossier'
  | 'file';

/** What a verdict is of. */
export interface Subject {
  readonly level: Level;
  /** Number or name; of the scenario for a step and a check; path of the artifact for `file`, or of the document for `dossier`. */
  readonly id: string;
  /** From 1; 0 where there is none. */
  readonly step: number;
  /** Id of a check; empty where there is none. */
  readonly check: string;
}

export interface Presence extends Subject {
  readonly verdict: Verdict;
}

export interface VerdictChange extends Subject {
  readonly a: Verdict;
  readonly b: Verdict;
  readonly effect: Effect;
  /** The checks inside whose results differ: what changed the verdict. */
  readonly rules: readonly RuleChange[];
}

export interface RuleChange {
  readonly check: string;
  /** Null where it was not run. */
  readonly a: Verdict | null;
  readonly b: Verdict | null;
}

export interface FindingChanges {
  readonly added: readonly FindingPresence[];
  readonly removed: readonly FindingPresence[];
  readonly moved: readonly MovedFinding[];
  /** At the same place, with another severity or another weight. */
  readonly turned: readonly MovedFinding[];
  /** How many are in both at the same place, whatever their severity. */
  readonly same: number;
}

export interface FindingPresence {
  readonly fingerprint: string;
  readonly check: string;
  readonly code: string;
  readonly severity: Severity;
  readonly artifact: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly requirements: readonly string[];
  /** Whether it is an error that weighs on the result. */
  readonly counted: boolean;
}

/** The same fault elsewhere: another line, another place of the same file, or the same file under another name. */
export interface MovedFinding {
  readonly a: FindingPresence;
  readonly b: FindingPresence;
}

export interface ArtifactChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Same path, other bytes. */
  readonly changed: readonly string[];
}
