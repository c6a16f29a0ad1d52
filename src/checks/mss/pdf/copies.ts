import { createHash } from 'node:crypto';
import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { groupBy } from '../../../artifacts/group-by.js';
import { nameKey } from '../../../identity/names.js';
import { type CarriedDocument, carriedDocuments } from '../../mails/carried-documents.js';
import { type AttachedPdf, attachedPdfs } from './attached-pdfs.js';

/** A document of the archive, and the attached PDF that is taken for its copy. */
export interface DocumentCopy {
  readonly document: CarriedDocument;
  readonly copy: AttachedPdf;
}

/** Which attached PDF is the copy of which document. */
interface Copies {
  readonly pairs: readonly DocumentCopy[];
  /** Documents without any copy. */
  readonly missing: readonly CarriedDocument[];
  /** PDFs that are left once each document has its copy. */
  readonly extra: readonly AttachedPdf[];
}

const KNOWN = new WeakMap<Artifact<'mail'>, Copies>();

/**
 * Pairs the documents of a mail with its attached PDFs, one to one: by their bytes, else by the type that the file name tells, else by their order.
 * A document sent at both levels, 1 and 3, is one medical document: its copy serves both.
 */
export function copiesOf(mail: Artifact<'mail'>): Copies {
  const known = KNOWN.get(mail) ?? paired(carriedDocuments(mail), attachedPdfs(mail));
  KNOWN.set(mail, known);
  return known;
}

function paired(documents: readonly CarriedDocument[], pdfs: readonly AttachedPdf[]): Copies {
  const copies = new Map<CarriedDocument, AttachedPdf>();
  const free = new Set(pdfs);
  const pair = (
    keysOf: (document: CarriedDocument) => readonly (string | undefined)[],
    keyOf: (pdf: AttachedPdf) => string | undefined,
  ): void => {
    const byKey = groupBy([...free], keyOf);
    for (const document of documents) {
      if (copies.has(document)) continue;
      const copy = keysOf(document)
        .map((key) => (key ? byKey.get(key)?.shift() : undefined))
        .find(Boolean);
      if (!copy) continue;
      copies.set(document, copy);
      free.delete(copy);
    }
  };
  pair(
    ({ cda }) => heldPdfs(cda).slice(0, 1),
    ({ pdf }) => pdf?.sha256,
  );
  pair(
    ({ cda }) => [labelKey(cda.content.code?.displayName)],
    ({ part }) => labelKey(part.fileName?.split('_')[1]),
  );
  pair(
    () => ['any'],
    () => 'any',
  );
  const twins = new Map([...copies.keys()].map((document) => [sameDocument(document), document]));
  for (const document of documents) {
    const twin = copies.has(document) ? undefined : twins.get(sameDocument(document));
    const copy = twin && copies.get(twin);
    if (copy && isOtherLevel(twin, document)) copies.set(document, copy);
  }
  return {
    pairs: [...copies].map(([document, copy]) => ({ document, copy })),
    missing: documents.filter((document) => !copies.has(document)),
    extra: [...free],
  };
}

/** How many characters of its type the name of a document tells. */
export const LABEL_LENGTH = 40;

function labelKey(label = ''): string {
  return nameKey(label.slice(0, LABEL_LENGTH));
}

function isOtherLevel(one: CarriedDocument, other: CarriedDocument): boolean {
  return one.cda.content.body?.level !== other.cda.content.body?.level;
}

/** The same for a document at level 1 and at level 3: its type and when it was made. */
function sameDocument({ cda: { content } }: CarriedDocument): string {
  return `${content.code?.code} ${content.root.first('effectiveTime')?.attribute('value')}`;
}

/** SHA-256 of the PDFs that a document holds of itself: its body, or the copy in its section. */
function heldPdfs(cda: Artifact<'cda'>): string[] {
  const own = encapsulatedPdf(cda);
  const copies = cda.children.filter((child) => isKind(child, 'pdf') && /!copy\.pdf(?:#\d+)?$/.test(child.path));
  return [...(own ? [own] : []), ...copies.map(({ sha256 }) => sha256)];
}

/** SHA-256 of the PDF that a level 1 document encapsulates. */
export function encapsulatedPdf({ content: { body }, children }: Artifact<'cda'>): string | undefined {
  if (body?.level !== 1 || body.file?.mediaType !== 'application/pdf') return undefined;
  const [child] = children;
  if (child) return child.sha256;
  const bytes = body.file.decode();
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
