import type { Location } from '../artifacts/location.js';
import type { ExpressionUse } from '../scenarios/scenario.js';

/** What an expression found: how many things it looked at, and where it does not hold. */
export interface ExpressionOutcome {
  readonly evaluated: number;
  readonly failures: readonly Location[];
}

/** Evaluates an expression on one document. Throws what the engine of the language throws. */
export type Evaluate<D> = (document: D, each: string | undefined, test: ExpressionUse['test']) => ExpressionOutcome;
