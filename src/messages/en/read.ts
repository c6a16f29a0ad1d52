import type { read as french } from '../fr/read.js';
import type { SameKeys } from '../same-keys.js';

/** Files that can't be read. */
export const read: SameKeys<typeof french> = {
  'read/empty': {
    finding: 'The file is empty (0 byte).',
    expected: 'An export with content.',
    remedy: 'Export again: writing was probably interrupted.',
  },
  'read/too-large': {
    finding: 'The file is over the reading limit: {actual} bytes.',
    expected: 'At most {maximum} bytes.',
    remedy:
      'Remove from the dossier what is not an artifact, or split the export; to read it all the same: --limit {limit}={actual}.',
  },
  'read/encoding': {
    finding: 'The text cannot be read in {charset}: {reason}.',
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
    finding: 'The XML document is over a safety limit ({limit}: {actual}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is an export of the product; if it is, raise the limit: --limit {limit}=N.',
  },
  'read/json': {
    finding: 'The JSON is invalid: {reason}.',
    expected: 'A complete JSON document (RFC 8259), without comment or trailing comma.',
    remedy: 'Check that the export is not cut, then mend the line shown.',
  },
  'read/json-limit': {
    finding: 'The JSON is over a safety limit ({limit}: {actual}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is an export of the product; if it is, raise the limit: --limit {limit}=N.',
  },
  'read/har': {
    finding: 'Exchange of rank {entry} (counted from 0) of the HTTP capture has a reading problem: {reason}.',
    expected: 'A HAR 1.2 file, or a log of complete HTTP requests and responses, each with its URL and its bodies.',
    remedy: 'Export again from the browser tools or the proxy, and do not edit the export.',
  },
  'read/jwt': {
    finding: 'The token has a reading problem: {reason}.',
    expected:
      'A signed JWT (JWS), compact (three base64url parts separated by dots) or in JSON, whose header and content are JSON objects.',
    remedy: 'Copy the whole token as the server gives it, with nothing around.',
  },
  'read/zip': {
    finding: 'The ZIP archive is unreadable: {reason}.',
    expected: 'A complete ZIP archive, which reads in one way only.',
    remedy: 'Export again: the archive is cut, or is not one.',
  },
  'read/zip-unsafe-name': {
    finding: 'The archive holds a dangerous entry, "{entry}": {reason}. Nothing of it is read.',
    expected: 'Relative names, without "..", link or backslash.',
    remedy: 'Mend the production of the archive: a recipient who opens it would write outside its folder.',
  },
  'read/zip-limit': {
    finding: 'The archive is over a safety limit ({limit}: {actual}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the archive really is an export of the product; if it is, raise the limit: --limit {limit}=N.',
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
    finding: 'The mail is over a safety limit ({limit}: {actual}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is a mail of the product; if it is, raise the limit: --limit {limit}=N.',
  },
  'read/soap': {
    finding: 'The SOAP message is unreadable: {reason}.',
    expected: 'A complete SOAP 1.1 or 1.2 envelope, with every MTOM part that it refers to.',
    remedy: 'Export the message as transmitted, MIME headers included.',
  },
  'read/hl7v2': {
    finding: 'The HL7 v2 message is unreadable: {reason}.',
    expected: 'Complete HL7 v2 messages, each starting with an MSH segment and its delimiters.',
    remedy: 'Export the message as sent, without formatting it.',
  },
  'read/hl7v2-data': {
    finding: 'The {encoding} content of OBX-5 is unreadable: {reason}.',
    expected: 'A content encoded in full, as OBX-5.4 says: Base64 (RFC 4648) or Hex.',
    remedy: 'Check that the content was not cut or changed by the export, then send the message again.',
  },
  'read/fhir': {
    finding: 'The FHIR resource has a reading problem: {reason}.',
    expected: 'A complete FHIR R4 resource, in JSON or in XML, or one a line in NDJSON.',
    remedy: 'Export the resource as exchanged.',
  },
  'read/oidc': {
    finding: 'The OpenID Connect artifact has a reading problem: {reason}.',
    expected: 'A discovery document, a set of public keys (JWKS), a token, introspection or userinfo response in JSON.',
    remedy: 'Save the response as the server gives it.',
  },
  'read/log': {
    finding: 'The trace is unreadable: {reason}.',
    expected: 'A trace of a known form, or whose columns segur.yaml gives.',
    remedy: 'Export the trace as text, and describe its columns in segur.yaml when its form is not known.',
  },
  'read/pdf': {
    finding: 'The PDF is unreadable: {reason}.',
    expected: 'A complete PDF file, without a password.',
    remedy: 'Produce the PDF again.',
  },
  'read/media': {
    finding: 'The image or video is unreadable: {reason}.',
    expected: 'A complete file, whose dimensions or duration can be read.',
    remedy: 'Capture it again: it is probably cut.',
  },
  'read/datamatrix': {
    finding: 'The INS datamatrix is unreadable: {reason}.',
    expected: 'A complete INS datamatrix, as the ANS describes it.',
    remedy: 'Capture the whole code, sharp and without resizing it.',
  },
  'read/limit': {
    finding: 'The file is over a safety limit ({limit}: {actual}).',
    expected: 'At most {maximum}.',
    remedy: 'Check that the file really is an export of the product; if it is, raise the limit: --limit {limit}=N.',
  },
  'read/nesting': {
    finding: 'Too many containers inside one another: {actual}.',
    expected: 'At most {maximum} levels (a mail, an archive and a document make two).',
    remedy: 'Extract the useful artifact and put it alone in the dossier.',
  },
  'read/refused': {
    finding: 'The system refuses to give this file: {reason}.',
    expected: 'A file that the account running the command can read, with a name in UTF-8.',
    remedy: 'Check the rights and the name of the file.',
  },
  'read/forgiven': {
    finding: 'Read with a reserve: {reason}.',
    expected: 'An export of which nothing is to guess or to forgive: other software may refuse it.',
    remedy: 'Mend the export at the place shown.',
  },
  'read/not-as-named': {
    finding: 'The content of the file is not what its extension announces.',
    expected: 'A file whose content is what its name announces.',
    remedy: 'Export again, or give the file the extension of what it holds.',
  },
  'read/redacted': {
    finding: 'This file of the original dossier is not in this redacted copy.',
    expected: 'What this file proves is judged in the original dossier.',
    remedy:
      'Judge the original dossier, or make the export again without what cannot be rewritten (PDF, picture, signed content).',
  },
  'read/stopped': {
    finding: 'The judging of this file was stopped: {reason}. The other files are judged.',
    expected: 'A judging that comes to its end: nothing is concluded on this file.',
    remedy:
      'Judge this file alone; if it is an export of the product, raise the limit (--limit documentMilliseconds=N or documentBytes=N), or report this fault of the tool.',
  },
  'read/failed': {
    finding: 'The tool failed while reading this file: {reason}.',
    expected: 'A reading without failure: nothing is concluded on this file.',
    remedy: 'Report this fault of the tool.',
  },
};
