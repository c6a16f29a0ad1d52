import { createHash } from 'node:crypto';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { KNOWN_CHECKS } from '../checks/registry.js';
import { expressionMistakes } from '../engine/lint-expressions.js';
import type { Pack } from '../packs/builtin.js';
import { loadSchema } from '../packs/schemas.js';
import { semanticMistakes } from '../scenarios/lint.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from '../scenarios/parse-yaml.js';
import { type Base, type Requirement, workbookOrder } from '../scenarios/scenario.js';
import { discover } from './discover.js';
import type { Manifest } from './manifest.js';
import { matchesSome } from './matches-some.js';
import { readYamlText } from './read-yaml-text.js';
import { UserError } from './user-error.js';

/** The base with the dossier's own scenarios added. */
export interface HouseRules {
  readonly base: Base;
  /** Numbers of its requirements, whose words are the vendor's. */
  readonly requirements: ReadonlySet<string>;
  /** Paths of the scenario files: they are not artifacts. */
  readonly files: readonly string[];
  /** One pack, or none without house rules. */
  readonly packs: readonly Pack[];
  /** Id of the pack that a check is from. */
  readonly packOf: (check: string) => string;
}

/**
 * Reads the scenario files that the manifest names and adds them to the base.
 * @throws UserError with every mistake in them, or when a requirement number is already taken.
 */
export async function readHouseRules(folder: string, manifest: Manifest, base: Base): Promise<HouseRules> {
  const patterns = manifest.scenarios ?? [];
  if (patterns.length === 0) return { base, requirements: new Set(), files: [], packs: [], packOf: () => 'builtin' };
  const matches = picomatch([...patterns]);
  const files = (await discover(folder)).filter((path) => matches(path));
  const schema = await loadSchema<Requirement>('scenario');
  const hash = createHash('sha256');
  const parsed: YamlFile<Requirement>[] = [];
  const mistakes: Mistake[] = patterns
    .filter((pattern) => !matchesSome(files, pattern))
    .map((pattern) => ({
      file: 'segur.yaml',
      line: 1,
      column: 1,
      code: 'mistake/unknown-name',
      args: { what: 'file', name: pattern, expected: '*.yaml' },
    }));
  for (const path of files) {
    const text = await readYamlText(join(folder, path), path);
    if (text === undefined) throw new UserError('no-file', { path });
    hash.update(`${path}\n${text}\n`);
    const result = parseYaml(path, text, schema);
    if (isFailure(result)) mistakes.push(...result.mistakes);
    else parsed.push(result);
  }
  const taken = new Set(base.requirements.map((each) => each.requirement));
  for (const file of parsed) {
    const name = file.value.requirement;
    if (taken.has(name)) mistakes.push(file.mistake(['requirement'], 'mistake/duplicate', { name }));
  }
  mistakes.push(
    ...semanticMistakes(parsed, { checks: KNOWN_CHECKS, corridors: base.corridors, conditions: base.conditions }),
  );
  if (mistakes.length === 0) mistakes.push(...(await expressionMistakes(parsed)));
  if (mistakes.length > 0) throw new UserError('mistakes', {}, mistakes);
  const own = parsed.map((each) => each.value);
  const scenarios = new Set(own.flatMap((each) => each.scenarios.map((scenario) => scenario.id)));
  return {
    base: {
      ...base,
      requirements: [...base.requirements, ...own].sort((a, b) =>
        workbookOrder(a.requirement) < workbookOrder(b.requirement) ? -1 : 1,
      ),
    },
    requirements: new Set(own.map((each) => each.requirement)),
    files,
    packs: [{ id: 'house', version: '', sha256: hash.digest('hex') }],
    packOf: (check) => {
      const scenario = /^expression\/(.*)\/\d+\.\d+$/.exec(check)?.[1];
      return scenario !== undefined && scenarios.has(scenario) ? 'house' : 'builtin';
    },
  };
}
