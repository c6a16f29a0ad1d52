import type { Kind } from '../artifact.js';
import { cmsCode } from '../mail/cms.js';
import { isHtml, type Source } from '../source.js';
import { looksLikeZip } from '../zip/read-zip.js';
import type { OtherContent } from './other.js';

/** Says why no reader knows a file, and which kind it comes nearest to. */
export function unrecognised(source: Source): OtherContent {
  if (looksLikeZip(source.bytes)) return { code: 'unrecognised/archive', args: {}, nearest: 'xdm' };
  const cms = cmsCode(source.bytes);
  if (cms) return { code: cms, args: {}, nearest: 'mail' };
  const { xml } = source;
  if (xml) {
    const { nodeName, namespaceURI } = xml.documentElement;
    const args = { root: nodeName, namespace: namespaceURI ?? '' };
    return { code: 'unrecognised/xml-root', args, nearest: nearestOfXml(namespaceURI ?? '', nodeName) };
  }
  const { json } = source;
  if (json) {
    const keys = typeof json.value === 'object' && json.value !== null ? Object.keys(json.value) : [];
    return {
      code: 'unrecognised/json',
      args: { keys: keys.slice(0, 8).map(nameOfMember).join(', ') },
      nearest: nearestOfJson(keys),
    };
  }
  if (isHtml(source.head)) return { code: 'unrecognised/html', args: {}, nearest: undefined };
  if (isBinary(source.bytes)) return { code: 'unrecognised/binary', args: {}, nearest: undefined };
  return { code: 'unrecognised/text', args: {}, nearest: nearestOfText(source.head) };
}

/** A key of a table of people may be anything that tells who they are: what is no name of a member is not quoted. */
function nameOfMember(key: string): string {
  return /^[@$_]?[A-Za-z][A-Za-z_$.:-]{0,39}\d{0,2}$/.test(key) ? key : '…';
}

function nearestOfXml(namespace: string, root: string): Kind | undefined {
  if (/ClinicalDocument/i.test(root) || namespace === 'urn:hl7-org:v3') return 'cda';
  if (/Envelope|Assertion/i.test(root) || /soap|SAML/.test(namespace)) return 'soap';
  if (/ebxml-regrep/.test(namespace)) return 'xdm';
  return namespace === 'http://hl7.org/fhir' ? 'fhir' : undefined;
}

function nearestOfJson(keys: readonly string[]): Kind | undefined {
  const known = (...names: string[]): boolean => names.some((name) => keys.includes(name));
  if (known('log', 'entries')) return 'har';
  if (known('issuer', 'keys', 'sub', 'token_endpoint', 'access_token', 'id_token')) return 'oidc';
  return known('resource', 'entry', 'identifier') ? 'fhir' : undefined;
}

function nearestOfText(head: string): Kind | undefined {
  if (/^(?:[A-Z][A-Z0-9]{2}\|)/m.test(head)) return 'hl7v2';
  if (/^(?:from|to|subject|date|content-type)[ \t]*:/im.test(head)) return 'mail';
  if (head.startsWith('eyJ')) return 'jwt';
  return /\d{2}:\d{2}:\d{2}/.test(head) ? 'log' : undefined;
}

/** A control character that no text has, in what stands first. */
function isBinary(bytes: Uint8Array): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text has not.
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
}
