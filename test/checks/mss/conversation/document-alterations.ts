import { type Alteration, altered, lines } from './alteration.js';

const COPY = '20260302_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf';
const DISPOSITION = 'Content-Disposition: attachment;\r\n filename="IHE_XDM.zip"\r\n';
const PDF_TYPE = `Content-Type: application/pdf;\r\n name="${COPY}"`;
const ZIP_TYPE = 'Content-Type: application/zip;\r\n name="IHE_XDM.zip"';
const PATIENT_ID = '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>';

/** The archive, its documents and their copies (ECO.2.1.1, ECO.2.1.5, ECO.2.1.6). */
export const DOCUMENT_ALTERATIONS: readonly Alteration[] = [
  altered('letter.attachments', 'IHE_XDM.zip', 'documents.zip', 'mss/xdm-attachment'),
  altered('letter.attachments', `\n${COPY} | application/pdf | copy`, '', 'mss/pdf-copies'),
  altered('letter.copy', '{pdf}', '%pdfa 1B\nUn autre texte.', 'mss/pdf-copies'),
  altered('letter.attachments', COPY, 'document.pdf', 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('20260302', '20260303'), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('TEST-ALPHA', 'TEST-BETA'), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('CAMILLE', 'LOUISE'), 'mss/pdf-name'),
  altered(
    'letter.attachments',
    COPY,
    COPY.replace('CR ou fiche de consultation ou de visite', 'Courrier'),
    'mss/pdf-name',
  ),
  altered(
    'letter.attachments',
    'IHE_XDM.zip | application/zip',
    'IHE_XDM.zip | application/octet-stream',
    'mss/message-form',
  ),
  altered('letter.eml', DISPOSITION, DISPOSITION.replace('attachment', 'inline'), 'mss/message-form'),
  altered('letter.eml', `${DISPOSITION}Content-Transfer-Encoding: base64`, DISPOSITION.trimEnd(), 'mss/message-form'),
  altered(
    'letter.eml',
    `${DISPOSITION}Content-Transfer-Encoding: base64`,
    `${DISPOSITION}Content-Transfer-Encoding: uuencode`,
    'mss/message-form',
  ),
  altered(
    'letter.eml',
    ZIP_TYPE,
    ZIP_TYPE.replace('application/zip', 'application/x-zip-compressed'),
    'mss/message-form',
  ),
  altered('letter.eml', PDF_TYPE, PDF_TYPE.replace('application/pdf', 'application/octet-stream'), 'mss/message-form'),
  altered(
    'letter.eml',
    lines(ZIP_TYPE, DISPOSITION.trimEnd()),
    lines('Content-Type: application/zip', 'Content-Disposition: attachment'),
    'mss/xdm-attachment',
  ),
  altered('letter.attachments', 'IHE_XDM.zip |', 'IHE-XDM.zip |', 'mss/xdm-attachment'),
  altered('letter.attachments', 'IHE_XDM.zip |', 'IHE_XDM.xdm |', 'mss/xdm-attachment'),
  altered(
    'letter.attachments',
    'IHE_XDM.zip | application/zip | archive\n',
    '',
    'mss/codecda-header',
    'mss/ins-header',
  ),
  altered(
    'letter.attachments',
    'IHE_XDM.zip | application/zip | archive',
    'document.xml | text/xml | cda',
    'mss/xdm-attachment',
    'mss/codecda-header',
    'mss/ins-header',
  ),
  altered(
    'letter.attachments',
    ' | application/pdf | copy',
    ' | application/pdf | copy\nplan.pdf | application/pdf | copy',
    'mss/pdf-copies',
  ),
  altered('letter.attachments', '| copy', '| cda', 'mss/pdf-copies'),
  altered('letter.copy', '{pdf}', '%crlf\n{pdf}', 'mss/pdf-copies'),
  altered('letter.copy', '{pdf}', '%pdfa 2B\nUn autre texte.', 'mss/pdf-copies'),
  altered('letter.attachments', COPY, COPY.replace('TEST-ALPHA', 'Test-Alpha'), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('20260302_', ''), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('_TEST-ALPHA_CAMILLE', ''), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replaceAll('_', ' '), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('.pdf', ''), 'mss/pdf-name'),
  altered('letter.attachments', COPY, COPY.replace('20260302', '02032026'), 'mss/pdf-name'),
  altered('letter.pdf', '%pdfa 1B', '%pdfa 2B', 'mss/pdf-copies', 'cda/body-n1'),
  altered(
    'letter.cda',
    PATIENT_ID,
    PATIENT_ID.replace('048"', '049"'),
    'ins/document-identity',
    'mss/ins-header',
    'mss/one-patient',
    'mss/replacement',
  ),
  altered('letter.cda', `      ${PATIENT_ID}\n`, '', 'mss/ins-header', 'mss/one-patient'),
  altered(
    'letter.cda',
    '<family qualifier="BR">TEST-ALPHA',
    '<family qualifier="BR">TEST-BETA',
    'mss/subject-content',
    'mss/pdf-name',
  ),
  altered('letter.cda', '<birthTime value="19850714"/>', '<birthTime value="19850715"/>', 'mss/subject-content'),
  altered(
    'letter.cda',
    'code code="11488-4"',
    'code code="11490-0"',
    'mss/codecda-header',
    'cda/annex-3-type',
    'dmp/document-and-entry',
  ),
  altered(
    'letter.cda',
    '<versionNumber value="1"/>',
    '<versionNumber value="2"/>',
    'mss/replacement',
    'cda/versions',
    'dmp/life-cycle',
  ),
  altered('letter.cda', '<setId root="2.999.2.20260302.1"/>', '<setId root="2.999.7.20260302.1"/>', 'mss/replacement'),
];
