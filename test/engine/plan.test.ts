import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import type { Artifact, Declaration } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../src/checks/context.js';
import { type Application, makePlan, profilesOf } from '../../src/engine/plan.js';
import type { Requirement, Scenario, Selector } from '../../src/scenarios/scenario.js';
import { fakeArtifact, fakeBase, fakeRequirement, fakeScenario } from '../support/fake-base.js';

const LGC: Application = { wave: 2, corridor: 'LGC', profiles: ['Général'], conditions: {} };

function planned(requirement: Partial<Requirement>, application: Partial<Application> = {}) {
  const plan = makePlan(fakeBase([fakeRequirement(requirement)]), { ...LGC, ...application }, [], NOTHING_DECLARED);
  return plan.requirements[0];
}

describe('what applies', () => {
  const base = fakeBase([
    fakeRequirement({ requirement: 'A.01', applies: { wave: 1, corridors: ['LGC', 'BIO'] } }),
    fakeRequirement({ requirement: 'A.02', applies: { wave: 2, corridors: ['LGC'] } }),
    fakeRequirement({ requirement: 'A.03', applies: { wave: 2, corridors: ['BIO'] } }),
  ]);
  const ids = (application: Partial<Application>) => {
    const plan = makePlan(base, { ...LGC, ...application }, [], NOTHING_DECLARED);
    return [plan.requirements.map(({ requirement }) => requirement.requirement), plan.otherCorridors];
  };

  it('is what the corridor has', () => {
    expect(ids({})).toEqual([['A.01', 'A.02'], 1]);
    expect(ids({ corridor: 'BIO' })).toEqual([['A.01', 'A.03'], 1]);
    expect(ids({ corridor: 'DPI' })).toEqual([[], 3]);
  });

  it('is what wave 1 carried over too, for a candidate to wave 2 only', () => {
    expect(ids({ wave: 1 })).toEqual([['A.01'], 2]);
  });

  it('is mandatory unless it is a préconisation', () => {
    expect(planned({ nature: 'exigence' })?.mandatory).toBe(true);
    expect(planned({ nature: 'préconisation' })?.mandatory).toBe(false);
  });
});

describe('profiles', () => {
  const applies = { wave: 2, corridors: ['LGC'], profiles: { LGC: ['A', 'B'] } } as const;

  it('are Général unless the base says otherwise for the corridor', () => {
    expect(profilesOf(fakeRequirement(), 'LGC')).toEqual(['Général']);
    expect(profilesOf(fakeRequirement({ applies }), 'LGC')).toEqual(['A', 'B']);
    expect(profilesOf(fakeRequirement({ applies }), 'BIO')).toEqual(['Général']);
  });

  it('exclude what none of them has, by name', () => {
    expect(planned({ applies })?.excluded).toEqual({ code: 'reason/profile', args: { profile: 'A, B' } });
    expect(planned({ applies }, { profiles: ['Général', 'B'] })?.excluded).toBeUndefined();
    expect(planned({})?.excluded).toBeUndefined();
  });
});

describe('a condition', () => {
  const text = { fr: 'Question ? (fr)', en: 'Question ? (en)' };

  it('answered yes changes nothing', () => {
    expect(planned({ condition: 'question' }, { conditions: { question: true } })).toMatchObject({
      excluded: undefined,
      unanswered: undefined,
    });
  });

  it('answered no excludes', () => {
    expect(planned({ condition: 'question' }, { conditions: { question: false } })).toMatchObject({
      excluded: { code: 'reason/condition-false', args: { condition: 'question' }, text },
      unanswered: undefined,
    });
  });

  it('without an answer is asked', () => {
    expect(planned({ condition: 'question' })).toMatchObject({
      excluded: undefined,
      unanswered: { code: 'reason/condition-unanswered', args: { condition: 'question' }, text },
    });
  });

  it('is not asked of a product without the profile', () => {
    const applies = { wave: 2, corridors: ['LGC'], profiles: { LGC: ['A'] } } as const;
    expect(planned({ condition: 'question', applies })?.excluded).toMatchObject({ code: 'reason/profile' });
  });

  it('of a scenario excludes the scenario only', () => {
    const scenarios = [fakeScenario({ id: '1', condition: 'question' }), fakeScenario({ id: '2' })];
    const codes = (conditions: Record<string, boolean>) =>
      planned({ scenarios }, { conditions })?.scenarios.map(({ excluded }) => excluded?.code);
    expect(codes({ question: true })).toEqual([undefined, undefined]);
    expect(codes({ question: false })).toEqual(['reason/condition-false', undefined]);
    expect(codes({})).toEqual(['reason/condition-unanswered', undefined]);
  });
});

