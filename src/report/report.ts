import type { Severity } from '../checks/define.js';
import type { Verdict } from '../engine/verdict.js';
import type { SchemaReport } from '../packs/official/schema-report.js';
import type { SchemaInfo } from '../packs/schematron/outcome.js';
import type { OfficialRequirement, OfficialScenario, OfficialText } from '../scenarios/rem-workbook.js';
import type { EvidenceKind, RemSource } from '../scenarios/scenario.js';

/**
 * The report, version 1: a value without clock, duration, absolute path, host or locale. The published schema is `report.schema.json`.
 * Texts are in `language`; `code` and `args` let another tool render them again.
 */
export interface Report {
  readonly schema: 'segur-check/report/1';
  readonly language: 'fr' | 'en';
  /** `run`: a dossier; `check`: files without a dossier, whose results are in `files`. */
  readonly command: 'run' | 'check';
  readonly tool: { readonly name: string; readonly version: string };
  readonly packs: readonly { readonly id: string; readonly version: string; readonly sha256: string }[];
  readonly base: { readonly source: string; readonly date: string };
  /** The ANS workbook that the wording is from; absent when it is our own. */
  readonly rem?: RemSource;
  readonly candidate: ReportCandidate | null;
  /** True when the run was narrowed or interrupted. */
  readonly partial: boolean;
  /** Reading limits that were changed; absent when none was. */
  readonly limits?: readonly { readonly name: string; readonly value: number; readonly default: number }[];
  /** What is to be read before all else: real patients in a dossier of tests. Empty when there is none. */
  readonly alarms: readonly string[];
  readonly caveats: readonly string[];
  readonly summary: ReportSummary;
  readonly requirements: readonly ReportRequirement[];
  readonly files: readonly ReportFile[];
  /** Checks of the dossier as a whole, or of all the files given, whatever the scenarios. */
  readonly dossier: readonly ReportDossierRun[];
  readonly artifacts: readonly ReportArtifact[];
  readonly findings: readonly ReportFinding[];
  /** What people said of findings and proofs, from `avis.yaml`; absent without one. Never changes a verdict. */
  readonly opinions?: readonly ReportOpinion[];
  /** What schemas of a pack said, when SVRL is asked for: the one format that tells it. */
  readonly schemaReports?: SchemaReports;
}

/** A reviewer's opinion or a vendor's derogation. */
export interface ReportOpinion {
  readonly kind: 'opinion' | 'derogation';
  /** Fingerprint of a finding, or number of a proof. */
  readonly on: { readonly finding: string } | { readonly evidence: string };
  /** Of an opinion; null for a derogation. */
  readonly decision: 'accepted' | 'refused' | 'question' | null;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The comment of an opinion, the reason of a derogation. */
  readonly text: string;
  /** YYYY-MM-DD, the last day of a derogation; null for an opinion. */
  readonly until: string | null;
  /** Whether this report has what it is on. */
  readonly current: boolean;
}

export interface SchemaReports {
  /** By `SchemaInfo.path`. */
  readonly schemas: ReadonlyMap<string, SchemaInfo>;
  /** In the order of the documents, then of the schemas. */
  readonly reports: readonly ReportedSchema[];
}

/** Each result with the fingerprint of the finding that it is, when people said something in `avis.yaml`. */
export interface ReportedSchema extends Omit<SchemaReport, 'results'> {
  readonly results: readonly (SchemaReport['results'][number] & { readonly fingerprint?: string })[];
}

export interface ReportCandidate {
  readonly vendor: string;
  readonly product: string;
  readonly version: string;
  readonly corridor: string;
  readonly wave: 1 | 2;
  readonly profiles: readonly string[];
  readonly environment: string;
}

export interface ReportSummary {
  readonly verdict: Verdict;
  /** Exit code of the command, by the table of docs/exit-codes.md. */
  readonly exit: number;
  readonly requirements: Readonly<Record<Verdict, number>>;
  readonly steps: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly chapters: readonly { readonly chapter: string; readonly verdict: Verdict }[];
  /** Requirements of the base that are not of this corridor. */
  readonly otherCorridors: number;
  /** How many of each `avis.yaml` holds, on what this report has or not; absent without one. */
  readonly opinions?: {
    readonly accepted: number;
    readonly refused: number;
    readonly question: number;
    readonly derogations: number;
    /** Findings of severity error that a derogation is on: they count as errors all the same. */
    readonly derogatedErrors: number;
  };
}

export interface ReportRequirement {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly function: string | null;
  readonly wave: 1 | 2;
  readonly nature: 'exigence' | 'préconisation';
  readonly mandatory: boolean;
  readonly criticality: string | null;
  readonly profiles: readonly string[];
  readonly clause: string | null;
  /** Published correction that was applied, or null. */
  readonly correction: string | null;
  readonly verdict: Verdict;
  /** Why, when no scenario says it: not applicable, unanswered question, no scenario. */
  readonly reason: string | null;
  /** What the workbook of the corridor writes; absent without one. */
  readonly official?: OfficialRequirement;
  readonly scenarios: readonly ReportScenario[];
}

export interface ReportScenario {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly steps: readonly ReportStep[];
  readonly evidence: readonly ReportEvidence[];
  /** The workbook no longer has it: its verdict counts nowhere. Absent when it counts. */
  readonly informative?: true;
  /** What the workbook of the corridor writes; absent without one. */
  readonly official?: OfficialScenario;
}

export interface ReportStep {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly verdict: Verdict;
  /** What is missing or why nothing was tested, one sentence each. */
  readonly reasons: readonly string[];
  readonly checks: readonly ReportCheckRun[];
}

export interface ReportCheckRun {
  readonly id: string;
  readonly verdict: Verdict;
  /** Paths of the artifacts it ran on. */
  readonly artifacts: readonly string[];
  /** How many things it looked at. */
  readonly evaluated: number;
  /** Ids of findings. */
  readonly findings: readonly string[];
}

/** A check of the dossier as a whole. */
export interface ReportDossierRun extends ReportCheckRun {
  /** Why nothing was concluded, one sentence each. */
  readonly reasons: readonly string[];
}

export interface ReportEvidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly status: 'present' | 'missing' | 'unreadable';
  readonly verdict: Verdict;
  /** What the reviewer must look for. */
  readonly review: string;
  readonly reason: string | null;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  /** Permalink, execution number or text of a statement, where the proof is not a file. */
  readonly value: string | null;
  /** What the workbook of the corridor writes; absent without one. */
  readonly official?: OfficialText;
}

/** Result of the checks on one artifact when there is no dossier. */
export interface ReportFile {
  readonly artifact: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly checks: readonly ReportCheckRun[];
}

export interface ReportArtifact {
  readonly path: string;
  readonly kind: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly readable: boolean;
  /** Of a file that no reader knows only. */
  readonly unrecognised?: ReportUnrecognised;
}

export interface ReportUnrecognised {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** The kind that it comes nearest to. */
  readonly nearest: string | null;
  /** Why, and what that kind is recognised by. */
  readonly message: string;
}

export interface ReportFinding {
  /** `f1`, `f2`… in the order of the report. */
  readonly id: string;
  readonly check: string;
  readonly pack: string;
  readonly severity: Severity;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** What was found. */
  readonly message: string;
  readonly artifact: string;
  readonly location: { readonly line?: number; readonly column?: number; readonly path?: string };
  readonly expected: string;
  readonly actual: string;
  /** How to mend it. */
  readonly remedy: string;
  readonly requirements: readonly string[];
  readonly clause: string;
  /** Same for the same fault from one run to the next. */
  readonly fingerprint: string;
}
