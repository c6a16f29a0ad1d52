import type { FhirDefinitions, StructureDefinition } from '../../checks/fhir/validation/definitions.js';
import { type Codes, expandValueSet } from './expand-value-set.js';
import type { FhirPackage } from './package.js';
import { R4 } from './r4-definitions.js';

/** R4 with what packages define, by canonical address: where two give the same, the first package is taken. */
export function withPackages(packages: readonly FhirPackage[]): FhirDefinitions {
  if (packages.length === 0) return R4;
  // What R4 is made of may be given as a package too: our own copy judges it.
  const profiles = byCanonical(packages.flatMap(({ structures }) => structures.filter(isConstraint)));
  const valueSets = byCanonical(packages.flatMap((each) => each.valueSets));
  const codeSystems = byCanonical(packages.flatMap((each) => each.codeSystems));
  const expanded = new Map<string, Codes | undefined>();
  const terminology = { valueSets, codeSystems, expanded: (url: string) => R4.valueSet(url) };
  return {
    hasPackages: true,
    structure: (name) => R4.structure(name),
    profile: (canonical) => profiles.get(canonical),
    valueSet(url) {
      if (!expanded.has(url)) expanded.set(url, expandValueSet(url, terminology) ?? R4.valueSet(url));
      return expanded.get(url);
    },
    holds: (...asked) => R4.holds(...asked),
  };
}

function isConstraint({ derivation }: StructureDefinition): boolean {
  return derivation === 'constraint';
}

/** By `url|version`, and by `url` the newest. */
function byCanonical<T extends { readonly url?: string; readonly version?: string }>(
  given: readonly T[],
): Map<string, T> {
  const found = new Map<string, T>();
  for (const each of given) {
    const { url, version = '' } = each;
    if (typeof url !== 'string') continue;
    const exact = `${url}|${version}`;
    if (!found.has(exact)) found.set(exact, each);
    const known = found.get(url);
    if (!known || isNewer(version, known.version ?? '')) found.set(url, each);
  }
  return found;
}

/** By numbers: 1.10.0 is newer than 1.9.0. What follows a hyphen comes before the version itself. */
function isNewer(version: string, than: string): boolean {
  const [own, other] = [version, than].map((each) => each.replace(/-.*$/, '').split('.').map(Number));
  for (const [rank, number] of (own ?? []).entries()) {
    const known = other?.[rank] ?? 0;
    if (number !== known) return number > known;
  }
  return than.includes('-') && !version.includes('-');
}
