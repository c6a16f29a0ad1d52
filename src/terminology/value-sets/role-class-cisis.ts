import { valueSet } from '../value-set.js';

/** Whether a participant is a health professional. */
export const ROLE_CLASS_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.588',
  name: 'JDV_J141_RoleClass_CISIS',
  version: '2021-03-26',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '2.16.840.1.113883.5.110': 'PROV AGNT',
  },
});
