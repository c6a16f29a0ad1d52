import { describe, expect, it } from 'vitest';
import { recipe } from '../../../fixtures/make/recipe.js';
import type { Check } from '../../../src/checks/define.js';
import { badArtifacts, runsOf } from '../../support/example-runs.js';
import { capture, PSC_CHECKS, PSC_CHECKS, rulesOf, run } from './psc-fixtures.js';

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
  it.each(check.examples)('finds nothing but $rule in its bad example', async (example) => {
    const found = runsOf(check, example.base, await badArtifacts(example)).flatMap(({ findings }) => findings);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set([`${check.id}/${example.rule}`]));
  it.each(check.examples)('points at a line for $rule, and shows no secret', async (example) => {
    for (const { findings } of runsOf(check, example.base, await badArtifacts(example))) {
      for (const { at, args, actual } of findings) {
        expect(at).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
        if (at.artifact === 'psc.har') expect(at.path).toMatch(/^\$\.log\.entries\[\d+\]\./);
        const shown = JSON.stringify([args, actual]);
        expect(shown).not.toMatch(/9c41e7a0|c0de7f3a|6f1d0c8e|eyJ|a17c5e92|secret-fictif|8997001|fixture-verifier/);
      }
    }
  });
});
