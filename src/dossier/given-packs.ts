import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FhirDefinitions } from '../checks/fhir/validation/definitions.js';
import type { Pack } from '../packs/builtin.js';
import type { OfficialRules } from '../packs/official/official-rules.js';
import { discover } from './discover.js';
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

/**
 * Reads what `--pack` names: FHIR packages, folders of them, and a folder laid out as the ANS publishes its rules.
 * @throws UserError for what is none of them, or two folders of rules that differ.
 */
export async function readPacks(paths: readonly string[] = []): Promise<GivenPacks> {
  const folders = new Set<string>();
  for (const path of paths) if (await holdsRules(path)) folders.add(path);
  const given = await readFhirPackages(paths.filter((path) => !folders.has(path)));
  const official = await readRules([...folders]);
  const inside = await Promise.all(
    [...folders].map(async (folder) => (await discover(folder)).map((path) => join(folder, path))),
  );
  return {
    fhir: given.fhir,
    official,
    packs: [...given.packs, ...(official ? [official.pack] : [])],
    files: [...given.files, ...inside.flat()],
  };
}

async function readRules(folders: readonly string[]): Promise<OfficialRules | undefined> {
  if (folders.length === 0) return undefined;
  const { loadOfficialRules } = await import('../packs/official/load-official-rules.js');
  const [first, ...others] = await Promise.all(folders.map((folder) => loadOfficialRules(folder)));
  const other = others.find(({ pack }) => pack.sha256 !== first?.pack.sha256);
  if (first && other)
    throw new UserError('pack-twice', {
      name: first.pack.id,
      first: first.pack.version,
      second: other.pack.version,
    });
  return first;
}

/** Laid out as the ANS publishes its rules of CDA documents. */
async function holdsRules(path: string): Promise<boolean> {
  const inside = await stat(join(path, 'schematrons')).catch(() => undefined);
  return inside?.isDirectory() ?? false;
}
