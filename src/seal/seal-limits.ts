import { LIMITS, type Limits } from '../artifacts/limits.js';

/** Bytes of all that a seal holds, uncompressed: the archive is then below what one file read whole may have. */
export const MAX_SEAL_BYTES = 2_000_000_000;
/** Entries of a seal: a ZIP archive without extension counts up to 65,535. */
export const MAX_SEAL_ENTRIES = 65_000;

/** What a seal is read with: films of zeros compress a thousand times, and what all may weigh together is known before any is inflated. */
export const SEAL_LIMITS: Limits = {
  ...LIMITS,
  zipEntries: MAX_SEAL_ENTRIES,
  zipEntryBytes: MAX_SEAL_BYTES,
  zipTotalBytes: MAX_SEAL_BYTES,
  zipRatio: Number.MAX_SAFE_INTEGER,
};
