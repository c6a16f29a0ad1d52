import type { MailPart } from '../../../artifacts/mail/mail.js';

/** What hides the text of a mail: it is encrypted, or signed with its content inside (RFC 8551 §3). */
const OPAQUE = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/;

/** True for a mail whose text can't be read. */
export function isOpaque({ mediaType }: MailPart): boolean {
  return OPAQUE.test(mediaType);
}

/** The text of a mail, or the alternative that holds its versions, in whatever it is wrapped; undefined when it has attachments only. */
export function bodyOf(part: MailPart): MailPart | undefined {
  if (part.mediaType === 'multipart/alternative' || isShownText(part)) return part;
  for (const child of rootFirst(part)) {
    const body = bodyOf(child);
    if (body) return body;
  }
  return undefined;
}

/** The part of a `multipart/related` that the others belong to: its `start`, else the first (RFC 2387 §3.2). */
function rootFirst({ mediaType, parameters, parts }: MailPart): readonly MailPart[] {
  const start = parameters.get('start')?.trim();
  if (mediaType !== 'multipart/related' || !start) return parts;
  const isRoot = ({ headers }: MailPart): boolean =>
    headers.some(({ name, value }) => name.toLowerCase() === 'content-id' && value === start);
  return [...parts.filter(isRoot), ...parts.filter((part) => !isRoot(part))];
}

/** True for a text that is shown with the mail: it may have a name all the same. */
export function isShownText({ mediaType, disposition, fileName }: MailPart): boolean {
  if (!mediaType.startsWith('text/') || disposition === 'attachment') return false;
  return fileName === undefined || /^text\/(?:plain|html)$/.test(mediaType);
}
