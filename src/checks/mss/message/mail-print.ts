import { createHash } from 'node:crypto';
import type { Artifact } from '../../../artifacts/artifact.js';
import { headersNamed, leaves } from '../../../artifacts/mail/mail.js';

const WRITTEN = ['Date', 'From', 'To', 'Cc', 'Subject'];

/**
 * What two exports of one mail share, whatever the servers added to it, and whoever ended its lines: who wrote what to whom, when, and the
 * attachments. In hexadecimal.
 */
export function mailPrint({ content, children }: Artifact<'mail'>): string {
  const hash = createHash('sha256');
  const add = (text: string): unknown => hash.update(text.replace(/\s+/g, '')).update('\0');
  for (const name of WRITTEN)
    add(
      headersNamed(content, name)
        .map(({ value }) => value)
        .join(','),
    );
  for (const part of leaves(content))
    if (/^text\/(?:plain|html)$/.test(part.mediaType)) hash.update(part.body.filter(isShown)).update('\0');
  // The line ends of an attached mail are those of the mail that it is in.
  for (const child of children) add(child.kind === 'mail' ? child.kind : child.sha256);
  return hash.digest('hex');
}

/** False for blanks, line breaks and other controls of ASCII. */
function isShown(byte: number): boolean {
  return byte > 32;
}
