import { type Base, type EvidenceKind, isExpression, type Requirement } from './scenario.js';

/** How a requirement of the base is verified. */
export interface Coverage {
  readonly requirement: Requirement;
  readonly way: 'checked' | 'followed' | 'declared';
  /** Checks that its scenarios use, sorted. */
  readonly checks: readonly string[];
  readonly proofs: readonly EvidenceKind[];
}

/** Tells apart what checks judge, what proofs follow and what is only declared. */
export function coverageOf(base: Base, corridor?: string): Coverage[] {
  const mine = base.requirements.filter((each) => corridor === undefined || each.applies.corridors.includes(corridor));
  return mine.map((requirement) => {
    const checks = checksOf(requirement);
    const proofs = requirement.scenarios.flatMap((scenario) => (scenario.evidence ?? []).map((each) => each.kind));
    const way = isJudged(requirement) ? 'checked' : proofs.length > 0 ? 'followed' : 'declared';
    return { requirement, way, checks, proofs: [...new Set(proofs)].sort() };
  });
}

/** True when checks conclude: those on artifacts that proofs may come with, where they do, only help who looks at the proofs. */
function isJudged({ verifiable, scenarios }: Requirement): boolean {
  return scenarios.some(({ artifacts = {}, steps = [] }) =>
    steps.some(({ checks = [] }) =>
      checks.some(({ on }) => verifiable === 'artifact' || artifacts[on.split('.')[0] ?? '']?.min !== 0),
    ),
  );
}

/** Checks that a requirement uses, sorted; an expression counts under its language. */
export function checksOf(requirement: Requirement): string[] {
  const uses = requirement.scenarios.flatMap((scenario) => (scenario.steps ?? []).flatMap((step) => step.checks ?? []));
  return [...new Set(uses.map((use) => (isExpression(use) ? use.language : use.use)))].sort();
}

/** Requirements that use each check. */
export function requirementsByCheck(base: Base): Map<string, string[]> {
  const byCheck = new Map<string, string[]>();
  for (const requirement of base.requirements) {
    for (const check of checksOf(requirement))
      byCheck.set(check, [...(byCheck.get(check) ?? []), requirement.requirement]);
  }
  return byCheck;
}
