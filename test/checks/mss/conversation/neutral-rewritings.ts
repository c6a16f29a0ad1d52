import { altered, lines, type Rewriting } from './alteration.js';

const COPY = '20260302_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf';
const FROM = 'From: Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.mssante.fr>';
const TO = 'To: <jean.correspondant@exemple.mssante.fr>';
const SUBJECT = 'Subject: XDM/1.0/DDM+CR ou fiche de consultation ou de visite TEST-ALPHA\r\n CAMILLE 14/07/1985';
const LABEL = 'CR ou fiche de consultation ou de visite';
const DATE = 'Date: Mon, 2 Mar 2026 10:30:00 +0100';
const PLAIN = 'Content-Type: text/plain; charset=UTF-8';
const QP = 'Content-Transfer-Encoding: quoted-printable';
const LETTER = '<20260302103000.1@exemple.mssante.fr>';
const QUESTION = '<20260303090000.7@exemple.mssante.fr>';
const DISPLAYED = 'Disposition: manual-action/MDN-sent-manually; displayed';
const ZIP =
  'Content-Type: application/zip;\r\n name="IHE_XDM.zip"\r\nContent-Disposition: attachment;\r\n filename="IHE_XDM.zip"';
const PDF = `Content-Type: application/pdf;\r\n name="${COPY}"\r\nContent-Disposition: attachment;\r\n filename="${COPY}"`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Other ways to write the same conversation: they trip nothing. */
export const NEUTRAL: readonly Rewriting[] = [
  altered('letter.headers', 'X-MSS-NIL: 1234', 'x-mss-nil: 1234'),
  altered('letter.headers', 'X-MSS-NIL: 1234', 'X-Mailer: Exemple LGC 4.2\nX-MSS-NIL: 1234'),
  altered(
    'letter.headers',
    'To: <jean.correspondant@exemple.mssante.fr>',
    'To: Dr Jean CORRESPONDANT <jean.correspondant@exemple.mssante.fr>',
  ),
  altered(
    'letter.headers',
    'To: <jean.correspondant@exemple.mssante.fr>',
    'To: <jean.correspondant@exemple.mssante.fr>, <hugo.bernard@exemple.mssante.fr>',
  ),
  altered(
    'letter.headers',
    'To: <jean.correspondant@exemple.mssante.fr>',
    'To: <jean.correspondant@exemple.mssante.fr>\nCc: <285076311399048@patient.mssante.fr>',
  ),
  altered('letter.headers', ' 14/07/1985', ''),
  altered('letter.headers', 'Date: Mon, 2 Mar 2026 10:30:00 +0100', 'Date: 2 Mar 2026 10:30 +0100'),
  altered('letter.headers', 'Disposition-Notification-To: <claire.martin@exemple.mssante.fr>\n', ''),
  altered('letter.headers', 'Return-Receipt-To: <claire.martin@exemple.mssante.fr>\n', ''),
  altered('letter.headers', 'Dr_Claire_MARTIN_Cabinet des Essais', 'Claire_MARTIN'),
  altered('letter.headers', 'X-MSS-CODECDA: 11488-4', 'X-MSS-CODECDA:  11488-4 '),
  altered('letter.attachments', COPY, COPY.replace('.pdf', '_12150302014578.pdf')),
  altered('letter.attachments', 'IHE_XDM.zip', 'IHE_XDM.ZIP'),
  altered('patient.alternative', 'body\nhtml', 'body'),
  altered('patient.html', '<p>Bonjour,</p>', '<p style="color: black"><b>Bonjour</b>,</p><!-- fin -->'),
  altered('letter.body', 'Content-Transfer-Encoding: quoted-printable', 'Content-Transfer-Encoding: base64'),
  altered('reply.headers', 'Subject: Re: ', 'Subject: RE : '),
  altered(
    'reply.headers',
    'References: <20260302103000.1@exemple.mssante.fr> <',
    'References: <20260302103000.1@exemple.mssante.fr>  <',
  ),
  altered(
    'read.notification',
    'Disposition: manual-action/MDN-sent-manually; displayed',
    'Disposition: automatic-action/MDN-sent-automatically;displayed',
  ),
  altered('read.notification', 'Reporting-UA: Exemple LGC\n', ''),
  altered('read.original', '{question}', 'Message-ID: <20260303090000.7@exemple.mssante.fr>'),
  altered('replacement.body', 'Il annule et remplace', 'ANNULE ET REMPLACE : il annule et remplace'),
  // Folding, order and case of fields; comments.
  altered('letter.eml', SUBJECT, SUBJECT.replace('\r\n CAMILLE', ' CAMILLE')),
  altered(
    'letter.eml',
    SUBJECT,
    SUBJECT.replace('\r\n CAMILLE', ' CAMILLE').replaceAll(' TEST', '\r\n TEST').replace(' ou de', '\r\n ou de'),
  ),
  altered('letter.eml', FROM, FROM.replace(' <', '\r\n\t<')),
  altered('letter.eml', lines(FROM, TO), lines(TO, FROM)),
  altered(
    'letter.eml',
    lines(FROM, TO, SUBJECT, DATE),
    lines('Received: from poste by mx.exemple.mssante.fr;', ' Mon, 2 Mar 2026 10:30:01 +0100', DATE, SUBJECT, TO, FROM),
  ),
  altered(
    'letter.eml',
    FROM,
    lines('DKIM-Signature: v=1; a=rsa-sha256; d=exemple.mssante.fr;', ' bh=AAAA; b=BBBB', FROM),
  ),
  altered('letter.eml', lines(FROM, TO), lines(FROM.replace('From', 'FROM'), TO.replace('To', 'to'))),
  altered('letter.eml', 'Message-ID: <', 'Message-Id: <'),
  altered('letter.headers', DATE, `${DATE} (CET)`),
  altered('letter.headers', DATE, 'Date: Mon, 02 Mar 2026 09:30:00 +0000'),
  altered('letter.headers', 'MIME-Version: 1.0', 'MIME-Version: 1.0 (Exemple LGC)'),
  altered('letter.headers', 'X-MSS-NIL: 1234', 'Importance: normal\nX-MSS-NIL: 1234'),
  altered('letter.headers', 'X-MSS-CODECDA: 11488-4', 'X-MSS-CODECDA: 11488-4\nX-MSS-CODECDA: 11488-4'),
  // Encoded words.
  altered(
    'letter.eml',
    SUBJECT,
    lines(`Subject: =?UTF-8?B?${base64(`XDM/1.0/DDM+${LABEL}`)}?=`, ' TEST-ALPHA CAMILLE 14/07/1985'),
  ),
  altered(
    'letter.eml',
    SUBJECT,
    lines(
      'Subject: =?UTF-8?Q?XDM/1.0/DDM+CR_ou_fiche_de_consultation_ou?=',
      ' =?utf-8?q?_de_visite_TEST-ALPHA_CAMILLE_14/07/1985?=',
    ),
  ),
  altered(
    'letter.eml',
    SUBJECT,
    lines(
      'Subject: =?ISO-8859-1?Q?XDM/1.0/DDM+CR_ou_fiche_de_consultation_ou?=',
      ' =?ISO-8859-1?Q?_de_visite?= TEST-ALPHA CAMILLE 14/07/1985',
    ),
  ),
  altered(
    'letter.eml',
    FROM,
    `From: =?UTF-8?Q?Dr=5FClaire=5FMARTIN=5FCabinet_des_Essais?= <claire.martin@exemple.mssante.fr>`,
  ),
  // Addresses: quotes, comments, groups, case, order.
  altered('letter.headers', 'Dr_Claire_MARTIN_Cabinet des Essais', '"Dr_Claire_MARTIN_Cabinet des Essais"'),
  altered('letter.headers', TO, 'To: jean.correspondant@exemple.mssante.fr'),
  altered('letter.headers', TO, 'To: jean.correspondant@exemple.mssante.fr (Jean CORRESPONDANT)'),
  altered('letter.headers', TO, 'To: "CORRESPONDANT, Jean" <jean.correspondant@exemple.mssante.fr>'),
  altered(
    'letter.headers',
    TO,
    'To: Correspondants: <hugo.bernard@exemple.mssante.fr>, <jean.correspondant@exemple.mssante.fr>;',
  ),
  altered('letter.headers', TO, 'To: <hugo.bernard@exemple.mssante.fr>, <jean.correspondant@exemple.mssante.fr>'),
  altered('letter.headers', TO, 'To: <Jean.Correspondant@EXEMPLE.MSSANTE.FR>'),
  altered('letter.headers', TO, `${TO}\nCc: <hugo.bernard@exemple.mssante.fr>\nBcc: undisclosed-recipients:;`),
  altered('letter.headers', TO, `Sender: <claire.martin@exemple.mssante.fr>\n${TO}`),
  altered(
    'letter.headers',
    'Return-Receipt-To: <claire.martin@exemple.mssante.fr>',
    'Return-Receipt-To: Dr_Claire_MARTIN <Claire.Martin@exemple.mssante.fr>',
  ),
  altered(
    'patient.headers',
    'To: <285076311399048@patient.mssante.fr>',
    'To: "Mme TEST-ALPHA" <285076311399048@PATIENT.MSSANTE.FR>',
  ),
  altered(
    'patient.headers',
    'To: <285076311399048@patient.mssante.fr>',
    'To: <285076311399048@patient.mssante.fr>, <jean.correspondant@exemple.mssante.fr>',
  ),
  altered(
    'automatic.headers',
    'Reply-To: <claire.martin@exemple.mssante.fr>',
    'Reply-To: Dr_Claire_MARTIN <claire.martin@exemple.mssante.fr>',
  ),
  // Parts: types, charsets, transfer encodings, boundaries.
  altered('letter.body', PLAIN, 'Content-Type: TEXT/PLAIN; CHARSET="utf-8"; format=flowed'),
  altered('letter.body', `${PLAIN}\n${QP}`, `${QP}\nContent-Language: fr\n${PLAIN}`),
  altered('automatic.body', QP, 'Content-Transfer-Encoding: 8bit'),
  altered('automatic.body', QP, 'Content-Transfer-Encoding: base64'),
  altered('automatic.eml', 'envoy=C3=A9 de', 'envoy=c3=a9=20de'),
  altered('letter.eml', ZIP, ZIP.replace('application/zip', 'Application/ZIP').replace('attachment', 'ATTACHMENT')),
  altered('letter.eml', ZIP, ZIP.replace(';\r\n name="IHE_XDM.zip"', '')),
  altered('letter.eml', ZIP, ZIP.replace('filename="IHE_XDM.zip"', "filename*=UTF-8''IHE_XDM.zip")),
  altered('letter.eml', ZIP, ZIP.replace('filename="IHE_XDM.zip"', 'filename*0="IHE_";\r\n filename*1="XDM.zip"')),
  altered(
    'letter.eml',
    ZIP,
    ZIP.replace(
      'filename="IHE_XDM.zip"',
      'filename=IHE_XDM.zip; size=5000; creation-date="Mon, 2 Mar 2026 10:30:00 +0100"',
    ),
  ),
  altered(
    'letter.eml',
    PDF,
    PDF.replace(`filename="${COPY}"`, `filename*=utf-8'fr'${COPY.replaceAll(' ', '%20').replaceAll('_', '%5f')}`),
  ),
  altered('letter.eml', PDF, PDF.replace(`filename="${COPY}"`, `filename="=?UTF-8?B?${base64(COPY)}?="`)),
  altered(
    'letter.eml',
    '\r\n\r\n--=_mixed_segur_fixture\r\nContent-Type: text/plain',
    '\r\n\r\nMessage au format MIME.\r\n--=_mixed_segur_fixture  \r\nContent-Type: text/plain',
  ),
  altered('letter.eml', '--=_mixed_segur_fixture--', '--=_mixed_segur_fixture--\r\nFin.'),
  altered(
    'letter.attachments',
    `IHE_XDM.zip | application/zip | archive\n${COPY} | application/pdf | copy`,
    `${COPY} | application/pdf | copy\nIHE_XDM.zip | application/zip | archive`,
  ),
  altered(
    'reply.body',
    `${PLAIN}\n${QP}\n\n`,
    `Content-Type: multipart/alternative; boundary="simple boundary: (1)"\n\n--simple boundary: (1)\n${PLAIN}\n\nDans un an.\n--simple boundary: (1)\nContent-Type: text/html; charset=UTF-8\n\n<p>Dans un&nbsp;an.</p>\n--simple boundary: (1)--\n`,
  ),
  // Answers and reports.
  altered('reply.headers', `In-Reply-To: ${QUESTION}`, `In-Reply-To: ${QUESTION} (message du 3 mars)`),
  altered('reply.eml', ` ${LETTER}\r\n ${QUESTION}`, ` ${LETTER} ${QUESTION}`),
  altered(
    'read.notification',
    'Final-Recipient: rfc822; claire',
    'Original-Recipient: rfc822;claire.martin@exemple.mssante.fr\nfinal-recipient: RFC822;claire',
  ),
  altered('read.notification', DISPLAYED, 'Disposition: MANUAL-ACTION/mdn-sent-manually ; Displayed'),
  altered(
    'read.notification',
    DISPLAYED,
    `${DISPLAYED}\nX-Exemple: 1\nWarning: police absente\nWarning: image absente`,
  ),
  altered('read.text', 'Votre message a été affiché.', 'Lu.'),
  altered('receipt.notification', `Original-Message-ID: ${LETTER}\n`, ''),
  altered('receipt.notification', DISPLAYED, 'Disposition: automatic-action/MDN-sent-automatically; deleted'),
  altered('delivery.notification', 'Action: delivered', 'Action: relayed (vers un serveur sans accusé)'),
  altered('delivery.notification', 'Status: 2.0.0', 'Status: 2.1.5 (ok)\nDiagnostic-Code: smtp; 250 2.1.5 ok'),
  altered('deletion.body', 'a été supprimé', 'vient d’être supprimé'),
];
