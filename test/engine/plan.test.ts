import { describe, expect, it } from 'vitest';
import { type Application, makePlan, profilesOf } from '../../src/engine/plan.js';
import type { Requirement } from '../../src/scenarios/scenario.js';
import { fakeBase, fakeRequirement, fakeScenario } from '../support/fake-base.js';

const LGC: Application = { wave: 2, corridor: 'LGC', profiles: ['Général'], conditions: {} };

function planned(requirement: Partial<Requirement>, application: Partial<Application> = {}) {
  const plan = makePlan(fakeBase([fakeRequirement(requirement)]), { ...LGC, ...application });
  return plan.requirements[0];
}

describe('what applies', () => {
  const base = fakeBase([
    fakeRequirement({ requirement: 'A.01', applies: { wave: 1, corridors: ['LGC', 'BIO'] } }),
    fakeRequirement({ requirement: 'A.02', applies: { wave: 2, corridors: ['LGC'] } }),
    fakeRequirement({ requirement: 'A.03', applies: { wave: 2, corridors: ['BIO'] } }),
  ]);
  const ids = (application: Partial<Application>) => {
    const plan = makePlan(base, { ...LGC, ...application });
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

it('is the same for the same values', () => {
  const base = fakeBase([fakeRequirement({ scenarios: [fakeScenario({ artifacts: { a: { kind: 'pdf' } } })] })]);
  expect(makePlan(base, LGC)).toEqual(makePlan(base, LGC));
});
