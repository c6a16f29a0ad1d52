import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edit } from '../../fixtures/make/recipe.js';
import type { Artifact } from '../../src/artifacts/artifact.js';
import type { CheckContext } from '../../src/checks/context.js';
import type { Example } from '../../src/checks/define.js';
import { DOSSIER_CHECKS } from '../../src/checks/dossier-checks.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
import { ALL_CHECKS, checkById, KNOWN_CHECKS } from '../../src/checks/registry.js';
import { runCheck } from '../../src/engine/run-check.js';
import { loadCatalogue, textsOfCode } from '../../src/messages/catalogue.js';
import { fill } from '../../src/messages/fill.js';
import { exampleRecipe } from '../support/example-recipe.js';
import { artifactsOf } from '../support/run-check.js';

// The checks of a dossier as a whole are not in the table of `examples.test.ts`: an example there spoils one of the places of an identity, and what
// tells that the others say otherwise would be in the list of most of them. Here they are held to the same rule, together with all the others.

const CATALOGUES = await Promise.all([loadCatalogue('fr'), loadCatalogue('en')]);

function contextOf({ rule, base }: Pick<Example, 'rule' | 'base'>): CheckContext {
  const { context } = exampleRecipe(base);
  return {
    ...context,
    denyProductionIdentities: rule === 'denied',
    environment: rule === 'test-identity' ? 'production' : 'test',
    patients: context.patients.map((patient) =>
      patient.id === 'A'
        ? { ...patient, oid: '1.2.250.1.213.1.4.10', 'used-name': 'TEST-USAGE', 'used-given': 'CAMILLE' }
        : patient,
    ),
  };
}

function good(base: ExampleBase): Promise<Artifact[]> {
  const { recipe, declared } = exampleRecipe(base);
  return artifactsOf(recipe, declared);
}

function bad({ base, part, good, bad }: Example): Promise<Artifact[]> {
  const { recipe, declared } = exampleRecipe(base);
  return artifactsOf(edit(recipe, part, good, bad), declared);
}

/** Ids of the checks that find an error or a warning, in the order of the registry. */
function tripped(artifacts: readonly Artifact[], context: CheckContext): string[] {
  return KNOWN_CHECKS.filter((check) => {
    const own = artifacts.filter(({ kind }) => check.kinds.includes(kind));
    const runs = own.length === 0 ? [] : runCheck(check, own, context);
    return runs.some((run) => run.findings.some(({ severity }) => severity !== 'info'));
  }).map(({ id }) => id);
}

/** Every base of the examples but those whose patient stands under an OID of production on purpose. */
const BASES = [...new Set(ALL_CHECKS.flatMap(({ examples }) => examples.map(({ base }) => base)))];

describe.each(BASES)('the conforming base %s', (base) => {
  it('has one identity for each patient', async () => {
    const [oneIdentity] = DOSSIER_CHECKS;
    const artifacts = await good(base);
    const context = contextOf({ rule: '', base });
    const runs = oneIdentity
      ? runCheck(
          oneIdentity,
          artifacts.filter(({ kind }) => oneIdentity.kinds.includes(kind)),
          context,
        )
      : [];
    expect(runs.flatMap(({ findings }) => findings)).toEqual([]);
    expect(runs.flatMap(({ failure }) => failure ?? [])).toEqual([]);
  });
});

describe.each(DOSSIER_CHECKS)('$id', (check) => {
  it('is known, named after its file, and apart from the checks of artifacts', () => {
    expect(checkById(check.id)).toBe(check);
    expect(existsSync(new URL(`../../src/checks/${check.id}.ts`, import.meta.url))).toBe(true);
    expect(ALL_CHECKS.map(({ id }) => id)).not.toContain(check.id);
  });

  it('has an example of each rule and of no other, and an error on a primary source only', () => {
    expect(new Set(check.examples.map(({ rule }) => rule))).toEqual(new Set(Object.keys(check.rules)));
    for (const { severity, mark, clause } of Object.values(check.rules)) {
      if (severity === 'error') expect(mark).toBe('primary');
      expect(clause.trim()).not.toBe('');
    }
  });

  it.each(CATALOGUES)('has texts for itself and for each rule, and for no other ($language)', ({ checks }) => {
    expect(Object.keys(checks[check.id]?.rules ?? {}).sort()).toEqual(Object.keys(check.rules).sort());
  });

  it.each(check.examples)('looks at the good version of $rule, and finds nothing', async (example) => {
    const context = contextOf(example);
    const own = (await good(example.base)).filter(({ kind }) => check.kinds.includes(kind));
    const [run] = runCheck(check, own, context);
    expect(run?.findings).toEqual([]);
    expect(tripped(await good(example.base), context)).toEqual([]);
  });

  it.each(check.examples)('finds $rule in its bad example, in words without holes', async (example) => {
    const own = (await bad(example)).filter(({ kind }) => check.kinds.includes(kind));
    const found = runCheck(check, own, contextOf(example)).flatMap(({ findings }) => findings);
    expect(found.map(({ code }) => code)).toEqual([`${check.id}/${example.rule}`]);
    for (const { code, args } of found)
      for (const catalogue of CATALOGUES)
        for (const text of Object.values(textsOfCode(catalogue, code)))
          expect(fill(text, args)).not.toMatch(/\{[\w-]+\}/);
  });

  it.each(check.examples)('trips with $rule exactly the checks that it says', async (example) => {
    const said = [check.id, ...(example.trips ?? [])];
    const all = KNOWN_CHECKS.map(({ id }) => id);
    expect(tripped(await bad(example), contextOf(example))).toEqual(all.filter((id) => said.includes(id)));
  });
});
