import { valueSet } from '../value-set.js';

/** What a professional does for the patient. */
export const FUNCTION_CODE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.124',
  name: 'JDV_J47_FunctionCode_CISIS',
  version: '2024-12-13',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.1.4.2.280': 'CORRE PRELV ES-REF ES-PREF',
    '2.16.840.1.113883.5.88': 'ADMPHYS ATTPHYS DISPHYS PCP',
    '1.2.250.1.213.1.6.1.107': '330 353',
  },
});
