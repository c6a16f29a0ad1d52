import type { Artifact } from '../../../artifacts/artifact.js';
import { decodeBase64 } from '../../../artifacts/text/base64.js';
import { sha1 } from '../../../artifacts/xds/sha1.js';
import type { RawFinding } from '../../define.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

/** A hash as FHIR writes it, in lower-case hexadecimal as XDS compares it; undefined when it is not that of SHA-1. */
export function hashOf(hash: string | undefined): string | undefined {
  const bytes = hash === undefined ? undefined : decodeBase64(hash);
  return bytes?.length === 20 ? Buffer.from(bytes).toString('hex') : undefined;
}

/** Hash and size of the attachments are those of the bytes that `data` (base64) holds; the data are undefined when they are not there. */
export function judgeHashAndSize(
  resource: Artifact<'fhir'>,
  dataOf: (url: string | undefined, own: string | undefined) => string | undefined,
): RawFinding<'hash' | 'size'>[] {
  return objectsAt(rootOf(resource), 'content.attachment').flatMap((attachment) => {
    const { hash, size } = attachment.value;
    if (hash === undefined && size === undefined) return [];
    const data = dataOf(textOf(attachment, 'url'), textOf(attachment, 'data'));
    const bytes = data === undefined ? undefined : decodeBase64(data);
    if (!bytes) return [];
    const findings: RawFinding<'hash' | 'size'>[] = [];
    const given = hashOf(textOf(attachment, 'hash'));
    const own = sha1(bytes);
    if (given !== undefined && given !== own) {
      const args = { expected: Buffer.from(own, 'hex').toString('base64') };
      findings.push(foundIn(resource, 'hash', [...attachment.path, 'hash'], { args, actual: String(hash) }));
    }
    if (typeof size === 'number' && size !== bytes.length) {
      const args = { expected: bytes.length };
      findings.push(foundIn(resource, 'size', [...attachment.path, 'size'], { args, actual: String(size) }));
    }
    return findings;
  });
}

/** A hash is the 20 bytes of SHA-1 in base64, not their hexadecimal. */
export function judgeHashForm(resource: Artifact<'fhir'>): RawFinding<'hash-form'>[] {
  return objectsAt(rootOf(resource), 'content.attachment').flatMap((attachment) => {
    const hash = textOf(attachment, 'hash');
    if (hash === undefined || hashOf(hash) !== undefined) return [];
    return [foundIn(resource, 'hash-form', [...attachment.path, 'hash'], { actual: hash })];
  });
}
