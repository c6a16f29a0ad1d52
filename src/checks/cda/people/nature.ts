import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { isInsOid } from '../../../identity/oids.js';

/** Who writes a document or answers for it (Structuration minimale §3.5.5.13, author). */
type Nature = 'professional' | 'patient' | 'system';

/**
 * A system has a device, or is a structure or a service without a person; a patient has the INS; anybody else is a professional.
 *
 * @param role `assignedAuthor` or `assignedEntity`
 */
export function natureOf(role: XmlElement): Nature {
  if (role.first('assignedAuthoringDevice')) return 'system';
  if (rootsOf(role).some(isInsOid)) return 'patient';
  return role.first('assignedPerson') ? 'professional' : 'system';
}

/** Roots of the identifiers of a role or of an organization. */
export function rootsOf(node: XmlElement): (string | undefined)[] {
  return node.childrenNamed('id').map((id) => id.attribute('root'));
}

/** Names of the children that are not there. */
export function absent(node: XmlElement, names: readonly string[]): string[] {
  return names.filter((name) => !node.first(name));
}
