import type { Artifact } from '../../../artifacts/artifact.js';
import { bareOid } from '../../../identity/oids.js';
import { CLASS_OF_TYPE_CISIS, CLASS_OF_TYPE_DMP } from '../../../terminology/class-of-type.js';
import type { ValueSet } from '../../../terminology/value-set.js';
import type { RawFinding } from '../../define.js';
import { type FhirObject, objectsOf } from '../../identities/fhir-objects.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

/** A coded element, the value sets of its codes (CI-SIS, then DMP), and what says that its system is another one. */
export interface Binding<R extends string> {
  readonly element: string;
  readonly sets: readonly [ValueSet, ValueSet];
  readonly rule: R;
}

/** OID of the terminologies of the ANS, by the number in their FHIR address (`…/NOS/TRE_A03-ClasseDocument/FHIR/…`). */
const NOS: Readonly<Record<string, string>> = {
  A00: '1.2.250.1.213.1.1.4.6',
  A01: '1.2.250.1.213.1.1.4.9',
  A03: '1.2.250.1.213.1.1.4.1',
  A04: '2.16.840.1.113883.6.1',
  A05: '1.2.250.1.213.1.1.4.12',
  A06: '1.2.250.1.213.1.1.4.2.282',
  A07: '1.2.250.1.213.1.1.4.13',
  A09: '1.2.840.10008.2.6.1',
  A10: 'URN',
  A11: '1.3.6.1.4.1.19376.1.2.3',
  A12: 'ASTM',
  R02: '1.2.250.1.71.4.2.4',
  R209: '1.2.250.1.213.2.2',
};

/** OID of the terminologies that have an address of their own in FHIR. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'http://loinc.org': '2.16.840.1.113883.6.1',
  'http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode': '1.3.6.1.4.1.19376.1.2.3',
  'http://terminology.hl7.org/CodeSystem/v3-Confidentiality': '2.16.840.1.113883.5.25',
  'http://dicom.nema.org/resources/ontology/DCMUID': '1.2.840.10008.2.6.1',
  'urn:ietf:rfc:3986': 'URN',
};

/** OID of a FHIR code system; itself when it is an OID already, or when nothing is known of it. */
function oidOfSystem(system: string): string {
  const address = system.trim().split('|')[0] ?? '';
  const number = /^https?:\/\/mos\.esante\.gouv\.fr\/NOS\/TRE_([AR]\d+)\b/i.exec(address)?.[1]?.toUpperCase() ?? '';
  if (Object.hasOwn(NOS, number)) return NOS[number] ?? address;
  return Object.hasOwn(ADDRESSES, address) ? (ADDRESSES[address] ?? address) : bareOid(address);
}

/** The codings at an element: those of a CodeableConcept, or the element that is a Coding. */
export function codingsAt(resource: Artifact<'fhir'>, element: string): FhirObject[] {
  return objectsAt(rootOf(resource), element).flatMap(codingsOf);
}

function codingsOf(object: FhirObject): FhirObject[] {
  return 'coding' in object.value || 'text' in object.value ? objectsOf(object, 'coding') : [object];
}

/** Each coded element has a code of one of the terminologies of its value sets, and one that they hold. */
export function judgeBindings<R extends string>(
  resource: Artifact<'fhir'>,
  bindings: readonly Binding<R>[],
): RawFinding<R | 'code'>[] {
  return bindings.flatMap((binding) =>
    objectsAt(rootOf(resource), binding.element).flatMap((object) => judgeConcept(resource, object, binding)),
  );
}

/** The codes of one value. */
export function judgeConcept<R extends string>(
  resource: Artifact<'fhir'>,
  object: FhirObject,
  { element, sets, rule }: Binding<R>,
): RawFinding<R | 'code'>[] {
  const systems = new Set(sets.flatMap(({ codes }) => codes.map(({ system }) => system)));
  const codings = codingsOf(object);
  const own = codings.filter((each) => systems.has(oidOfSystem(textOf(each, 'system') ?? '')));
  const [set] = sets;
  if (own.length === 0) {
    const system = textOf(codings[0], 'system') ?? '—';
    const args = { element, set: set.name, system, systems: [...systems].join(', ') };
    return [foundIn(resource, rule, codings[0]?.path ?? object.path, { args })];
  }
  return own.flatMap((each) => {
    const code = textOf(each, 'code')?.trim();
    const system = oidOfSystem(textOf(each, 'system') ?? '');
    if (!code || sets.some((known) => known.has(code, system))) return [];
    const args = { element, set: set.name, version: set.version };
    return [foundIn(resource, 'code', [...each.path, 'code'], { args, actual: code })];
  });
}

/** The category is deduced from the type, by the table of the CI-SIS or by that of the DMP; an unknown type tells none. */
export function judgeCategory(resource: Artifact<'fhir'>): RawFinding<'category-of-type'>[] {
  const type = textOf(codingsAt(resource, 'type')[0], 'code')?.trim();
  const [category] = codingsAt(resource, 'category');
  const given = textOf(category, 'code')?.trim();
  const tables = [CLASS_OF_TYPE_CISIS, CLASS_OF_TYPE_DMP];
  const [table, ...others] = tables.filter((each) => each.classOf(type ?? '') !== undefined);
  const expected = table?.classOf(type ?? '');
  const isOne = [table, ...others].some((each) => each?.classOf(type ?? '') === given);
  if (!category || !type || !given || !table || expected === undefined || isOne) return [];
  const args = { type, expected, table: table.name, version: table.version };
  return [foundIn(resource, 'category-of-type', [...category.path, 'code'], { args, actual: given })];
}
