import type { Kind } from '../artifact.js';
import { isObject } from '../json/document.js';
import { parsedJson } from '../json/parsed-json.js';
import { cmsCode } from '../mail/cms.js';
import { isHtml, type Source } from '../source.js';
import { tryDecode } from '../text/decode.js';
import { NS } from '../xml/names.js';
import type { XmlDocument } from '../xml/tree.js';
import { isSignature } from '../xml-signature/detached.js';
import { looksLikeZip } from '../zip/read-zip.js';
import type { OtherContent } from './other.js';
import { looksLikeTable, wellKnown } from './well-known.js';

/** Says why no reader knows a file, and which kind it comes nearest to. */
export function unrecognised(source: Source): OtherContent {
  const known = wellKnown(source.bytes);
  if (known) return known;
  if (looksLikeZip(source.bytes)) return { code: 'unrecognised/archive', args: {}, nearest: 'xdm' };
  const cms = cmsCode(source.bytes);
  if (cms) return { code: cms, args: {}, nearest: 'mail' };
  const { xml } = source;
  if (xml) {
    const { nodeName, namespaceURI } = xml.documentElement;
    if (isSignature(xml.documentElement)) return { code: 'unrecognised/xml-signature', args: {}, nearest: undefined };
    const args = { root: nodeName, namespace: namespaceURI ?? '' };
    return { code: 'unrecognised/xml-root', args, nearest: nearestOfXml(xml) };
  }
  const { json } = source;
  if (json) {
    // A list is told by what it lists.
    const told: unknown = Array.isArray(json.value) ? json.value[0] : json.value;
    const keys = isObject(told) ? Object.keys(told) : [];
    return { code: 'unrecognised/json', args: { keys: shownKeys(keys) }, nearest: nearestOfJson(keys) };
  }
  if (source.misread?.code === 'read/xml-doctype')
    return { code: 'unrecognised/doctype', args: {}, nearest: undefined };
  const scalar = scalarOf(source);
  if (scalar !== undefined) return { code: 'unrecognised/json', args: { keys: scalar }, nearest: undefined };
  if (isHtml(source.head)) return { code: 'unrecognised/html', args: {}, nearest: undefined };
  if (isBinary(source.bytes)) return { code: 'unrecognised/binary', args: {}, nearest: undefined };
  const nearest = nearestOfText(source.head);
  if (!nearest && looksLikeTable(source.head)) return { code: 'unrecognised/table', args: {}, nearest: 'log' };
  return { code: 'unrecognised/text', args: {}, nearest };
}

/** A key of a table of people may be anything that tells who they are: what is no name of a member is not quoted. */
function shownKeys(keys: readonly string[]): string {
  return keys
    .slice(0, 8)
    .map((key) => (/^[@$_]?[A-Za-z][A-Za-z_$.:-]{0,39}\d{0,2}$/.test(key) ? key : '…'))
    .join(', ');
}

/** What tells a JSON text that is no object and no list of them: as it is written, or the keys of its first line. */
function scalarOf({ path, bytes }: Source): string | undefined {
  if (!/\.json$/i.test(path) || bytes.length > 65_536) return undefined;
  const text = tryDecode(bytes, 'utf-8')?.trim() ?? '';
  // One value a line is no document, and JSON all the same.
  const [line = ''] = text.startsWith('{') ? text.split('\n', 1) : [text];
  const value = parsedJson(line);
  if (value === undefined) return undefined;
  return isObject(value) ? shownKeys(Object.keys(value)) : '…';
}

function nearestOfXml(xml: XmlDocument): Kind | undefined {
  const { nodeName: root, namespaceURI } = xml.documentElement;
  const namespace = namespaceURI ?? '';
  // Schemas and stylesheets are about artifacts, and none.
  if (namespace === 'http://www.w3.org/2001/XMLSchema' || namespace === NS.xsl) return undefined;
  if (xml.named('ClinicalDocument').length > 0) return 'cda';
  if (xml.named('Envelope').some((each) => /soap/.test(each.namespaceURI ?? ''))) return 'soap';
  if (namespace === 'urn:hl7-org:v2xml') return 'hl7v2';
  if (/ClinicalDocument/i.test(root) || namespace === 'urn:hl7-org:v3') return 'cda';
  if (/Envelope|Assertion/i.test(root) || /soap|SAML/.test(namespace)) return 'soap';
  if (/ebxml-regrep/.test(namespace)) return 'xdm';
  return namespace === 'http://hl7.org/fhir' ? 'fhir' : undefined;
}

function nearestOfJson(keys: readonly string[]): Kind | undefined {
  const known = (...names: string[]): boolean => names.some((name) => keys.includes(name));
  // Collections of Postman hold requests that were prepared, and no capture.
  if (known('log', 'entries', '_postman_id') || (known('info') && known('item'))) return 'har';
  if (known('issuer', 'keys', 'sub', 'token_endpoint', 'access_token', 'id_token')) return 'oidc';
  return known('resourceType', 'resource', 'entry', 'identifier') ? 'fhir' : undefined;
}

function nearestOfText(head: string): Kind | undefined {
  if (/^(?:[A-Z][A-Z0-9]{2}\|)/m.test(head)) return 'hl7v2';
  if (/<(?:[\w.-]+:)?Envelope[\s>]/.test(head)) return 'soap';
  if (/\beyJ[\w-]+\.eyJ/.test(head)) return 'jwt';
  if (/^(?:\$ )?curl\s/m.test(head)) return 'har';
  if (isCopiedMail(head)) return 'mail';
  if (head.startsWith('eyJ')) return 'jwt';
  return /\d{2}:\d{2}:\d{2}/.test(head) ? 'log' : undefined;
}

/** Two fields of a mail at least, as they are sent or as French clients show them (`Envoyé`, `À`: bytes of UTF-8 or of windows-1252). */
function isCopiedMail(head: string): boolean {
  const fields = head.match(
    /^(?:from|to|cc|subject|date|sent|content-type|de|objet|envoy\S{1,2}|\xc0|\xc3\x80)[ \t\xa0\xc2]*:/gim,
  );
  return (fields?.length ?? 0) >= 2;
}

/** A control character that no text has, in what stands first. */
function isBinary(bytes: Uint8Array): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text has not.
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
}
