import { describe, expect, it } from 'vitest';
import { capture, PSC_CHECKS, rulesOf, run } from './psc-fixtures.js';

describe.each(PSC_CHECKS)('$id', (check) => {
  it.each(check.examples)('finds nothing but $rule in its bad example', async ({ base, part, good, bad, rule }) => {
    const outcome = run(check, await capture(base as 'psc-web', [[part, good, bad]]));
    expect(new Set(rulesOf(outcome))).toEqual(new Set([rule]));
  });

  it.each(check.examples)('points at a line for $rule, and shows no secret', async ({ base, part, good, bad }) => {
    const har = await capture(base as 'psc-web', [[part, good, bad]]);
    for (const finding of run(check, har).findings) {
      expect(finding.at).toMatchObject({ artifact: 'psc.har', line: expect.any(Number), column: expect.any(Number) });
      expect(finding.at.path).toMatch(/^\$\.log\.entries\[\d+\]\./);
      const shown = JSON.stringify([finding.args, finding.actual]);
      expect(shown).not.toMatch(/9c41e7a0|c0de7f3a|6f1d0c8e|eyJ|a17c5e92|secret-fictif|8997001|fixture-verifier/);
    }
  });
});
