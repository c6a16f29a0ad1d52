import { describe, expect, it } from 'vitest';
import type { StructureDefinition } from '../../../src/checks/fhir/validation/definitions.js';
import type { FhirPackage } from '../../../src/packs/fhir/package.js';
import { withPackages } from '../../../src/packs/fhir/package-definitions.js';
import { R4 } from '../../../src/packs/fhir/r4-definitions.js';

function profile(version: string | undefined, derivation = 'constraint', url = 'http://x/p'): StructureDefinition {
  const base = { url, name: 'p', type: 'Patient', kind: 'resource', abstract: false, derivation };
  return version === undefined ? base : { ...base, version };
}

function given(structures: readonly StructureDefinition[], over: Partial<FhirPackage> = {}): FhirPackage {
  return { id: 'a', version: '1', fhirVersions: [], sha256: '', structures, valueSets: [], codeSystems: [], ...over };
}

describe('withPackages', () => {
  it('is R4 alone without any', () => {
    expect(withPackages([])).toBe(R4);
    expect(R4.hasPackages).toBe(false);
    expect(R4.profile('http://hl7.org/fhir/StructureDefinition/Patient')).toBeUndefined();
  });

  it('gives a profile by its address, of a version or the newest', () => {
    const all = ['1.9.0', '1.10.0', '1.10.0-beta', '1.2.0'].map((version) => profile(version));
    const { profile: find } = withPackages([given(all)]);
    expect(find('http://x/p')?.version).toBe('1.10.0');
    expect(find('http://x/p|1.2.0')?.version).toBe('1.2.0');
    expect(find('http://x/p|3.0.0')).toBeUndefined();
    expect(find('http://x/other')).toBeUndefined();
  });

  it('takes the first where two packages give the same, and one without version', () => {
    const [first, second] = [profile(undefined), profile(undefined)];
    expect(withPackages([given([first]), given([second])]).profile('http://x/p')).toBe(first);
  });

  it('keeps its own R4 where a package defines the types again', () => {
    const patient = 'http://hl7.org/fhir/StructureDefinition/Patient';
    const definitions = withPackages([given([profile('4.0.1', 'specialization', patient)])]);
    expect(definitions.profile(patient)).toBeUndefined();
    expect(definitions.structure('Patient')).toBe(R4.structure('Patient'));
    expect(definitions.hasPackages).toBe(true);
  });

  it('tells the codes of the value sets of packages, and of R4', () => {
    const compose = { include: [{ valueSet: ['http://hl7.org/fhir/ValueSet/administrative-gender'] }] };
    const definitions = withPackages([given([], { valueSets: [{ url: 'http://x/vs', version: '1', compose }] })]);
    for (const url of ['http://x/vs', 'http://x/vs|1', 'http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1'])
      expect(Object.values(definitions.valueSet(url) ?? {}), url).toEqual([['male', 'female', 'other', 'unknown']]);
    expect(definitions.valueSet('http://x/none')).toBeUndefined();
  });
});
