import { describe, expect, it } from 'vitest';
import { badArtifacts, runsOf } from '../../support/example-runs.js';
import { PSC_CHECKS } from './psc-fixtures.js';

describe.each(PSC_CHECKS)('$id', (check) => {
  it.each(check.examples)('finds nothing but $rule in its bad example', async (example) => {
    const found = runsOf(check, example.base, await badArtifacts(example)).flatMap(({ findings }) => findings);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set([`${check.id}/${example.rule}`]));
  });

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
