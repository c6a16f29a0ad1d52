import { valueSet } from '../value-set.js';

/** Frame in which the act took place, for the DMP. */
export const XDS_PRACTICE_SETTING_CODE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.4',
  name: 'JDV_J62-PracticeSettingCode-DMP',
  version: '2023-09-22',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '1.2.250.1.213.1.1.4.6': 'EXP_PATIENT SNR',
    '1.2.250.1.213.1.1.4.9': 'AMBULATOIRE AMO DEPISTAGE ETABLISSEMENT HAD MAD PALLIATIF SAD SAMU_SMUR',
  },
});
