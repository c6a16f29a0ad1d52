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
  mailFields: 'headers',
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
  'control-in-header': 'a header holds a lone carriage return or a null, which lets one forge a header',
  'utf-16': 'the file is in UTF-16: a mail travels as bytes, a text editor saved it again',
  'outlook-msg':
    'it was saved by Outlook (.msg), which does not keep the mail as transmitted; export it as .eml ("Save source")',
};

/** What was forgiven in a mail. */
const mailReserves: SameKeys<typeof french.mailReserves> = {
  'cr-line-ends': 'its lines end with a lone carriage return instead of CR LF',
  'mixed-line-ends': 'its headers mix CR LF and LF line ends',
  'mbox-from-line': 'a mailbox (mbox) "From" line stands before the headers; it is none of them',
  'no-blank-line': 'no empty line parts the headers from the content: what is no header is taken as the content',
  'header-8bit': 'a header holds bytes outside ASCII that are not UTF-8; they are read as ISO-8859-1',
  'encoded-control': 'an encoded word (RFC 2047) hides a control character, replaced when read',
  'undecodable-word': 'an encoded word (RFC 2047) can not be decoded; it is shown as transmitted',
  'repeated-mime-field': 'a MIME header stands twice in a part; the first is followed',
  'boundary-too-long': 'a boundary is longer than 70 characters',
  'bad-quoted-printable': 'a part says quoted-printable but holds a "=" that is not; it is kept as it is',
  uuencode: 'a file is uuencoded, which MIME does not know; it is not opened',
  'unknown-encoding': 'the transfer encoding of a part is unknown; it is read as it is',
  'partial-message': 'the mail is a fragment of another (message/partial); the other fragments are not looked for',
  'external-body': 'the content of a part is elsewhere (message/external-body); it is not fetched',
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
  ...mailReserves,
  ...xml,
  ...jwt,
  ...json,
};
