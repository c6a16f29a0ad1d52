import { valueSet } from '../value-set.js';

/** Who may see a document of the DMP: HL7 confidentiality, then what hides it. */
export const XDS_CONFIDENTIALITY_CODE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.9',
  name: 'JDV_J58-ConfidentialityCode-DMP',
  version: '2020-04-24',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '2.16.840.1.113883.5.25': 'N R V',
    '1.2.250.1.213.1.1.4.13': 'INVISIBLE_PATIENT INVISIBLE_REPRESENTANTS_LEGAUX MASQUE_PS',
  },
});
