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
  logLineCharacters: 'characters of a line',
  logFields: 'fields of a record',
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

const log: SameKeys<typeof french.log> = {
  'log-nul': 'it holds a NUL character: it is no text, or UTF-16 without byte order mark',
  'csv-unclosed-quote': 'a CSV field opens a quote that is never closed',
  'trace-duplicate-column': 'the column "{column}", which segur.yaml names, is there twice',
  'trace-no-column': 'segur.yaml names the column "{column}", which is not there; the columns there are: {columns}',
  'trace-no-records': 'it has no record under its header',
  'trace-not-tabular':
    'segur.yaml describes it as a trace, and it has no columns: no CSV, JSON lines, syslog nor dated lines',
  'trace-json-line': 'a line is no complete JSON object',
  'log-windows-1252': 'the text is not UTF-8 (first wrong byte: {offset}), it is read as windows-1252',
  'log-authentication': 'the {mechanism} authentication response is no complete base64 of the form of the mechanism',
  'csv-quote': 'a quote stands inside a CSV field and is not doubled',
  'csv-cell-count': 'a record has {actual} cells for {expected} columns; lines concerned: {count}',
  'csv-column-twice': 'the column "{column}" stands twice in the header',
  'trace-instant': 'a date can not be read (its format is declared in segur.yaml: dates); lines concerned: {count}',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...log,
};
