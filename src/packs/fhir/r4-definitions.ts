import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { FhirDefinitions, StructureDefinition } from '../../checks/fhir/validation/definitions.js';
import { packageFile } from '../package-file.js';
import type { Codes } from './expand-value-set.js';

/** The definitions of FHIR R4 as the build packed them. */
export const COMPILED_R4 = fileURLToPath(packageFile('dist/packs/fhir-r4.json.br'));

export interface CompiledR4 {
  readonly structures: readonly StructureDefinition[];
  /** By canonical address, those that a required binding names. */
  readonly valueSets: Readonly<Record<string, Codes>>;
}

let loaded: FhirDefinitions | undefined;

/** The definitions of FHIR R4 (4.0.1), read when a resource is first judged. */
export const R4: FhirDefinitions = {
  hasPackages: false,
  profile: () => undefined,
  structure: (name) => definitions().structure(name),
  valueSet: (url) => definitions().valueSet(url),
  holds: (...asked) => definitions().holds(...asked),
};

function definitions(): FhirDefinitions {
  loaded ??= load();
  return loaded;
}

function load(): FhirDefinitions {
  const compiled = JSON.parse(brotliDecompressSync(readFileSync(COMPILED_R4)).toString()) as CompiledR4;
  const byUrl = new Map(compiled.structures.map((each) => [each.url, each]));
  // A type is named bare in R4: its own address tells it from a profile of it.
  const byType = new Map(compiled.structures.map((each) => [each.url.slice(each.url.lastIndexOf('/') + 1), each]));
  const valueSets = new Map(Object.entries(compiled.valueSets));
  // Loaded here because it costs a tenth of the start of the tool, and most dossiers hold no FHIR.
  const { evalFhirPathTyped, toTypedValue } = createRequire(import.meta.url)(
    '@medplum/core',
  ) as typeof import('@medplum/core');
  return {
    ...R4,
    structure: (name) => byType.get(name) ?? byUrl.get(name),
    valueSet: (url) => valueSets.get(url.replace(/\|.*$/, '')),
    holds(expression, { type, value }, { resource, rootResource }) {
      const typed = { type, value };
      const result = evalFhirPathTyped(expression, [typed], {
        '%context': typed,
        '%resource': toTypedValue(resource),
        '%rootResource': toTypedValue(rootResource),
        '%ucum': toTypedValue('http://unitsofmeasure.org'),
      });
      return result.length === 1 && result[0]?.value === true;
    },
  };
}
