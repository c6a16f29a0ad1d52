import { valueSet } from '../value-set.js';

/** How somebody takes part in what a document tells. */
export const PARTICIPATION_TYPE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.591',
  name: 'JDV_J144_ParticipationType_CISIS',
  version: '2021-03-26',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '2.16.840.1.113883.5.90': 'REF REFB INF RESP PRF CON VRF',
  },
});
