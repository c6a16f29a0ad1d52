import type { Artifact } from '../../artifacts/artifact.js';
import { leaves, type MailPart } from '../../artifacts/mail/mail.js';
import { tryDecode } from '../../artifacts/text/decode.js';

/** What a person writes is shorter; what follows may be a thousand quoted mails. */
const LONGEST = 20_000;

/**
 * What the author of a mail wrote, in plain text and in HTML: neither the text files attached, nor the lines quoted from another mail.
 * A part that is not in its charset is left out: the mail was read with this reserve.
 */
export function writtenText(mail: Artifact<'mail'>): string {
  return textParts(mail).map(textOfPart).join('\n');
}

/** The parts that show the text of a mail. */
export function textParts({ content }: Artifact<'mail'>): MailPart[] {
  return leaves(content).filter(
    ({ mediaType, disposition, fileName }) =>
      /^text\/(?:plain|html)$/.test(mediaType) && disposition !== 'attachment' && fileName === undefined,
  );
}

function textOfPart({ body, charset, mediaType }: MailPart): string {
  const text = (tryDecode(body, charset ?? 'utf-8') ?? '').slice(0, LONGEST);
  return mediaType === 'text/html' ? withoutTags(text) : text.replace(/^[ \t]*>.*$/gm, '');
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&([a-z])(?:acute|grave|circ|cedil|uml);/gi, '$1')
    .replace(/&amp;|&#38;/gi, '&')
    .replace(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&nbsp;/gi, ' ');
}
