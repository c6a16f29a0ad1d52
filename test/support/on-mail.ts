import { edit, type Recipe, type RecipeOptions, recipe } from '../../fixtures/make/recipe.js';
import type { Declaration } from '../../src/artifacts/artifact.js';
import { type CheckContext, NOTHING_DECLARED } from '../../src/checks/context.js';
import type { Check } from '../../src/checks/define.js';
import { artifactsOf, type Ran, runCheck } from './run-check.js';

export type Edit = readonly [part: string, good: string, bad: string];

/** What a check gives on a mail of the fixtures, after edits. */
export async function onMail(
  check: Check,
  options: RecipeOptions,
  edits: readonly Edit[] = [],
  declared: Declaration = {},
  context: CheckContext = NOTHING_DECLARED,
): Promise<Ran> {
  const made = edits.reduce<Recipe>((each, [part, good, bad]) => edit(each, part, good, bad), recipe('mail', options));
  return runCheck(check, await artifactsOf(made, { role: 'outgoing', ...declared }), context);
}

export const rules = ({ findings }: Ran): string[] => findings.map(({ rule }) => rule);
