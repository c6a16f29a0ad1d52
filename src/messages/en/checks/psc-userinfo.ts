import type { pscUserinfo as french } from '../../fr/checks/psc-userinfo.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on what Pro Santé Connect says of the professional. */
export const pscUserinfo: SameKeys<typeof french> = {};
