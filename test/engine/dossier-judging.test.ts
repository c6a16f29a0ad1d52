import { describe, expect, it } from 'vitest';
import { bytes } from '../../fixtures/make/bytes.js';
import { read } from '../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { defineSetCheck } from '../../src/checks/define.js';
import { countedVerdicts, DossierJudging } from '../../src/engine/dossier-judging.js';
import type { CheckRun } from '../../src/engine/results.js';
import type { Verdict } from '../../src/engine/verdict.js';

const RULE = { severity: 'error', mark: 'primary', clause: 'C', samples: null } as const;

describe('DossierJudging', () => {
  it('runs each check once, on what it kept of all the artifacts of its kinds', async () => {
    const check = defineSetCheck({
      id: 'ins/all',
      on: ['fhir'],
      rules: { seen: RULE },
      examples: [],
      keep: ({ path }) => path,
      run: (paths) => ({
        evaluated: paths.length,
        findings: paths.map((artifact) => ({ rule: 'seen' as const, at: { artifact } })),
      }),
    });
    const judging = new DossierJudging([check], NOTHING_DECLARED);
    for (const [path, text] of [
      ['a.json', '{"resourceType":"Patient"}'],
      ['b.json', '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient"}}]}'],
      ['c.json', '{"a":1}'],
    ] as const) {
      const { artifact } = await read({ path, bytes: bytes(text), declared: {} });
      if (artifact) judging.add(artifact);
    }
    const [run] = judging.runs();
    expect(run?.evaluated).toBe(3);
    expect(run?.verdict).toBe('nonconforming');
    expect(run?.artifacts.slice(0, 2)).toEqual(['a.json', 'b.json']);
  });

  it('tells its own failure apart', async () => {
    const failing = defineSetCheck({
      id: 'ins/failing',
      on: 'fhir',
      rules: { seen: RULE },
      examples: [],
      keep: (): string => {
        throw new Error('no');
      },
      run: (kept) => ({ evaluated: kept.length, findings: [] }),
    });
    const judging = new DossierJudging([failing], NOTHING_DECLARED);
    const { artifact } = await read({ path: 'a.json', bytes: bytes('{"resourceType":"Patient"}'), declared: {} });
    if (artifact) judging.add(artifact);
    expect(judging.runs()).toMatchObject([{ verdict: 'undetermined', failure: 'no' }]);
  });
});

it('does not count what had nothing to look at', () => {
  const of = (verdict: Verdict) => ({ verdict }) as CheckRun;
  const all = ['not-tested', 'not-applicable', 'conforming', 'nonconforming', 'undetermined'] as const;
  expect(countedVerdicts(all.map(of))).toEqual(['conforming', 'nonconforming', 'undetermined']);
});
