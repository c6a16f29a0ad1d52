import { isRedacted } from '../../../artifacts/redaction-mark.js';

/** What people and tools write over a secret: stars, dots, crosses, or a word that says so, between brackets or not. */
const MASK =
  /^[\s<[({"']*(?:[*•.…xX_-]+|\S*(?:redact|mask|masqu|caviard|hidden|removed|supprim|anonym)[^.]*)[\s>\])}"']*$/i;

/** A mask is short: only so much of a text is looked at. */
const LONGEST = 200;

/** True for a secret that was replaced before the capture was given: nothing can be concluded from it, for or against. */
export function isMasked(text: string): boolean {
  return isRedacted(text) || (text.length <= LONGEST && MASK.test(text));
}
