import type { SetCheck } from './define.js';
import { oneIdentity } from './ins/one-identity.js';
import { productionIdentity } from './ins/production-identity.js';

/**
 * The checks of a dossier as a whole, run on all that it holds whatever the scenarios. They are apart from the others: what they compare is
 * never the fault of one artifact. Their own file, so that who concludes loads no other check.
 */
export const DOSSIER_CHECKS: readonly SetCheck[] = [oneIdentity, productionIdentity];
