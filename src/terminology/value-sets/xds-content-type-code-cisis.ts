import { valueSet } from '../value-set.js';

/** What led to a submission: an activity, or the kind of place. */
export const XDS_CONTENT_TYPE_CODE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.464',
  name: 'JDV_J03-XdsContentTypeCode-CISIS',
  version: '2026-02-23',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '1.2.250.1.213.1.1.4.6': 'EXP_PATIENT',
    '1.2.250.1.213.2.2': `
      03 04 07 08 09 11 13 14 15 16 17 18 19 20 21 22 26 27 28 33 37 40 42 43 44 45 46 47 48 50 52 60 97`,
    '1.2.250.1.213.1.6.1.128': '05 11 12',
    '1.2.250.1.71.4.2.4': `
      SA05 SA06 SA07 SA08 SA09 SA10 SA12 SA13 SA14 SA15 SA16 SA17 SA18 SA19 SA20 SA21 SA22 SA23 SA24 SA25 SA26 SA27
      SA28 SA29 SA30 SA31 SA32 SA33 SA34 SA35 SA36 SA37 SA38 SA39 SA40 SA41 SA42 SA43 SA44 SA45 SA46 SA47 SA48 SA49
      SA50 SA51 SA52 SA53 SA54 SA55 SA56 SA57 SA58 SA59 SA60 SA61 SA63 SA64 SA65 SA66 SA67 SA68 SA69`,
  },
});
