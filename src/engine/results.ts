import type { Need, Place, Severity } from '../checks/define.js';
import type { PlannedRequirement, PlannedScenario, Reason } from './plan.js';
import type { Verdict } from './verdict.js';

/** A finding of a run, before it is numbered and put into words. */
export interface Finding {
  readonly check: string;
  /** `check/rule`. */
  readonly code: string;
  readonly severity: Severity;
  readonly clause: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly at: Place;
  readonly actual: string;
  /** Text of a rule that a scenario states itself. */
  readonly message?: { readonly fr: string; readonly en: string };
}

/** One check on one artifact, or on a selection. */
export interface CheckRun {
  readonly check: string;
  readonly artifacts: readonly string[];
  readonly verdict: Verdict;
  readonly evaluated: number;
  readonly findings: readonly Finding[];
  /** How many more it found: one artifact is not made to fill a report. */
  readonly omitted?: number;
  readonly needs: readonly Need[];
  /** Message of the exception, when the check itself failed. */
  readonly failure: string | undefined;
  /** Which rules of a pack could not be evaluated, and why. */
  readonly reasons?: readonly Reason[];
  /** Files of a pack that others stand in for, by the file that is missing. */
  readonly substitutes?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly verdict: Verdict;
  readonly runs: readonly CheckRun[];
  readonly reasons: readonly Reason[];
}

export interface EvidenceFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What the dossier gives for a proof. */
export interface EvidenceGiven {
  readonly status: 'present' | 'missing' | 'unreadable';
  readonly files: readonly EvidenceFile[];
  /** Permalink, execution number or statement. */
  readonly value: string | null;
  readonly reason: Reason | undefined;
}

export interface EvidenceResult extends EvidenceGiven {
  readonly verdict: Verdict;
}

export interface ScenarioResult {
  readonly planned: PlannedScenario;
  readonly verdict: Verdict;
  readonly reason: Reason | undefined;
  readonly steps: readonly StepResult[];
  readonly evidence: readonly EvidenceResult[];
}

export interface RequirementResult {
  readonly planned: PlannedRequirement;
  readonly verdict: Verdict;
  readonly reason: Reason | undefined;
  readonly scenarios: readonly ScenarioResult[];
}
