import type { pscTokenRules as french } from '../../fr/checks/psc-token-rules.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the rules that the claims of every token of Pro Santé Connect obey (`claim-faults.ts`). */
export const pscTokenRules: SameKeys<typeof french> = {
  'claim-type': {
    finding: '{claim} does not have the expected type in the token.',
    expected: 'A JSON value of type "{type}".',
    remedy:
      'Check that the token is not rewritten by a relay; in the software, read this claim by its type (instants are numbers of seconds).',
  },
  'subject-form': {
    finding: 'The sub of the token does not have the form that Pro Santé Connect gives it.',
    expected: 'f:<uuid>:<national identifier>.',
    remedy:
      'Check that the token comes from Pro Santé Connect. In the software, treat sub as an opaque value and take the national identifier from SubjectNameID.',
  },
  identity: {
    finding: '{claim} and {other} of the same token do not give the same national identifier.',
    expected: 'The same identifier in sub (after the last colon), preferred_username and SubjectNameID.',
    remedy:
      'Check that the token is not rewritten by a relay: the professional is the one whom Pro Santé Connect authenticated, under one identifier.',
  },
};
