import type { X509Certificate } from 'node:crypto';
import type { Artifact, Declaration } from '../artifacts/artifact.js';
import type { JsonPath } from '../artifacts/json/document.js';
import type { IdentityStatus } from '../identity/statuses.js';
import type { Traits } from '../identity/traits.js';
import type { FhirDefinitions } from './fhir/validation/definitions.js';

/** A document type of annex 3 of the corridor's DSR, as the vendor lists it. */
export interface AnnexDocument {
  readonly code: string;
  readonly level: 'N1' | 'N3';
}

/** What the vendor declares of a patient: what is told is the reference that the artifacts are compared with. */
export interface DeclaredPatient {
  readonly id: string;
  readonly status: IdentityStatus;
  readonly matricule?: string;
  readonly oid?: string;
  readonly 'birth-name'?: string;
  /** First birth given name. */
  readonly 'first-given'?: string;
  /** Every birth given name. */
  readonly 'given-list'?: string;
  readonly sex?: 'F' | 'M';
  /** `AAAA-MM-JJ`. */
  readonly 'birth-date'?: string;
  /** COG code. */
  readonly 'birth-place'?: string;
  readonly 'used-name'?: string;
  readonly 'used-given'?: string;
  /** It is nobody's identity, though it stands under an OID of production. */
  readonly fictitious?: boolean;
}

/** What a check may know beside the artifact: declarations of the vendor, never a file, a clock or another check. */
export interface CheckContext {
  /** NIL of the CNDA or product reference of Convergence: X-MSS-NIL may carry either. */
  readonly productReferences: readonly string[];
  readonly patients: readonly DeclaredPatient[];
  readonly annex3: readonly AnnexDocument[] | undefined;
  /** Of the dossier: in `test`, an identity under an OID of production is an alarm. */
  readonly environment: 'test' | 'production';
  /** Answers to the questions of `conditions.yaml`; those without an answer are absent. */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /** Certificates that the user trusts: what they certify is trusted too. None is no trust, not all. */
  readonly trustAnchors?: readonly X509Certificate[];
  /** The user wants such an identity to be an error. */
  readonly denyProductionIdentities: boolean;
  /** Definitions that FHIR resources are judged against: those of R4, and those of the packages that were given. */
  readonly fhir: FhirDefinitions | undefined;
  /** Validates against JSON Schemas: given, because the library that does is loaded by what judges a value only. */
  readonly validateJson?: ValidateJson;
}

/** What a value breaks of a JSON Schema: each fault at once, in the order of the schema. A schema is compiled once. */
export type ValidateJson = (schema: object, value: unknown) => readonly SchemaFault[];

export interface SchemaFault {
  /** Of JSON Schema: `required`, `type`… */
  readonly keyword: string;
  readonly path: JsonPath;
  /** The member that `required` misses. */
  readonly missing: string | undefined;
  /** The type that `type` wants. */
  readonly expected: string | undefined;
}

/** Context of a file judged without a dossier: nothing is declared. */
export const NOTHING_DECLARED: CheckContext = {
  productReferences: [],
  patients: [],
  annex3: undefined,
  environment: 'test',
  trustAnchors: [],
  denyProductionIdentities: false,
  fhir: undefined,
};

/** True when a manifest told something: what is missing can be asked for. */
export function isOfDossier({ patients, productReferences, annex3 }: CheckContext): boolean {
  return patients.length > 0 || productReferences.length > 0 || annex3 !== undefined;
}

/** The patient that the vendor declares for an artifact. */
export function patientOf(
  artifact: { readonly declared: Declaration },
  context: CheckContext,
): DeclaredPatient | undefined {
  return context.patients.find((patient) => patient.id === artifact.declared.patient);
}

/** The traits that the vendor declares of a patient. */
export function declaredTraits(patient: DeclaredPatient): Traits {
  const traits: { readonly [T in keyof Required<Traits>]: string | undefined } = {
    matricule: patient.matricule,
    oid: patient.oid,
    birthName: patient['birth-name'],
    firstGiven: patient['first-given'],
    givenList: patient['given-list'],
    sex: patient.sex,
    birthDate: patient['birth-date'],
    birthPlace: patient['birth-place'],
    usedName: patient['used-name'],
    usedGiven: patient['used-given'],
  };
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));
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
