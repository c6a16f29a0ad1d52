import type { LimitName } from '../../artifacts/limits.js';
import type * as french from '../fr/read-words.js';
import type { SameKeys } from '../same-keys.js';

/** What each limit counts. */
const limits: Readonly<Record<LimitName, string>> = {
  fileBytes: 'bytes',
  mediaBytes: 'bytes',
  nesting: 'containers inside one another',
  contained: 'artifacts inside',
  xmlDepth: 'levels of nesting',
  xmlNodes: 'nodes',
  xmlAttributes: 'attributes of an element',
  xmlText: 'characters of a text',
  jsonDepth: 'levels of nesting',
  jsonValues: 'values',
  zipEntries: 'entries',
  zipEntryBytes: 'bytes of an entry',
  zipTotalBytes: 'bytes in all',
  zipRatio: 'compression ratio',
  mailParts: 'parts',
  mailDepth: 'levels of nesting',
  mailHeaderBytes: 'bytes of headers',
  mailMessages: 'mails',
  hl7Messages: 'messages',
  hl7Segments: 'segments',
  hl7Values: 'values of a segment',
  logLines: 'lines',
  pdfPages: 'pages',
  pdfInflatedBytes: 'inflated bytes',
  imagePixels: 'pixels',
  readMilliseconds: 'milliseconds of reading',
};

// Reasons that readers name by a code; what a library says is quoted as it says it.
const zip: SameKeys<typeof french.zip> = {
  'duplicate-name': 'another entry has this name',
  encrypted: 'it is encrypted',
  crc: 'its checksum is wrong',
  'no-zip-signature': 'the file has no ZIP signature',
};

const mail: SameKeys<typeof french.mail> = {
  'no-header': 'no header at the beginning of the file',
  'no-content': 'nothing after the headers',
  'no-boundary': 'a multipart does not say its boundary',
  'boundary-never-found': 'the announced boundary never occurs',
  cut: 'the closing boundary is missing, the mail is cut',
};

const soap: SameKeys<typeof french.soap> = {
  'no-soap-body': 'the envelope has no Body',
  'several-soap-bodies': 'the envelope has several Body elements',
  'no-envelope': 'the root part announces a SOAP envelope and is not one',
  'no-root-part': 'the start parameter names a root part that does not exist',
  'dangling-cid': 'an xop:Include refers to a part (cid) that is not attached',
  'duplicate-cid': 'two attached parts have the same Content-ID',
  'not-a-cid': 'an xop:Include does not refer to an attached part (cid:)',
  'part-not-saved': 'the envelope was saved without the attached part that carries this document',
  'document-not-base64': 'a document is not valid base64',
  'bad-chunk': 'the HTTP body announced as chunked is not complete',
};

const xml: SameKeys<typeof french.xml> = {
  'no-root': 'there is no root element',
  'no-tag': 'the file does not start with a tag',
};

const jwt: SameKeys<typeof french.jwt> = {
  'not-three-parts': 'it has not three base64url parts',
  'claims-not-base64url': 'its second part is not base64url',
};

const json: SameKeys<typeof french.json> = {
  ValueExpected: 'a value is expected',
  UnexpectedEndOfString: 'a string is not closed',
  CommaExpected: 'a comma is expected',
  ColonExpected: 'a colon is expected',
  CloseBraceExpected: 'a closing brace is expected',
  CloseBracketExpected: 'a closing bracket is expected',
  PropertyNameExpected: 'a property name is expected',
  EndOfFileExpected: 'there is text after the end of the document',
  InvalidSymbol: 'a symbol is unknown',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...soap,
  ...xml,
  ...jwt,
  ...json,
};
