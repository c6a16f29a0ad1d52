import { withoutComments } from './field-comments.js';

const ATEXT = "[\\w!#$%&'*+/=?^`{|}~-]+";
const DOT_ATOM = `${ATEXT}(?:\\.${ATEXT})*`;
/** `no-fold-literal`: an address of a machine, between square brackets. */
const LITERAL = '\\[[!-Z^-~]*\\]';
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const WORD = `(?:${ATEXT}|${QUOTED})`;

/** `msg-id` of RFC 5322 §3.6.4, between its angle brackets. */
const STRICT = new RegExp(`^${DOT_ATOM}@(?:${DOT_ATOM}|${LITERAL})$`);
/** `obs-id-left` and `obs-id-right` (§4.5.4): blanks between words, quoted words. They are read, and no longer written. */
const OBSOLETE = new RegExp(
  `^\\s*${WORD}(?:\\s*\\.\\s*${WORD})*\\s*@\\s*(?:${ATEXT}(?:\\s*\\.\\s*${ATEXT})*|${LITERAL})\\s*$`,
);

/** How a Message-ID is written: as it must be, as it was before 2001, or against both. */
export function messageIdForm(field: string): 'right' | 'obsolete' | 'wrong' {
  const id = withoutComments(field).trim();
  if (id.length > 2000 || !id.startsWith('<') || !id.endsWith('>')) return 'wrong';
  const inside = id.slice(1, -1);
  if (STRICT.test(inside)) return 'right';
  return OBSOLETE.test(inside) ? 'obsolete' : 'wrong';
}
