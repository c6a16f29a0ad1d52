import type { Artifact, Declaration } from '../artifacts/artifact.js';

/** A document type of annex 3 of the corridor's DSR, as the vendor lists it. */
export interface AnnexDocument {
  readonly code: string;
  readonly level: 'N1' | 'N3';
}

export type PatientStatus = 'provisoire' | 'récupérée' | 'validée' | 'qualifiée';

export interface DeclaredPatient {
  readonly id: string;
  readonly matricule?: string;
  readonly status: PatientStatus;
}

/** What a check may know beside the artifact: declarations of the vendor, never a file, a clock or another check. */
export interface CheckContext {
  /** NIL of the CNDA or product reference of Convergence: X-MSS-NIL may carry either. */
  readonly productReferences: readonly string[];
  readonly patients: readonly DeclaredPatient[];
  readonly annex3: readonly AnnexDocument[] | undefined;
}

/** Context of a file judged without a dossier: nothing is declared. */
export const NOTHING_DECLARED: CheckContext = { productReferences: [], patients: [], annex3: undefined };

/** The patient that the vendor declares for an artifact. */
export function patientOf(
  artifact: { readonly declared: Declaration },
  context: CheckContext,
): DeclaredPatient | undefined {
  return context.patients.find((patient) => patient.id === artifact.declared.patient);
}

/** A location in an artifact as a place of a finding. */
export function placeIn(
  artifact: Pick<Artifact, 'path'>,
  location: { line?: number; column?: number; path?: string } = {},
): {
  artifact: string;
  line?: number;
  column?: number;
  path?: string;
} {
  return { artifact: artifact.path, ...location };
}
