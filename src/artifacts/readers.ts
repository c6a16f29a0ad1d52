import { cda } from './cda/read-cda.js';
import { datamatrix } from './datamatrix/datamatrix.js';
import { fhir } from './fhir/read-fhir.js';
import { hl7v2 } from './hl7v2/hl7v2.js';
import { har, httpLog } from './http/read-http.js';
import { jwt } from './jwt/read-jwt.js';
import { log } from './logs/read-log.js';
import { mail } from './mail/mail-reader.js';
import { mailbox } from './mail/mailbox.js';
import { outlookMessage } from './mail/outlook-message.js';
import { media } from './media/read-media.js';
import { oidc } from './openid/read-openid.js';
import { pdf } from './pdf/read-pdf.js';
import { soap } from './soap/read-soap.js';
import type { Reader } from './source.js';
import { archive } from './zip/archive.js';

/**
 * Every reader, in the order in which they are asked; the first one that knows its own reads the file.
 */
export const READERS: readonly Reader[] = [
  // First those that know their own by its first bytes.
  archive,
  media,
  outlookMessage,
  // By the names in its XML. A dump of HTTP that carries SOAP comes before the captures of HTTP.
  cda,
  soap,
  // By the members of its JSON: a HAR quotes resources, and a resource no HAR.
  har,
  fhir,
  // By its first line. A mailbox comes before the mail that it starts with.
  hl7v2,
  httpLog,
  mailbox,
  mail,
  // By its whole text: a token, a JSON of OpenID, which a token in JSON is not, the characters of a code.
  jwt,
  oidc,
  datamatrix,
  // Late, since `%PDF-` may stand anywhere in the first kilobyte, where a mail may quote it.
  pdf,
  // Last, since a log may quote all the others.
  log,
];
