import type { Contained, Reader, Recognised } from '../source.js';
import { brokenBodies, type HarContent, type HttpBody, looksLikeHar, missingBodies, readHar } from './har.js';
import { readHttpLog } from './http-log.js';
import { looksLikeHttpLog } from './messages.js';

/** Bytes in which the first request of a log must stand: what `curl -v` says of a connection comes first. */
const HEAD = 64 * 1024;

/** Reads a capture of HTTP exchanges: HAR 1.2. */
export const har: Reader = ({ json, limits }) =>
  json && looksLikeHar(json.value) ? recognised(readHar(json, limits)) : undefined;

/** Reads a capture of HTTP exchanges written as text. */
export const httpLog: Reader = (source) => {
  if (!/^[A-Z0-9*>#=/@$[c]/.test(source.head)) return undefined;
  const start = source.head.startsWith('*') ? source.bytes.toString('latin1', 0, HEAD) : source.head;
  return looksLikeHttpLog(start) ? recognised(readHttpLog(source.text, source.limits)) : undefined;
};

function recognised(content: HarContent): Recognised<'har'> {
  const reserves = [...brokenBodies(content), ...missingBodies(content)];
  return { kind: 'har', content, contains: documentsOf(content), reserves };
}

/**
 * The FHIR and SOAP messages of a capture, told by their media type. Other bodies stay in their exchange: a document that was only looked up
 * is not one that the software made.
 */
function documentsOf({ exchanges, orphans }: HarContent): Contained[] {
  const inExchanges = exchanges.flatMap(({ index, bodies }) => [
    ...document(`exchange-${index + 1}/request`, bodies.request),
    ...document(`exchange-${index + 1}/response`, bodies.response),
  ]);
  return [...inExchanges, ...orphans.flatMap(({ body }, index) => document(`response-${index + 1}`, body))];
}

function document(name: string, body: HttpBody | undefined): Contained[] {
  if (!body || body.bytes.length === 0) return [];
  const { mediaType, bytes } = body;
  const isMtom = /^multipart\/related\b/i.test(mediaType) && /application\/(?:xop|soap)\+xml/i.test(mediaType);
  // The parts can't be told without the boundary that the header gives.
  if (isMtom)
    return [{ name: `${name}.mime`, bytes: Buffer.concat([Buffer.from(`Content-Type: ${mediaType}\r\n\r\n`), bytes]) }];
  const type = /^application\/(?:fhir|soap)\+(xml|json|ndjson)\b/i.exec(mediaType)?.[1] ?? soap11(mediaType, bytes);
  return type === undefined ? [] : [{ name: `${name}.${type.toLowerCase()}`, bytes }];
}

/** SOAP 1.1 has no media type of its own. */
function soap11(mediaType: string, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /^(?:text|application)\/xml\b/i.test(mediaType) && /<(?:[\w.-]+:)?Envelope[\s>]/.test(start)
    ? 'xml'
    : undefined;
}
