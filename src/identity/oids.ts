/** Authorities that assign the INS (ANS, liste des OID des autorités d'affectation des INS). */
const INS_OIDS = {
  '1.2.250.1.213.1.4.8': 'INS-NIR',
  '1.2.250.1.213.1.4.9': 'INS-NIA',
  '1.2.250.1.213.1.4.10': 'INS-NIR test',
  '1.2.250.1.213.1.4.11': 'INS-NIR démonstration',
} as const;

export type InsOid = keyof typeof INS_OIDS;

/** True for the OID of an INS, real, of test or of demonstration. */
export function isInsOid(oid: string | undefined): oid is InsOid {
  return oid !== undefined && Object.hasOwn(INS_OIDS, oid);
}

/** True for the OIDs of test and demonstration, under which official samples carry matricules with a wrong key. */
export function isTestOid(oid: string | undefined): boolean {
  return oid === '1.2.250.1.213.1.4.10' || oid === '1.2.250.1.213.1.4.11';
}
