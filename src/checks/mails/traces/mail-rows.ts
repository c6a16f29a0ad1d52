import type { TraceLog, TraceRecord } from '../../../artifacts/logs/trace.js';

const MSSANTE = /(?<![a-z])mss(?:ant[eé])?(?![a-zà-ÿ])/i;
const MAIL =
  /(?<![a-z])(?:mss(?:ant[eé])?|courriels?|e-?mails?|mails?|mailbox(?:es)?|smtps?|imaps?|bal|messagerie)(?![a-zà-ÿ])|bo[iî]te aux lettres/i;
/** Journals of teleservices are traces too, of the same software and often in the same file. */
const OTHER_SERVICE = /(?<![a-z])(?:insi?|dmp|adri|apcv|aati?|drimbox)(?![a-z])/i;

const TOLD = ['action', 'object', 'request', 'response'] as const;

/** The longest value in which words are looked for. */
const LOOKED_AT = 300;

/**
 * True for a row about a mailbox: all the rows of a trace that declares mailboxes or mails, but those of a teleservice; else the rows that speak of mail.
 * A log of which nothing is declared must name MSSanté: any software has logs that speak of mail.
 */
export function isMailRow(record: TraceRecord, mapping: TraceLog['mapping'], isDeclared: boolean): boolean {
  if (!isDeclared) return speaksOf(record.fields.values(), MSSANTE);
  const own = TOLD.map((field) => record[field] ?? '');
  if (mapping.has('mailbox') || mapping.has('message'))
    return record.mailbox !== undefined || record.message !== undefined || !isOfOtherService(own);
  return speaksOf(TOLD.some((field) => mapping.has(field)) ? own : record.fields.values(), MAIL);
}

function isOfOtherService(values: readonly string[]): boolean {
  return speaksOf(values, OTHER_SERVICE) && !speaksOf(values, MAIL);
}

function speaksOf(values: Iterable<string>, words: RegExp): boolean {
  for (const value of values) if (words.test(value.slice(0, LOOKED_AT))) return true;
  return false;
}
