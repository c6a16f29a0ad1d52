/** What a registry says of a document that it holds: approved, replaced, archived or deleted (OASIS ebRIM 3.0; CI-SIS, JDV_J52). */
export const APPROVED = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';

export const AVAILABILITY_STATUSES: readonly string[] = [
  APPROVED,
  'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
  'urn:asip:ci-sis:2010:StatusType:Archived',
  'urn:asip:ci-sis:2010:StatusType:Deleted',
];
