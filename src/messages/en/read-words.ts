import type * as french from '../fr/read-words.js';
import type { SameKeys } from '../same-keys.js';
import { limits } from './limit-words.js';

// Reasons that readers name by a code; what a library says is quoted as it says it.
// What several kinds share comes first.
const refused: SameKeys<typeof french.refused> = {
  'not-a-file': 'it is no regular file (a folder, a pipe, a device)',
  'file-changed': 'it changed while it was read',
  'stopped-time': 'it took longer than a file may',
  'stopped-memory': 'it took more memory than a thread may',
  'stopped-dead': 'the thread that judged it ended without an answer',
};

const encoding: SameKeys<typeof french.encoding> = {
  nul: 'there is a NUL character (damaged file, or UTF-16 without byte order mark)',
  'utf8-cut': 'byte {byte} (offset {offset}) starts a character that the end of the file cuts',
  'looks-cp1252': 'byte {byte} (offset {offset}) is not; the text looks like Latin-1 (ISO-8859-1 or Windows-1252)',
  'not-utf8': 'byte {byte} (offset {offset}) is not',
  'utf-32': 'this charset is not read here',
  'declared-utf16': 'the XML declaration announces it and the bytes are not in it',
  'unknown-charset': 'this charset is unknown',
  'byte-not-in-charset': 'the byte at offset {offset} is not in it',
  'encoding-contradicted': 'the XML declaration announces {declared} and the bytes are in {charset}',
  'utf8-declared-otherwise':
    'the XML declaration announces {declared} and the text is in UTF-8: a recipient will read "Ã©" for "é"',
  mojibake: '"{text}" is the trace of a UTF-8 text read as Windows-1252, then saved',
  'c1-controls': 'a control character (U+0080 to U+009F) stands where Windows-1252 has a quote, a dash or the euro',
};

const xml: SameKeys<typeof french.xml> = {
  'no-root': 'there is no root element',
  'no-tag': 'the file does not start with a tag',
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
  'duplicate-key': 'a name stands twice in the same object: two recipients would not read the same value',
  'machinery-key': 'a name (__proto__, constructor, prototype) is one of the machinery of scripts, not of data',
  'lone-surrogate': 'a string holds half a character (\\uD800 to \\uDFFF without the other half)',
};

const zip: SameKeys<typeof french.zip> = {
  'duplicate-name': 'another entry has this name',
  encrypted: 'it is encrypted',
  crc: 'its checksum is wrong',
  'no-zip-signature': 'the file has no ZIP signature',
  'zip-no-end': 'the end record is missing, the archive is cut',
  'zip-two-ends': 'it has two end records, and reads in two ways',
  'zip-disks': 'it is split in several volumes',
  'zip-count': 'its directory has not the number of entries that it announces',
  'zip-directory': 'its directory is damaged at entry no. {rank}',
  'zip-directory-place': 'its directory is not where it says',
  'zip-hidden-entry': 'entries that its directory does not list start at byte {offset}',
  'zip-name-not-utf8': 'its name is announced as UTF-8 and is not',
  'zip-twin-name':
    'its name differs from "{other}" only by case, Unicode form or "./": on Windows and macOS one would overwrite the other',
  'zip-link': 'it is a link',
  'zip-special-file': 'it is neither a file nor a folder',
  'zip-no-name': 'it has no name',
  'zip-null': 'its name holds a null byte',
  'zip-backslash': 'its name holds a backslash, folders are separated by "/"',
  'zip-absolute': 'its name is absolute',
  'zip-drive': 'its name starts with a drive letter',
  'zip-parent': 'its name climbs with ".."',
  'zip-overlap': 'its bytes are also those of "{other}"',
  'zip-no-local-header': 'its header is missing where the directory says that it is',
  'zip-outside': 'its bytes go beyond the archive',
  'zip-local-name': 'its header has another name than the directory',
  'zip-local-method': 'its header and the directory do not say the same compression method',
  'zip-local-size': 'its header and the directory do not say the same size',
  'zip-local-crc': 'its header and the directory do not say the same checksum',
  'zip-folder-with-data': 'it is a folder, and has content',
  'zip-descriptor': 'the descriptor that follows its bytes is wrong',
  'zip-method': 'its compression method ({method}) is not read: only 0 (none) and 8 (deflate) are',
  'zip-size': 'its size is not the one announced ({size} bytes)',
  'zip-damaged': 'its compressed bytes are damaged',
  'zip-utf8-unsaid':
    'the name "{entry}" is in UTF-8 and the archive does not say so (bit 11): other software will read other letters',
  'zip-windows-name': 'Windows refuses or changes the name "{entry}"',
  'zip-stray-bytes': '{bytes} bytes of the archive belong to no entry',
};

// In the order of kinds.
const cda: SameKeys<typeof french.cda> = {
  'cda-external-file': 'the file is outside of the document ({reference}): it is not read; files in this case: {count}',
  'cda-media-base64':
    'the content of observationMedia is empty or is not base64: the file is not read; files in this case: {count}',
  'cda-not-compressed':
    'the content is announced as compressed ({compression}) and is not, or not so; files in this case: {count}',
};

