import type { Check } from '../checks/define.js';
import { textsOfCode } from '../messages/catalogue.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { cli } from '../messages/fr/cli.js';
import type { SameKeys } from '../messages/same-keys.js';

type Labels = SameKeys<typeof cli>['explain'];

/** What a check verifies, why, on what source, how to mend each finding, with a good and a bad example: lines of Markdown. */
export function explainCheck(
  check: Check,
  catalogue: Catalogue,
  labels: Labels,
  requirements: readonly string[],
  only?: string,
): string[] {
  const texts = catalogue.checks[check.id];
  if (!texts) throw new Error(`no text for ${check.id}`);
  const lines = [
    `## ${check.id}`,
    '',
    `**${texts.title}**`,
    '',
    `- ${labels.what}${labels.colon} ${texts.what}`,
    `- ${labels.why}${labels.colon} ${texts.why}`,
    `- ${labels.on}${labels.colon} ${check.kinds.map((kind) => `\`${kind}\``).join(', ')}`,
    `- ${labels.requirements}${labels.colon} ${requirements.join(', ') || labels.noRequirement}`,
  ];
  for (const [name, rule] of Object.entries(check.rules)) {
    if (only !== undefined && only !== name) continue;
    const words = texts.rules[name];
    if (!words) throw new Error(`no text for ${check.id}/${name}`);
    const samples = rule.samples ? fill(labels.samplesRate, { ...rule.samples }) : labels.samplesNone;
    lines.push(
      '',
      `### ${check.id}/${name}`,
      '',
      `- ${labels.severity}${labels.colon} ${catalogue.report.severities[rule.severity]} · ${labels.mark}${labels.colon} ${labels.marks[rule.mark]} · ${labels.samples}${labels.colon} ${samples}`,
      `- ${labels.clause}${labels.colon} ${rule.clause}`,
      `- ${labels.finding}${labels.colon} ${words.finding}`,
      `- ${labels.expected}${labels.colon} ${words.expected}`,
      `- ${labels.remedy}${labels.colon} ${words.remedy}`,
    );
    const example = check.examples.find((each) => each.rule === name);
    if (example) {
      lines.push(
        '',
        `${labels.good}${labels.colon}`,
        '',
        ...fenced(example.good, labels),
        '',
        `${labels.bad}${labels.colon}`,
        '',
        ...fenced(example.bad, labels),
      );
    }
  }
  return lines;
}

/** The same for a file that could not be read, and for what the rules of a pack find. */
export function explainCode(code: string, catalogue: Catalogue, labels: Labels): string[] {
  const words = textsOfCode(catalogue, code);
  return [
    `## ${code}`,
    '',
    `- ${labels.finding}${labels.colon} ${words.finding}`,
    `- ${labels.expected}${labels.colon} ${words.expected}`,
    `- ${labels.remedy}${labels.colon} ${words.remedy}`,
  ];
}

function fenced(text: string, labels: Labels): string[] {
  return text.trim() === '' ? [`_${labels.absent}_`] : ['```', ...text.replace(/^\n+|\n+$/g, '').split('\n'), '```'];
}
