import { createHash } from 'node:crypto';
import { assemble, edit, type Recipe } from '../../fixtures/make/recipe.js';
import type { AssembledFile } from '../../fixtures/make/recipe-document.js';
import type { Artifact } from '../../src/artifacts/artifact.js';
import type { Check, Example } from '../../src/checks/define.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
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
  return alteredArtifacts(base, [{ part, good, bad }]);
}

/** One string of a part of a recipe, or of a file that it makes (`letter.eml`), and what stands in its place. */
export type Change = Pick<Example, 'part' | 'good' | 'bad'>;

/** The artifacts of a base, edited in several places: parts first, files then. */
export function alteredArtifacts(base: ExampleBase, changes: readonly Change[]): Promise<Artifact[]> {
  const { recipe } = recipeOf(base);
  const [inParts, inFiles] = [true, false].map((isPart) =>
    changes.filter(({ part }) => (recipe.parts[part] !== undefined) === isPart),
  );
  return editedArtifacts(
    base,
    (made) => (inParts ?? []).reduce((edited, { part, good, bad }) => edit(edited, part, good, bad), made),
    inFiles,
  );
}

const declarations = new Map<ExampleBase, ExampleRecipe>();

function recipeOf(base: ExampleBase): ExampleRecipe {
  const made = declarations.get(base) ?? exampleRecipe(base);
  declarations.set(base, made);
  return made;
}

/** The files of a base, read: an edit leaves most of them as they were. */
const readFiles = new Map<string, Promise<Artifact[]>>();

async function editedArtifacts(
  base: ExampleBase,
  change: (recipe: Recipe) => Recipe,
  inFiles: readonly Change[] = [],
): Promise<Artifact[]> {
  const { recipe, declared, own } = recipeOf(base);
  const changed = change(recipe);
  const files = assemble(changed);
  const read = inFiles.reduce(editedFile, files).map((file) => {
    const key = `${base} ${file.path} ${createHash('sha256').update(file.bytes).digest('hex')}`;
    const known = readFiles.get(key) ?? artifactsOfFile(file, { ...declared, ...own[file.path] });
    if (changed === recipe && inFiles.length === 0) readFiles.set(key, known);
    return known;
  });
  return (await Promise.all(read)).flat();
}

/** The files of a base, one of them edited as it travels: bytes of which a character each. */
function editedFile(files: AssembledFile[], { part, good, bad }: Change): AssembledFile[] {
  const file = files.find(({ path }) => path === part);
  if (!file) throw new RangeError(`No part and no file ${part}: ${files.map(({ path }) => path).join(', ')}`);
  const text = Buffer.from(file.bytes).toString('latin1');
  const count = text.split(good).length - 1;
  if (count !== 1) throw new RangeError(`File ${part}: ${JSON.stringify(good)} occurs ${count} times, not once`);
  const bytes = Buffer.from(text.split(good).join(bad), 'latin1');
  return files.map((each) => (each === file ? { path: part, bytes } : each));
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
