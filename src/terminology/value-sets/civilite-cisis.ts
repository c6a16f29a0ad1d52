import { valueSet } from '../value-set.js';

/** Titles of courtesy. */
export const CIVILITE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.718',
  name: 'JDV_J245_Civilite_CISIS',
  version: '2023-03-31',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.6.1.69': 'M MME',
  },
});
