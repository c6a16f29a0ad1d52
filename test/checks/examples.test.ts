import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_CHECKS, checkById } from '../../src/checks/registry.js';
import { loadCatalogue, textsOfCode } from '../../src/messages/catalogue.js';
import { fill } from '../../src/messages/fill.js';
import { badArtifacts, goodArtifacts, runsOf, tripped } from '../support/example-runs.js';

const CATALOGUES = await Promise.all([loadCatalogue('fr'), loadCatalogue('en')]);

it('knows each check once, by its id', () => {
  expect(new Set(ALL_CHECKS.map(({ id }) => id)).size).toBe(ALL_CHECKS.length);
  for (const check of ALL_CHECKS) expect(checkById(check.id)).toBe(check);
  expect(checkById('mss/none')).toBeUndefined();
});

const bases = [...new Set(ALL_CHECKS.flatMap(({ examples }) => examples.map(({ base }) => base)))];

describe.each(bases)('the conforming base %s', (base) => {
  it('trips no check', async () => {
    expect(tripped(base, await goodArtifacts(base))).toEqual([]);
  });

  it('makes no check fail', async () => {
    const artifacts = await goodArtifacts(base);
    const failures = ALL_CHECKS.flatMap((check) => runsOf(check, base, artifacts)).filter(({ failure }) => failure);
    expect(failures).toEqual([]);
  });
});

describe.each(ALL_CHECKS)('$id', (check) => {
  it('is named after its file', () => {
    expect(check.id).toMatch(/^(cda|ins|dmp|mss|psc|fhir)\/[a-z0-9-]+$/);
    expect(existsSync(new URL(`../../src/checks/${check.id}.ts`, import.meta.url))).toBe(true);
  });

  it('has an example of each rule and of no other', () => {
    expect(new Set(check.examples.map(({ rule }) => rule))).toEqual(new Set(Object.keys(check.rules)));
  });

  it('gives an error on a primary source only', () => {
    const weak = Object.entries(check.rules).filter(
      ([, { severity, mark }]) => severity === 'error' && mark !== 'primary',
    );
    expect(weak).toEqual([]);
  });

  it('names the clause of each rule', () => {
    for (const { clause } of Object.values(check.rules)) expect(clause.trim()).not.toBe('');
  });

  it('names only known checks beside itself', () => {
    for (const { trips = [] } of check.examples) {
      for (const id of trips) expect(checkById(id), id).toBeDefined();
      expect(trips).not.toContain(check.id);
      expect(new Set(trips).size).toBe(trips.length);
    }
  });

  it.each(CATALOGUES)('has texts for itself and for each rule, and for no other ($language)', ({ checks }) => {
    const texts = checks[check.id];
    expect(Object.keys(texts?.rules ?? {}).sort()).toEqual(Object.keys(check.rules).sort());
    for (const text of [texts?.title, texts?.what, texts?.why]) expect(text).toMatch(/\S/);
    for (const { finding, expected, remedy } of Object.values(texts?.rules ?? {}))
      for (const text of [finding, expected, remedy]) expect(text).toMatch(/\S/);
  });

  it.each([...new Set(check.examples.map(({ base }) => base))])('finds nothing in %s, but looks', async (base) => {
    const runs = runsOf(check, base, await goodArtifacts(base));
    // Some examples plant what makes a check be about an artifact: before, it says that it is not.
    if (!runs.every(({ verdict }) => verdict === 'not-applicable'))
      expect(runs.reduce((sum, run) => sum + run.evaluated, 0)).toBeGreaterThan(0);
    expect(runs.flatMap((run) => run.findings)).toEqual([]);
    expect(runs.flatMap((run) => run.needs)).toEqual([]);
  });

  it('is about the good version of an example at least', async () => {
    const runs = await Promise.all(
      check.examples.map(async ({ base }) => runsOf(check, base, await goodArtifacts(base))),
    );
    expect(runs.flat().map(({ verdict }) => verdict)).toContain('conforming');
  });

  it.each(check.examples)(
    'finds $rule in its bad example, and trips exactly the checks that it says',
    async (example) => {
      const artifacts = await badArtifacts(example);
      const runs = runsOf(check, example.base, artifacts);
      expect(runs.map(({ failure }) => failure).filter(Boolean)).toEqual([]);
      const found = runs.flatMap(({ findings }) => findings);
      expect(found.map(({ code }) => code)).toContain(`${check.id}/${example.rule}`);
      for (const { code, args } of found) {
        for (const catalogue of CATALOGUES) {
          const { finding, expected, remedy } = textsOfCode(catalogue, code);
          const unfilled = [finding, expected, remedy]
            .map((text) => fill(text, args))
            .filter((text) => /\{[\w-]+\}/.test(text));
          expect(unfilled, `${code} in ${catalogue.language}`).toEqual([]);
        }
      }
      const own = check.rules[example.rule]?.severity === 'info' ? [] : [check.id];
      const said = new Set([...own, ...(example.trips ?? [])]);
      expect(tripped(example.base, artifacts)).toEqual(ALL_CHECKS.map(({ id }) => id).filter((id) => said.has(id)));
    },
  );
});
