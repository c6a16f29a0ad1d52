import type { Artifact } from '../../artifacts/artifact.js';
import { leaves, type MailPart } from '../../artifacts/mail/mail.js';
import { tryDecode } from '../../artifacts/text/decode.js';

/** What is read of a mail as plain text. */
interface PlainText {
  readonly text: string;
  /** Line where it starts. */
  readonly line: number;
}

/** The plain text of a mail, several parts put together; undefined when it has none, or one that is not in its charset. */
export function plainTextOf({ content }: Artifact<'mail'>): PlainText | undefined {
  const parts = leaves(content).filter(isPlainText);
  const texts = parts.map((part) => tryDecode(part.body, part.charset ?? 'utf-8'));
  const [first] = parts;
  return first && texts.every((text) => text !== undefined)
    ? { text: texts.join('\n'), line: first.bodyLine }
    : undefined;
}

function isPlainText({ mediaType, disposition, fileName }: MailPart): boolean {
  return mediaType === 'text/plain' && disposition !== 'attachment' && fileName === undefined;
}
