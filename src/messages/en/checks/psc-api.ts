import type { pscApi as french } from '../../fr/checks/psc-api.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the calls of API with the token. */
export const pscApi: SameKeys<typeof french> = {};
