import type { Artifact } from '../../artifacts/artifact.js';
import { textOfHtml } from '../../artifacts/mail/html-text.js';
import { headersNamed, leaves, type MailPart } from '../../artifacts/mail/mail.js';
import { tryDecode } from '../../artifacts/text/decode.js';

/** What a person writes is shorter; what follows may be a thousand quoted mails. */
const LONGEST = 20_000;

/** Decoded; empty when a mail has none. */
export function subjectOf({ content }: Artifact<'mail'>): string {
  return headersNamed(content, 'Subject')[0]?.value ?? '';
}

/** The parts that show the text of a mail, plain or in HTML: text files attached are documents. */
export function textParts({ content }: Artifact<'mail'>): MailPart[] {
  return leaves(content).filter(
    ({ mediaType, disposition, fileName }) =>
      /^text\/(?:plain|html)$/.test(mediaType) && disposition !== 'attachment' && fileName === undefined,
  );
}

/** Those of them in plain text. */
export function plainParts(mail: Artifact<'mail'>): MailPart[] {
  return textParts(mail).filter(({ mediaType }) => mediaType === 'text/plain');
}

/** Undefined when it is not in its charset: the mail was read with this reserve. */
export function textIn({ body, charset }: MailPart): string | undefined {
  return tryDecode(body, charset ?? 'utf-8');
}

/** The plain text of a mail, several parts put together, and the line where it starts; undefined when it has none that can be read. */
export function plainTextOf(mail: Artifact<'mail'>): { readonly text: string; readonly line: number } | undefined {
  const parts = plainParts(mail);
  const texts = parts.map(textIn);
  const [first] = parts;
  return first && !texts.includes(undefined) ? { text: texts.join('\n'), line: first.bodyLine } : undefined;
}

/** What the author of a mail wrote, in plain text and in HTML, without the lines quoted from another mail nor what can't be read. */
export function writtenText(mail: Artifact<'mail'>): string {
  return textParts(mail)
    .map((part) => {
      const text = (textIn(part) ?? '').slice(0, LONGEST);
      return part.mediaType === 'text/html' ? textOfHtml(text) : text.replace(/^[ \t]*>.*$/gm, '');
    })
    .join('\n');
}
