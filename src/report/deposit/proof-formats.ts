import type { Kind } from '../../artifacts/artifact.js';
import type { EvidenceKind } from '../../scenarios/scenario.js';

/** What is known of a file that is deposited, beside its name. */
export interface DepositFile {
  readonly kind: Kind;
  /** Format of an image or of a film; undefined for the rest. */
  readonly format: string | undefined;
  /** A PDF that asks for a password. */
  readonly encrypted: boolean;
  /** What of it opens something. */
  readonly secrets: readonly DepositSecret[];
}

interface DepositSecret {
  readonly kind: string;
  /** ISO 8601, in UTC; undefined when nothing tells. */
  readonly until: string | undefined;
}

/** Extensions of the formats that one tells. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  tiff: ['tif', 'tiff'],
  bmp: ['bmp'],
  heif: ['heic', 'heif', 'avif'],
  mp4: ['mp4', 'mov', 'm4v'],
  webm: ['webm', 'mkv'],
  avi: ['avi'],
  mpeg: ['mpg', 'mpeg'],
};

/** Those of exports, traces and office documents, which tell no format. Others are not kept: a name may hold anything. */
const OTHERS =
  'csv doc docx eml er7 gz har hl7 html http json jsonl jwks jwt log mbox md mime msg ndjson odp ods odt p7m p7s ppt pptx rtf soap tar tsv txt vcf xls xlsx xml xsl yaml yml zip'.split(
    ' ',
  );

/** Extension of a file that has none, or one that nobody knows. */
const BY_KIND: Partial<Record<Kind, string>> = {
  cda: 'xml',
  xdm: 'zip',
  mail: 'eml',
  mailbox: 'mbox',
  hl7v2: 'hl7',
  har: 'har',
  pdf: 'pdf',
  xlsx: 'xlsx',
  oidc: 'json',
  fhir: 'txt',
  soap: 'txt',
  jwt: 'txt',
  log: 'txt',
};

/** Kinds that a proof of a kind is usually given as. Ours: nothing published says what Convergence takes. */
const USUAL: Readonly<Record<EvidenceKind, (kind: Kind) => boolean>> = {
  demonstration: (kind) => kind === 'image' || kind === 'video' || kind === 'pdf',
  document: (kind) => kind === 'pdf',
  attestation: (kind) => kind === 'pdf',
  // Signed on paper, then scanned.
  statement: (kind) => kind === 'pdf',
  log: (kind) => kind !== 'image' && kind !== 'video' && kind !== 'pdf' && kind !== 'other',
  artifact: (kind) => kind !== 'image' && kind !== 'video' && kind !== 'other',
  permalink: () => false,
  execution: () => false,
};

/** Formats that some browsers or systems do not show. */
const RARE: ReadonlySet<string> = new Set(['webp', 'tiff', 'bmp', 'heif', 'mpeg']);

/** Extension of the deposited file, without its dot; empty when neither its name nor its content tells one. */
export function extensionFor(path: string, { kind, format }: DepositFile): string {
  const given = extensionOf(path);
  if (OTHERS.includes(given) || formatOfExtension(given) !== undefined) return given;
  return (format === undefined ? BY_KIND[kind] : EXTENSIONS[format]?.[0]) ?? '';
}

/** What an extension announces that the content is not; undefined when they agree, or nothing tells. */
export function falseExtension(path: string, { kind, format }: DepositFile): string | undefined {
  const extension = extensionOf(path);
  const announced = formatOfExtension(extension);
  const actual = format ?? kind;
  // A datamatrix is read from the image or the page that shows it.
  if (kind === 'datamatrix') return undefined;
  if (announced !== undefined) return announced === actual ? undefined : extension;
  const isShown = format !== undefined || kind === 'pdf';
  return isShown && OTHERS.includes(extension) ? extension : undefined;
}

export function isUsual(proof: EvidenceKind, { kind }: DepositFile): boolean {
  return USUAL[proof](kind);
}

export function isRare({ format }: DepositFile): boolean {
  return format !== undefined && RARE.has(format);
}

function extensionOf(path: string): string {
  return path.match(/[^/]\.([A-Za-z0-9]{1,8})$/)?.[1]?.toLowerCase() ?? '';
}

function formatOfExtension(extension: string): string | undefined {
  return Object.keys(EXTENSIONS).find((format) => EXTENSIONS[format]?.includes(extension));
}
