import type { TraceLog, TraceRecord } from '../../../artifacts/logs/trace.js';

const MSSANTE = /(?<![a-z])mss(?:ant[eé])?(?![a-zà-ÿ])/i;
const MAIL =
  /(?<![a-z])(?:mss(?:ant[eé])?|courriels?|e-?mails?|mails?|mailbox(?:es)?|smtps?|imaps?|bal|messagerie|xoauth2|rcpt to|expunge|uid (?:fetch|store))(?![a-zà-ÿ])|bo[iî]te aux lettres/i;
/** Journals of teleservices are traces too, of the same software and often in the same file. */
const OTHER_SERVICE = /(?<![a-z])(?:insi?|dmp|adri|apcv|aati?|drimbox)(?![a-z])/i;

const TOLD = ['action', 'object', 'request', 'response'] as const;

/** The longest value in which words are looked for. */
const LOOKED_AT = 300;

/**
 * How sure a row is to be about a mailbox. In a trace that declares mailboxes or mails, every row is, but those of a teleservice. Else it speaks of mail,
 * or it only tells what a server was asked, which may be of mail where other rows are. A log of which nothing is declared must name MSSanté: any software
 * has logs that speak of mail.
 */
export function mailRow(
  record: TraceRecord,
  mapping: TraceLog['mapping'],
  isDeclared: boolean,
): 'mail' | 'maybe' | undefined {
  if (!isDeclared) return speaksOf(record.fields.values(), MSSANTE) ? 'mail' : undefined;
  const own = TOLD.map((field) => record[field] ?? '');
  if (speaksOf(TOLD.some((field) => mapping.has(field)) ? own : record.fields.values(), MAIL)) return 'mail';
  if (record.mailbox !== undefined || record.message !== undefined) return 'mail';
  if (speaksOf(own, OTHER_SERVICE)) return undefined;
  if (mapping.has('mailbox') || mapping.has('message')) return 'mail';
  return record.request !== undefined || record.response !== undefined ? 'maybe' : undefined;
}

function speaksOf(values: Iterable<string>, words: RegExp): boolean {
  for (const value of values) if (words.test(value.slice(0, LOOKED_AT))) return true;
  return false;
}
