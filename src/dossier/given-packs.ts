import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FhirDefinitions } from '../checks/fhir/validation/definitions.js';
import type { Pack } from '../packs/builtin.js';
import { identifyOfficialPack, listOfficialPack, type OfficialPack } from '../packs/official/official-pack.js';
import type { OfficialRules } from '../packs/official/official-rules.js';
import { readFhirPackages } from './fhir-packages.js';
import { UserError } from './user-error.js';

/** What `--pack` gives: FHIR packages, and the official rules of CDA documents. */
export interface GivenPacks {
  /** R4 and what the packages define. */
  readonly fhir: FhirDefinitions;
  readonly official: OfficialRules | undefined;
  readonly packs: readonly Pack[];
  /** What was given, file by file. */
  readonly files: readonly string[];
}

/** What `--pack` names, before any rule is read: plain values, that threads are sent. */
export interface NamedPacks {
  readonly fhir: readonly string[];
  /** Folders laid out as the ANS publishes its rules. */
  readonly official: readonly OfficialPack[];
}

/**
 * Tells apart FHIR packages, folders of them, and folders laid out as the ANS publishes its rules.
 * @throws UserError for a folder that cannot be listed.
 */
export async function namePacks(paths: readonly string[] = []): Promise<NamedPacks> {
  const fhir: string[] = [];
  const official: OfficialPack[] = [];
  for (const path of paths) {
    if (await holdsRules(path)) official.push(listOfficialPack(path));
    else fhir.push(path);
  }
  return { fhir, official };
}

/** The official rules with their hash. @throws UserError for two folders of rules that differ. */
export function identifyOfficial(folders: readonly OfficialPack[]): Pack | undefined {
  const [first, ...others] = folders.map(identifyOfficialPack);
  const other = others.find(({ sha256 }) => sha256 !== first?.sha256);
  if (first && other)
    throw new UserError('pack-twice', { name: first.id, first: first.version, second: other.version });
  return first;
}

/**
 * Reads what `--pack` names: FHIR packages, folders of them, and a folder laid out as the ANS publishes its rules.
 * @throws UserError for what is none of them, or two folders of rules that differ.
 */
export async function readPacks(paths: readonly string[] = []): Promise<GivenPacks> {
  const named = await namePacks(paths);
  const given = await readFhirPackages(named.fhir);
  const pack = identifyOfficial(named.official);
  const [first] = named.official;
  return {
    fhir: given.fhir,
    official: first && (await (await import('../packs/official/load-official-rules.js')).loadOfficialRules(first)),
    packs: [...given.packs, ...(pack ? [pack] : [])],
    files: [...given.files, ...named.official.flatMap(({ folder, paths }) => paths.map((path) => join(folder, path)))],
  };
}

/** Laid out as the ANS publishes its rules of CDA documents. */
async function holdsRules(path: string): Promise<boolean> {
  const inside = await stat(join(path, 'schematrons')).catch(() => undefined);
  return inside?.isDirectory() ?? false;
}
