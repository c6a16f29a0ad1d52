import type { Outline, Unreadable } from '../artifacts/artifact.js';
import type { ChangedLimit } from '../artifacts/limits.js';
import type { Reason } from '../engine/plan.js';
import type { CheckRun, RequirementResult } from '../engine/results.js';
import type { Verdict } from '../engine/verdict.js';
import type { Pack } from '../packs/builtin.js';
import type { Said } from '../packs/official/kept-reports.js';
import type { RemUse } from '../rem/apply-rem.js';
import type { Base } from '../scenarios/scenario.js';
import type { Report, ReportCandidate, ReportOpinion } from './report.js';

/** Results of the checks on one file, when there is no dossier. */
export interface FileResult {
  readonly artifact: Pick<Outline, 'path' | 'kind' | 'unrecognised'>;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly runs: readonly CheckRun[];
}

/** What a report is made from. */
export interface ReportInput {
  readonly command: Report['command'];
  readonly packs: readonly Pack[];
  readonly base: Pick<Base, 'source' | 'date' | 'rem'>;
  /** What became of the workbook; undefined without one. */
  readonly rem?: RemUse | undefined;
  readonly candidate: ReportCandidate | null;
  readonly results: readonly RequirementResult[];
  readonly files: readonly FileResult[];
  /** Runs of the checks of the dossier as a whole. */
  readonly dossier: readonly CheckRun[];
  /** Artifacts of every depth: their content need not be kept until the report. */
  readonly artifacts: readonly Outline[];
  readonly unreadable: readonly Unreadable[];
  readonly otherCorridors: number;
  readonly exit: number;
  /** What official schemas said, not masked; empty unless SVRL is asked for. */
  readonly said: readonly Said[];
  /** With `onlyCda`, the files that CDA documents hold were not read. */
  readonly partial:
    | 'interrupted'
    | { readonly narrowed: string }
    | { readonly checks: string; readonly onlyCda?: boolean }
    | undefined;
  /** What `avis.yaml` says, not masked; undefined without one. */
  readonly opinions?: readonly Omit<ReportOpinion, 'current'>[];
  readonly masked: boolean;
  readonly changedLimits: readonly ChangedLimit[];
  /** Requirements that use a check, for findings of files judged without a dossier. */
  readonly requirementsOf: (check: string) => readonly string[];
  /** True for a requirement of the dossier's own, whose words are its vendor's. */
  readonly isHouse: (requirement: string) => boolean;
  /** Id of the pack that a check is from. */
  readonly packOf: (check: string) => string;
}
