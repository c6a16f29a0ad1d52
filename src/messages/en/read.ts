import type { read as french, readWords as frenchReadWords } from '../fr/read.js';
import type { SameKeys } from '../same-keys.js';

/** Files that can't be read. */
export const read: SameKeys<typeof french> = {
  'read/empty': {
    finding: 'The file is empty (0 byte).',
    expected: 'An export with content.',
    remedy: 'Export again: writing was probably interrupted.',
  },
  'read/too-large': {
    finding: 'The file is over the reading limit.',
    expected: 'At most {maximum} bytes.',
    remedy: 'Remove from the dossier what is not an artifact, or split the export.',
  },
  'read/encoding': {
    finding: 'The text is not valid in its charset {charset} (first wrong byte: {offset}).',
    expected: 'A text in the announced charset, UTF-8 by default.',
    remedy: 'Encode the export in UTF-8 and announce that charset.',
  },
  'read/xml': {
    finding: 'The XML is not well formed: {reason}.',
    expected: 'A complete, well-formed XML document.',
    remedy: 'Check that the export is not cut, then mend the line shown.',
  },
  'read/xml-doctype': {
    finding: 'The document declares a DOCTYPE: it is refused without being read.',
    expected: 'An XML document without document type or entity.',
    remedy: 'Produce the document without DOCTYPE: entities expose the recipient to attacks.',
  },
  'read/xml-limit': {
    finding: 'The XML document is over a safety limit ({limit}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is an export of the product.',
  },
  'read/json': {
    finding: 'The JSON is invalid: {reason}.',
    expected: 'A complete JSON document (RFC 8259), without comment or trailing comma.',
    remedy: 'Check that the export is not cut, then mend the line shown.',
  },
  'read/json-limit': {
    finding: 'The JSON is nested too deeply.',
    expected: 'At most {maximum} levels.',
    remedy: 'Check that the file really is an export of the product.',
  },
  'read/har': {
    finding: 'Exchange number {entry} of the HTTP archive has no readable request URL.',
    expected: 'A HAR 1.2 file: log.entries[].request.url.',
    remedy: 'Export the HAR again from the browser tools or the proxy.',
  },
  'read/jwt': {
    finding: 'The token is unreadable: {reason}.',
    expected: 'A compact JWT: three base64url parts separated by dots, the first two being JSON objects.',
    remedy: 'Copy the whole token, without line break or quotes.',
  },
  'read/zip': {
    finding: 'The ZIP archive is unreadable: {reason}.',
    expected: 'A complete ZIP archive.',
    remedy: 'Export again: the archive is cut, or is not one.',
  },
  'read/zip-unsafe-name': {
    finding: 'The archive holds an entry whose name leaves the archive: "{entry}". Nothing of it is read.',
    expected: 'Relative names, without "..", link or backslash.',
    remedy: 'Mend the production of the archive: a recipient who opens it would write outside its folder.',
  },
  'read/zip-limit': {
    finding: 'The archive is over a safety limit ({limit}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the archive really is an export of the product.',
  },
  'read/zip-entry': {
    finding: 'Entry "{entry}" of the archive is unreadable: {reason}.',
    expected: 'An entry that is not encrypted, has a name of its own and a right checksum.',
    remedy: 'Make the archive again.',
  },
  'read/mail': {
    finding: 'The mail is unreadable: {reason}.',
    expected: 'A complete message (RFC 5322): headers, an empty line, a content.',
    remedy: 'Export the complete source of the mail, not its display.',
  },
  'read/mail-base64': {
    finding: 'A part of the mail announces base64 but is not.',
    expected: 'A valid and complete base64 content (RFC 2045).',
    remedy: 'Check that the source of the mail was not cut or changed by the export.',
  },
  'read/mail-limit': {
    finding: 'The mail is over a safety limit ({limit}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is a mail of the product.',
  },
  'read/nesting': {
    finding: 'Too many containers inside one another.',
    expected: 'At most {maximum} levels (a mail, an archive and a document make two).',
    remedy: 'Extract the useful artifact and put it alone in the dossier.',
  },
  'read/refused': {
    finding: 'The system refuses to give this file: {reason}.',
    expected: 'A file that the account running the command can read, with a name in UTF-8.',
    remedy: 'Check the rights and the name of the file.',
  },
  'read/not-as-named': {
    finding: 'The content of the file is not what its extension announces.',
    expected: 'A file whose content is what its name announces.',
    remedy: 'Export again, or give the file the extension of what it holds.',
  },
  'read/failed': {
    finding: 'The tool failed while reading this file: {reason}.',
    expected: 'A reading without failure: nothing is concluded on this file.',
    remedy: 'Report this fault of the tool.',
  },
};

/** Words of the reasons and limits that readers name by a code; what a library says is quoted as it says it. */
export const readWords: SameKeys<typeof frenchReadWords> = {
  'no-header': 'no header at the beginning of the file',
  'no-content': 'nothing after the headers',
  'no-boundary': 'a multipart does not say its boundary',
  'boundary-never-found': 'the announced boundary never occurs',
  cut: 'the closing boundary is missing, the mail is cut',
  'duplicate-name': 'another entry has this name',
  encrypted: 'it is encrypted',
  crc: 'its checksum is wrong',
  'no-root': 'there is no root element',
  'no-tag': 'the file does not start with a tag',
  'no-zip-signature': 'the file has no ZIP signature',
  'not-three-parts': 'it has not three base64url parts',
  'claims-not-base64url': 'its second part is not base64url',
  attributes: 'attributes of an element',
  depth: 'levels of nesting',
  nodes: 'nodes',
  parts: 'parts',
  entries: 'entries',
  'entry-size': 'bytes of an entry',
  'total-size': 'bytes in all',
  'compression-ratio': 'compression ratio',
  'header-size': 'bytes of headers',
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
