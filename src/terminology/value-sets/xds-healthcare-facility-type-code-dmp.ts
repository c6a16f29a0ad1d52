import { valueSet } from '../value-set.js';

/** Kind of place where the act took place, for the DMP. */
export const XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.3',
  name: 'JDV_J61-HealthcareFacilityTypeCode-DMP',
  version: '2024-09-27',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '1.2.250.1.213.1.1.4.6': 'EXP_PATIENT SNR',
    '1.2.250.1.71.4.2.4': `
      SA01 SA02 SA03 SA04 SA05 SA06 SA07 SA08 SA09 SA10 SA11 SA12 SA13 SA14 SA15 SA16 SA17 SA18 SA19 SA20 SA21 SA22
      SA23 SA24 SA25 SA26 SA27 SA28 SA29 SA30 SA31 SA32 SA33 SA34 SA35 SA36 SA37 SA38 SA39 SA40 SA41 SA42 SA43 SA44
      SA45 SA46 SA47 SA48 SA49 SA50 SA51 SA52 SA53 SA54 SA55 SA56 SA57 SA58 SA59 SA60 SA61 SA63 SA64 SA65 SA68 SA69`,
  },
});
