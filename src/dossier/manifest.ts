import type { Declaration, Kind } from '../artifacts/artifact.js';
import type { AnnexDocument, CheckContext, DeclaredPatient } from '../checks/context.js';
import { R4 } from '../packs/fhir/r4-definitions.js';
import { validateJson } from '../packs/validate-json.js';
import { nearest } from '../scenarios/nearest.js';
import type { Mistake, YamlFile } from '../scenarios/parse-yaml.js';
import type { Base, Evidence } from '../scenarios/scenario.js';
import { runNumberOf } from './run-number.js';

/** What a vendor writes in `segur.yaml`; the schema is `segur.schema.json`. */
export interface Manifest {
  readonly candidate: {
    readonly vendor: string;
    readonly product: string;
    readonly version: string;
    readonly nil?: string;
    readonly 'product-reference'?: string;
  };
  readonly applies: { readonly wave: 1 | 2; readonly corridor: string; readonly profiles?: readonly string[] };
  readonly environment?: 'test' | 'production';
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly patients?: readonly DeclaredPatient[];
  readonly artifacts?: readonly (Declaration & { readonly path: string })[];
  readonly 'annex-3'?: readonly AnnexDocument[];
  readonly evidence?: Readonly<Record<string, string | readonly string[] | GivenProof>>;
  readonly statements?: Readonly<Record<string, { readonly by: string; readonly on: string; readonly text: string }>>;
  readonly scenarios?: readonly string[];
  /** Of the ANS workbook of the corridor: its day, and fields by the headers that are not recognised. */
  readonly rem?: { readonly date?: string; readonly columns?: Readonly<Record<string, string>> };
  /** Files of certificates, PEM or DER, from the dossier's folder. */
  readonly trust?: readonly string[];
  /** Bytes above which the deposit folder warns. */
  readonly deposit?: { readonly 'max-file-bytes'?: number; readonly 'max-chapter-bytes'?: number };
  /** What `segur-check redact` says of the copy that it wrote. */
  readonly redaction?: { readonly withheld: readonly WithheldFile[] };
}

/** A file of the original that a redacted copy does not hold. */
export interface WithheldFile {
  /** Where it would stand in the copy. */
  readonly path: string;
  readonly kind: Kind;
  /** Kinds of what it contains. */
  readonly holds?: readonly Kind[];
  readonly reason: string;
  /** Proofs that it is given for. */
  readonly proves?: readonly string[];
}

interface GivenProof {
  readonly permalink?: string;
  /** Any value in the schema: what is wrong with it is said in one sentence, not as a list of types. */
  readonly execution?: unknown;
}

export const MANIFEST_NAME = 'segur.yaml';

/** Unknown names that are told: the nearest of each is searched among thousands, and nobody mends more at once. */
const MOST_MISTAKES = 100;

/** Names in a valid manifest that the base does not know: each with its place and the nearest valid name. */
export function unknownNames(manifest: YamlFile<Manifest>, base: Base): Mistake[] {
  const { value } = manifest;
  const mistakes: Mistake[] = [];
  const know = (
    path: (string | number)[],
    name: string,
    known: readonly string[],
    what: string,
    isKey = false,
  ): void => {
    if (mistakes.length >= MOST_MISTAKES || known.includes(name)) return;
    const args = { what, name, ...nearest(name, known), expected: known.slice(0, 12).join(', ') };
    mistakes.push(manifest.mistake(path, 'mistake/unknown-name', args, isKey));
  };
  const corridors = base.corridors.map((each) => each.corridor);
  const { corridor: name } = value.applies;
  if (!corridors.includes(name)) {
    const args = { what: 'applies.corridor', name, ...nearest(name, corridors), expected: corridors.join(', ') };
    mistakes.push(manifest.mistake(['applies', 'corridor'], 'mistake/unknown-corridor', args));
  }
  const corridor = base.corridors.find((each) => each.corridor === value.applies.corridor);
  if (corridor) {
    for (const [index, profile] of (value.applies.profiles ?? []).entries())
      know(['applies', 'profiles', index], profile, corridor.profiles, 'profile');
  }
  const questions = base.conditions.map((each) => each.condition);
  for (const name of Object.keys(value.conditions ?? {}))
    know(['conditions', name], name, questions, 'condition', true);
  const patients = (value.patients ?? []).map((each) => each.id);
  for (const [index, artifact] of (value.artifacts ?? []).entries()) {
    if (artifact.patient !== undefined) know(['artifacts', index, 'patient'], artifact.patient, patients, 'patient');
  }
  const proofs = base.requirements.flatMap((each) =>
    each.scenarios.flatMap((scenario) => (scenario.evidence ?? []).flatMap(namesOf)),
  );
  for (const section of ['evidence', 'statements'] as const) {
    for (const id of Object.keys(value[section] ?? {})) know([section, id], id, proofs, 'proof', true);
  }
  return mistakes;
}

/** The number of a proof, and what its workbook writes: either names it in a manifest. */
export function namesOf({ id, official }: Evidence): readonly string[] {
  return official === undefined || official.id === id ? [id] : [id, official.id];
}

/** Proofs whose `execution` is neither the number of a run of the MSSanté test tool nor the address of its page. */
export function wrongRuns({ value, mistake }: YamlFile<Manifest>): Mistake[] {
  return Object.entries(value.evidence ?? {}).flatMap(([id, given]) => {
    if (typeof given === 'string' || !('execution' in given) || runNumberOf(given.execution) !== undefined) return [];
    const name = String(given.execution).slice(0, 200);
    return [mistake(['evidence', id, 'execution'], 'mistake/execution', { name })];
  });
}

/** What checks may know of the manifest. */
export function checkContext(
  manifest: Manifest,
  denyProductionIdentities = false,
  trustAnchors: CheckContext['trustAnchors'] = [],
): CheckContext {
  const { nil, 'product-reference': reference } = manifest.candidate;
  return {
    productReferences: [nil, reference].filter((each) => each !== undefined),
    patients: manifest.patients ?? [],
    annex3: manifest['annex-3'],
    environment: manifest.environment ?? 'test',
    ...(manifest.conditions && { conditions: manifest.conditions }),
    denyProductionIdentities,
    trustAnchors,
    fhir: R4,
    validateJson,
  };
}
