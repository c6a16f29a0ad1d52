import { type Artifact, isKind, type Unreadable, withContents } from '../artifacts/artifact.js';
import type { OtherContent } from '../artifacts/other.js';
import type { Reason } from '../engine/plan.js';
import type { CheckRun, RequirementResult } from '../engine/results.js';
import type { Verdict } from '../engine/verdict.js';
import type { Pack } from '../packs/builtin.js';
import type { Base } from '../scenarios/scenario.js';
import type { Report, ReportCandidate } from './report.js';

/** What a report says of an artifact: its content need not be kept until then. */
export interface ArtifactSummary extends Pick<Artifact, 'path' | 'kind' | 'sha256' | 'bytes' | 'reserves'> {
  /** A file of the dossier of which the manifest says nothing. */
  readonly undeclared: boolean;
  /** Why no reader knows it. */
  readonly unrecognised?: OtherContent;
}

/** The summaries of an artifact and of what it contains. */
export function summariesOf(artifact: Artifact): ArtifactSummary[] {
  return [...withContents(artifact)].map(summaryOf);
}

function summaryOf(artifact: Artifact): ArtifactSummary {
  const { path, kind, sha256, bytes, containers, declared, reserves } = artifact;
  return {
    path,
    kind,
    sha256,
    bytes,
    undeclared: containers.length === 0 && Object.keys(declared).length === 0,
    ...(reserves && { reserves }),
    ...(isKind(artifact, 'other') && { unrecognised: artifact.content }),
  };
}

/** Results of the checks on one file, when there is no dossier. */
export interface FileResult {
  readonly artifact: Pick<ArtifactSummary, 'path' | 'kind' | 'unrecognised'>;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly runs: readonly CheckRun[];
}

/** What a report is made from. */
export interface ReportInput {
  readonly command: Report['command'];
  readonly packs: readonly Pack[];
  readonly base: Pick<Base, 'source' | 'date'>;
  readonly candidate: ReportCandidate | null;
  readonly results: readonly RequirementResult[];
  readonly files: readonly FileResult[];
  readonly artifacts: readonly ArtifactSummary[];
  readonly unreadable: readonly Unreadable[];
  readonly otherCorridors: number;
  readonly exit: number;
  readonly partial: 'interrupted' | { readonly narrowed: string } | undefined;
  readonly masked: boolean;
  /** Requirements that use a check, for findings of files judged without a dossier. */
  readonly requirementsOf: (check: string) => readonly string[];
  /** Id of the pack that a check is from. */
  readonly packOf: (check: string) => string;
}
