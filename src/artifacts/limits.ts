/**
 * Limits on what is read: everything read is hostile until proved otherwise. Each is far above what an export needs, and can be changed
 * with `--limit NAME=VALUE`. `docs/limits.md` explains them.
 */
export const LIMITS = {
  /** Bytes of a file that is read whole. Images and videos are read in pieces. */
  fileBytes: 200 * 1024 * 1024,
  /** Bytes of an image or of a video: it is hashed, and only its headers are read. */
  mediaBytes: 8 * 1024 * 1024 * 1024,
  /** Containers inside containers: a mail with an archive with a document needs 2. */
  nesting: 5,
  /** Artifacts in one file, at every level. */
  contained: 2000,
  /** Nodes, values, segments and lines of all that a file contains: each of its contents may be small, and there may be thousands. */
  containedValues: 1_000_000,
  xmlDepth: 256,
  xmlNodes: 5_000_000,
  /** Nodes per kilobyte of text, looked at every 65,536 nodes: a flood is known long before it has run out. */
  xmlNodesPerKilobyte: 100,
  /** Attributes of one element. */
  xmlAttributes: 256,
  /** Characters of the name of an element, an attribute or an instruction. */
  xmlName: 1000,
  /** Characters of one text or one attribute value. */
  xmlText: 200 * 1024 * 1024,
  jsonDepth: 256,
  /** Values of a document, at every level. */
  jsonValues: 2_000_000,
  zipEntries: 10_000,
  zipEntryBytes: 100 * 1024 * 1024,
  zipTotalBytes: 100 * 1024 * 1024,
  /** Inflated size over compressed size, for an entry above one mebibyte. */
  zipRatio: 200,
  mailParts: 1000,
  mailDepth: 32,
  mailHeaderBytes: 256 * 1024,
  /** Header fields of a mail, those of its parts and of its reports included. */
  mailFields: 10_000,
  /** Mails of one mailbox file. */
  mailMessages: 2000,
  hl7Messages: 10_000,
  /** Segments of one file, in all its messages. */
  hl7Segments: 40_000,
  /** Separators of fields, repetitions, components and subcomponents in one segment. */
  hl7Values: 100_000,
  /** Requests and responses of a capture. */
  httpMessages: 10_000,
  /** Lines of a log, records of a functional trace. */
  logLines: 500_000,
  /** Characters of a line of a log: a client may write a whole mail in one. */
  logLineCharacters: 32 * 1024 * 1024,
  /** Fields of one record of a functional trace. */
  logFields: 1000,
  /** Pages of a PDF whose text is extracted, or that is searched for a datamatrix. */
  pdfPages: 500,
  /** Objects of a PDF, and values read of them. */
  pdfValues: 2_000_000,
  /** Bytes that the streams of a PDF may unfold into. */
  pdfInflatedBytes: 100 * 1024 * 1024,
  /** Boxes of a film that are gone through. */
  mediaBoxes: 20_000,
  /** Pixels of a side of an image or of a film. */
  imageSide: 100_000,
  /** Pixels of an image searched for a datamatrix. */
  imagePixels: 50_000_000,
  /** Milliseconds that a reader of PDF or image may take. */
  readMilliseconds: 10_000,
  /** Bytes of memory that a reader of PDF or image may take. */
  readerBytes: 400 * 1024 * 1024,
  /** Milliseconds that a thread of `check` may take for a file of up to 20 MiB; a larger one has as many times more. */
  documentMilliseconds: 120_000,
  /** Bytes of memory that a thread of `check` may take. */
  documentBytes: 2 * 1024 * 1024 * 1024,
} as const;

export type LimitName = keyof typeof LIMITS;
export type Limits = { readonly [name in LimitName]: number } & {
  /** What was read so far of the contents of one file: absent for the file itself. */
  readonly spent?: { values: number };
};

/** A limit that was changed: with another value, the same input may be read differently. */
export interface ChangedLimit {
  readonly name: LimitName;
  readonly value: number;
  readonly default: number;
}

/** The limits whose value is not the default one, in the order of `LIMITS`. */
export function changedLimits(limits: Limits): ChangedLimit[] {
  const names = Object.keys(LIMITS) as LimitName[];
  return names
    .filter((name) => limits[name] !== LIMITS[name])
    .map((name) => ({ name, value: limits[name], default: LIMITS[name] }));
}

/** How many files are opened at most while a folder is listed. */
export const MAX_FILES = 100_000;
