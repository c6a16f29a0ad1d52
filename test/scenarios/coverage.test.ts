import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksOf, coverageOf, requirementsByCheck } from '../../src/scenarios/coverage.js';
import { nearest } from '../../src/scenarios/nearest.js';
import { workbookOrder } from '../../src/scenarios/scenario.js';
import { fakeBase, fakeRequirement, fakeScenario, proof, step } from '../support/fake-base.js';

const uses = (...ids: string[]) => step({ checks: ids.map((use) => ({ use, on: 'x' })) });
const base = fakeBase([
  fakeRequirement({
    requirement: 'A.01',
    scenarios: [
      fakeScenario({
        steps: [uses('b/two', 'a/one'), uses('a/one')],
        evidence: [proof('1'), proof('2', { kind: 'log' })],
      }),
      fakeScenario({ steps: [step({ checks: [{ test: 'x', language: 'xpath', on: 'x' }] })], evidence: [proof('3')] }),
    ],
  }),
  fakeRequirement({ requirement: 'A.02', scenarios: [fakeScenario({ steps: [step()], evidence: [proof('4')] })] }),
  fakeRequirement({ requirement: 'A.03', applies: { wave: 2, corridors: ['BIO'] } }),
  fakeRequirement({ requirement: 'A.04', scenarios: [fakeScenario({ steps: [uses('a/one')] })] }),
]);

describe('coverage', () => {
  it('tells what is checked, followed or declared', () => {
    expect(
      coverageOf(base).map(({ requirement, way, checks, proofs }) => [requirement.requirement, way, checks, proofs]),
    ).toEqual([
      ['A.01', 'checked', ['a/one', 'b/two', 'xpath'], ['demonstration', 'log']],
      ['A.02', 'followed', [], ['demonstration']],
      ['A.03', 'declared', [], []],
      ['A.04', 'checked', ['a/one'], []],
    ]);
  });

  it('is by proofs where checks only look at what may come with them', () => {
    const helped = (verifiable: 'artifact' | 'evidence', min: number) =>
      fakeBase([
        fakeRequirement({
          verifiable,
          scenarios: [
            fakeScenario({ artifacts: { x: { kind: 'cda', min } }, steps: [uses('a/one')], evidence: [proof('1')] }),
          ],
        }),
      ]);
    const wayOf = (...given: Parameters<typeof helped>) => coverageOf(helped(...given)).map(({ way }) => way);
    expect(wayOf('evidence', 0)).toEqual(['followed']);
    expect(wayOf('evidence', 1)).toEqual(['checked']);
    expect(wayOf('artifact', 0)).toEqual(['checked']);
  });

  it('is that of one corridor when asked', () => {
    expect(coverageOf(base, 'BIO').map(({ requirement }) => requirement.requirement)).toEqual(['A.03']);
    expect(coverageOf(base, 'NONE')).toEqual([]);
  });

  it('lists the requirements of each check', () => {
    expect(requirementsByCheck(base).get('a/one')).toEqual(['A.01', 'A.04']);
    expect(requirementsByCheck(base).get('b/two')).toEqual(['A.01']);
    expect(requirementsByCheck(base).has('a/none')).toBe(false);
    expect(checksOf(fakeRequirement())).toEqual([]);
  });
});

describe('workbookOrder', () => {
  it('puts the known first segments in their order, then the others', () => {
    const ids = [
      'PSC.01',
      'AAT/CONF.01',
      'MSS/CONF.02',
      'CDA/DD.04',
      'DMP/UX.10',
      'MSS/CONF.01',
      'INS/va1.01',
      'ORDN/CONF.01',
      'ANN/X.01',
    ];
    const key = (id: string) => workbookOrder(id);
    expect([...ids].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
      'INS/va1.01',
      'DMP/UX.10',
      'MSS/CONF.01',
      'MSS/CONF.02',
      'PSC.01',
      'ANN/X.01',
      'AAT/CONF.01',
      'CDA/DD.04',
      'ORDN/CONF.01',
    ]);
  });
});

describe('nearest', () => {
  const known = ['corridor', 'profiles', 'wave'];

  it.each([
    ['coridor', 'corridor'],
    ['Wave', 'wave'],
    ['profile', 'profiles'],
    ['corridor', 'corridor'],
    ['environment', undefined],
    ['xyz', undefined],
  ])('of %s is %s', (name, expected) => {
    expect(nearest(name, known)).toEqual(expected === undefined ? {} : { nearest: expected });
  });

  it('is a known name or nothing, and nothing without any', () => {
    expect(nearest('a', [])).toEqual({});
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { minLength: 1 }), (name, names) => {
        const found = nearest(name, names).nearest;
        if (names.includes(name)) expect(found).toBe(name);
        else if (found !== undefined) expect(names).toContain(found);
      }),
    );
  });
});
