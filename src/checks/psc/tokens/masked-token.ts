import { isRedacted } from '../../../artifacts/redaction-mark.js';

/** What people and tools write over a secret: stars, dots or crosses, a word that says so, anything between brackets. */
const MASK =
  /^[*•.…xX_-]+$|^[<[({].*[>\])}]$|(?:^|[^A-Za-z0-9])(?:redact|mask|masqu|caviard|hidden|removed|supprim|anonym)/is;

/** A mask is short: no longer text is looked at. */
const LONGEST = 200;

/** True for a secret that was replaced before the capture was given: nothing can be concluded from it, for or against. */
export function isMasked(text: string): boolean {
  return isRedacted(text) || (text.length <= LONGEST && MASK.test(text.trim()));
}
