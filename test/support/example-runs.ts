import { createHash } from 'node:crypto';
import { assemble, edit, type Recipe } from '../../fixtures/make/recipe.js';
import type { Artifact } from '../../src/artifacts/artifact.js';
import type { Check, Example, ExampleBase } from '../../src/checks/define.js';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import type { CheckRun } from '../../src/engine/results.js';
import { runCheck } from '../../src/engine/run-check.js';
import { type ExampleRecipe, exampleRecipe } from './example-recipe.js';
import { artifactsOfFile } from './run-check.js';

const unedited = new Map<ExampleBase, Promise<Artifact[]>>();

/** The artifacts of a base, without any edit: made once for all the checks. */
export function goodArtifacts(base: ExampleBase): Promise<Artifact[]> {
  const made = unedited.get(base) ?? editedArtifacts(base, (made) => made);
  unedited.set(base, made);
  return made;
}

/** The artifacts of a base, one part of it edited. */
export function badArtifacts({
  base,
  part,
  good,
  bad,
}: Pick<Example, 'base' | 'part' | 'good' | 'bad'>): Promise<Artifact[]> {
  return editedArtifacts(base, (made) => edit(made, part, good, bad));
}

const declarations = new Map<ExampleBase, ExampleRecipe>();

function recipeOf(base: ExampleBase): ExampleRecipe {
  const made = declarations.get(base) ?? exampleRecipe(base);
  declarations.set(base, made);
  return made;
}

/** The files of a base, read: an edit leaves most of them as they were. */
const readFiles = new Map<string, Promise<Artifact[]>>();

async function editedArtifacts(base: ExampleBase, change: (recipe: Recipe) => Recipe): Promise<Artifact[]> {
  const { recipe, declared, own } = recipeOf(base);
  const changed = change(recipe);
  const read = assemble(changed).map((file) => {
    const key = `${base} ${file.path} ${createHash('sha256').update(file.bytes).digest('hex')}`;
    const known = readFiles.get(key) ?? artifactsOfFile(file, { ...declared, ...own[file.path] });
    if (changed === recipe) readFiles.set(key, known);
    return known;
  });
  return (await Promise.all(read)).flat();
}

/** What each check gave on an artifact alone: most artifacts of an edited recipe are those of the base. */
const runsAlone = new WeakMap<Artifact, Map<Check, readonly CheckRun[]>>();

/** What the engine gets of a check on every artifact of its kind; without any it does not run. */
export function runsOf(check: Check, base: ExampleBase, artifacts: readonly Artifact[]): readonly CheckRun[] {
  const { context } = recipeOf(base);
  const own = artifacts.filter((artifact) => check.kinds.includes(artifact.kind));
  if (own.length === 0) return [];
  if (check.scope === 'all') return runCheck(check, own, context);
  return own.flatMap((artifact) => {
    const known = runsAlone.get(artifact) ?? new Map<Check, readonly CheckRun[]>();
    runsAlone.set(artifact, known);
    const runs = known.get(check) ?? runCheck(check, [artifact], context);
    known.set(check, runs);
    return runs;
  });
}

/** Ids of the checks that find an error or a warning, in the order of the registry. */
export function tripped(base: ExampleBase, artifacts: readonly Artifact[]): string[] {
  return ALL_CHECKS.filter((check) =>
    runsOf(check, base, artifacts).some((run) => run.findings.some(({ severity }) => severity !== 'info')),
  ).map(({ id }) => id);
}
