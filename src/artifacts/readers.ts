import { readCda } from './cda.js';
import { fhir } from './fhir/read-fhir.js';
import { har, httpLog } from './http/read-http.js';
import { attachments, looksLikeMail, readMail } from './mail.js';
import { imageFormat, videoFormat } from './media.js';
import { oidc } from './openid/read-openid.js';
import { looksLikePdf, readPdf } from './pdf.js';
import { jwt } from './read-jwt.js';
import type { Reader } from './source.js';
import { readXdm } from './xdm.js';
import { looksLikeZip, readZip } from './zip.js';

const archive: Reader = async (source) => {
  if (!looksLikeZip(source.bytes)) return undefined;
  const entries = await readZip(source.bytes, source.limits);
  const names = entries.map(({ name }) => name);
  // Office documents are ZIP archives too: what is not an XDM archive is not opened.
  if (names.includes('xl/workbook.xml')) return { kind: 'xlsx', content: { entries: names } };
  return readXdm(source.path, entries, source.limits);
};

const image: Reader = ({ bytes }) => {
  const format = imageFormat(bytes);
  return format && { kind: 'image', content: { format } };
};

const video: Reader = ({ bytes }) => {
  const format = videoFormat(bytes);
  return format && { kind: 'video', content: { format } };
};

const cda: Reader = ({ xml }) => {
  const content = xml && readCda(xml);
  return content && { kind: 'cda', content };
};

const mail: Reader = ({ bytes, limits }) => {
  if (!looksLikeMail(bytes)) return undefined;
  const content = readMail(bytes, limits);
  const contains = attachments(content).map((part, index) => ({
    name: part.fileName ?? `part-${index + 1}`,
    bytes: part.body,
  }));
  return { kind: 'mail', content, contains };
};

const pdf: Reader = ({ bytes }) => (looksLikePdf(bytes) ? { kind: 'pdf', content: readPdf(bytes) } : undefined);

/**
 * Every reader, in the order in which they are asked: those that know their own by a signature come first. PDF is last, since readers accept
 * `%PDF-` anywhere in the first kilobyte, where a mail may quote it.
 */
export const READERS: readonly Reader[] = [archive, image, video, cda, har, fhir, httpLog, mail, jwt, oidc, pdf];
