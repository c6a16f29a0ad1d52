import { valueSet } from '../value-set.js';

/** How the patient was taken in charge. */
export const TYPE_RENCONTRE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.589',
  name: 'JDV_J142_TypeRencontre_CISIS',
  version: '2021-03-26',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '2.16.840.1.113883.5.4': 'IMP EMER AMB FLD HH VR',
    '1.2.250.1.213.1.1.4.2.291': 'EXTERNE SEANCE',
  },
});
