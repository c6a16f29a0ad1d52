/** One fault planted in the conversation that conforms, and the checks that it trips: exactly these. */
export interface Alteration {
  readonly part: string;
  readonly good: string;
  readonly bad: string;
  readonly trips: readonly string[];
}

/** An alteration of one part. */
function altered(part: string, good: string, bad: string, ...trips: readonly string[]): Alteration {
  return { part, good, bad, trips };
}

const SUBJECT = 'XDM/1.0/DDM+CR ou fiche de consultation ou de visite TEST-ALPHA CAMILLE 14/07/1985';
const COPY = '20260302_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf';

export const ALTERATIONS: readonly Alteration[] = [
  // Subject.
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
  // Headers of MSSanté.
  altered('letter.headers', 'X-MSS-CODECDA: 11488-4\n', '', 'mss/codecda-header'),
  altered('letter.headers', 'X-MSS-CODECDA: 11488-4', 'X-MSS-CODECDA: PRESC-BIO', 'mss/codecda-header'),
  altered('letter.headers', 'X-MSS-CODECDA: 11488-4', 'X-MSS-CODECDA: 11488-4,PRESC-BIO', 'mss/codecda-header'),
  altered('letter.headers', 'X-MSS-INS: O\n', '', 'mss/ins-header'),
  altered('letter.headers', 'X-MSS-INS: O', 'X-MSS-INS: N', 'mss/ins-header'),
  altered('letter.headers', 'X-MSS-INS: O', 'X-MSS-INS: Oui', 'mss/ins-header'),
  altered('letter.headers', 'X-MSS-NIL: 1234\n', '', 'mss/nil-header'),
  altered('letter.headers', 'X-MSS-NIL: 1234', 'X-MSS-NIL: 4321', 'mss/nil-header'),
  altered('letter.headers', 'X-MSS-NIL: 1234', 'X-MSS-NIL:', 'mss/nil-header'),
  altered('reply.headers', 'X-MSS-NIL: 1234\n', '', 'mss/nil-header'),
  altered('read.headers', 'X-MSS-NIL: 1234\n', '', 'mss/nil-header'),
  altered('reply.headers', 'X-MSS-NIL: 1234', 'X-MSS-INS: O\nX-MSS-NIL: 1234', 'mss/ins-header'),
  altered('reply.headers', 'X-MSS-NIL: 1234', 'X-MSS-CODECDA: 11488-4\nX-MSS-NIL: 1234', 'mss/codecda-header'),
  altered('patient.headers', 'X-MSS-MES: FIN\n', '', 'mss/mes-header'),
  altered('patient.headers', 'X-MSS-MES: FIN', 'X-MSS-MES: Fin', 'mss/mes-header'),
  altered('patient.headers', 'X-MSS-MES: FIN', 'X-MSS-MES: FIN\nX-MSS-MES: FIN', 'mss/mes-header'),
  altered('letter.headers', 'X-MSS-NIL: 1234', 'X-MSS-MES: FIN\nX-MSS-NIL: 1234', 'mss/mes-header'),
  // Who writes, to whom, what is asked in return.
  altered('letter.headers', 'From: Dr_Claire_MARTIN_Cabinet des Essais <', 'From: <', 'mss/sender-label'),
  altered(
    'letter.headers',
    'Dr_Claire_MARTIN_Cabinet des Essais',
    'claire.martin@exemple.mssante.fr',
    'mss/sender-label',
  ),
  altered('letter.headers', 'Dr_Claire_MARTIN_Cabinet des Essais', 'Messagerie', 'mss/sender-label'),
  altered(
    'letter.headers',
    'From: Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.mssante.fr>\n',
    '',
    'mss/message-form',
  ),
  altered(
    'letter.headers',
    'Return-Receipt-To: <claire.martin@',
    'Return-Receipt-To: <accueil@',
    'mss/delivery-request',
  ),
  altered(
    'letter.headers',
    'Disposition-Notification-To: <claire.martin@',
    'Disposition-Notification-To: <accueil@',
    'mss/receipt-request',
  ),
  altered('patient.headers', 'To: <285076311399048@', 'To: <191112A40099903@', 'mss/one-patient'),
  altered('patient.headers', 'To: <285076311399048@', 'To: <285076311399049@', 'ins/mailbox-identity'),
  altered('patient.headers', 'To: <285076311399048@', 'To: <camille.test-alpha@', 'ins/mailbox-identity'),
  altered(
    'letter.headers',
    'To: <jean.correspondant@exemple.mssante.fr>',
    'To: <jean.correspondant@exemple.mssante.fr>, <285076311399048@mssante.fr>',
    'mss/patient-address',
  ),
  altered(
    'automatic.headers',
    'From: Cabinet des Essais',
    'From: Dr_Claire_MARTIN_Cabinet des Essais',
    'mss/sender-label',
  ),
  altered('automatic.headers', 'Reply-To: <claire.martin@exemple.mssante.fr>\n', '', 'mss/automatic-sending'),
  altered('automatic.headers', 'Reply-To: <claire.martin@', 'Reply-To: <envoi.automatique@', 'mss/automatic-sending'),
  altered(
    'automatic.headers',
    'Reply-To: <claire.martin@exemple.mssante.fr>',
    'Reply-To: <claire.martin@exemple.fr>',
    'mss/automatic-sending',
  ),
  altered('automatic.body', 'claire.martin@exemple.mssante.fr', '', 'mss/automatic-sending'),
  altered(
    'automatic.body',
    'Ce message a été envoyé de façon automatique. Pour joindre',
    'Pour joindre',
    'mss/automatic-sending',
  ),
  // Form of the message.
  altered('letter.headers', 'Message-ID: <20260302103000.1@exemple.mssante.fr>\n', '', 'mss/message-id'),
  altered(
    'letter.headers',
    'Message-ID: <20260302103000.1@exemple.mssante.fr>',
    'Message-ID: <20260302103000.1>',
    'mss/message-id',
  ),
  altered(
    'automatic.headers',
    '<20260305103000.1@exemple.mssante.fr>',
    '<20260303103000.1@exemple.mssante.fr>',
    'mss/message-id',
  ),
  altered('letter.headers', 'Date: Mon, 2 Mar 2026 10:30:00 +0100\n', '', 'mss/message-form'),
  altered('letter.headers', 'Date: Mon, 2 Mar 2026 10:30:00 +0100', 'Date: 02/03/2026 10:30', 'mss/message-form'),
  altered('letter.headers', 'To: <jean.correspondant@exemple.mssante.fr>\n', '', 'mss/message-form'),
  altered('patient.alternative', 'body\nhtml', 'html', 'mss/message-body'),
  altered('patient.alternative', 'body\nhtml', 'html\nbody', 'mss/message-body'),
  altered(
    'patient.html',
    '<p>Vous trouverez ci-joint un document concernant TEST-ALPHA CAMILLE.</p>',
    '<p>Voir en ligne.</p>',
    'mss/message-body',
  ),
  altered('reply.body', 'charset=UTF-8', 'charset=ISO-8859-1', 'mss/charset'),
  // Documents and their copies.
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
  // Replies and reports.
  altered('reply.headers', 'In-Reply-To: <20260303090000.7@exemple.mssante.fr>\n', '', 'mss/reply'),
  altered(
    'reply.headers',
    'References: <20260302103000.1@exemple.mssante.fr> <20260303090000.7@exemple.mssante.fr>\n',
    '',
    'mss/reply',
  ),
  altered('reply.headers', 'In-Reply-To: <20260303090000.7@', 'In-Reply-To: <20260302103000.1@', 'mss/reply'),
  altered('reply.headers', 'References: <20260302103000.1@exemple.mssante.fr> <', 'References: <', 'mss/reply'),
  altered('reply.headers', 'Message-ID: <20260303113000.2@', 'Message-ID: <20260303090000.7@', 'mss/reply'),
  altered(
    'read.notification',
    'Final-Recipient: rfc822; claire.martin@exemple.mssante.fr\n',
    '',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Original-Message-ID: <20260303090000.7@',
    'Original-Message-ID: <20260302103000.1@',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Disposition: manual-action/MDN-sent-manually; displayed',
    'Disposition: lu',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Final-Recipient: rfc822; claire.martin@',
    'Final-Recipient: rfc822; hugo.bernard@',
    'mss/reading-receipt',
  ),
  altered('read.headers', 'To: <jean.correspondant@', 'To: <hugo.bernard@', 'mss/reading-receipt'),
  altered(
    'question.headers',
    'Disposition-Notification-To: <jean.correspondant@exemple.mssante.fr>\n',
    '',
    'mss/reading-receipt',
  ),
  altered(
    'read.headers',
    'X-MSS-NIL: 1234',
    'Disposition-Notification-To: <claire.martin@exemple.mssante.fr>\nX-MSS-NIL: 1234',
    'mss/receipt-request',
  ),
  altered(
    'receipt.notification',
    'Original-Message-ID: <20260302103000.1@',
    'Original-Message-ID: <20260302103000.8@',
    'mss/delivery-report',
  ),
  altered('delivery.notification', 'Action: delivered\n', '', 'mss/delivery-report'),
  // Replacement.
  altered(
    'replacement.body',
    'Il annule et remplace la version précédente.',
    'Voici la nouvelle version.',
    'mss/replacement',
  ),
  altered('replacement.pdf', 'Ce document annule et remplace la version 1.', 'Seconde version.', 'mss/replacement'),
  altered('replacement.cda', '  <versionNumber value="2"/>', '  <versionNumber value="3"/>', 'cda/versions'),
];

/** Other ways to write the same conversation: they trip nothing. */
export const NEUTRAL: readonly Omit<Alteration, 'trips'>[] = [
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
];
