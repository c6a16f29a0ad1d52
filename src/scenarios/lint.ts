import type { Kind } from '../artifacts/artifact.js';
import type { Check } from '../checks/define.js';
import { nearest } from './nearest.js';
import type { Mistake, YamlFile } from './parse-yaml.js';
import {
  type CheckUse,
  type Condition,
  type Corridor,
  type ExpressionUse,
  isExpression,
  type Requirement,
  type Scenario,
  sourcesOf,
} from './scenario.js';

export interface Known {
  readonly checks: readonly Check[];
  readonly corridors: readonly Corridor[];
  readonly conditions: readonly Condition[];
}

type Path = (string | number)[];

/** Mistakes that a schema can't see: names that nothing defines, checks on the wrong kind, numbers used twice. */
export function semanticMistakes(files: readonly YamlFile<Requirement>[], known: Known): Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const { value } = file;
    const report = (path: Path, code: Mistake['code'], args: Mistake['args']): void => {
      mistakes.push(file.mistake(path, code, args));
    };
    if (seen.has(value.requirement)) report(['requirement'], 'mistake/duplicate', { name: value.requirement });
    seen.add(value.requirement);
    const name = (path: Path, what: string, given: string, valid: readonly string[]): void => {
      if (!valid.includes(given))
        report(path, 'mistake/unknown-name', {
          what,
          name: given,
          ...nearest(given, valid),
          expected: valid.slice(0, 20).join(', '),
        });
    };
    lintApplies(value, known, name);
    for (const [index, scenario] of value.scenarios.entries())
      lintScenario(scenario, ['scenarios', index], known, name, report);
  }
  return mistakes;
}

type Name = (path: Path, what: string, given: string, valid: readonly string[]) => void;
type Report = (path: Path, code: Mistake['code'], args: Mistake['args']) => void;

function lintApplies(value: Requirement, known: Known, name: Name): void {
  const corridors = known.corridors.map((each) => each.corridor);
  const questions = known.conditions.map((each) => each.condition);
  for (const [index, corridor] of value.applies.corridors.entries())
    name(['applies', 'corridors', index], 'corridor', corridor, corridors);
  for (const [corridor, profiles] of Object.entries(value.applies.profiles ?? {})) {
    const valid = known.corridors.find((each) => each.corridor === corridor)?.profiles ?? [];
    for (const [index, profile] of profiles.entries())
      name(['applies', 'profiles', corridor, index], 'profile', profile, valid);
  }
  if (value.condition) name(['condition'], 'condition', value.condition, questions);
  for (const [index, scenario] of value.scenarios.entries()) {
    if (scenario.condition) name(['scenarios', index, 'condition'], 'condition', scenario.condition, questions);
  }
}

function lintScenario(scenario: Scenario, path: Path, known: Known, name: Name, report: Report): void {
  const selections = Object.keys(scenario.artifacts ?? {});
  for (const [step, { checks }] of (scenario.steps ?? []).entries()) {
    for (const [index, check] of (checks ?? []).entries()) {
      const at = [...path, 'steps', step, 'checks', index];
      name([...at, 'on'], 'selection', check.on.split('.')[0] ?? '', selections);
      lintCheck(check, at, scenario, known, name, report);
    }
  }
  for (const [index, evidence] of (scenario.evidence ?? []).entries()) {
    for (const [rank, from] of sourcesOf(evidence).entries()) {
      const at = [...path, 'evidence', index, 'from'];
      name(typeof evidence.from === 'string' ? at : [...at, rank], 'selection', from, selections);
    }
  }
}

function lintCheck(
  check: CheckUse | ExpressionUse,
  path: Path,
  scenario: Scenario,
  known: Known,
  name: Name,
  report: Report,
): void {
  if (isExpression(check)) {
    if ('use' in check) report(path, 'mistake/invalid', { reason: 'use and test exclude each other' });
    if (check.test === undefined) report(path, 'mistake/missing-key', { name: 'test' });
    if (check.language !== 'json-schema' && typeof check.test !== 'string')
      report([...path, 'test'], 'mistake/type', { expected: 'string' });
    if (check.language === 'json-schema' && typeof check.test !== 'object')
      report([...path, 'test'], 'mistake/type', { expected: 'object (a JSON Schema)' });
    return;
  }
  if (check.use === undefined) {
    report(path, 'mistake/missing-key', { name: 'use' });
    return;
  }
  name(
    [...path, 'use'],
    'check',
    check.use,
    known.checks.map((each) => each.id),
  );
  const definition = known.checks.find((each) => each.id === check.use);
  const kinds = kindsOf(check.on, scenario);
  if (definition && kinds && !kinds.some((kind) => definition.kinds.includes(kind))) {
    report([...path, 'on'], 'mistake/invalid', {
      reason: `${check.use} judges ${definition.kinds.join(', ')}, ${check.on} selects ${kinds.join(', ')}`,
    });
  }
}

/** Kinds that a selection can yield; undefined when it may be any. */
function kindsOf(on: string, scenario: Scenario): readonly Kind[] | undefined {
  const [selection = '', documents, kind] = on.split('.');
  if (documents !== undefined) return kind === undefined ? undefined : [kind as Kind];
  const given = scenario.artifacts?.[selection]?.kind;
  return given === undefined ? undefined : typeof given === 'string' ? [given] : given;
}
