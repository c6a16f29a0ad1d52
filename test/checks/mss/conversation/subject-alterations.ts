import { type Alteration, altered } from './alteration.js';

const SUBJECT = 'XDM/1.0/DDM+CR ou fiche de consultation ou de visite TEST-ALPHA CAMILLE 14/07/1985';
const LABEL = 'CR ou fiche de consultation ou de visite';

/** The subject of a mail with documents (ECO.2.1.3). */
export const SUBJECT_ALTERATIONS: readonly Alteration[] = [
  altered('letter.headers', `Subject: ${SUBJECT}`, 'X-Nothing: 1', 'mss/subject-form'),
  altered('letter.headers', 'Subject: XDM/1.0/DDM+', 'Subject: XDM/1.0/DDM ', 'mss/subject-form'),
  altered('letter.headers', 'Subject: XDM/1.0/DDM+', 'Subject: xdm/1.0/ddm+', 'mss/subject-form'),
  altered('letter.headers', 'visite TEST-ALPHA CAMILLE', 'visite TEST-BETA CAMILLE', 'mss/subject-content'),
  altered('letter.headers', 'TEST-ALPHA CAMILLE', 'TEST-ALPHA LOUISE', 'mss/subject-content'),
  altered('letter.headers', 'TEST-ALPHA CAMILLE', 'CAMILLE TEST-ALPHA', 'mss/subject-content'),
  altered('letter.headers', '14/07/1985', '14/07/1958', 'mss/subject-content'),
  altered('letter.headers', '14/07/1985', '1985-07-14', 'mss/subject-form'),
  altered('letter.headers', 'TEST-ALPHA CAMILLE', 'Test-Alpha Camille', 'mss/subject-content'),
  altered('letter.headers', 'CR ou fiche de consultation ou de visite', 'Courrier', 'mss/subject-content'),
  altered('letter.headers', 'CR ou fiche de consultation ou de visite', '2 documents', 'mss/subject-content'),
  altered('letter.headers', `Subject: ${SUBJECT}`, 'Subject:', 'mss/subject-form'),
  altered('letter.headers', `Subject: ${SUBJECT}`, `Subject: ${SUBJECT}\nSubject: ${SUBJECT}`, 'mss/subject-form'),
  altered('letter.headers', 'Subject: XDM/1.0/DDM+', 'Subject: XDM/1.0/DDM+ ', 'mss/subject-form'),
  altered('letter.headers', 'Subject: XDM/1.0/DDM+', 'Subject: XDM/2.0/DDM+', 'mss/subject-form'),
  altered('letter.headers', 'Subject: XDM/1.0/DDM+', 'Subject: [Patient] XDM/1.0/DDM+', 'mss/subject-form'),
  altered('letter.headers', '14/07/1985', '14/7/85', 'mss/subject-form'),
  altered('letter.headers', 'TEST-ALPHA CAMILLE', 'TEST-ALPHA CAMILLE LOUISE ANNE', 'mss/subject-content'),
  altered('letter.headers', 'TEST-ALPHA CAMILLE 14/07/1985', 'TEST-ALPHA 14/07/1985', 'mss/subject-content'),
  altered('letter.headers', LABEL, LABEL.slice(0, 30), 'mss/subject-content'),
  altered('letter.headers', LABEL, `${LABEL} de contrôle`, 'mss/subject-content'),
  altered('patient.headers', 'TEST-ALPHA CAMILLE', 'TEST-DELTA CAMILLE', 'mss/subject-content'),
  altered('patient.headers', 'Subject: XDM/1.0/DDM+', 'Subject: ', 'mss/subject-form'),
  altered('replacement.headers', '14/07/1985', '14/07/1986', 'mss/subject-content'),
  altered('automatic.headers', 'biologie médical TEST', 'biologie médicale TEST', 'mss/subject-content'),
  altered('automatic.headers', "Prescription d'actes de biologie médical", LABEL, 'mss/subject-content'),
];
