import type { Base, Bilingual, Requirement, Scenario } from '../scenarios/scenario.js';

/** What the vendor applies for and answered. */
export interface Application {
  readonly wave: 1 | 2;
  readonly corridor: string;
  /** With `Général`, which every product has. */
  readonly profiles: readonly string[];
  readonly conditions: Readonly<Record<string, boolean>>;
}

/** A reason that a verdict has beside findings; texts are in the catalogue under `reason/…`. */
export interface Reason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string | number>>;
  /** Text that is part of the base rather than of the catalogue. */
  readonly text?: Bilingual;
}

export type ReasonCode =
  | 'reason/profile'
  | 'reason/condition-false'
  | 'reason/condition-unanswered'
  | 'reason/no-scenario'
  | 'reason/other-mode'
  | 'reason/informative'
  | 'reason/too-few-artifacts'
  | 'reason/undeclared-artifacts'
  | 'reason/no-artifact-optional'
  | 'reason/unreadable-content'
  | 'reason/nothing-looked-at'
  | 'reason/no-check-applies'
  | 'reason/check-failed'
  | 'reason/dossier-check-failed'
  | 'reason/dossier-not-tested'
  | 'reason/human-step'
  | 'reason/evidence-missing'
  | 'reason/evidence-file-missing'
  | 'reason/evidence-unreadable'
  | 'reason/evidence-wrong-form'
  | 'reason/evidence-wrong-host'
  | 'reason/evidence-earlier-host'
  | 'reason/kind-without-check'
  | 'reason/kind-not-selected'
  | 'reason/need'
  | 'reason/redacted'
  | 'reason/evidence-redacted'
  | 'reason/rule-without-document'
  | 'reason/rules-without-document'
  | 'reason/rule-error'
  | 'reason/rules-error'
  | 'reason/rule-not-run'
  | 'reason/rules-not-run'
  | 'reason/schema-undetermined'
  | 'reason/include-missing'
  | 'reason/unresolved-phase'
  | 'reason/unresolved-pattern'
  | 'reason/unresolved-rule'
  | 'reason/unresolved-abstract'
  | 'reason/schema-without-rules'
  | 'reason/includes-missing'
  | 'reason/more-undetermined';

export interface PlannedScenario {
  readonly scenario: Scenario;
  readonly excluded: Reason | undefined;
}

export interface PlannedRequirement {
  readonly requirement: Requirement;
  /** An exigence; a préconisation never fails a run. */
  readonly mandatory: boolean;
  /** Why it does not apply to this product. */
  readonly excluded: Reason | undefined;
  /** The question that the manifest leaves open. */
  readonly unanswered: Reason | undefined;
  readonly scenarios: readonly PlannedScenario[];
}

export interface Plan {
  readonly requirements: readonly PlannedRequirement[];
  /** Requirements of the base that this corridor or wave does not have. */
  readonly otherCorridors: number;
}

/** What runs for this product, whatever its artifacts. Pure: the same values give the same plan. */
export function makePlan(base: Base, application: Application): Plan {
  const mine = base.requirements.filter(
    ({ applies }) => applies.corridors.includes(application.corridor) && applies.wave <= application.wave,
  );
  return {
    otherCorridors: base.requirements.length - mine.length,
    requirements: mine.map((requirement) => planRequirement(requirement, base, application)),
  };
}

function planRequirement(requirement: Requirement, base: Base, application: Application): PlannedRequirement {
  const profiles = profilesOf(requirement, application.corridor);
  const question = conditionReason(requirement.condition, base, application);
  const outside = profiles.some((profile) => application.profiles.includes(profile))
    ? undefined
    : ({ code: 'reason/profile', args: { profile: profiles.join(', ') } } as const);
  return {
    requirement,
    mandatory: requirement.nature === 'exigence',
    excluded: outside ?? (question?.code === 'reason/condition-false' ? question : undefined),
    unanswered: question?.code === 'reason/condition-unanswered' ? question : undefined,
    scenarios: requirement.scenarios
      .filter((scenario) => scenario.corridors?.includes(application.corridor) ?? true)
      .map((scenario) => ({ scenario, excluded: conditionReason(scenario.condition, base, application) })),
  };
}

/** Profiles under which a corridor has a requirement: `Général` unless the base says otherwise. */
export function profilesOf(requirement: Requirement, corridor: string): readonly string[] {
  return requirement.applies.profiles?.[corridor] ?? ['Général'];
}

function conditionReason(condition: string | undefined, base: Base, application: Application): Reason | undefined {
  if (condition === undefined) return undefined;
  const answer = application.conditions[condition];
  if (answer === true) return undefined;
  const question = base.conditions.find((each) => each.condition === condition)?.question;
  const code = answer === false ? 'reason/condition-false' : 'reason/condition-unanswered';
  return { code, args: { condition }, ...(question && { text: question }) };
}
