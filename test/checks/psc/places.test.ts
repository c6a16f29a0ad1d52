import { describe, expect, it } from 'vitest';
import { recipe } from '../../../fixtures/make/recipe.js';
import type { Check } from '../../../src/checks/define.js';
import { capture, PSC_CHECKS, rulesOf, run } from './psc-fixtures.js';

/** Examples in a capture: others are in files of their own. */
const inCaptures = ({ examples }: Check) => examples.filter(({ base }) => 'har' in recipe(base as 'psc-web').parts);

describe.each(PSC_CHECKS)('$id', (check) => {
  it.each(inCaptures(check))('finds nothing but $rule in its bad example', async ({ base, part, good, bad, rule }) => {
    const outcome = run(check, await capture(base as 'psc-web', [[part, good, bad]]));
    expect(new Set(rulesOf(outcome))).toEqual(new Set([rule]));
  });

  it.each(inCaptures(check))('points at a line for $rule, and shows no secret', async ({ base, part, good, bad }) => {
    const har = await capture(base as 'psc-web', [[part, good, bad]]);
    for (const finding of run(check, har).findings) {
      expect(finding.at).toMatchObject({ artifact: 'psc.har', line: expect.any(Number), column: expect.any(Number) });
      expect(finding.at.path).toMatch(/^\$\.log\.entries\[\d+\]\./);
      const shown = JSON.stringify([finding.args, finding.actual]);
      expect(shown).not.toMatch(/9c41e7a0|c0de7f3a|6f1d0c8e|eyJ|a17c5e92|secret-fictif|8997001|fixture-verifier/);
    }
  });
});
