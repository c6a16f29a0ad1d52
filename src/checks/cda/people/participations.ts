import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** Somebody, or a structure, whom the header tells: in a role, under the participation that brings it in. */
export interface Participation {
  /** `author`, `participant`, `performer`… */
  readonly node: XmlElement;
  /** Who takes part: `assignedAuthor`, `assignedEntity`, `associatedEntity`, `relatedEntity` or `intendedRecipient`. */
  readonly role: XmlElement;
  readonly person: XmlElement | undefined;
  readonly organization: XmlElement | undefined;
}

/** The paths of participations from `ClinicalDocument`, in the order of the schema. */
const PARTICIPATIONS: readonly (readonly string[])[] = [
  ['author'],
  ['dataEnterer'],
  ['informant'],
  ['informationRecipient'],
  ['legalAuthenticator'],
  ['authenticator'],
  ['participant'],
  ['documentationOf', 'serviceEvent', 'performer'],
  ['componentOf', 'encompassingEncounter', 'responsibleParty'],
  ['componentOf', 'encompassingEncounter', 'encounterParticipant'],
];

const ROLES = ['assignedAuthor', 'assignedEntity', 'associatedEntity', 'relatedEntity', 'intendedRecipient'];
const PERSONS = ['assignedPerson', 'associatedPerson', 'relatedPerson', 'informationRecipient'];
const ORGANIZATIONS = ['representedOrganization', 'scopingOrganization', 'receivedOrganization'];

/** Everybody whom the header tells, but the patient and those who speak for the patient. */
export function participationsOf({ root }: CdaContent): Participation[] {
  return PARTICIPATIONS.flatMap((path) => root.all(...path)).flatMap((node) =>
    ROLES.flatMap((name) => node.childrenNamed(name)).map((role) => ({
      node,
      role,
      person: firstOf(role, PERSONS),
      organization: firstOf(role, ORGANIZATIONS),
    })),
  );
}

function firstOf(parent: XmlElement, names: readonly string[]): XmlElement | undefined {
  return names.flatMap((name) => parent.childrenNamed(name))[0];
}
