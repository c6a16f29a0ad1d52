import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { subjectOf } from './mail-text.js';

/** What mail software sets before the subject of a reply: `Re:` (RFC 5322 §3.6.5), `RE :`, `Re[2]:`, `Rép :`. */
const REPLY_PREFIX = /^(?:(?:re|rép)\s*(?:[[(]\d+[\])]\s*)?:\s*)+/i;

/** True for a subject that says that the mail answers another. */
export function isReplySubject(subject: string): boolean {
  return REPLY_PREFIX.test(subject.trim());
}

/** A subject without what says that the mail answers another. */
export function answeredSubject(subject: string): string {
  return subject.trim().replace(REPLY_PREFIX, '').trim();
}

/** What mail software sets before the subject of a mail that it forwards: `Fwd:`, `TR :`. */
const FORWARD_PREFIX = /^(?:fwd?|tr)\s*:/i;

/** True for a subject that says that the mail forwards another: Thunderbird and Apple name that one in References, and it is no reply. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_PREFIX.test(subject.trim());
}

/** True for a mail whose header says that it answers another. A report on a mail is no answer, whatever it quotes. */
export function answersAnother(mail: Artifact<'mail'>): boolean {
  const { content } = mail;
  if (content.reports.length > 0) return false;
  const says = (name: string): boolean => headersNamed(content, name).some(({ value }) => value !== '');
  const subject = subjectOf(mail);
  return says('In-Reply-To') || isReplySubject(subject) || (says('References') && !isForwardSubject(subject));
}
