import { valueSet } from '../value-set.js';

/** The frame that somebody practises in. */
export const XDS_PRACTICE_SETTING_CODE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.467',
  name: 'JDV_J04_XdsPracticeSettingCode_CISIS',
  version: '2024-09-27',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.1.4.6': 'EXP_PATIENT SNR',
    '1.2.250.1.213.1.1.4.9': 'AMBULATOIRE AMO DEPISTAGE ESSMS ETABLISSEMENT HAD MAD PALLIATIF SAD SAMU_SMUR',
  },
});
