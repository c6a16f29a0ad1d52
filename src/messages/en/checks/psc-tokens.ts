import type { pscTokens as french } from '../../fr/checks/psc-tokens.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the tokens. */
export const pscTokens: SameKeys<typeof french> = {};
