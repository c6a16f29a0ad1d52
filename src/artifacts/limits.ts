/** Limits on what is read: everything read is hostile until proved otherwise. Sizes in bytes. */
export const LIMITS = {
  fileBytes: 200 * 1024 * 1024,
  /** Containers inside containers: a mail with an archive with a document needs 2. */
  nesting: 5,
  /** Artifacts in one file, at every level. */
  contained: 10_000,
  xmlDepth: 256,
  xmlNodes: 5_000_000,
  xmlAttributes: 256,
  jsonDepth: 256,
  zipEntries: 10_000,
  zipEntryBytes: 200 * 1024 * 1024,
  zipTotalBytes: 500 * 1024 * 1024,
  zipRatio: 200,
  mailParts: 1000,
  mailDepth: 32,
  mailHeaderBytes: 256 * 1024,
} as const;

/** How many files are opened at most while a folder is listed. */
export const MAX_FILES = 100_000;
