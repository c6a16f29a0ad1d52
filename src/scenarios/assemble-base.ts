import type { ValidateFunction } from 'ajv';
import type { Check } from '../checks/define.js';
import { semanticMistakes } from './lint.js';
import { overlayMistakes } from './lint-overlays.js';
import { dateOf, type Overlay } from './overlay.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from './parse-yaml.js';
import { type Base, type Condition, type Corridor, type Requirement, workbookOrder } from './scenario.js';

/** State of the working files that the base was written from: before publication of the REM. */
const BASE_SOURCE = 'ANS, fichiers de travail des REM vague 2 (segur-squash-plugins)';
const BASE_DATE = '2023-02-21';

export interface BaseSchemas {
  readonly scenario: ValidateFunction<Requirement>;
  readonly corridor: ValidateFunction<Corridor>;
  readonly overlay: ValidateFunction<Overlay>;
}

interface Assembled {
  readonly base: Base;
  readonly mistakes: readonly Mistake[];
}

/** Parses, validates and sorts the files of a base. With mistakes the base is what could be understood. */
export function assembleBase(
  files: readonly { readonly file: string; readonly text: string }[],
  checks: readonly Check[],
  schemas: BaseSchemas,
): Assembled {
  const mistakes: Mistake[] = [];
  const requirements: YamlFile<Requirement>[] = [];
  const corridors: Corridor[] = [];
  const conditions: Condition[] = [];
  const overlays: YamlFile<Overlay>[] = [];
  for (const { file, text } of files) {
    if (file === 'conditions.yaml') {
      const parsed = parseYaml(file, text, isConditions);
      if (isFailure(parsed)) mistakes.push(...parsed.mistakes);
      else conditions.push(...parsed.value);
      continue;
    }
    if (file.startsWith('corridors/')) {
      const parsed = parseYaml(file, text, schemas.corridor);
      if (isFailure(parsed)) mistakes.push(...parsed.mistakes);
      else corridors.push(parsed.value);
      continue;
    }
    if (file.startsWith('overlays/')) {
      const parsed = parseYaml(file, text, schemas.overlay);
      if (isFailure(parsed)) mistakes.push(...parsed.mistakes);
      else overlays.push(parsed);
      continue;
    }
    const parsed = parseYaml(file, text, schemas.scenario);
    if (isFailure(parsed)) mistakes.push(...parsed.mistakes);
    else requirements.push(parsed);
  }
  mistakes.push(...semanticMistakes(requirements, { checks, corridors, conditions }));
  const values = requirements.map((each) => each.value);
  mistakes.push(...overlayMistakes(overlays, values, corridors));
  const corrections = overlays.map((each) => each.value);
  const sorted = values
    .map((each) => withCorrection(each, corrections))
    .sort((a, b) => (workbookOrder(a.requirement) < workbookOrder(b.requirement) ? -1 : 1));
  const base = { source: BASE_SOURCE, date: BASE_DATE, requirements: sorted, corridors, conditions };
  return { base: { ...base, overlays: corrections }, mistakes };
}

/** A correction of a rule is what our scenarios of that number are written from: it is named without a workbook too. */
function withCorrection(requirement: Requirement, overlays: readonly Overlay[]): Requirement {
  const rule = overlays.find((each) => each.changes === 'rule' && each.requirements.includes(requirement.requirement));
  if (!rule) return requirement;
  return { ...requirement, correction: { source: rule.source, date: dateOf(rule), changes: rule.says } };
}

/** `conditions.yaml` is a list of two fields: its shape is checked here rather than by a schema of its own. */
const isConditions = Object.assign(
  (value: unknown): value is Condition[] =>
    Array.isArray(value) &&
    value.every(
      (each) =>
        typeof each?.condition === 'string' &&
        typeof each?.question?.fr === 'string' &&
        typeof each?.question?.en === 'string',
    ),
  { errors: null },
) as unknown as ValidateFunction<Condition[]>;
