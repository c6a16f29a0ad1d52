import type { Check } from '../checks/define.js';
import { checkById, KNOWN_CHECKS } from '../checks/registry.js';
import { UserError } from '../dossier/user-error.js';
import { loadCatalogue } from '../messages/catalogue.js';
import type { Language } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import { explainCheck, explainCode } from '../report/explain-check.js';
import { requirementsByCheck } from '../scenarios/coverage.js';
import { nearest } from '../scenarios/nearest.js';
import { cliTexts } from './cli-texts.js';
import { describeRequirement } from './describe-requirement.js';
import { listedBase } from './list-options.js';
import type { ListOptions } from './options.js';
import { processTerminal } from './terminal.js';

export type ExplainOptions = Pick<ListOptions, 'rem' | 'corridor'>;

/** `segur-check explain ID`: a check, a finding code or a requirement, as the workbook of `--rem` words it. */
export async function explain(id: string, options: ExplainOptions, language: Language): Promise<number> {
  const terminal = processTerminal(language, {});
  const catalogue = await loadCatalogue(language);
  const { cli } = await cliTexts(language);
  const base = await listedBase({ ...options, report: [] });
  const found = findCheck(id);
  if (found) {
    const requirements = requirementsByCheck(base).get(found.check.id) ?? [];
    await terminal.out(`${explainCheck(found.check, catalogue, cli.explain, requirements, found.rule).join('\n')}\n`);
    return 0;
  }
  if (id in catalogue.read || id in catalogue.official) {
    await terminal.out(`${explainCode(id, catalogue, cli.explain).join('\n')}\n`);
    return 0;
  }
  const requirement = base.requirements.find(
    (each) => each.requirement === id || each.scenarios.some((scenario) => scenario.id === id),
  );
  if (requirement) {
    const lines = describeRequirement(requirement, language, cli.explain.verificationPoints);
    // What a workbook writes may hold anything.
    await terminal.out(
      `${lines
        .flatMap((each) => each.split('\n'))
        .map(showHidden)
        .join('\n')}\n`,
    );
    return 0;
  }
  // Such as `TestContenuCDA-3-0/IHE/…`: the texts of a pack's rules are in the pack.
  if (/^TestContenuCDA[\w.-]*(?:\/|$)/.test(id)) throw new UserError('pack-rule', { name: id });
  const names = [...KNOWN_CHECKS.map((each) => each.id), ...base.requirements.map((each) => each.requirement)];
  throw new UserError('unknown-id', { name: id, ...nearest(id, names) });
}

/** The check that an id or a finding code names. */
function findCheck(id: string): { check: Check; rule: string | undefined } | undefined {
  const whole = checkById(id);
  if (whole) return { check: whole, rule: undefined };
  const cut = id.lastIndexOf('/');
  const check = checkById(id.slice(0, cut));
  const rule = id.slice(cut + 1);
  return check && rule in check.rules ? { check, rule } : undefined;
}
