import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { isObject } from '../../artifacts/json/document.js';
import type { StructureDefinition } from '../../checks/fhir/validation/definitions.js';
import type { CodeSystem, ValueSet } from './expand-value-set.js';
import { readTar } from './read-tar.js';

/** Size that an unpacked package may have: the largest published ones have 200 MB. */
const MAX_BYTES = 512 * 1024 * 1024;

/** A FHIR package (HL7 FHIR NPM package specification): a `.tgz` of definitions, with its name and version. */
export interface FhirPackage {
  readonly id: string;
  readonly version: string;
  readonly fhirVersions: readonly string[];
  readonly sha256: string;
  readonly structures: readonly StructureDefinition[];
  readonly valueSets: readonly ValueSet[];
  readonly codeSystems: readonly CodeSystem[];
}

/** Why a file is no FHIR package; `detail` says where or what. */
export class FhirPackageError extends Error {
  constructor(
    readonly reason: 'not-gzip' | 'too-large' | 'not-tar' | 'no-manifest' | 'not-json',
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
    this.name = 'FhirPackageError';
  }
}

/**
 * Reads a package from its bytes.
 * @throws FhirPackageError
 */
export function readFhirPackage(bytes: Uint8Array): FhirPackage {
  // Those of `package/` itself: its sub-folders hold examples and other material.
  const files = unpacked(bytes).filter(({ name }) => /^package\/[^/]+\.json$/.test(name));
  const manifest = files.find(({ name }) => name === 'package/package.json');
  const own = manifest && parsed(manifest);
  const { name, version, fhirVersions, 'fhir-version-list': earlier } = isObject(own) ? own : {};
  if (typeof name !== 'string' || typeof version !== 'string') {
    throw new FhirPackageError('no-manifest', 'package/package.json');
  }
  const resources = files
    .filter((file) => file !== manifest && !/\/\.index\.json$/.test(file.name))
    .map(parsed)
    .filter(isObject);
  const ofType = <T>(type: string): T[] =>
    resources.filter((each) => each.resourceType === type && typeof each.url === 'string').map((each) => each as T);
  return {
    id: name,
    version,
    fhirVersions: [fhirVersions ?? earlier ?? []].flat().map(String),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    structures: ofType('StructureDefinition'),
    valueSets: ofType('ValueSet'),
    codeSystems: ofType('CodeSystem'),
  };
}

function unpacked(bytes: Uint8Array): ReturnType<typeof readTar> {
  let archive: Uint8Array;
  try {
    archive = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FhirPackageError(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-gzip', message);
  }
  try {
    return readTar(archive);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FhirPackageError('not-tar', error.message);
  }
}

function parsed({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch (error) {
    throw new FhirPackageError('not-json', `${name}: ${(error as Error).message}`);
  }
}
