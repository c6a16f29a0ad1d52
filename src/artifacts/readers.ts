import { readCda } from './cda/cda.js';
import { containedFiles } from './cda/contained-files.js';
import { datamatrix } from './datamatrix/datamatrix.js';
import { withDatamatrices, withText } from './extractors.js';
import { fhir } from './fhir/read-fhir.js';
import { hl7v2 } from './hl7v2/hl7v2.js';
import { har, httpLog } from './http/read-http.js';
import { log } from './logs/read-log.js';
import { mail } from './mail/mail-reader.js';
import { mailbox } from './mail/mailbox.js';
import { outlookMessage } from './mail/outlook-message.js';
import { accessTo } from './media/access.js';
import { readMedia } from './media/media.js';
import { oidc } from './openid/read-openid.js';
import { looksLikePdf, readPdf } from './pdf/pdf.js';
import { jwt } from './read-jwt.js';
import { readSoap } from './soap/read-soap.js';
import type { Reader } from './source.js';
import { readXdm } from './xdm.js';
import { looksLikeZip, readZip } from './zip/read-zip.js';

const archive: Reader = (source) => {
  if (!looksLikeZip(source.bytes)) return undefined;
  const { entries, reserves } = readZip(source.bytes, source.limits);
  const names = entries.map(({ name }) => name);
  // Office documents are ZIP archives too: what is not an XDM archive is not opened.
  if (names.includes('xl/workbook.xml')) return { kind: 'xlsx', content: { entries: names } };
  const xdm = readXdm(source.path, entries, source.limits);
  return xdm && { ...xdm, reserves: [...reserves(), ...(xdm.reserves ?? [])] };
};

const media: Reader = async (source) => {
  const recognised = await readMedia(accessTo(source.bytes), source.limits);
  return recognised?.kind === 'image' ? withDatamatrices(recognised, source) : recognised;
};

const cda: Reader = ({ xml, limits }) => {
  const content = xml && readCda(xml);
  return content && { kind: 'cda', content, ...containedFiles(content, limits) };
};

const pdf: Reader = async (source) => {
  if (!looksLikePdf(source.bytes)) return undefined;
  return withText(await withDatamatrices(readPdf(source.bytes, source.limits), source), source);
};

/**
 * Every reader, in the order in which they are asked: those that know their own by a signature come first. PDF is last, since readers accept
 * `%PDF-` anywhere in the first kilobyte, where a mail may quote it.
 */
export const READERS: readonly Reader[] = [
  archive,
  media,
  outlookMessage,
  cda,
  readSoap,
  har,
  fhir,
  hl7v2,
  httpLog,
  mailbox,
  mail,
  jwt,
  oidc,
  datamatrix,
  pdf,
  log,
];
