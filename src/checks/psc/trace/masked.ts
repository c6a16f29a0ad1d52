import { isRedacted } from '../../../artifacts/redaction-mark.js';
import type { Need } from '../../define.js';

/** What tools that clean captures write: stars, dots or crosses, or a word between brackets. */
const MASK =
  /^(?:[*•.…]{3,}|[xX]{3,}|[[<(]?(?:redacted|removed|masked|masqu[eé]e?|hidden|filtered|secret masqu[eé])[\])>]?)$/i;

/** True for a value that was replaced before the capture was given: nothing can be told from it. */
export function isMasked(value: string): boolean {
  return isRedacted(value) || MASK.test(value);
}

/** What is asked when values of these names were masked. */
export function maskedNeeds(names: Iterable<string>): Need[] {
  return [...new Set(names)].map((name) => ({ code: 'need/masked-value', args: { name } }));
}
