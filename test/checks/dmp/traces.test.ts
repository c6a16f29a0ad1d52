import { describe, expect, it } from 'vitest';
import { assemble, edit, type Recipe, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { accessCheckedFirst } from '../../../src/checks/dmp/access-checked-first.js';
import { actingUser } from '../../../src/checks/dmp/acting-user.js';
import { automaticAuthorization } from '../../../src/checks/dmp/automatic-authorization.js';
import { legalEntityAuthor } from '../../../src/checks/dmp/legal-entity-author.js';
import { multiCriteriaSearch } from '../../../src/checks/dmp/multi-criteria-search.js';
import { noAuthorizationToFeed } from '../../../src/checks/dmp/no-authorization-to-feed.js';
import { pscUser } from '../../../src/checks/dmp/psc-user.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, runCheck, runOn } from '../../support/run-check.js';

const { context: DOSSIER } = exampleRecipe('dmp-visit');

/** What a check gives on a recipe, each of its files declared as `own` says. */
async function run(check: Check, made: Recipe, own: Record<string, Declaration> = {}, context = DOSSIER) {
  const { applies, findings, needs } = runCheck(check, await artifactsOf(made, {}, own), context);
  return { applies, rules: findings.map(({ rule }) => rule), needs: needs.map(({ code }) => code) };
}

/** The calls of a visit with these lines, the calls in between kept. */
function visit(...edits: [string, string][]): Recipe {
  return edits.reduce((made, [good, bad]) => edit(made, 'calls', good, bad), recipe('dmp-visit'));
}

const SAME_TIME: [string, string][] = [
  ['authorization 09:30:02', 'authorization 09:30:00'],
  ['search 09:30:04', 'search 09:30:00'],
  ['retrieval 09:30:06', 'retrieval 09:30:00'],
];

describe('the order of calls', () => {
  it('is unknown when nothing tells it: the lines to add are asked for', async () => {
    const { rules, needs } = await run(accessCheckedFirst, visit(...SAME_TIME));
    expect(rules).toEqual([]);
    expect(new Set(needs)).toEqual(new Set(['need/call-order']));
  });

  it('is the declared one, whatever the times', async () => {
    const names = ['existence', 'authorization', 'search', 'retrieval'];
    const declared = (order: readonly string[]) =>
      Object.fromEntries(
        order.flatMap((name, rank) => [
          [`${name}.requete.xml`, { order: rank + 1 }],
          [`${name}.reponse.xml`, { order: rank + 1 }],
        ]),
      );
    const late = visit(['existence 09:30:00', 'existence 09:59:00']);
    expect((await run(accessCheckedFirst, late, declared(names))).rules).toEqual([]);
    expect((await run(accessCheckedFirst, visit(), declared([...names].reverse()))).rules).toEqual(['after']);
  });

  it('is that of a capture', async () => {
    const [capture] = assemble(recipe('dmp-visit-capture'));
    expect(capture?.path).toBe('consultation.har');
    expect(await run(accessCheckedFirst, recipe('dmp-visit-capture'))).toEqual({ applies: true, rules: [], needs: [] });
    const late = edit(recipe('dmp-visit-capture'), 'calls', 'existence 09:30:00', 'existence 09:59:00');
    expect((await run(accessCheckedFirst, late)).rules).toEqual(['after']);
  });
});

describe('dmp/access-checked-first', () => {
  const without = (made: Recipe, ...parts: string[]): Recipe => ({
    ...made,
    parts: Object.fromEntries(Object.entries(made.parts).filter(([part]) => !parts.includes(part))),
  });

  it('says nothing of files that no dossier holds', async () => {
    const alone = edit(
      recipe('dmp-visit'),
      'calls',
      'existence 09:30:00 martin alpha\nauthorization 09:30:02 martin alpha\n',
      '',
    );
    expect(await run(accessCheckedFirst, alone, {}, NOTHING_DECLARED)).toEqual({
      applies: false,
      rules: [],
      needs: [],
    });
    expect((await run(accessCheckedFirst, alone)).needs).toEqual(['need/access-check']);
  });

  it('asks for the answers that it lacks', async () => {
    const { rules, needs } = await run(
      accessCheckedFirst,
      without(recipe('dmp-visit'), 'existenceAnswer', 'authorizationAnswer'),
    );
    expect([rules, needs]).toEqual([[], ['need/dmp-answer']]);
  });

  it('takes no search of references for a reading', async () => {
    const references = edit(recipe('dmp-visit'), 'search', 'returnType="LeafClass"', 'returnType="ObjectRef"');
    const early = edit(references, 'calls', 'search 09:30:04', 'search 09:20:00');
    expect((await run(accessCheckedFirst, early)).rules).toEqual([]);
  });

  it('finds another user who reads after the check of the first, in one capture', async () => {
    const made = edit(recipe('dmp-visit-capture'), 'calls', 'retrieval 09:30:06 martin', 'retrieval 09:30:06 bernard');
    expect((await run(accessCheckedFirst, made)).rules).toEqual(['not-checked']);
  });
});

describe('dmp/automatic-authorization', () => {
  it('wants nothing where the access is open already', async () => {
    const open = edit(recipe('dmp-visit'), 'existenceAnswer', 'code="INEXISTANTE"', 'code="VALIDE"');
    expect(await run(automaticAuthorization, open)).toMatchObject({ rules: [], needs: ['need/dmp-call'] });
    expect(await run(automaticAuthorization, open, {}, NOTHING_DECLARED)).toMatchObject({ applies: false, needs: [] });
  });

  it('wants nothing of a patient who has no DMP', async () => {
    const none = edit(
      recipe('dmp-visit'),
      'existenceAnswer',
      'queryResponseCode code="OK"',
      'queryResponseCode code="NF"',
    );
    expect((await run(automaticAuthorization, none)).rules).toEqual([]);
  });
});

describe('dmp/no-authorization-to-feed', () => {
  it('takes an authorisation that a reading follows for that of the reading', async () => {
    expect(await run(noAuthorizationToFeed, recipe('dmp-feed'))).toEqual({ applies: true, rules: [], needs: [] });
  });

  it('asks for the deletion that the demonstration shows', async () => {
    const half = edit(recipe('dmp-feed'), 'calls', 'deletion 09:40:00 martin alpha\n', '');
    expect((await run(noAuthorizationToFeed, half)).needs).toEqual(['need/dmp-call']);
    expect((await run(noAuthorizationToFeed, half, {}, NOTHING_DECLARED)).needs).toEqual([]);
  });

  it('does not mind an authorisation for another patient, or taken away', async () => {
    const other = edit(
      recipe('dmp-feed'),
      'calls',
      'authorization 09:00:00 martin alpha',
      'authorization 09:20:00 martin bravo',
    );
    expect((await run(noAuthorizationToFeed, other)).rules).toEqual([]);
    const late = edit(recipe('dmp-feed'), 'calls', 'authorization 09:00:00', 'authorization 09:20:00');
    expect((await run(noAuthorizationToFeed, edit(late, 'authorization', 'AJOUT', 'SUPPRESSION'))).rules).toEqual([]);
  });
});

describe('dmp/acting-user', () => {
  it('asks which file is of which user', async () => {
    expect((await run(actingUser, recipe('dmp-two-users'))).needs).toEqual(['need/two-users', 'need/two-users']);
    expect(await run(actingUser, recipe('dmp-two-users'), {}, NOTHING_DECLARED)).toMatchObject({ applies: false });
  });

  it.each(['099700100', '0997001001', '00B1057294', '899700100011'])('judges the form of %s', async (id) => {
    const { findings } = await runOn(actingUser, 'dmp-two-users', [
      ['calls', 'second 09:40:00 bernard', `second 09:40:00 ${id}`],
    ]);
    const wanted = { '099700100': ['form'], '899700100011': ['same'] }[id] ?? [];
    expect(findings.map(({ rule }) => rule)).toEqual(wanted);
  });
});

describe('dmp/multi-criteria-search', () => {
  it('is missing, not wrong, where every search lists all there is', async () => {
    const { search = '', ...parts } = recipe('dmp-visit').parts;
    const all = search.replace(/<rim:Slot name="\$XDSDocumentEntry(?:TypeCode|ServiceStartTimeFrom)">.*\n/g, '');
    const made: Recipe = { base: 'dmp-visit', parts: { ...parts, search: all } };
    expect(await run(multiCriteriaSearch, made)).toMatchObject({ rules: [], needs: ['need/multi-criteria'] });
    expect(await run(multiCriteriaSearch, made, {}, NOTHING_DECLARED)).toMatchObject({ applies: false });
  });
});

describe('dmp/psc-user', () => {
  it('needs a session, or a token that names its user', async () => {
    const { userinfo: _, ...parts } = recipe('dmp-psc').parts;
    const alone: Recipe = { base: 'dmp-psc', parts };
    const declared = { 'existence.http': { 'psc-mode': 'web' } } as const;
    expect(await run(pscUser, alone, declared)).toEqual({ applies: true, rules: [], needs: [] });
    expect((await run(pscUser, recipe('dmp-visit'))).needs).toEqual(['need/psc-dmp-call']);
    expect(await run(pscUser, recipe('dmp-visit'), {}, NOTHING_DECLARED)).toMatchObject({ applies: false });
  });
});

describe('dmp/legal-entity-author', () => {
  it('asks for a sending that names one', async () => {
    const { applies, needs } = await runOn(legalEntityAuthor, 'xdm-historical');
    expect([applies, needs.map(({ code }) => code)]).toEqual([true, ['need/legal-entity']]);
    expect((await runOn(legalEntityAuthor, 'xdm')).applies).toBe(false);
  });

  it('knows an entity by its institution when its kind lacks brackets', async () => {
    const good = '<!-- document --><rim:Value>3990000010/0^CABINET DES ESSAIS^(structure de soins)^';
    const { findings } = await runOn(legalEntityAuthor, 'xdm-legal-entity', [
      ['metadata', good, good.replace(/[()]/g, '')],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['kind']);
  });
});
