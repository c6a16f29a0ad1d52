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

const hl7v2: SameKeys<typeof french.hl7v2> = {
  'no-msh':
    'the file does not start with an MSH segment (nor FHS, nor BHS): it is a part of a message, or something else',
  'no-field-separator': 'MSH-1, the character after "MSH", is no field separator; "|" is expected',
  'delimiters-missing': 'MSH-2 has fewer than four separators; "^~\\&" is expected',
  'delimiters-many': 'MSH-2 has more than five characters; "^~\\&" is expected',
  'delimiter-unfit': 'MSH-2 takes a letter, a digit, a blank or a control character as separator; "^~\\&" is expected',
  'delimiter-repeated': 'MSH-2 gives the same character for two separators; "^~\\&" is expected',
  'mllp-cut': 'the MLLP block opened here (byte 0B) is never closed (bytes 1C 0D): the message is cut',
  'mllp-text-after': 'there is text after the end of the MLLP block (bytes 1C 0D)',
  'mllp-not-opened': 'an MLLP block is closed (bytes 1C 0D) without having been opened (byte 0B)',
  'not-a-segment':
    'a line is no segment (three capital letters, then the field separator): it is taken as the rest of the segment before',
  'delimiter-not-ascii': 'MSH-2 takes a character outside of ASCII as separator; it was followed, "^~\\&" is expected',
  'charset-absent': 'MSH-18 announces no charset, which means ASCII; the text is Unicode and was read as such',
  'charset-unknown':
    'MSH-18 announces a charset that HL7 table 0211 does not have; "UNICODE UTF-8" or "8859/15" is expected',
  'charset-is-utf8': 'the text is UTF-8 but MSH-18 announces another charset: read as announced, its accents are wrong',
  'base64-unpadded': 'a Base64 content of OBX-5 is read without the "=" that its end lacks (RFC 4648 §3.2)',
  'base64-dangling':
    'a Base64 content of OBX-5 is read without its last character, which is less than a byte: it is probably cut',
  'data-character': 'the character shown is not of this encoding',
  'data-cut': 'its length can not be that of whole data, it is cut',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...hl7v2,
};
