/** What an identifier of a patient is, by the OID of the authority that assigned it. */
export interface InsAuthority {
  /** The names of the ANS for it. */
  readonly name: string;
  /** `NIR` or `NIA` for an INS; `INS-C` is the obsolete calculated one; `NSS` is the billing number, which is no INS. */
  readonly nature: 'NIR' | 'NIA' | 'INS-C' | 'NSS';
  readonly use: 'production' | 'test' | 'demonstration';
}

/** Authorities that assign national identifiers (ANS, liste des OID des autorités d'affectation des INS; style sheet of TestContenuCDA). */
const AUTHORITIES: ReadonlyMap<string, InsAuthority> = new Map([
  ['1.2.250.1.213.1.4.2', { name: 'INS-C', nature: 'INS-C', use: 'production' }],
  ['1.2.250.1.213.1.4.6', { name: 'INS-C de test', nature: 'INS-C', use: 'test' }],
  ['1.2.250.1.213.1.4.7', { name: 'INS-C de démonstration', nature: 'INS-C', use: 'demonstration' }],
  ['1.2.250.1.213.1.4.8', { name: 'INS-NIR', nature: 'NIR', use: 'production' }],
  ['1.2.250.1.213.1.4.9', { name: 'INS-NIA', nature: 'NIA', use: 'production' }],
  ['1.2.250.1.213.1.4.10', { name: 'INS-NIR de test', nature: 'NIR', use: 'test' }],
  ['1.2.250.1.213.1.4.11', { name: 'INS-NIR de démonstration', nature: 'NIR', use: 'demonstration' }],
  ['1.2.250.1.213.1.4.13', { name: 'N°SS-NIR', nature: 'NSS', use: 'production' }],
  ['1.2.250.1.213.1.4.14', { name: 'N°SS-NIA', nature: 'NSS', use: 'production' }],
]);

/** What the OID of a national identifier means; undefined for any other OID. A `urn:oid:` before it does not count. */
export function authorityOf(oid: string | undefined): InsAuthority | undefined {
  return AUTHORITIES.get(bareOid(oid ?? ''));
}

/** An OID without the `urn:oid:` that FHIR and SAML write before it. */
export function bareOid(oid: string): string {
  return oid.trim().replace(/^urn:oid:/i, '');
}

/** Longest OID that DICOM, XDS and the DMP take (DICOM PS3.5 §9; ITI TF-3 §4.2.3.1; CI-SIS, Structuration minimale §3.5.7.2). */
export const LONGEST_OID = 64;

/** An OID alone as ITU-T X.660 writes it: no UUID, no prefix, no arc that begins with a zero. */
export const OID = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;

const UUID = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

export const OID_OR_UUID = new RegExp(`${OID.source}|^${UUID}$`);

/** OID, UUID or reserved identifier (HL7 data type UID). */
export const UID = new RegExp(`${OID_OR_UUID.source}|^[A-Za-z][A-Za-z0-9-]*$`);

/** `urn:uuid:` and a UUID: the name that a registry gives to what it holds. */
export const UUID_URN = new RegExp(`^urn:uuid:${UUID}$`, 'i');

/** True for an OID that is no longer than it may be. */
export function isWellFormedOid(text: string | undefined): text is string {
  return text !== undefined && text.length <= LONGEST_OID && OID.test(text);
}

/** True for the OID of an INS, real, of test or of demonstration. */
export function isInsOid(oid: string | undefined): oid is string {
  const nature = authorityOf(oid)?.nature;
  return nature === 'NIR' || nature === 'NIA';
}

/** True for the OIDs of test and demonstration, under which official samples carry matricules with a wrong key. */
export function isTestOid(oid: string | undefined): boolean {
  return isInsOid(oid) && authorityOf(oid)?.use !== 'production';
}
