import type { Language } from '../messages/fill.js';
import { isExpression, type Requirement } from '../scenarios/scenario.js';

/** A requirement with its scenarios, for reading; a workbook's texts may have several lines. @param points label of the verification points */
export function describeRequirement(requirement: Requirement, language: Language, points: string): string[] {
  const lines = [
    `${requirement.requirement}  ${requirement.title[language]}`,
    `  ${requirement.chapter} · ${requirement.nature} · v${requirement.applies.wave} · ${requirement.applies.corridors.join(', ') || '-'}`,
  ];
  if (requirement.source.clause) lines.push(`  ${requirement.source.clause}`);
  if (requirement.review) lines.push(`  ${requirement.review[language]}`);
  for (const scenario of requirement.scenarios) {
    lines.push('', `  ${scenario.id}  ${scenario.title[language]}`);
    if (scenario.official?.verificationPoints)
      lines.push(`    ${points}`, ...scenario.official.verificationPoints.split('\n').map((line) => `      ${line}`));
    for (const [index, step] of (scenario.steps ?? []).entries()) {
      lines.push(`    ${index + 1}. ${step.title[language]}`);
      for (const check of step.checks ?? [])
        lines.push(
          `       ${isExpression(check) ? `${check.language}: ${JSON.stringify(check.test)}` : check.use} (${check.on})`,
        );
    }
    for (const evidence of scenario.evidence ?? [])
      lines.push(`    ${evidence.id} [${evidence.kind}] ${evidence.review[language]}`);
  }
  return lines;
}
