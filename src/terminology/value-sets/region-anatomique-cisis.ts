import { valueSet } from '../value-set.js';

/** Regions of the body that an imaging document is about. */
export const REGION_ANATOMIQUE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.695',
  name: 'JDV_RegionAnatomique_CISIS',
  version: '2022-11-14',
  source: 'ANS, TestContenuCDA-3-0, jeuxDeValeurs, copie de mars 2025',
  codes: {
    '2.16.840.1.113883.6.96':
      '63337009 38266002 53120007 61685007 67734004 774007 113257007 80891009 76752008 737561001',
  },
});
