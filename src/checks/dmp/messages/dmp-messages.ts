import { isResponse, type SoapBody } from '../../../artifacts/soap/body.js';
import type { SamlAssertion } from '../../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../../artifacts/soap/soap.js';
import type { XdsObject } from '../../../artifacts/xds/metadata.js';
import type { XmlValue } from '../../../artifacts/xml/value.js';

/** The device of the DMP, in the messages of HL7 v3 (CI-SIS, volet Gestion du dossier patient partagé). */
export const DMP_DEVICE = '1.2.250.1.213.4.1.1.1';

/** Name of the VIHF's attribute that tells what the transaction is about, and its value for the DMP (CI-SIS, VIHF). */
export const RESOURCE = 'Ressource_URN';
export const DMP_RESOURCE = 'urn:dmp';

/** Attributes that no other assertion has. */
const OWN = ['VIHF_Version', RESOURCE, 'Identifiant_Structure', 'LPS_ID_HOMOLOGATION_DMP'];

/** The VIHF of a message: the assertion that has its attributes, since a card's may stand beside it. */
export function vihfOf({ security }: SoapMessage): SamlAssertion | undefined {
  return security?.assertions.find((each) => OWN.some((name) => each.attribute(name).length > 0));
}

/** What the assertions of a message say that it is about: `urn:dmp` for the DMP. */
export function resourcesOf({ security }: SoapMessage): string[] {
  const values = (security?.assertions ?? []).flatMap((assertion) => assertion.attribute(RESOURCE));
  return values.map(({ value }) => value.trim().toLowerCase()).filter(Boolean);
}

/** The VIHF that a file holds alone, without a message. */
export function isLoneVihf(message: SoapMessage): boolean {
  return message.version === undefined && vihfOf(message) !== undefined;
}

/**
 * True for a request to the DMP: by its own services, by its address, by the resource that its VIHF names, else by a transaction of IHE that carries a
 * VIHF. What goes to another registry, and a call of INSi, are none.
 */
export function isDmpRequest(message: SoapMessage): boolean {
  const { body } = message;
  if (isResponse(body) || body.type === 'insi-request') return false;
  if (isOwnService(body) || (body.type === 'patient-query' && isOfDmp(body.receiver?.root))) return true;
  // Before what its VIHF names, which may be mistyped.
  if (isTransaction(body) && isAddressedToDmp(message)) return true;
  const vihf = vihfOf(message);
  const resources = resourcesOf(message);
  if (resources.length > 0) return resources.includes(DMP_RESOURCE);
  if (isLoneVihf(message)) return vihf?.attribute('LPS_ID_HOMOLOGATION_DMP').length !== 0;
  return isTransaction(body) && vihf !== undefined;
}

/** True for a message sent to an address of the DMP: all have `si-dmp-server` in their path. */
export function isAddressedToDmp({ addressing, http }: SoapMessage): boolean {
  const target = http && 'target' in http ? http.target : addressing.to?.value;
  return /\bsi-dmp\b/i.test(target ?? '');
}

/** True for an answer that tells by itself that the DMP gives it. Most answers do not: their request does. */
export function isDmpAnswer(body: SoapBody): boolean {
  switch (body.type) {
    case 'patient-query-response':
      return isOfDmp(body.sender?.root);
    case 'retrieve-response':
      return body.documents.some(({ repositoryUniqueId }) => isOfDmp(repositoryUniqueId));
    case 'stored-query-response':
      return body.metadata.documentEntries.some((entry: XdsObject) => isOfDmp(entry.slot('repositoryUniqueId')[0]));
    default:
      return isOwnService(body);
  }
}

function isOfDmp(oid: Pick<XmlValue, 'value'> | undefined): boolean {
  return oid !== undefined && `${oid.value}.`.startsWith('1.2.250.1.213.4.');
}

function isOwnService({ node }: SoapBody): boolean {
  return node?.namespaceURI?.startsWith('urn:si-dmp-') ?? false;
}

function isTransaction({ type }: SoapBody): boolean {
  return /^(?:provide-and-register|register|update|stored-query|retrieve|patient-query)$/.test(type);
}
