import { type Alteration, altered, lines } from './alteration.js';

const ALTERNATIVE = '--=_alternative_segur_fixture';
const PLAIN = 'Content-Type: text/plain; charset=UTF-8';
const ID = '20260302103000.1@exemple.mssante.fr';
const DATE = 'Date: Mon, 2 Mar 2026 10:30:00 +0100';
const TO = 'To: <jean.correspondant@exemple.mssante.fr>';
const HTML_PART = `${ALTERNATIVE}\r\nContent-Type: text/html; charset=UTF-8`;

/** The form of a mail: its fields, its text and its charset (RFC 5322, RFC 2045, ECO.2.2.1, ECO.2.2.3, ECO.2.2.4). */
export const FORM_ALTERATIONS: readonly Alteration[] = [
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
  altered('letter.headers', `Message-ID: <${ID}>`, `Message-ID: ${ID}`, 'mss/message-id'),
  altered('letter.headers', `Message-ID: <${ID}>`, 'Message-ID:', 'mss/message-id'),
  altered(
    'letter.headers',
    `Message-ID: <${ID}>`,
    'Message-ID: <lettre du 2 mars@exemple.mssante.fr>',
    'mss/message-id',
  ),
  altered('letter.headers', `Message-ID: <${ID}>`, `Message-ID: <${ID}>\nMessage-ID: <${ID}>`, 'mss/message-id'),
  altered(
    'letter.headers',
    `Message-ID: <${ID}>`,
    'Message-ID: <20260303103000.1@exemple.mssante.fr>',
    'mss/message-id',
  ),
  altered('read.headers', 'Message-ID: <20260303110000.3@exemple.mssante.fr>\n', '', 'mss/message-id'),
  altered('deletion.headers', '<20260306103000.1@', '<20260305103000.1@', 'mss/message-id'),
  altered('letter.headers', DATE, `${DATE}\n${DATE}`, 'mss/message-form'),
  altered('letter.headers', DATE, 'Date: Tue, 2 Mar 2026 10:30:00 +0100', 'mss/message-form'),
  altered('letter.headers', DATE, 'Date: lun. 2 mars 2026 10:30:00 +0100', 'mss/message-form'),
  altered('letter.headers', DATE, 'Date: Mon, 31 Feb 2026 10:30:00 +0100', 'mss/message-form'),
  altered('letter.headers', DATE, 'Date: Mon, 2 Mar 2026 10:30:00', 'mss/message-form'),
  altered('reply.headers', 'Date: Tue, 3 Mar 2026 11:30:00 +0100\n', '', 'mss/message-form'),
  altered('letter.headers', TO, `${TO}\n${TO}`, 'mss/message-form'),
  altered('letter.headers', TO, 'To: Jean CORRESPONDANT', 'mss/message-form'),
  altered('letter.headers', TO, `${TO}\nCc: Hugo BERNARD`, 'mss/message-form'),
  altered('letter.headers', 'From: Dr', 'From: Hugo_BERNARD <hugo.bernard@exemple.mssante.fr>, Dr', 'mss/message-form'),
  altered('patient.headers', 'To: <285076311399048@patient.mssante.fr>\n', '', 'mss/message-form'),
  altered('deletion.headers', `${TO}\n`, '', 'mss/message-form'),
  altered('read.headers', `${TO}\n`, '', 'mss/message-form'),
  altered('letter.headers', 'MIME-Version: 1.0', 'X-Mime: 1.0', 'mss/message-form'),
  altered('letter.headers', 'MIME-Version: 1.0', 'MIME-Version: 2.0', 'mss/message-form'),
  altered('reply.headers', 'Subject: Re: ', 'Subject: Re: Re: \nSubject: Re: ', 'mss/message-form'),
  altered('letter.eml', PLAIN, `${PLAIN}\r\n${PLAIN}`, 'mss/message-form'),
  altered('letter.eml', 'Bonjour,\r\n', `Bonjour${' et bonjour'.repeat(100)},\r\n`, 'mss/message-form'),
  altered('letter.body', 'text/plain', 'text/html', 'mss/message-body'),
  altered('letter.body', 'text/plain', 'text/rtf', 'mss/message-body'),
  altered('letter.body', 'Bonjour,', '<html><body><p>Bonjour,</p>', 'mss/message-body'),
  altered(
    'letter.body',
    PLAIN,
    `${PLAIN}\nContent-Disposition: attachment; filename="message.txt"`,
    'mss/message-body',
  ),
  altered('patient.alternative', 'body\nhtml', 'body\nhtml\nhtml', 'mss/message-body'),
  altered('patient.alternative', 'body\nhtml', 'body\nbody', 'mss/message-body'),
  altered(
    'patient.html',
    '<p>Bonjour,</p>',
    '<p>Bonjour,</p><p>Prenez votre traitement deux fois par jour pendant dix jours, puis revenez.</p>',
    'mss/message-body',
  ),
  altered(
    'patient.eml',
    lines('', HTML_PART),
    lines('', '', HTML_PART.replace('html', 'enriched')),
    'mss/message-body',
  ),
  altered('letter.body', 'charset=UTF-8', 'charset=us-ascii', 'mss/charset'),
  altered('letter.body', '; charset=UTF-8', '', 'mss/charset'),
  altered('letter.body', 'charset=UTF-8', 'charset=utf8-bom', 'mss/charset'),
  altered('automatic.body', 'charset=UTF-8', 'charset=ISO-8859-1', 'mss/charset'),
  altered('automatic.eml', 'envoy=C3=A9 de', 'envoy=E9 de', 'mss/charset'),
  altered('patient.html', 'charset=UTF-8', 'charset=windows-1252', 'mss/charset'),
  altered('read.eml', lines(PLAIN, '', 'Votre'), lines('Content-Type: text/plain', '', 'Votre'), 'mss/charset'),
  altered(
    'letter.eml',
    'X-MSS-NIL: 1234',
    'X-MSS-NIL: 1234\r\nX-Cabinet: Cabinet de Clermont-Ferrand, \xe9tage 2',
    'mss/charset',
  ),
];
