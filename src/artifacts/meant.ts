import type { ReadError } from './read-error.js';
import { isSeveralEnvelopes } from './soap/logged-envelopes.js';

/** Elements that artifacts in XML start with; a stylesheet names them in its patterns, and has none. */
const XML_ARTIFACT =
  /<(?:[\w.-]+:)?(?:ClinicalDocument|Envelope|Assertion|SubmitObjectsRequest)[\s>/]|xmlns="http:\/\/hl7\.org\/fhir"/;
/** Members that artifacts in JSON have, at their top or just below. */
const JSON_ARTIFACT =
  /"(?:resourceType|log|entries|issuer|keys|sub|access_token|id_token|auth_req_id|payload|signatures|protected)"\s*:/;
const COMMENT = /^\s*\/[/*]/m;

/**
 * Whether a file that starts as XML does, and can't be read as such, was meant as an artifact. Markdown, templates and pages start so too; and a
 * document type is usual in drawings, stylesheets and settings, which are innocent.
 */
export function isMeantAsXml(path: string, bytes: Buffer, { code }: ReadError): boolean {
  const start = bytes.toString('latin1', 0, 65_536).replaceAll('\0', '');
  // Several messages in one file are no XML document, and read as what they are.
  if (code === 'read/xml' && isSeveralEnvelopes(start)) return false;
  if (XML_ARTIFACT.test(start)) return true;
  return code !== 'read/xml-doctype' && /\.(?:xml|cda)$/i.test(path);
}

/** The same for JSON: RTF, style sheets, templates and settings with comments start as it does. */
export function isMeantAsJson(path: string, bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 65_536).replaceAll('\0', '');
  return JSON_ARTIFACT.test(start) || (/\.(?:json|har|ndjson|jsonl)$/i.test(path) && !COMMENT.test(start));
}
