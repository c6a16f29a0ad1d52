import type { pscIdentity as french } from '../../fr/checks/psc-identity.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the professional whom the software acts for. */
export const pscIdentity: SameKeys<typeof french> = {};
