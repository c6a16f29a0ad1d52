import type { SamlAssertion } from '../../../artifacts/soap/saml.js';
import { attributeValue } from '../../../artifacts/xml/value.js';
import { RESOURCE } from './dmp-messages.js';

/** Names of the attributes of the VIHF (CI-SIS, volet Transport synchrone pour client lourd ; volet Transmission de documents CDA en HL7 v2, mapping VIHF). */
export const VIHF = {
  version: 'VIHF_Version',
  structure: 'Identifiant_Structure',
  sector: 'Secteur_Activite',
  subject: 'urn:oasis:names:tc:xspa:1.0:subject:subject-id',
  role: 'urn:oasis:names:tc:xacml:2.0:subject:role',
  mode: 'Authentification_Mode',
  patient: 'urn:oasis:names:tc:xacml:2.0:resource:resource-id',
  resource: RESOURCE,
  purpose: 'urn:oasis:names:tc:xspa:1.0:subject:purposeofuse',
  confidentiality: 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code',
  software: 'LPS_Nom',
  softwareVersion: 'LPS_Version',
  approval: 'LPS_ID_HOMOLOGATION_DMP',
} as const;

/** A coded value of the VIHF: an element of HL7 v3, `Role` or `PurposeOfUse`. */
export interface VihfCode {
  readonly code: string;
  readonly system: string;
  /** Whether it is written as one: in the namespace of HL7 v3. */
  readonly isElement: boolean;
}

/** The values of an attribute. Official tokens write `Authentification_mode` for what the specification calls `Authentification_Mode`. */
export function valuesOf(vihf: SamlAssertion, name: string): ReturnType<SamlAssertion['attribute']> {
  return name === VIHF.mode
    ? [...vihf.attribute(name), ...vihf.attribute('Authentification_mode')]
    : vihf.attribute(name);
}

/** The code that a value of an attribute holds. */
export function codeOf({ element, value }: ReturnType<SamlAssertion['attribute']>[number]): VihfCode {
  return {
    code: attributeValue(element, 'code')?.value ?? value,
    system: attributeValue(element, 'codeSystem')?.value ?? '',
    isElement: element?.namespaceURI === 'urn:hl7-org:v3',
  };
}
