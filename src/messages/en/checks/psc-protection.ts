import type { pscProtection as french } from '../../fr/checks/psc-protection.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on what protects the software's secrets and tokens. */
export const pscProtection: SameKeys<typeof french> = {};
