import { describe, expect, it } from 'vitest';
import { capture, PSC_CHECKS, rulesOf, run } from './psc-fixtures.js';

const WEB = ['acr-values', 'authorization-request', 'callback', 'id-token', 'login-again', 'logout', 'token-request'];
const CIBA = ['acr-values', 'ciba-request', 'id-token', 'logout'];

describe.each([
  ['psc-web', WEB],
  ['psc-ciba', CIBA],
] as const)('the conforming capture %s', async (base, names) => {
  const har = await capture(base);

  it.each(names)('passes psc/%s', (name) => {
    const check = PSC_CHECKS.find(({ id }) => id === `psc/${name}`);
    const outcome = check && run(check, har);
    expect(outcome?.findings).toEqual([]);
    expect(outcome?.evaluated).toBeGreaterThan(0);
    expect(outcome?.needs ?? []).toEqual([]);
  });

  it('gives the other checks nothing to find', () => {
    for (const check of PSC_CHECKS) expect(run(check, har).findings).toEqual([]);
  });
});

describe.each(PSC_CHECKS)('$id', (check) => {
  it('has an example for each rule', () => {
    expect(new Set(check.examples.map(({ rule }) => rule))).toEqual(new Set(Object.keys(check.rules)));
  });

  it.each(check.examples)('finds $rule in its bad example, and nobody else does', async (example) => {
    if (example.base !== 'psc-web' && example.base !== 'psc-ciba') throw new Error(example.base);
    const har = await capture(example.base, [[example.part, example.good, example.bad]]);
    const outcome = run(check, har);
    expect(new Set(rulesOf(outcome))).toEqual(new Set([example.rule]));
    const tripped = PSC_CHECKS.filter((other) => other !== check && run(other, har).findings.length > 0);
    expect(tripped.map(({ id }) => id)).toEqual(example.trips ?? []);
  });

  it.each(check.examples)('points at a line for $rule, and shows no secret', async (example) => {
    const har = await capture(example.base as 'psc-web', [[example.part, example.good, example.bad]]);
    for (const finding of run(check, har).findings) {
      expect(finding.at).toMatchObject({ artifact: 'psc.har', line: expect.any(Number), column: expect.any(Number) });
      expect(finding.at.path).toMatch(/^\$\.log\.entries\[\d+\]\./);
      const shown = JSON.stringify([finding.args, finding.actual]);
      expect(shown).not.toMatch(/9c41e7a0|c0de7f3a|6f1d0c8e|eyJ|a17c5e92|secret-fictif|8997001|fixture-verifier/);
    }
  });

  it('gives an error only on a primary source', () => {
    for (const rule of Object.values(check.rules)) {
      if (rule.severity === 'error') expect(rule.mark).toBe('primary');
    }
  });
});
