import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { LimitName, Limits } from '../limits.js';
import type { Location } from '../location.js';
import { overLimit } from '../read-error.js';

/** What unfolds each code of the HL7 table CompressionAlgorithm; `Z` (compress) is known of no library here. */
const UNFOLD = new Map([
  ['DF', inflateRawSync],
  ['GZ', gunzipSync],
  ['ZL', inflateSync],
]);

/**
 * Bytes that were compressed as `compression` says, or undefined when they were not.
 * @throws ReadError `read/zip-limit` when they unfold into more than an entry of an archive may hold.
 */
export function unfold(
  bytes: Uint8Array,
  compression: string,
  limits: Limits,
  location: Location,
): Uint8Array | undefined {
  const over = (limit: LimitName, actual: number) => overLimit(limits, limit, actual, location);
  // One more than may be: what stops there is too large, and how large nobody knows.
  const allowed = Math.min(limits.zipEntryBytes, Math.max(1024 * 1024, bytes.length * limits.zipRatio));
  try {
    return UNFOLD.get(compression)?.(bytes, { maxOutputLength: allowed });
  } catch (error) {
    if (!(error instanceof RangeError)) return undefined;
    throw allowed === limits.zipEntryBytes
      ? over('zipEntryBytes', allowed + 1)
      : over('zipRatio', Math.ceil((allowed + 1) / bytes.length));
  }
}
