import type * as french from '../fr/unrecognised.js';
import type { SameKeys } from '../same-keys.js';

/** Why no reader knows a file. */
export const unrecognised: SameKeys<typeof french.unrecognised> = {
  'unrecognised/xml-root': 'XML document with root "{root}" (namespace "{namespace}"), which no reader knows.',
  'unrecognised/xml-signature': 'Detached XML signature: it is judged with the message that carries it, not alone.',
  'unrecognised/html': 'HTML page: it is no artifact.',
  'unrecognised/doctype': 'XML document with a document type (DOCTYPE), and nothing of an artifact: it is not read.',
  'unrecognised/empty': 'Empty file (0 bytes), whose name announces no artifact.',
  'unrecognised/tnef':
    'Attachment winmail.dat (TNEF): Outlook locked the mail in it, and other software can not read it; send it as MIME.',
  'unrecognised/compressed':
    'Archive 7z, RAR, gzip or tar, which is not opened: if it holds artifacts, extract them into the folder.',
  'unrecognised/office': 'Office document, which is not read: if it is a proof, export it as PDF.',
  'unrecognised/capture':
    'Binary network capture, which is not read: export it as text, with packet details (Wireshark: Export Packet Dissections, As Plain Text).',
  'unrecognised/pem': 'Certificate, key or signature in PEM, which is not read.',
  'unrecognised/table':
    'Table whose rows do not all have a date and a time: if it is a trace, describe its columns in segur.yaml (artifacts, columns).',
  'unrecognised/json': 'JSON that does not say what it is (first keys: "{keys}").',
  'unrecognised/archive':
    'ZIP archive without IHE_XDM folder or METADATA.XML, which is not opened: if it holds artifacts, extract them into the folder.',
  'unrecognised/signed': 'Signed data (CMS): what they hold is not opened.',
  'unrecognised/encrypted': 'Encrypted data (CMS): what they hold cannot be read.',
  'unrecognised/text':
    'Text of no known form; a trace whose form is of the software alone is described in segur.yaml (artifacts, columns).',
  'unrecognised/binary': 'Binary data of no known form.',
};

/** The kind that a file comes nearest to, and what that kind is recognised by. */
export const nearestKind = 'Nearest kind: {kind} ({sign}).';

/** What a kind is recognised by. */
export const kindSigns: SameKeys<typeof french.kindSigns> = {
  cda: 'root element ClinicalDocument, in urn:hl7-org:v3',
  xdm: 'ZIP archive with an IHE_XDM folder or a METADATA.XML',
  mail: 'first in the file, two mail headers at least: From, To, Date, Subject…',
  mailbox: 'mbox mailbox of several mails',
  soap: 'root element Envelope of SOAP 1.1 or 1.2, or Assertion of SAML 2.0',
  hl7v2: 'MSH, FHS or BHS segment first',
  fhir: 'resourceType in JSON, or namespace http://hl7.org/fhir',
  jwt: 'three base64url parts separated by dots, or a JWS in JSON',
  oidc: 'discovery document, key set, token, introspection or userinfo response in JSON',
  har: 'log.entries of HAR 1.2 in JSON, or an HTTP request first',
  log: 'SMTP or IMAP dialogue, TLS session, trace of a known form or described in segur.yaml',
  pdf: 'signature %PDF- in the first kilobyte',
  datamatrix: 'text of an INS datamatrix or of a 2D-Doc',
  image: 'PNG, JPEG, GIF, WebP, TIFF, BMP or HEIC',
  video: 'MP4, WebM, AVI or MPEG',
  xlsx: 'Office Open XML workbook',
  other: 'none',
};
