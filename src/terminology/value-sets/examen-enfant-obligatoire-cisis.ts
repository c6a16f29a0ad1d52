import { valueSet } from '../value-set.js';

/** Compulsory examinations of a child. */
export const EXAMEN_ENFANT_OBLIGATOIRE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.730',
  name: 'JDV_ExamenEnfantObligatoire_CISIS',
  version: '2024-12-12',
  source: 'ANS, TestContenuCDA-3-0, jeuxDeValeurs, copie de mars 2025',
  codes: {
    '1.2.250.1.213.1.1.4.322': `MED-1224 MED-1225 MED-1226 MED-1227 MED-1228 MED-1229 MED-1230 MED-1231 MED-1232 MED-1233 MED-1234 MED-1235
      MED-1236 MED-1237 MED-1238 MED-1239 MED-1240 MED-1306 MED-1241 MED-1242 MED-1243`,
  },
});
