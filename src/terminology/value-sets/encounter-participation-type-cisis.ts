import { valueSet } from '../value-set.js';

/** What a professional did when the patient was taken in charge. */
export const ENCOUNTER_PARTICIPATION_TYPE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.528',
  name: 'JDV_J140_EncounterParticipationType_CISIS',
  version: '2021-03-26',
  source: 'ANS, TestContenuCDA-3-0, jeuxDeValeurs, copie de mars 2025',
  codes: { '2.16.840.1.113883.5.90': 'ADM ATND CON DIS REF RESP' },
});
