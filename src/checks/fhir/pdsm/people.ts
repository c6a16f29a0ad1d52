import type { Artifact } from '../../../artifacts/artifact.js';
import { isProfessionalId, PROFESSIONAL_OID } from '../../../identity/national-ids.js';
import { bareOid } from '../../../identity/oids.js';
import type { RawFinding } from '../../define.js';
import { type FhirObject, objectsOf } from '../../identities/fhir-objects.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

export type PeopleRule = 'person-kind' | 'person-id' | 'person-id-form';

/** A reference to a person, a device or a structure. */
export interface Referred {
  readonly element: string;
  /** Types of resources that it may be. */
  readonly types: readonly string[];
}

/** System of RPPS numbers in the directory of health professionals. */
const RPPS = 'https://rpps.esante.gouv.fr';

/** What the contained resources that are referred to are, and how professionals are identified. */
export function judgePeople(resource: Artifact<'fhir'>, referred: readonly Referred[]): RawFinding<PeopleRule>[] {
  const contained = new Map(objectsOf(rootOf(resource), 'contained').map((each) => [textOf(each, 'id'), each]));
  const judged = new Set<FhirObject>();
  return referred.flatMap(({ element, types }) =>
    objectsAt(rootOf(resource), element).flatMap((reference): RawFinding<PeopleRule>[] => {
      const target = textOf(reference, 'reference');
      const local = target?.startsWith('#') ? contained.get(target.slice(1)) : undefined;
      if (!local) return [];
      const type = textOf(local, 'resourceType') ?? '';
      if (!types.includes(type)) {
        const args = { element, types: types.join(', '), type };
        return [foundIn(resource, 'person-kind', reference.path, { args })];
      }
      return judged.size === judged.add(local).size ? [] : judgeProfessional(resource, local, contained);
    }),
  );
}

/** References to a resource that is to stand in this one (MHD Comprehensive): that one does, fhir/structure says. */
export function judgeContained(resource: Artifact<'fhir'>, elements: readonly string[]): RawFinding<'contained'>[] {
  return elements.flatMap((element) =>
    objectsAt(rootOf(resource), element)
      .filter((reference) => !textOf(reference, 'reference')?.startsWith('#') && !isOrganizationAlone(reference))
      .map(({ path }) => foundIn(resource, 'contained', path, { args: { element } })),
  );
}

/** An author that is an organization is told by an extension, and by no reference. */
function isOrganizationAlone(reference: FhirObject): boolean {
  return !('reference' in reference.value) && !('identifier' in reference.value) && 'extension' in reference.value;
}

/** A professional has a national identifier: on the resource, or on the person whose role it is. */
function judgeProfessional(
  resource: Artifact<'fhir'>,
  person: FhirObject,
  contained: ReadonlyMap<string | undefined, FhirObject>,
): RawFinding<PeopleRule>[] {
  const type = textOf(person, 'resourceType');
  if (type !== 'Practitioner' && type !== 'PractitionerRole') return [];
  const [whose] = objectsOf(person, 'practitioner');
  const reference = textOf(whose, 'reference');
  const own = reference?.startsWith('#') ? contained.get(reference.slice(1)) : undefined;
  // The directory tells the person of a role that refers to it.
  if (whose && !own) return [];
  const identifiers = [person, ...(own ? [own] : [])].flatMap((each) => objectsOf(each, 'identifier'));
  const national = identifiers.filter((each) => isNational(textOf(each, 'system') ?? ''));
  if (national.length === 0) return [foundIn(resource, 'person-id', person.path, { args: { type } })];
  return national.flatMap((each) => {
    const value = textOf(each, 'value') ?? '';
    if (bareOid(textOf(each, 'system') ?? '') !== PROFESSIONAL_OID || isProfessionalId(value)) return [];
    return [foundIn(resource, 'person-id-form', [...each.path, 'value'], { actual: value })];
  });
}

function isNational(system: string): boolean {
  return bareOid(system) === PROFESSIONAL_OID || system.trim() === RPPS;
}
