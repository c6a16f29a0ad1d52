import { fill, type Language } from '../messages/fill.js';
import type { cli } from '../messages/fr/cli.js';
import type { SameKeys } from '../messages/same-keys.js';
import { type Coverage, coverageOf } from '../scenarios/coverage.js';
import { cliTexts } from './cli-texts.js';
import { listedBase, wantsJson } from './list-options.js';
import type { ListOptions } from './options.js';
import { processTerminal } from './terminal.js';

/** `segur-check coverage`. */
export async function coverage(options: ListOptions, language: Language): Promise<number> {
  const terminal = processTerminal(language, {});
  const { cli } = await cliTexts(language);
  const base = await listedBase(options);
  const entries = coverageOf(base, options.corridor);
  const count = (way: Coverage['way']): number => entries.filter((each) => each.way === way).length;
  const totals = {
    checked: count('checked'),
    followed: count('followed'),
    declared: count('declared'),
    total: entries.length,
  };
  if (wantsJson(options)) {
    const requirements = entries.map((each) => ({
      id: each.requirement.requirement,
      way: each.way,
      checks: each.checks,
      proofs: each.proofs,
      reason: reasonOf(each, cli.coverage),
    }));
    await terminal.out(
      `${JSON.stringify({ schema: 'segur-check/coverage/1', language, totals, requirements }, null, 2)}\n`,
    );
    return 0;
  }
  const lines = entries.map(
    (each) =>
      `${each.requirement.requirement.padEnd(18)} ${cli.coverage[each.way].padEnd(20)} ${reasonOf(each, cli.coverage)}`,
  );
  await terminal.out(`${lines.join('\n')}\n\n${fill(cli.coverage.total, totals)}\n`);
  return 0;
}

function reasonOf({ requirement, way, checks, proofs }: Coverage, texts: SameKeys<typeof cli>['coverage']): string {
  if (way === 'checked') return fill(texts.byChecks, { checks: checks.join(', ') });
  const kinds = proofs.length > 0 ? proofs.join(', ') : texts.noScenario;
  if (requirement.verifiable === 'artifact') return fill(texts.couldBeChecked, { kinds });
  if (way === 'declared') return requirement.verifiable === 'declaration' ? texts.declaration : texts.noScenario;
  return fill(checks.length === 0 ? texts.byProofs : texts.byProofsAndExports, { kinds, checks: checks.join(', ') });
}
