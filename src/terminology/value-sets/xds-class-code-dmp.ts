import { valueSet } from '../value-set.js';

/** Class of a document of the DMP. */
export const XDS_CLASS_CODE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.6',
  name: 'JDV_J57-ClassCode-DMP',
  version: '2023-09-22',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '1.2.250.1.213.1.1.4.1': '10 11 31 42 43 44 45 52 60 90 95',
    URN: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1',
  },
});
