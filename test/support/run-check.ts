import { assemble, edit, type Recipe } from '../../fixtures/make/recipe.js';
import { type Artifact, type Declaration, withContents } from '../../src/artifacts/artifact.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { read } from '../../src/artifacts/read.js';
import type { CheckContext } from '../../src/checks/context.js';
import type { Check, Need, RawFinding } from '../../src/checks/define.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
import { checkById } from '../../src/checks/registry.js';
import { findDatamatrices } from '../../src/extract/find-datamatrices.js';
import { pdfText } from '../../src/extract/pdf-text.js';
import { exampleRecipe } from './example-recipe.js';

/** What a check gave on every artifact of its kind. */
export interface Ran {
  readonly evaluated: number;
  readonly findings: readonly RawFinding[];
  readonly needs: readonly Need[];
  /** False when the check said of every artifact that it is not about it. */
  readonly applies: boolean;
}

/** The artifacts that a recipe makes, read back, with what they contain. */
export async function artifactsOf(
  recipe: Recipe,
  declared: Declaration,
  own: Readonly<Record<string, Declaration>> = {},
): Promise<Artifact[]> {
  const files = assemble(recipe).map((file) => artifactsOfFile(file, { ...declared, ...own[file.path] }));
  return (await Promise.all(files)).flat();
}

/** A file that a recipe made, read back, with what it contains. */
export async function artifactsOfFile(
  file: { readonly path: string; readonly bytes: Uint8Array },
  declared: Declaration,
): Promise<Artifact[]> {
  const { artifact } = await read({ ...file, declared }, LIMITS, { extractors: { pdfText, findDatamatrices } });
  return artifact ? [...withContents(artifact)] : [];
}

/** The check of the registry that has this id. */
export function knownCheck(id: string): Check {
  const found = checkById(id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

/** Runs a check as the engine does: on each artifact of its kind, or on all together. */
export function runCheck(check: Check, artifacts: readonly Artifact[], context: CheckContext): Ran {
  const own = artifacts.filter((artifact) => check.kinds.includes(artifact.kind));
  const outcomes =
    check.scope === 'all' ? [check.run(own.map(check.keep), context)] : own.map((each) => check.run(each, context));
  return {
    evaluated: outcomes.reduce((sum, outcome) => sum + outcome.evaluated, 0),
    findings: outcomes.flatMap((outcome) => outcome.findings),
    needs: outcomes.flatMap((outcome) => outcome.needs ?? []),
    applies: outcomes.some((outcome) => outcome.applies !== false),
  };
}

/** What a check gives on the recipe of a base, after the edits `[part, good, bad]`. */
export async function runOn(
  check: Check,
  base: ExampleBase,
  edits: readonly (readonly [part: string, good: string, bad: string])[] = [],
  over: { declared?: Declaration; context?: Partial<CheckContext> } = {},
): Promise<Ran> {
  const { recipe, declared, own, context } = exampleRecipe(base);
  const edited = edits.reduce((made, [part, good, bad]) => edit(made, part, good, bad), recipe);
  return runCheck(check, await artifactsOf(edited, over.declared ?? declared, own), { ...context, ...over.context });
}
