import { isMasked } from '../../../artifacts/masks.js';
import type { Need } from '../../define.js';

/** True for a token or a code that can be told from another: what is so short, or of so few characters, stands for any. */
export function isDistinct(secret: string): boolean {
  return secret.length >= 16 && new Set(secret).size >= 6 && !isMasked(secret);
}

/** What is asked when values of these names were masked. */
export function maskedNeeds(names: Iterable<string>): Need[] {
  return [...new Set(names)].map((name) => ({ code: 'need/masked-value', args: { name } }));
}
