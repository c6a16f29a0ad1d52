import { KNOWN_CHECKS } from '../checks/registry.js';
import { readYamlText } from '../dossier/read-yaml-text.js';
import { UserError } from '../dossier/user-error.js';
import { expressionMistakes } from '../engine/lint-expressions.js';
import { fill, type Language } from '../messages/fill.js';
import { readBaseFiles } from '../packs/base-files.js';
import { loadBase } from '../packs/builtin.js';
import { loadSchema } from '../packs/schemas.js';
import { assembleBase } from '../scenarios/assemble-base.js';
import { semanticMistakes } from '../scenarios/lint.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from '../scenarios/parse-yaml.js';
import type { Requirement } from '../scenarios/scenario.js';
import { cliTexts } from './cli-texts.js';
import { processTerminal } from './terminal.js';

/**
 * `segur-check scenarios lint`: the files given, or the base provided.
 * @throws UserError with every mistake.
 */
export async function lint(files: readonly string[], language: Language): Promise<number> {
  const { mistakes, count } = files.length > 0 ? await lintFiles(files) : await lintBase();
  if (mistakes.length > 0) throw new UserError('mistakes', {}, mistakes);
  const { cli } = await cliTexts(language);
  await processTerminal(language, {}).out(`${fill(cli.lintValid, { count })}\n`);
  return 0;
}

async function lintBase(): Promise<{ mistakes: readonly Mistake[]; count: number }> {
  const files = await readBaseFiles();
  const { mistakes } = assembleBase(files, KNOWN_CHECKS, {
    scenario: await loadSchema('scenario'),
    corridor: await loadSchema('corridor'),
    overlay: await loadSchema('overlay'),
  });
  return { mistakes, count: files.length };
}

async function lintFiles(files: readonly string[]): Promise<{ mistakes: readonly Mistake[]; count: number }> {
  const schema = await loadSchema<Requirement>('scenario');
  const base = loadBase();
  const mistakes: Mistake[] = [];
  const parsed: YamlFile<Requirement>[] = [];
  for (const file of files) {
    const text = await readYamlText(file, file);
    if (text === undefined) throw new UserError('no-file', { path: file });
    const result = parseYaml(file, text, schema);
    if (isFailure(result)) mistakes.push(...result.mistakes);
    else parsed.push(result);
  }
  mistakes.push(
    ...semanticMistakes(parsed, { checks: KNOWN_CHECKS, corridors: base.corridors, conditions: base.conditions }),
  );
  if (mistakes.length === 0) mistakes.push(...(await expressionMistakes(parsed)));
  return { mistakes, count: files.length };
}
