import type { CdaContent } from './cda/cda.js';
import type { DatamatrixContent } from './datamatrix/datamatrix.js';
import type { FhirContent } from './fhir/fhir.js';
import type { Hl7v2Content } from './hl7v2/hl7v2.js';
import type { HarContent } from './http/har.js';
import type { JwtContent } from './jwt/jwt.js';
import type { LogContent } from './logs/log.js';
import type { DatePattern, Delimiter, LogCharset, TraceColumns } from './logs/trace-declaration.js';
import type { MailContent } from './mail/mail.js';
import type { MailboxContent } from './mail/mailbox.js';
import type { ImageContent, VideoContent } from './media/formats.js';
import type { OidcContent } from './openid/openid.js';
import type { OtherContent } from './other/other.js';
import type { PdfContent } from './pdf/pdf.js';
import type { Person } from './people/person.js';
import type { ReadProblem } from './read-error.js';
import type { SoapContent } from './soap/soap.js';
import type { XdmContent } from './xdm/xdm.js';
import type { WorkbookContent } from './xlsx/workbook.js';

/** What each kind of artifact holds once it has been read. A new format is one line here and one in `readers.ts`. */
export interface ContentByKind {
  cda: CdaContent;
  xdm: XdmContent;
  mail: MailContent;
  mailbox: MailboxContent;
  soap: SoapContent;
  hl7v2: Hl7v2Content;
  fhir: FhirContent;
  jwt: JwtContent;
  oidc: OidcContent;
  har: HarContent;
  log: LogContent;
  pdf: PdfContent;
  datamatrix: DatamatrixContent;
  image: ImageContent;
  video: VideoContent;
  xlsx: WorkbookContent;
  other: OtherContent;
}

export type Kind = keyof ContentByKind;

/** Every kind, in the order in which tables and schemas list them. */
export const KINDS: readonly Kind[] = [
  'cda',
  'xdm',
  'mail',
  'mailbox',
  'soap',
  'hl7v2',
  'fhir',
  'jwt',
  'oidc',
  'har',
  'log',
  'pdf',
  'datamatrix',
  'image',
  'video',
  'xlsx',
  'other',
];

/** What the vendor declares about an artifact in `segur.yaml` because no artifact says it. Closed list. */
export interface Declaration {
  /** `outgoing` and `incoming`: direction of a mail or of an HL7 v2 message; `historical`: a document of the past sent to the DMP. */
  readonly role?: 'outgoing' | 'incoming' | 'historical';
  /** Kind of the MSSanté mailbox that sends. */
  readonly mailbox?: 'PER' | 'ORG' | 'APP';
  /** True when the professional wanted no reply from the patient. */
  readonly 'no-reply'?: boolean;
  /** Version of a document that is sent more than once. */
  readonly version?: number;
  /** Id of a patient of the manifest's `patients`. */
  readonly patient?: string;
  /** User 1 or 2 of a scenario that needs two. */
  readonly user?: 1 | 2;
  /** How the software lets its users log in with Pro Santé Connect. */
  readonly 'psc-mode'?: PscMode;
  /** How the session of a capture ends: the user logs out, or the software does so by itself after inactivity. */
  readonly logout?: 'user' | 'automatic';
  /** Rank of a capture in a trace that spans several files. */
  readonly order?: number;
  /** True when the file shows a datamatrix: it is searched for, and must be found. */
  readonly datamatrix?: boolean;
  /** Columns of a functional trace that hold what every trace must say. */
  readonly columns?: TraceColumns;
  /** What parts the columns of a CSV trace. */
  readonly delimiter?: Delimiter;
  /** Charset of a trace that does not tell it. */
  readonly charset?: LogCharset;
  /** How a trace writes its dates, when it is not ISO 8601. */
  readonly dates?: DatePattern;
}

type PscMode = 'web' | 'external-browser' | 'ciba' | 'embedded-browser';

interface ArtifactOf<K extends Kind> {
  /** Path from the dossier's root, `/` on every system; a contained artifact is `container!entry`. Unique in a dossier. */
  readonly path: string;
  /** Paths of what contains it, outermost first; empty for a file of the dossier. */
  readonly containers: readonly string[];
  /** Kind of what contains it; undefined for a file of the dossier. */
  readonly within?: Kind;
  readonly kind: K;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly content: ContentByKind[K];
  readonly declared: Declaration;
  readonly children: readonly Artifact[];
  /** What was read with a reserve, under the code `read/forgiven`: shown as a warning, it changes no verdict. */
  readonly reserves?: readonly ReadProblem[];
}

/** An export of the vendor's software, read and typed. Never changed after it was read. */
export type Artifact<K extends Kind = Kind> = { [P in K]: ArtifactOf<P> }[K];

/** An artifact without its content: all that is kept of it once it was judged. */
export interface Outline extends Omit<ArtifactOf<Kind>, 'content' | 'children'> {
  readonly children: readonly Outline[];
  /** Why no reader knows it, for kind `other`. */
  readonly unrecognised?: OtherContent;
}

/** The outline of an artifact and of all that it contains. It shares no text with them: a slice would keep its whole file in memory. */
export function outlineOf(artifact: Artifact, containers: readonly string[] = []): Outline {
  const { path, kind, sha256, bytes, declared, children, reserves } = artifact;
  const own = structuredClone(path);
  const inside = children.length === 0 ? [] : [...containers, own];
  return {
    path: own,
    containers,
    kind,
    sha256,
    bytes,
    declared,
    children: children.map((child) => outlineOf(child, inside)),
    ...(reserves && {
      reserves: structuredClone(reserves.map(({ code, args, location }) => ({ code, args, location }))),
    }),
    ...(isKind(artifact, 'other') && { unrecognised: structuredClone(artifact.content) }),
  };
}

/** An artifact that no reader could read: the reason is in `problems`. */
export interface Unreadable {
  readonly path: string;
  readonly containers: readonly string[];
  readonly kind: Kind;
  readonly sha256: string;
  readonly bytes: number;
  readonly declared: Declaration;
  readonly problems: readonly ReadProblem[];
  /** Whom it names all the same, to be hidden. */
  readonly people?: readonly Person[];
}

/** The file of the dossier that an artifact is, or is in: what a person can open, declare and deposit. */
export function fileOf({ path, containers }: Pick<Artifact, 'path' | 'containers'>): string {
  return containers[0] ?? path;
}

/** The artifact itself, then everything it contains, in the order of the container. */
export function* withContents<T extends { readonly children: readonly T[] }>(artifact: T): Generator<T> {
  yield artifact;
  for (const child of artifact.children) yield* withContents(child);
}

/**
 * The artifacts of one kind contained in `artifact`, at any depth, itself excluded. What an attached mail carries is that mail's own: a
 * forwarded message is no sending of its documents. A document inside a document is part of that one, and none of the container's.
 */
export function contained<K extends Kind>(artifact: Artifact, kind: K): Artifact<K>[];
export function contained(artifact: Outline, kind: Kind): Outline[];
export function contained(artifact: Outline, kind: Kind): Outline[] {
  return artifact.children.flatMap((child) => [
    ...(child.kind === kind ? [child] : []),
    ...(child.kind === 'mail' || (child.kind === 'cda' && kind === 'cda') ? [] : contained(child, kind)),
  ]);
}

/** True for an artifact of that kind, whose content is then typed. */
export function isKind<K extends Kind>(artifact: Artifact, kind: K): artifact is Artifact & Artifact<K> {
  return artifact.kind === kind;
}
