import { valueSet } from '../value-set.js';

/** Titles of profession. */
export const TITRE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.719',
  name: 'JDV_J246_Titre_CISIS',
  version: '2024-01-26',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.6.1.11': 'DR MC MG PC PG PR',
  },
});
