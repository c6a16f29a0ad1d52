import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { ChildNames } from '../../../artifacts/child-names.js';
import { attachments, type MailPart } from '../../../artifacts/mail/mail.js';

/** A PDF that a mail carries beside its archives. */
export interface AttachedPdf {
  readonly part: MailPart;
  /** Undefined when its bytes could not be read. */
  readonly pdf: Artifact<'pdf'> | undefined;
}

/** The PDFs of a mail, in order: what their bytes are, or what they are said to be when they can't be read. */
export function attachedPdfs(mail: Artifact<'mail'>): AttachedPdf[] {
  const children = new Map(mail.children.map((child) => [child.path, child]));
  const names = new ChildNames();
  return attachments(mail.content).flatMap((part, index): AttachedPdf[] => {
    const child = children.get(`${mail.path}!${names.of(part.fileName ?? `part-${index + 1}`)}`);
    if (child) return isKind(child, 'pdf') ? [{ part, pdf: child }] : [];
    return part.mediaType === 'application/pdf' || /\.pdf$/i.test(part.fileName ?? '')
      ? [{ part, pdf: undefined }]
      : [];
  });
}