it('keeps the scenarios of the corridor', () => {
  const scenarios = [
    fakeScenario({ id: '1', corridors: ['BIO'] }),
    fakeScenario({ id: '2', corridors: ['LGC', 'BIO'] }),
    fakeScenario({ id: '3' }),
  ];
  expect(planned({ scenarios })?.scenarios.map(({ scenario }) => scenario.id)).toEqual(['2', '3']);
});

describe('selections', () => {
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    patients: [
      { id: 'Q', status: 'qualifiée' },
      { id: 'R', status: 'récupérée' },
    ],
  };

  function selected(selector: Selector, artifacts: readonly Artifact[]): { chosen: string[]; undeclared: string[] } {
    const scenario: Scenario = fakeScenario({ artifacts: { some: selector } });
    const plan = makePlan(fakeBase([fakeRequirement({ scenarios: [scenario] })]), LGC, artifacts, context);
    const selection = plan.requirements[0]?.scenarios[0]?.selections.some ?? expect.fail('no selection');
    expect(selection.selector).toBe(selector);
    return {
      chosen: selection.artifacts.map(({ path }) => path),
      undeclared: selection.undeclared.map(({ path }) => path),
    };
  }

  it('are of one kind or of several, at any depth, in order', () => {
    const artifacts = [
      fakeArtifact('xdm', 'x', { children: [fakeArtifact('cda', 'x!a'), fakeArtifact('pdf', 'x!b')] }),
      fakeArtifact('cda', 'z'),
      fakeArtifact('image', 'i'),
    ];
    expect(selected({ kind: 'cda' }, artifacts).chosen).toEqual(['x!a', 'z']);
    expect(selected({ kind: ['cda', 'image', 'xdm'] }, artifacts).chosen).toEqual(['x', 'x!a', 'z', 'i']);
    expect(selected({ kind: 'mail' }, artifacts)).toEqual({ chosen: [], undeclared: [] });
  });

  it('carry a kind, or do without it', () => {
    const artifacts = [
      fakeArtifact('mail', 'with', {
        children: [fakeArtifact('xdm', 'with!x', { children: [fakeArtifact('cda', 'c')] })],
      }),
      fakeArtifact('mail', 'without', { children: [fakeArtifact('pdf', 'without!p')] }),
    ];
    expect(selected({ kind: 'mail', carries: 'xdm' }, artifacts).chosen).toEqual(['with']);
    expect(selected({ kind: 'mail', carries: 'cda' }, artifacts).chosen).toEqual(['with']);
    expect(selected({ kind: 'mail', without: 'xdm' }, artifacts).chosen).toEqual(['without']);
    expect(selected({ kind: 'mail', carries: 'pdf', without: 'xdm' }, artifacts).chosen).toEqual(['without']);
  });

  const declarations: readonly [Selector, Declaration, Declaration][] = [
    [{ kind: 'mail', role: 'outgoing' }, { role: 'outgoing' }, { role: 'incoming' }],
    [{ kind: 'mail', mailbox: 'PER' }, { mailbox: 'PER' }, { mailbox: 'ORG' }],
    [{ kind: 'mail', 'psc-mode': 'ciba' }, { 'psc-mode': 'ciba' }, { 'psc-mode': 'web' }],
    [{ kind: 'mail', version: 2 }, { version: 2 }, { version: 1 }],
  ];

  it.each(declarations)('are declared %j, and say which are not', (selector, right, wrong) => {
    const artifacts = [right, wrong, {}].map((declared, index) => fakeArtifact('mail', `${index}`, { declared }));
    expect(selected(selector, artifacts)).toEqual({ chosen: ['0'], undeclared: ['2'] });
  });

  it('leave out a role, and take what declares none', () => {
    const artifacts = [{ role: 'incoming' }, { role: 'outgoing' }, {}].map((declared, index) =>
      fakeArtifact('mail', `${index}`, { declared: declared as Declaration }),
    );
    expect(selected({ kind: 'mail', 'not-role': 'incoming' }, artifacts)).toEqual({
      chosen: ['1', '2'],
      undeclared: [],
    });
  });

  it('want every declaration, and are undeclared only when nothing contradicts', () => {
    const artifacts: Artifact[] = [
      fakeArtifact('mail', 'both', { declared: { role: 'outgoing', mailbox: 'PER' } }),
      fakeArtifact('mail', 'one', { declared: { role: 'outgoing' } }),
      fakeArtifact('mail', 'against', { declared: { role: 'incoming' } }),
    ];
    expect(selected({ kind: 'mail', role: 'outgoing', mailbox: 'PER' }, artifacts)).toEqual({
      chosen: ['both'],
      undeclared: ['one'],
    });
  });

  it('take a mail of which no wish was declared as one that awaits a reply', () => {
    const artifacts = [{ 'no-reply': true }, { 'no-reply': false }, {}].map((declared, index) =>
      fakeArtifact('mail', `${index}`, { declared }),
    );
    expect(selected({ kind: 'mail', 'no-reply': true }, artifacts)).toEqual({ chosen: ['0'], undeclared: ['2'] });
    expect(selected({ kind: 'mail', 'no-reply': false }, artifacts)).toEqual({ chosen: ['1', '2'], undeclared: [] });
  });

  it('are of a patient who is qualified, or not', () => {
    const artifacts = ['Q', 'R', 'unknown'].map((patient) => fakeArtifact('cda', patient, { declared: { patient } }));
    const all = [...artifacts, fakeArtifact('cda', 'nobody')];
    expect(selected({ kind: 'cda', 'patient-status': 'qualified' }, all)).toEqual({
      chosen: ['Q'],
      undeclared: ['unknown', 'nobody'],
    });
    expect(selected({ kind: 'cda', 'patient-status': 'unqualified' }, all)).toEqual({
      chosen: ['R'],
      undeclared: ['unknown', 'nobody'],
    });
  });

  it('leave out what is declared with a role they exclude', () => {
    const artifacts = [{ role: 'incoming' }, { role: 'outgoing' }, {}].map((declared, index) =>
      fakeArtifact('cda', `${index}`, { declared: declared as Declaration }),
    );
    expect(selected({ kind: 'cda', 'not-role': 'incoming' }, artifacts)).toEqual({
      chosen: ['1', '2'],
      undeclared: [],
    });
    expect(selected({ kind: 'cda', 'not-role': 'incoming', version: 2 }, artifacts).undeclared).toEqual(['1', '2']);
  });

  it('are mails to a patient', async () => {
    const mails = await Promise.all(
      (['professional', 'patient'] as const).map(async (recipient) => {
        const bytes = assemble(recipe('mail', { recipient }))[0]?.bytes ?? new Uint8Array();
        return (await read({ path: recipient, bytes, declared: {} })).artifact ?? expect.fail('unreadable');
      }),
    );
    expect(selected({ kind: 'mail', to: 'patient' }, mails).chosen).toEqual(['patient']);
    expect(selected({ kind: 'pdf', to: 'patient' }, [fakeArtifact('pdf', 'p')]).chosen).toEqual([]);
  });
});

it('is the same for the same values', () => {
  const base = fakeBase([fakeRequirement({ scenarios: [fakeScenario({ artifacts: { a: { kind: 'pdf' } } })] })]);
  const artifacts = [fakeArtifact('pdf', 'p')];
  expect(makePlan(base, LGC, artifacts, NOTHING_DECLARED)).toEqual(makePlan(base, LGC, artifacts, NOTHING_DECLARED));
});
