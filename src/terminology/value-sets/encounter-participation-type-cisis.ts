import { valueSet } from '../value-set.js';

/** What somebody does in an encounter. */
export const ENCOUNTER_PARTICIPATION_TYPE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.528',
  name: 'JDV_J140_EncounterParticipationType_CISIS',
  version: '2021-03-26',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '2.16.840.1.113883.5.90': 'ADM ATND CON DIS REF RESP',
  },
});
