import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed, type MailHeader } from '../../artifacts/mail/mail.js';
import { messageIdentifiers } from '../../artifacts/mail/message-identifiers.js';

/** `<1@exemple.fr>` or `1@exemple.fr`, without its brackets. */
export function bareId(text: string): string {
  const id = text.trim();
  return id.slice(id.startsWith('<') ? 1 : 0, id.endsWith('>') ? -1 : undefined).trim();
}

/** The Message-ID of a mail without its brackets; undefined when it has none, or an empty one. */
export function messageIdOf(mail: Artifact<'mail'>): string | undefined {
  return bareId(headersNamed(mail.content, 'Message-ID')[0]?.value ?? '') || undefined;
}

/** A Message-ID that a field names, without its brackets. */
export interface NamedMessage {
  readonly id: string;
  readonly header: MailHeader;
}

/** The Message-IDs that a field lists (In-Reply-To, References: RFC 5322 §3.6.4), in order. */
export function messageIdsIn(mail: Artifact<'mail'>, field: string): NamedMessage[] {
  return headersNamed(mail.content, field).flatMap((header) =>
    messageIdentifiers(header.raw).ids.map((id) => ({ id: bareId(id), header })),
  );
}
