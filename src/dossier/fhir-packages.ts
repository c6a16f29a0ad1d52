import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { FhirDefinitions } from '../checks/fhir/validation/definitions.js';
import type { Pack } from '../packs/builtin.js';
import { type FhirPackage, FhirPackageError, readFhirPackage } from '../packs/fhir/package.js';
import { withPackages } from '../packs/fhir/package-definitions.js';
import { R4 } from '../packs/fhir/r4-definitions.js';
import { discover } from './discover.js';
import { UserError } from './user-error.js';

/** Bytes of a package: the largest published ones have 30 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

/** The FHIR packages that the user gives. */
interface GivenPackages {
  /** R4 and what the packages define. */
  readonly fhir: FhirDefinitions;
  readonly packs: readonly Pack[];
  readonly files: readonly string[];
}

/**
 * Reads the FHIR packages that `--pack` names: files, and every `.tgz` of a folder.
 * @throws UserError for what is no package, is not of FHIR R4, or is there in two versions.
 */
export async function readFhirPackages(paths: readonly string[] = []): Promise<GivenPackages> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  const byId = new Map<string, FhirPackage>();
  // One after the other: a package may weigh as much as all the rest.
  for (const file of files) {
    const found = await readPackage(file);
    const known = byId.get(found.id);
    if (known && known.sha256 !== found.sha256)
      throw new UserError('pack-twice', { name: found.id, first: known.version, second: found.version });
    byId.set(found.id, known ?? found);
  }
  const packages = [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  return {
    fhir: packages.length === 0 ? R4 : withPackages(packages),
    packs: packages.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    files,
  };
}

/** Those of the files that are in a folder, by their paths in it: a package kept in a dossier is no artifact of it. */
export function filesInside(folder: string, files: readonly string[]): string[] {
  return files
    .map((file) => relative(resolve(folder), resolve(file)))
    .filter((path) => !path.startsWith('..'))
    .map((path) => path.split(sep).join('/'));
}

async function filesOf(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new UserError('no-file', { path });
  if (!stats.isDirectory()) return [path];
  const inside = (await discover(path)).filter((name) => name.endsWith('.tgz'));
  if (inside.length === 0) throw new UserError('no-pack', { path });
  return inside.map((name) => join(path, name));
}

async function readPackage(file: string): Promise<FhirPackage> {
  const path = basename(file);
  const { size } = await stat(file);
  if (size > MAX_BYTES) throw new UserError('pack-too-large', { path });
  const found = packageOf(await readFile(file), path);
  const other = found.fhirVersions.length > 0 && !found.fhirVersions.some((version) => /^4\.0(?:\.|$)/.test(version));
  if (other) throw new UserError('pack-other-fhir', { path, version: found.fhirVersions.join(', ') });
  return found;
}

const PROBLEMS = {
  'not-gzip': 'pack-unreadable',
  'not-tar': 'pack-unreadable',
  'no-manifest': 'pack-without-manifest',
  'not-json': 'pack-not-json',
  'too-large': 'pack-too-large',
} as const;

function packageOf(bytes: Uint8Array, path: string): FhirPackage {
  try {
    return readFhirPackage(bytes);
  } catch (error) {
    if (!(error instanceof FhirPackageError)) throw error;
    throw new UserError(PROBLEMS[error.reason], { path, detail: error.detail });
  }
}
