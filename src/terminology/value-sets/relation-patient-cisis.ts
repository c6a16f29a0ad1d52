import { valueSet } from '../value-set.js';

/** What somebody is to the patient. */
export const RELATION_PATIENT_CISIS = valueSet({
  oid: '1.2.250.1.213.3.3.16',
  name: 'JDV_J11_RelationPatient_CISIS',
  version: '2020-04-24',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '2.16.840.1.113883.5.111': `
      MTH FTH NMTH NFTH STPMTH STPFTH GRMTH GRFTH GGRMTH GGRFTH DAU SON BRO SIS HBRO HSIS GRNDDAU GRNDSO UNCLE AUNT
      NEPHEW NIECE HUSB WIFE DOMPART ROOM FRND NBOR FAMMEMB CHILD COUSN SIGOTHR DAUC SONC
    `,
    '1.2.250.1.213.1.1.4.327': 'TUTEUR CURATEUR MSVG',
  },
});
