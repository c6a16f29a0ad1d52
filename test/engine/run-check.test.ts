import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { defineCheck, defineSetCheck, type Outcome, type Severity } from '../../src/checks/define.js';
import { runCheck } from '../../src/engine/run-check.js';
import { fakeArtifact, fakeCheck } from '../support/fake-base.js';

const pdf = fakeArtifact('pdf', 'a.pdf');
const found = { rule: 'rule', at: { artifact: 'a.pdf', line: 2 }, args: { count: 3 }, actual: 'x' };
const run = (outcome: Outcome, severity: Severity = 'error') =>
  runCheck(
    fakeCheck('mss/x', () => outcome, { severity }),
    [pdf],
    NOTHING_DECLARED,
  )[0];

describe('a check that finds more than a report can hold', () => {
  const rule = (severity: Severity) => ({ severity, mark: 'primary', clause: 'clause', samples: null }) as const;
  const flood = defineCheck({
    id: 'mss/flood',
    on: 'pdf',
    rules: { warned: rule('warning'), refused: rule('error') },
    examples: [],
    run: () => ({
      evaluated: 1,
      findings: [
        ...Array.from({ length: 1500 }, (_, line) => ({ rule: 'warned' as const, at: { artifact: 'a.pdf', line } })),
        { rule: 'refused' as const, at: { artifact: 'a.pdf', line: 1500 } },
      ],
    }),
  });

  it('is judged on all of it, keeps its errors and says how many it left out', () => {
    const [result] = runCheck(flood, [pdf], NOTHING_DECLARED);
    expect(result).toMatchObject({ verdict: 'nonconforming', omitted: 501 });
    expect(result?.findings).toHaveLength(1000);
    expect(result?.findings.at(-1)?.severity).toBe('error');
  });
});

describe('a check that finds a value of a million characters', () => {
  const shown = (actual: string) => run({ evaluated: 1, findings: [{ ...found, actual }] })?.findings[0]?.actual;

  it('keeps as many as a report may show, and no part of a word', () => {
    const kept = shown(`${'mot '.repeat(4_998)}2850763113990 ${'x'.repeat(1e6)}`);
    expect(kept).toBe(`${'mot '.repeat(4_998)}…`);
    expect(shown('x'.repeat(1e6))).toBe('…');
  });

  it('keeps the others whole', () => {
    expect(shown('x'.repeat(20_000))).toHaveLength(20_000);
  });
});

describe('runCheck', () => {
  it.each<[string, Outcome, Severity, string]>([
    ['looked and found nothing', { evaluated: 1, findings: [] }, 'error', 'conforming'],
    ['looked at nothing', { evaluated: 0, findings: [] }, 'error', 'not-tested'],
    ['found an error', { evaluated: 1, findings: [found] }, 'error', 'nonconforming'],
    ['found an error, though it counted nothing', { evaluated: 0, findings: [found] }, 'error', 'nonconforming'],
    ['found a warning', { evaluated: 1, findings: [found] }, 'warning', 'conforming'],
    ['found advice', { evaluated: 1, findings: [found] }, 'info', 'conforming'],
    ['can not evaluate a rule', { evaluated: 1, findings: [], failure: 'x' }, 'error', 'undetermined'],
    [
      'can not evaluate a rule, and found a warning',
      { evaluated: 1, findings: [found], failure: 'x' },
      'warning',
      'undetermined',
    ],
    [
      'can not evaluate a rule, and found an error',
      { evaluated: 1, findings: [found], failure: 'x' },
      'error',
      'nonconforming',
    ],
    ['needs something', { evaluated: 1, findings: [], needs: [{ code: 'need/nil' }] }, 'error', 'missing'],
    [
      'found an error and needs something',
      { evaluated: 1, findings: [found], needs: [{ code: 'need/nil' }] },
      'error',
      'nonconforming',
    ],
    [
      'found a warning and needs something',
      { evaluated: 1, findings: [found], needs: [{ code: 'need/nil' }] },
      'warning',
      'missing',
    ],
    ['is not about it', { evaluated: 0, findings: [], applies: false }, 'error', 'not-applicable'],
  ])('that %s', (_, outcome, severity, verdict) => {
    expect(run(outcome, severity)).toMatchObject({ verdict, failure: outcome.failure, artifacts: ['a.pdf'] });
  });

  it('gives a finding its severity, its clause and what was found', () => {
    expect(run({ evaluated: 1, findings: [found] })?.findings).toEqual([
      {
        check: 'mss/x',
        code: 'mss/x/rule',
        severity: 'error',
        clause: 'clause',
        args: { count: 3, actual: 'x' },
        at: { artifact: 'a.pdf', line: 2 },
        actual: 'x',
      },
    ]);
    expect(run({ evaluated: 1, findings: [{ rule: 'rule', at: { artifact: 'a' } }] })?.findings).toMatchObject([
      { args: {}, actual: '' },
    ]);
  });

  it('is undetermined when the check throws, or finds what it has no rule for', () => {
    const throwing = fakeCheck('mss/x', () => {
      throw new Error('broken');
    });
    expect(runCheck(throwing, [pdf], NOTHING_DECLARED)).toMatchObject([
      { verdict: 'undetermined', evaluated: 0, findings: [], failure: 'broken' },
    ]);
    expect(run({ evaluated: 1, findings: [{ ...found, rule: 'other' }] })).toMatchObject({ verdict: 'undetermined' });
  });

  it('is undetermined on an artifact of another kind: the plan was wrong', () => {
    const check = fakeCheck('mss/x', () => ({ evaluated: 1, findings: [] }));
    expect(runCheck(check, [fakeArtifact('image', 'i')], NOTHING_DECLARED)).toMatchObject([
      { verdict: 'undetermined' },
    ]);
  });

  it('fails on one artifact without taking the others with it', () => {
    const check = fakeCheck('mss/x', ({ path }) => {
      if (path === 'bad') throw new Error('x');
      return { evaluated: 1, findings: [] };
    });
    const artifacts = ['a', 'bad', 'b'].map((path) => fakeArtifact('pdf', path));
    expect(runCheck(check, artifacts, NOTHING_DECLARED).map(({ verdict }) => verdict)).toEqual([
      'conforming',
      'undetermined',
      'conforming',
    ]);
  });

  it('gives a check of a whole set all the artifacts at once', () => {
    const check = defineSetCheck({
      id: 'mss/set',
      on: 'pdf',
      rules: {},
      examples: [],
      keep: ({ path }) => path,
      run: (kept) => ({ evaluated: kept.length, findings: [] }),
    });
    const artifacts = ['a', 'b'].map((path) => fakeArtifact('pdf', path));
    expect(runCheck(check, artifacts, NOTHING_DECLARED)).toMatchObject([
      { artifacts: ['a', 'b'], evaluated: 2, verdict: 'conforming' },
    ]);
  });

  it('tells apart the failure of what such a check keeps', () => {
    const check = defineSetCheck({
      id: 'mss/set',
      on: 'pdf',
      rules: {},
      examples: [],
      keep: ({ path }) => {
        if (path === 'b') throw new Error('the check is broken');
      },
      run: (kept) => ({ evaluated: kept.length, findings: [] }),
    });
    const artifacts = ['a', 'b'].map((path) => fakeArtifact('pdf', path));
    expect(runCheck(check, artifacts, NOTHING_DECLARED)).toMatchObject([
      { artifacts: ['a', 'b'], verdict: 'undetermined', failure: 'the check is broken' },
    ]);
  });
});
