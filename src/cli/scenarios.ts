import { UserError } from '../dossier/user-error.js';
import type { Language } from '../messages/fill.js';
import { loadBase } from '../packs/builtin.js';
import { checksOf } from '../scenarios/coverage.js';
import { nearest } from '../scenarios/nearest.js';
import type { Requirement } from '../scenarios/scenario.js';
import { cliTexts } from './cli-texts.js';
import { describeRequirement } from './describe-requirement.js';
import { listedBase, wantsJson } from './list-options.js';
import type { ListOptions } from './options.js';
import { processTerminal } from './terminal.js';

/** `segur-check scenarios list`. */
export async function list(options: ListOptions, language: Language): Promise<number> {
  const terminal = processTerminal(language, {});
  const base = await listedBase(options);
  const mine = base.requirements.filter(
    ({ applies }) => options.corridor === undefined || applies.corridors.includes(options.corridor),
  );
  if (wantsJson(options)) {
    const requirements = mine.map((each) => ({
      id: each.requirement,
      title: each.title[language],
      chapter: each.chapter,
      wave: each.applies.wave,
      corridors: each.applies.corridors,
      nature: each.nature,
      scenarios: each.scenarios.map((scenario) => scenario.id),
      checks: checksOf(each),
    }));
    await terminal.out(`${JSON.stringify({ schema: 'segur-check/scenarios/1', language, requirements }, null, 2)}\n`);
    return 0;
  }
  const lines = mine.map(
    (each) =>
      `${each.requirement.padEnd(18)} ${`v${each.applies.wave}`} ${(each.applies.corridors.join(',') || '-').padEnd(24)} ${each.title[language]}`,
  );
  await terminal.out(`${lines.join('\n')}\n`);
  return 0;
}

/** `segur-check scenarios show`. */
export async function show(id: string, options: ListOptions, language: Language): Promise<number> {
  const terminal = processTerminal(language, {});
  const requirement = findRequirement(id);
  if (wantsJson(options)) {
    await terminal.out(`${JSON.stringify(requirement, null, 2)}\n`);
    return 0;
  }
  const { cli } = await cliTexts(language);
  await terminal.out(`${describeRequirement(requirement, language, cli.explain.verificationPoints).join('\n')}\n`);
  return 0;
}

/** @throws UserError naming the nearest number. */
export function findRequirement(id: string): Requirement {
  const { requirements } = loadBase();
  const found = requirements.find(
    (each) => each.requirement === id || each.scenarios.some((scenario) => scenario.id === id),
  );
  if (found) return found;
  const hint = nearest(
    id,
    requirements.map((each) => each.requirement),
  ).nearest;
  throw new UserError('unknown-id', { name: id, ...(hint !== undefined && { nearest: hint }) });
}
