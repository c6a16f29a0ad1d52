import type { outcome as french } from '../../fr/checks/outcome.js';
import type { SameKeys } from '../../same-keys.js';

/** Rules on any answer of the DMP. */
export const outcome: SameKeys<typeof french> = {
  refused: {
    finding: 'The DMP refused the request: {codes}.',
    expected: 'An answer of success.',
    remedy: 'Mend what the error code names, then make the exchange again before you attach it as a proof.',
  },
  outcome: {
    finding: 'The answer does not tell its outcome clearly: status "{actual}", errors: {errors}.',
    expected: 'A known status: a success without error, or a failure with one error at least.',
    remedy: 'Check that the answer is exported whole, as the DMP sent it.',
  },
};