const mail: SameKeys<typeof french.mail> = {
  'no-header': 'no header at the beginning of the file',
  'no-content': 'nothing after the headers',
  'no-boundary': 'a multipart does not say its boundary',
  'boundary-never-found': 'the announced boundary never occurs',
  cut: 'the closing boundary is missing, the message is cut',
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
  'undecodable-word': 'an encoded word (RFC 2047) cannot be decoded; it is shown as transmitted',
  'repeated-mime-field': 'a MIME header stands twice in a part; the first is followed',
  'boundary-too-long': 'a boundary is longer than 70 characters',
  'bad-quoted-printable': 'a part says quoted-printable but holds a "=" that is not; it is kept as it is',
  uuencode: 'a file is uuencoded, which MIME does not know; it is not opened',
  'unknown-encoding': 'the transfer encoding of a part is unknown; it is read as it is',
  'partial-message': 'the mail is a fragment of another (message/partial); the other fragments are not looked for',
  'external-body': 'the content of a part is elsewhere (message/external-body); it is not fetched',
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
  'hl7-log-lines': 'the file is a log: what surrounds the messages (dates, levels, comments) is left aside',
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
  'data-cut': 'its length cannot be that of whole data, it is cut',
};

const fhir: SameKeys<typeof french.fhir> = {
  'no-resource': 'there is no resource (resourceType in JSON, an element named after the resource in XML)',
  'element-name': 'an element has a name that no resource can have',
  'too-many-names': 'an element has more than 256 children of different names, which no resource has',
  'attachment-not-base64': 'the data of an attachment is not base64',
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
  'claim-twice':
    'the claim "{claim}" stands twice, the last value counts (RFC 7519 §4); claims concerned: {count}; this is for whoever issued the token to mend',
  wrapped: 'it is cut into lines, between quotes, or after a name or "Bearer"',
};

const oidc: SameKeys<typeof french.oidc> = {
  'key-without-type': 'a key of the set has no type (kty)',
  'private-key': 'the set publishes a private key',
  'shared-secret': 'the set publishes a shared secret (kty: oct)',
};

const har: SameKeys<typeof french.har> = {
  'har-no-url': 'its request has no readable URL',
  'script-url': 'the URL of its request is a script, which no client sends',
  'body-not-base64': 'the body of its response is announced as base64 and is not',
  'har-no-bodies':
    'the capture keeps no body, so that messages are not judged (requests that sent one: {count}); capture again with the content ("Save all as HAR with content")',
};

const log: SameKeys<typeof french.log> = {
  'log-nul': 'it holds a NUL character: it is no text, or UTF-16 without byte order mark',
  'csv-unclosed-quote': 'a CSV field opens a quote that is never closed',
  'trace-duplicate-column': 'the column "{column}", which segur.yaml names, is there twice',
  'trace-no-column': 'segur.yaml names the column "{column}", which is not there; the columns there are: {columns}',
  'trace-no-records': 'it has no record under its header',
  'trace-json-line': 'a line is no complete JSON object',
  'log-windows-1252': 'the text is not UTF-8 (first wrong byte: {offset}), it is read as windows-1252',
  'log-authentication': 'the {mechanism} authentication response is no complete base64 of the form of the mechanism',
  'csv-quote': 'a quote stands inside a CSV field and is not doubled',
  'csv-cell-count': 'a record has {actual} cells for {expected} columns; lines concerned: {count}',
  'csv-column-twice': 'the column "{column}" stands twice in the header',
  'trace-instant': 'a date cannot be read (its format is declared in segur.yaml: dates); lines concerned: {count}',
};

const pdf: SameKeys<typeof french.pdf> = {
  'pdf-cut': 'the file stops before its end (no startxref behind the last object)',
  'pdf-no-pages': 'no page is found from its catalog (/Root, /Pages)',
  'pdf-object-stream': 'an object stream (/ObjStm) does not inflate',
  'pdf-stream': 'a stream does not inflate, or is compressed in another way than Flate',
  'pdf-xref-offset':
    'startxref leads to no cross-reference: most likely its bytes were changed by a transfer in text mode',
  'pdf-password': 'it asks for a password',
  'no-library': 'an optional library is not installed (npm install @hyzyla/pdfium zxing-wasm)',
};

const datamatrix: SameKeys<typeof french.datamatrix> = {
  'datamatrix-header': 'its header is not "IS", a version of two digits and 22 characters',
  'datamatrix-no-field': 'no field follows the header',
  'datamatrix-id': 'a field identifier (S1 to S7) is expected here, "{id}" is found',
  'datamatrix-length': 'field {id} is shorter than its format wants',
  'datamatrix-base64': 'the base64 is not valid',
  'datamatrix-image-format': 'the search reads PNG, JPEG, GIF and BMP',
  'datamatrix-none': 'segur.yaml announces a datamatrix (datamatrix: true) and none is found in the file',
};

const media: SameKeys<typeof french.media> = {
  'media-cut': 'the file stops before the end that its headers announce',
  'media-structure': 'its boxes do not fit into one another',
  'media-no-index': 'it has no table of tracks (moov, Tracks or hdrl): most likely the recording was interrupted',
  'media-no-size': 'its dimensions are zero or not to be found',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...refused,
  ...encoding,
  ...xml,
  ...json,
  ...zip,
  ...cda,
  ...mail,
  ...mailReserves,
  ...soap,
  ...hl7v2,
  ...fhir,
  ...jwt,
  ...oidc,
  ...har,
  ...log,
  ...pdf,
  ...datamatrix,
  ...media,
};
