import type { Artifact } from '../../../artifacts/artifact.js';
import { decodeBase64 } from '../../../artifacts/text/base64.js';
import { sha1 } from '../../../artifacts/xds/sha1.js';
import type { RawFinding } from '../../define.js';
import type { FhirObject } from '../../identities/fhir-objects.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

/** A hash as FHIR writes it, in lower-case hexadecimal as XDS compares it; undefined when it is not that of SHA-1. */
export function hashOf(hash: string | undefined): string | undefined {
  const bytes = hash === undefined ? undefined : decodeBase64(hash);
  return bytes?.length === 20 ? Buffer.from(bytes).toString('hex') : undefined;
}

/** What is measured of a document's bytes: SHA-1 in lower-case hexadecimal, and how many they are. */
export interface Measured {
  readonly sha1: string;
  readonly size: number;
}

/** Measures what stands in base64; undefined when it is not base64. */
export function measure(data: string | undefined): Measured | undefined {
  const bytes = data === undefined ? undefined : decodeBase64(data);
  return bytes && { sha1: sha1(bytes), size: bytes.length };
}

/** Hash and size of the attachments are those of the document; it is undefined when it is not there. */
export function judgeHashAndSize(
  resource: Artifact<'fhir'>,
  documentOf: (attachment: FhirObject) => Measured | undefined,
): RawFinding<'hash' | 'size'>[] {
  return objectsAt(rootOf(resource), 'content.attachment').flatMap((attachment) => {
    const { hash, size } = attachment.value;
    const own = hash === undefined && size === undefined ? undefined : documentOf(attachment);
    if (!own) return [];
    const findings: RawFinding<'hash' | 'size'>[] = [];
    const given = hashOf(textOf(attachment, 'hash'));
    if (given !== undefined && given !== own.sha1) {
      const args = { expected: Buffer.from(own.sha1, 'hex').toString('base64') };
      findings.push(foundIn(resource, 'hash', [...attachment.path, 'hash'], { args, actual: String(hash) }));
    }
    if (typeof size === 'number' && size !== own.size) {
      const args = { expected: own.size };
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
