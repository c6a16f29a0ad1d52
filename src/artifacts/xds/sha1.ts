import { createHash } from 'node:crypto';

/** Lower-case hexadecimal: the hash that XDS metadata give of a document (ITI TF-3 §4.2.3.2.10). */
export function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}
