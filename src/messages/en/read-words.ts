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
  'claims-not-object': 'its content is not a JSON object',
  'header-not-base64url': 'its header is not base64url',
  'header-not-object': 'its header is not a JSON object',
  'header-twice': 'a header parameter is both protected and unprotected',
  'part-not-utf8': 'one of its parts is not UTF-8',
  crit: 'its header requires by "crit" an extension that the tool does not know',
  jwe: 'it is a JWE: its content is encrypted, provide the signed token inside',
  'jws-no-signature': 'no signature is written in it',
  'alg-none': 'its header says "alg: none": it is not signed, nobody may accept it',
  'alg-missing': 'its header does not say the signature algorithm (alg)',
  'signature-empty': 'its signature is empty',
  wrapped: 'it stands between quotes or after "Bearer"',
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
  InvalidCharacter: 'a string holds a control character, to be written \\u00XX',
  InvalidEscapeCharacter: 'an escape (backslash) does not exist in JSON',
  InvalidUnicode: 'a \\u escape has not four hexadecimal digits',
  nul: 'there is a NUL character (damaged file, or UTF-16 without byte order mark)',
  'duplicate-key': 'a name stands twice in the same object: two recipients would not read the same value',
  'machinery-key': 'a name (__proto__, constructor, prototype) is one of the machinery of scripts, not of data',
  'lone-surrogate': 'a string holds half a character (\\uD800 to \\uDFFF without the other half)',
};

const har: SameKeys<typeof french.har> = {
  'har-no-url': 'its request has no readable URL',
  'script-url': 'the URL of its request is a script, which no client sends',
  'body-not-base64': 'the body of its response is announced as base64 and is not',
};

const fhir: SameKeys<typeof french.fhir> = {
  'no-resource': 'there is no resource (resourceType in JSON, an element named after the resource in XML)',
  'element-name': 'an element has a name that no resource can have',
  'attachment-not-base64': 'the data of an attachment is not base64',
};

const oidc: SameKeys<typeof french.oidc> = {
  'key-without-type': 'a key of the set has no type (kty)',
  'private-key': 'the set publishes a private key',
  'shared-secret': 'the set publishes a shared secret (kty: oct)',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...har,
  ...fhir,
  ...oidc,
};
