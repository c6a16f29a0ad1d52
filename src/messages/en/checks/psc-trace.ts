import type { pscTrace as french } from '../../fr/checks/psc-trace.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the exchange as a whole and its platform. */
export const pscTrace: SameKeys<typeof french> = {};
